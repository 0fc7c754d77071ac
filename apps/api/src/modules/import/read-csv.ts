import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import type { TableRow } from './read-table.ts'
import { TableProblem } from '../../platform/workbook/table-problem.ts'

const LONGEST_RECORD = 1_000_000

/** The records of a CSV file in whatever encoding and with whatever delimiter a spreadsheet wrote it. */
export async function* readCsv(bytes: Uint8Array): AsyncGenerator<TableRow> {
  let text = decodeText(bytes)
  // Excel's own hint to itself about the delimiter.
  const hint = /^sep=(.)\r?\n/i.exec(text)
  if (hint) text = text.slice(hint[0].length)
  const parser = parse({
    delimiter: hint?.[1] ?? delimiterOf(text),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: LONGEST_RECORD,
  })
  const records = Readable.from(piecesOf(text)).pipe(parser)
  let rowNumber = hint ? 1 : 0
  try {
    for await (const cells of records) yield { rowNumber: ++rowNumber, cells: cells as string[] }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new TableProblem(PROBLEMS[error.code] ?? 'NOT_A_TABLE')
  }
}

const PROBLEMS: Partial<Record<string, 'UNCLOSED_QUOTE' | 'TOO_LARGE'>> = {
  CSV_QUOTE_NOT_CLOSED: 'UNCLOSED_QUOTE',
  CSV_MAX_RECORD_SIZE: 'TOO_LARGE',
}

/** UTF-8 with or without mark, UTF-16 with one, else Windows-1252, in which older spreadsheets write. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  // A zero byte is in no text of one byte a letter: a picture, an archive, a program.
  if (bytes.includes(0)) throw new TableProblem('NOT_A_TABLE')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Node's own decoder of that name leaves out these 32 letters.
    return Buffer.from(bytes)
      .toString('latin1')
      .replace(/[\u0080-\u009f]/g, (sign) => WINDOWS_1252[sign.charCodeAt(0) - 0x80]!)
  }
}

const WINDOWS_1252 = [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ']

/** The delimiter that cuts the first line with something in it into most pieces. */
export function delimiterOf(text: string): string {
  const line = /[^\r\n]*[^\s;,|][^\r\n]*/.exec(text.slice(0, 100_000))?.[0] ?? ''
  const bare = line.replace(/"(?:[^"]|"")*"/g, '')
  const counts = [';', ',', '\t', '|'].map((sign) => ({ sign, count: bare.split(sign).length }))
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).sign
}

function* piecesOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += 65_536) yield text.slice(at, at + 65_536)
}
