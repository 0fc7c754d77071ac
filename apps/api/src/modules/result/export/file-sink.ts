import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { open } from 'node:fs/promises'

const CHUNK = 1 << 18

/**
 * A file that is written from its beginning to its end: texts are gathered into large pieces, and whoever writes waits
 * for the disk, so that what is held in memory stays small.
 */
export class FileSink {
  bytes = 0
  private readonly hash = createHash('sha256')
  private gathered: string[] = []
  private length = 0
  /** Texts become bytes in here, again and again: pieces of their own would lie about until they are collected. */
  private bytesOfText = Buffer.alloc(0)

  private constructor(private readonly file: FileHandle) {}

  /** Opens a new file, readable by the product alone. */
  static async create(path: string): Promise<FileSink> {
    return new FileSink(await open(path, 'wx', 0o600))
  }

  /** Takes a text; it reaches the file by `flush` at the latest. */
  text(text: string): void {
    this.gathered.push(text)
    this.length += text.length
  }

  /** Whether so much is gathered that it should be written. */
  get isFull(): boolean {
    return this.length >= CHUNK
  }

  /** Writes what was gathered. */
  async flush(): Promise<void> {
    if (this.length === 0) return
    const text = this.gathered.join('')
    this.gathered = []
    this.length = 0
    // A letter takes three bytes at most for each of its units.
    if (this.bytesOfText.length < text.length * 3) this.bytesOfText = Buffer.allocUnsafeSlow(text.length * 3)
    await this.put(this.bytesOfText.subarray(0, this.bytesOfText.write(text, 'utf8')))
  }

  /** Writes bytes after what was gathered. */
  async write(piece: Uint8Array): Promise<void> {
    await this.flush()
    await this.put(piece)
  }

  private async put(piece: Uint8Array): Promise<void> {
    this.hash.update(piece)
    this.bytes += piece.length
    for (let at = 0; at < piece.length;) at += (await this.file.write(piece, at)).bytesWritten
  }

  /** Ends the file; all of it is on the disk when this returns. */
  async finish(): Promise<{ bytes: number; sha256: string }> {
    await this.flush()
    await this.file.sync()
    await this.file.close()
    return { bytes: this.bytes, sha256: this.hash.digest('hex') }
  }

  /** Gives the file up. */
  async abandon(): Promise<void> {
    await this.file.close().catch(() => undefined)
  }
}
