import { builtParser, parseInProcess } from '../../platform/workbook/parse-in-process.ts'
import { readWorkbook } from '../../platform/workbook/read-workbook.ts'
import type { TranslationFile } from './translation-file.ts'
import { readTranslationSheet } from './translation-sheet.ts'
import { readXliff } from './xliff.ts'

const PATIENCE = 1500
const STARTUP = 10_000
const MEMORY_MB = 200

/** Reads a translator's file in a process of its own that a hostile file can end, and nothing else. @throws TableProblem */
export async function importTranslation(bytes: Uint8Array): Promise<TranslationFile> {
  const entry = builtParser('translation-parser')
  const parts = entry
    ? parseInProcess<TranslationFile>(entry, bytes, { patience: PATIENCE, startup: STARTUP, memoryMb: MEMORY_MB })
    : parseTranslation(bytes)
  for await (const file of parts) return file
  throw new Error('A file was read, and nothing was said about it.')
}

/** The same right here; what the process of its own does. A workbook begins like an archive, everything else is XLIFF. */
export async function* parseTranslation(bytes: Uint8Array): AsyncGenerator<TranslationFile> {
  const isWorkbook = ['504b0304', 'd0cf11e0'].includes(Buffer.from(bytes.subarray(0, 4)).toString('hex'))
  yield isWorkbook ? readTranslationSheet(await readWorkbook(bytes)) : readXliff(bytes)
}
