const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const UTF8_NAMES = 0x0800
/** The first of January 1980: the hour of an answer is nobody's business. */
const NO_DAY = 0x21

/** Files in one archive, stored as they are: photos and PDFs do not get smaller. */
export async function zip(files: readonly (readonly [string, Blob])[]): Promise<Blob> {
  const parts: BlobPart[] = []
  const listed: BlobPart[] = []
  let offset = 0
  let listedSize = 0
  for (const [name, content] of files) {
    const bytes = new Uint8Array(await content.arrayBuffer())
    const nameBytes = new TextEncoder().encode(name)
    const about = [UTF8_NAMES, 0, 0, NO_DAY]
    const sizes = [crc32(bytes), bytes.length, bytes.length]
    const local = record([LOCAL], [20, ...about], sizes, [nameBytes.length, 0])
    const central = record([CENTRAL], [20, 20, ...about], sizes, [nameBytes.length, 0, 0, 0, 0], [0, offset])
    parts.push(local, nameBytes, bytes)
    listed.push(central, nameBytes)
    offset += local.length + nameBytes.length + bytes.length
    listedSize += central.length + nameBytes.length
  }
  const end = record([END], [0, 0, files.length, files.length], [listedSize, offset], [0])
  return new Blob([...parts, ...listed, end], { type: 'application/zip' })
}

/** Numbers as an archive writes them: by turns four bytes each, two bytes each. */
function record(...groups: number[][]): Uint8Array<ArrayBuffer> {
  const bytes = groups.flatMap((group, index) =>
    group.flatMap((number) => {
      const four = [number & 255, (number >>> 8) & 255, (number >>> 16) & 255, number >>> 24]
      return index % 2 === 0 ? four : four.slice(0, 2)
    }),
  )
  return new Uint8Array(bytes)
}

const TABLE = Uint32Array.from({ length: 256 }, (_, value) => {
  let code = value
  for (let bit = 0; bit < 8; bit++) code = code & 1 ? 0xedb88320 ^ (code >>> 1) : code >>> 1
  return code
})

function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff
  for (const byte of bytes) sum = TABLE[(sum ^ byte) & 255]! ^ (sum >>> 8)
  return (sum ^ 0xffffffff) >>> 0
}
