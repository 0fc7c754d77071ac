import type { Entry, ExportTable } from './export-columns.ts'
import { fastLineWriter } from './fast-line-writer.ts'
import type { FileSink } from './file-sink.ts'
import type { FormatWriter } from './formats.ts'
import { headLine, lineWriter } from './line-writer.ts'
import type { CsvStyle } from './line-writer.ts'
import { ZipSink } from './zip-sink.ts'

export interface CsvOptions extends CsvStyle {
  bom: boolean
}

/** A mark by which spreadsheets know UTF-8. */
const BOM = '\ufeff'

/** CSV: one file, or an archive with a file for each table when questions repeat. */
export function csvFormat(sink: FileSink, tables: readonly ExportTable[], options: CsvOptions): FormatWriter {
  const zip = tables.length > 1 ? new ZipSink(sink) : undefined
  let writeLine: (entry: Entry) => string
  const readsText = ({ repeat }: ExportTable) => repeat === ''
  const put = async (text: string) => (zip ? zip.write(Buffer.from(text, 'utf8')) : sink.text(text))
  return {
    passes: 1,
    readsText,
    async begin(table) {
      const { name, columns } = table
      const fast = readsText(table) ? fastLineWriter(columns, options) : undefined
      writeLine = fast ? (entry) => fast(entry, entry.response.text!) : lineWriter(columns, options)
      await zip?.begin(`${name}.csv`)
      await put(`${options.bom ? BOM : ''}${headLine(columns, options)}`)
    },
    async write(entries) {
      let text = ''
      for (const entry of entries) text += writeLine(entry)
      await put(text)
      if (sink.isFull) await sink.flush()
    },
    async end() {
      await zip?.end()
    },
    async finish() {
      await zip?.finish()
    },
  }
}
