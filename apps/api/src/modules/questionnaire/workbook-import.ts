import { fromXlsform } from '@vises/questionnaire/xlsform/from-xlsform.ts'
import type { Imported, ImportOptions } from '@vises/questionnaire/xlsform/from-xlsform.ts'
import { builtParser, parseInProcess } from '../../platform/workbook/parse-in-process.ts'
import { readWorkbook } from '../../platform/workbook/read-workbook.ts'

// A workbook of a thousand questions takes a fifth of this; only a hostile one takes more.
const PATIENCE = 1500
const STARTUP = 10_000
const MEMORY_MB = 200

/** Makes a questionnaire of a workbook, in a process of its own that a hostile file can end, and nothing else. @throws TableProblem */
export async function importWorkbook(bytes: Uint8Array, options: ImportOptions = {}): Promise<Imported> {
  const entry = builtParser('workbook-parser')
  const parts = entry
    ? parseInProcess<Imported>(entry, bytes, {
        patience: PATIENCE,
        startup: STARTUP,
        memoryMb: MEMORY_MB,
        told: options,
      })
    : parseWorkbook(bytes, options)
  for await (const imported of parts) return imported
  throw new Error('A workbook was read, and nothing was said about it.')
}

/** The same right here; what the process of its own does. */
export async function* parseWorkbook(bytes: Uint8Array, options: ImportOptions): AsyncGenerator<Imported> {
  yield fromXlsform(await readWorkbook(bytes), options)
}
