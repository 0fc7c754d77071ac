import { randomUUID } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'

const chunk = (name: string, content: Buffer) => {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content])
  const ends = Buffer.alloc(8)
  ends.writeUInt32BE(content.length)
  ends.writeUInt32BE(crc32(named), 4)
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)])
}
/** A PDF, different each time. */
export function aDocument(bytes = 64 * 1024): Buffer {
  const content = Buffer.alloc(bytes, `${randomUUID()}\n`)
  content.write('%PDF-1.7\n')
  content.write('\n%%EOF\n', content.length - 7)
  return content
}

/** A picture full of detail, heavier and wider than any screen that answers. */
export function aPicture(width = 2000, height = 500): Buffer {
  const head = Buffer.from('00000000000000000802000000', 'hex')
  head.writeUInt32BE(width)
  head.writeUInt32BE(height, 4)
  const dots = Buffer.alloc((width * 3 + 1) * height)
  for (let at = 0, seed = 1; at < dots.length; at++) {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0
    dots[at] = at % (width * 3 + 1) === 0 ? 0 : seed >>> 16
  }
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(dots)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
