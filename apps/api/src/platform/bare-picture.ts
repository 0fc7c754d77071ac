/** A picture that is not built as it should be. */
export class BrokenPicture extends Error {}

/**
 * A picture without what its camera wrote beside it: place, time, device, author. Which way is up is kept. Other files
 * are left as they are: a PDF cannot be taken apart safely, and the page says so to the respondent.
 * @throws BrokenPicture
 */
export function barePicture(bytes: Buffer, type: string): Buffer {
  if (type === 'image/jpeg') return bareJpeg(bytes)
  if (type === 'image/png') return barePng(bytes)
  return type === 'image/webp' ? bareWebp(bytes) : bytes
}

const START_OF_SCAN = 0xda
const END_OF_IMAGE = 0xd9
const EXIF_OR_XMP = 0xe1
const COLOUR_PROFILE = 0xe2
const ADOBE_COLOUR = 0xee
const COMMENT = 0xfe

/** Left out are segments that only speak about the picture, and whatever cameras append behind its end. */
function bareJpeg(bytes: Buffer): Buffer {
  const parts: Buffer[] = [bytes.subarray(0, 2)]
  let turn: number | undefined
  let at = 2
  for (;;) {
    if (at + 2 > bytes.length || bytes[at] !== 0xff) throw new BrokenPicture()
    const marker = bytes[at + 1]!
    // Bytes may fill up before a marker.
    if (marker === 0xff) {
      at++
      continue
    }
    if (marker === END_OF_IMAGE) break
    if (at + 4 > bytes.length) throw new BrokenPicture()
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    if (end < at + 4 || end > bytes.length) throw new BrokenPicture()
    const segment = bytes.subarray(at, end)
    if (marker === EXIF_OR_XMP) turn ??= turnOf(segment.subarray(4))
    if (belongsToPicture(marker, segment)) parts.push(segment)
    at = end
    if (marker === START_OF_SCAN) {
      const next = afterScan(bytes, at)
      parts.push(bytes.subarray(at, next))
      at = next
      // Cut off on the way: the rest of the picture is grey, as it was.
      if (at >= bytes.length) break
    }
  }
  if (turn !== undefined && turn !== 1) parts.splice(1, 0, turnSegment(turn))
  return Buffer.concat([...parts, Buffer.from([0xff, END_OF_IMAGE])])
}

function belongsToPicture(marker: number, segment: Buffer): boolean {
  if (marker === COMMENT) return false
  if (marker === COLOUR_PROFILE) return segment.subarray(4, 15).toString('latin1') === 'ICC_PROFILE'
  return marker === ADOBE_COLOUR || marker < EXIF_OR_XMP || marker > 0xef
}

/** Where the dots of a scan end: at the next marker that is neither a stuffed byte nor a restart. */
function afterScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1]
    if (next !== undefined && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
  }
  return bytes.length
}

const TURN_TAG = 0x0112

/** The tag of EXIF that says which way is up. */
function turnOf(exif: Buffer): number | undefined {
  if (exif.subarray(0, 6).toString('latin1') !== 'Exif\0\0') return undefined
  const tiff = exif.subarray(6)
  const little = tiff.subarray(0, 2).toString('latin1') === 'II'
  const u16 = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  try {
    const start = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
    for (let entry = 0; entry < u16(start); entry++) {
      const at = start + 2 + entry * 12
      if (u16(at) === TURN_TAG) return u16(at + 8) >= 1 && u16(at + 8) <= 8 ? u16(at + 8) : undefined
    }
  } catch {
    // Tags that point outside say nothing.
  }
  return undefined
}

/** An EXIF segment with that one tag. */
function turnSegment(turn: number): Buffer {
  const tiff = Buffer.from('MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0', 'latin1')
  tiff.writeUInt16BE(turn, 18)
  const content = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([head, content])
}

const PNG_KEPT = /^(IHDR|PLTE|IDAT|IEND|tRNS|cHRM|gAMA|iCCP|sBIT|sRGB|pHYs|bKGD)$/

function barePng(bytes: Buffer): Buffer {
  const parts: Buffer[] = [bytes.subarray(0, 8)]
  for (let at = 8; at < bytes.length;) {
    if (at + 12 > bytes.length) throw new BrokenPicture()
    const end = at + 12 + bytes.readUInt32BE(at)
    if (end > bytes.length) throw new BrokenPicture()
    const name = bytes.subarray(at + 4, at + 8).toString('latin1')
    if (PNG_KEPT.test(name)) parts.push(bytes.subarray(at, end))
    if (name === 'IEND') return Buffer.concat(parts)
    at = end
  }
  throw new BrokenPicture()
}

const WEBP_KEPT = /^(VP8 |VP8L|VP8X|ALPH|ANIM|ANMF|ICCP)$/
const WEBP_FLAGS_OF_NOTES = 0x0c

function bareWebp(bytes: Buffer): Buffer {
  const parts: Buffer[] = []
  for (let at = 12; at + 8 <= bytes.length;) {
    const size = bytes.readUInt32LE(at + 4)
    const end = at + 8 + size + (size % 2)
    if (at + 8 + size > bytes.length) throw new BrokenPicture()
    const name = bytes.subarray(at, at + 4).toString('latin1')
    const chunk = Buffer.from(bytes.subarray(at, end))
    if (name === 'VP8X') chunk[8]! &= ~WEBP_FLAGS_OF_NOTES
    if (WEBP_KEPT.test(name)) parts.push(chunk)
    at = end
  }
  if (parts.length === 0) throw new BrokenPicture()
  const body = Buffer.concat(parts)
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1')
  head.writeUInt32LE(body.length + 4, 4)
  return Buffer.concat([head, body])
}
