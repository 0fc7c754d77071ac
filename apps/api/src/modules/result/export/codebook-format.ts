import { codebookRows } from './codebook.ts'
import type { CsvOptions } from './csv-format.ts'
import type { ExportTable } from './export-columns.ts'
import type { FileSink } from './file-sink.ts'
import type { FormatWriter } from './formats.ts'
import { csvField, delimiterOf } from './line-writer.ts'

/** The codebook as CSV. */
export function codebookFormat(sink: FileSink, tables: readonly ExportTable[], options: CsvOptions): FormatWriter {
  const nothing = async () => undefined
  return {
    passes: 1,
    begin: nothing,
    write: nothing,
    end: nothing,
    async finish() {
      if (options.bom) sink.text('\ufeff')
      for (const row of codebookRows(tables, options.language)) {
        const fields = row.map((value) => (typeof value === 'number' ? String(value) : csvField(value ?? '')))
        sink.text(`${fields.join(delimiterOf(options))}\r\n`)
        if (sink.isFull) await sink.flush()
      }
    },
  }
}
