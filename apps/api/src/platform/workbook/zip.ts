import { createInflateRaw } from 'node:zlib'
import { Readable } from 'node:stream'
import { TableProblem } from './table-problem.ts'

/** A file inside an archive. */
interface ZipEntry {
  method: number
  at: number
  packedSize: number
}

const MOST_ENTRIES = 5000

/** The files of a ZIP archive by name; only their places are read. */
export function readZip(bytes: Uint8Array): Map<string, ZipEntry> {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = view.lastIndexOf(Buffer.from('504b0506', 'hex'))
  if (end < 0 || end + 22 > view.length) throw new TableProblem('NOT_A_TABLE')
  const count = view.readUInt16LE(end + 10)
  if (count > MOST_ENTRIES) throw new TableProblem('TOO_LARGE')
  const entries = new Map<string, ZipEntry>()
  let at = view.readUInt32LE(end + 16)
  for (let index = 0; index < count; index++) {
    if (at + 46 > view.length || view.readUInt32LE(at) !== 0x02014b50) throw new TableProblem('NOT_A_TABLE')
    const [nameLength, extraLength, commentLength] = [
      view.readUInt16LE(at + 28),
      view.readUInt16LE(at + 30),
      view.readUInt16LE(at + 32),
    ]
    // Bit 0: encrypted.
    if (view.readUInt16LE(at + 8) & 1) throw new TableProblem('OLD_WORKBOOK')
    const name = view.toString('utf8', at + 46, at + 46 + nameLength)
    entries.set(name, {
      method: view.readUInt16LE(at + 10),
      packedSize: view.readUInt32LE(at + 20),
      at: view.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + extraLength + commentLength
  }
  return entries
}

/**
 * The text of one file of an archive, piece by piece. Counts what really comes out: the sizes an archive declares are
 * not believed.
 */
export async function* inflate(
  bytes: Uint8Array,
  { method, at, packedSize }: ZipEntry,
  mostBytes: number,
): AsyncGenerator<string> {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (at + 30 > view.length || view.readUInt32LE(at) !== 0x04034b50) throw new TableProblem('NOT_A_TABLE')
  const start = at + 30 + view.readUInt16LE(at + 26) + view.readUInt16LE(at + 28)
  const packed = view.subarray(start, start + packedSize)
  if (method !== 0 && method !== 8) throw new TableProblem('NOT_A_TABLE')
  const source = Readable.from(pieces(packed))
  const stream = method === 0 ? source : source.pipe(createInflateRaw())
  const decoder = new TextDecoder('utf-8')
  let total = 0
  try {
    for await (const piece of stream) {
      total += (piece as Buffer).length
      if (total > mostBytes) throw new TableProblem('TOO_LARGE')
      yield decoder.decode(piece as Buffer, { stream: true })
    }
  } catch (error) {
    // A damaged archive, or one that stops in the middle.
    throw error instanceof TableProblem ? error : new TableProblem('NOT_A_TABLE')
  } finally {
    stream.destroy()
  }
}

function* pieces(buffer: Buffer): Generator<Buffer> {
  for (let at = 0; at < buffer.length; at += 65_536) yield buffer.subarray(at, at + 65_536)
}
