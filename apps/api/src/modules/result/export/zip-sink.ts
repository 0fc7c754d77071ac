import { crc32, createDeflateRaw } from 'node:zlib'
import type { DeflateRaw } from 'node:zlib'
import type { FileSink } from './file-sink.ts'

const MOST_32 = 0xffff_ffff

interface Written {
  name: Buffer
  at: number
  crc: number
  bytes: number
  packed: number
}

/** Several files as one archive, written one after the other while they are made. Larger than 4 GB: ZIP64. */
export class ZipSink {
  private readonly files: Written[] = []
  private current: { entry: Written; deflate: DeflateRaw; done: Promise<void> } | undefined

  constructor(private readonly sink: FileSink) {}

  /** Begins a file. */
  async begin(name: string): Promise<void> {
    const entry: Written = { name: Buffer.from(name), at: this.sink.bytes, crc: 0, bytes: 0, packed: 0 }
    // Sizes follow the content; names are UTF-8.
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(45, 4)
    head.writeUInt16LE(0x0808, 6)
    head.writeUInt16LE(8, 8)
    head.writeUInt16LE(0x21, 12)
    head.writeUInt16LE(entry.name.length, 26)
    await this.sink.write(Buffer.concat([head, entry.name]))
    const deflate = createDeflateRaw({ level: 4 })
    const done = (async () => {
      for await (const piece of deflate as AsyncIterable<Buffer>) {
        entry.packed += piece.length
        await this.sink.write(piece)
      }
    })()
    done.catch(() => undefined)
    this.current = { entry, deflate, done }
  }

  /** Writes a piece of the file that was begun. */
  async write(piece: Buffer): Promise<void> {
    const { entry, deflate, done } = this.current!
    entry.crc = crc32(piece, entry.crc)
    entry.bytes += piece.length
    if (!deflate.write(piece)) await Promise.race([new Promise((resolve) => deflate.once('drain', resolve)), done])
  }

  /** Ends the file that was begun. */
  async end(): Promise<void> {
    const { entry, deflate, done } = this.current!
    deflate.end()
    await done
    const tail = Buffer.alloc(24)
    tail.writeUInt32LE(0x08074b50, 0)
    tail.writeUInt32LE(entry.crc, 4)
    tail.writeBigUInt64LE(BigInt(entry.packed), 8)
    tail.writeBigUInt64LE(BigInt(entry.bytes), 16)
    // Readers expect short sizes unless the directory says that they are long.
    await this.sink.write(isLong(entry) ? tail : Buffer.concat([tail.subarray(0, 12), tail.subarray(16, 20)]))
    this.files.push(entry)
    this.current = undefined
  }

  /** Writes the directory; the archive is complete. */
  async finish(): Promise<void> {
    const at = this.sink.bytes
    for (const file of this.files) await this.sink.write(directoryEntry(file))
    const length = this.sink.bytes - at
    const count = this.files.length
    if (at > MOST_32 || this.files.some(isLong)) {
      const long = Buffer.alloc(76)
      long.writeUInt32LE(0x06064b50, 0)
      long.writeBigUInt64LE(44n, 4)
      long.writeUInt16LE(45, 12)
      long.writeUInt16LE(45, 14)
      for (const place of [24, 32]) long.writeBigUInt64LE(BigInt(count), place)
      long.writeBigUInt64LE(BigInt(length), 40)
      long.writeBigUInt64LE(BigInt(at), 48)
      long.writeUInt32LE(0x07064b50, 56)
      long.writeBigUInt64LE(BigInt(at + length), 64)
      long.writeUInt32LE(1, 72)
      await this.sink.write(long)
    }
    const end = Buffer.alloc(22)
    end.writeUInt32LE(0x06054b50, 0)
    for (const place of [8, 10]) end.writeUInt16LE(count, place)
    end.writeUInt32LE(length, 12)
    end.writeUInt32LE(Math.min(at, MOST_32), 16)
    await this.sink.write(end)
  }
}

const isLong = ({ bytes, packed, at }: Written): boolean => bytes >= MOST_32 || packed >= MOST_32 || at >= MOST_32

function directoryEntry(file: Written): Buffer {
  const long = isLong(file)
  const extra = Buffer.alloc(long ? 28 : 0)
  if (long) {
    extra.writeUInt16LE(1, 0)
    extra.writeUInt16LE(24, 2)
    extra.writeBigUInt64LE(BigInt(file.bytes), 4)
    extra.writeBigUInt64LE(BigInt(file.packed), 12)
    extra.writeBigUInt64LE(BigInt(file.at), 20)
  }
  const head = Buffer.alloc(46)
  head.writeUInt32LE(0x02014b50, 0)
  head.writeUInt16LE(45, 4)
  head.writeUInt16LE(45, 6)
  head.writeUInt16LE(0x0808, 8)
  head.writeUInt16LE(8, 10)
  head.writeUInt16LE(0x21, 14)
  head.writeUInt32LE(file.crc, 16)
  head.writeUInt32LE(long ? MOST_32 : file.packed, 20)
  head.writeUInt32LE(long ? MOST_32 : file.bytes, 24)
  head.writeUInt16LE(file.name.length, 28)
  head.writeUInt16LE(extra.length, 30)
  head.writeUInt32LE(long ? MOST_32 : file.at, 42)
  return Buffer.concat([head, file.name, extra])
}
