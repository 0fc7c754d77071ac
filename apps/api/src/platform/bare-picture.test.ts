import { deflateSync } from 'node:zlib'
import { barePicture, BrokenPicture } from './bare-picture.ts'
import { fileTypeOf } from './file-type.ts'

const bytes = (text: string) => Buffer.from(text, 'latin1')
const segment = (marker: number, content: Buffer) => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([head, content])
}
const exif = (turn: number) => {
  const tiff = Buffer.alloc(26)
  tiff.write('II*\0', 'latin1')
  tiff.writeUInt32LE(8, 4)
  tiff.writeUInt16LE(1, 8)
  tiff.writeUInt16LE(0x0112, 10)
  tiff.writeUInt16LE(3, 12)
  tiff.writeUInt32LE(1, 14)
  tiff.writeUInt16LE(turn, 18)
  return segment(0xe1, Buffer.concat([bytes('Exif\0\0'), tiff, bytes('GPS-CANARY 50.63,3.06 2027-03-01 14:03:22')]))
}
const SCAN = Buffer.concat([segment(0xda, bytes('\x01\x01\0\0\x3f\0')), Buffer.from([1, 2, 0xff, 0, 3, 0xff, 0xd0, 4])])
const aJpeg = (turn = 6) =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, bytes('JFIF\0\x01\x01\0\0\x01\0\x01\0\0')),
    exif(turn),
    segment(0xe1, bytes('http://ns.adobe.com/xap/1.0/\0<x:creator>CANARY</x:creator>')),
    segment(0xe2, bytes('ICC_PROFILE\0\x01\x01colour')),
    segment(0xe2, bytes('MPF\0CANARY')),
    segment(0xed, bytes('Photoshop 3.0\0CANARY')),
    segment(0xfe, bytes('CANARY comment')),
    segment(0xdb, bytes('table')),
    SCAN,
    segment(0xc4, bytes('second table')),
    SCAN,
    Buffer.from([0xff, 0xd9]),
    bytes('a preview of the camera with CANARY behind the end'),
  ])
const chunk = (name: string, content: Buffer) => {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(content.length)
  head.write(name, 4, 'latin1')
  return Buffer.concat([head, content, Buffer.alloc(4)])
}
const PNG_HEAD = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const aPng = () =>
  Buffer.concat([
    PNG_HEAD,
    chunk('IHDR', Buffer.alloc(13)),
    chunk('tEXt', bytes('Author\0CANARY')),
    chunk('eXIf', bytes('CANARY')),
    chunk('tIME', Buffer.alloc(7)),
    chunk('IDAT', deflateSync(Buffer.alloc(9))),
    chunk('IEND', Buffer.alloc(0)),
    bytes('CANARY'),
  ])
const riff = (...chunks: [string, Buffer][]) => {
  const body = Buffer.concat(
    chunks.map(([name, content]) => {
      const head = Buffer.alloc(8)
      head.write(name, 'latin1')
      head.writeUInt32LE(content.length, 4)
      return Buffer.concat([head, content, Buffer.alloc(content.length % 2)])
    }),
  )
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1')
  head.writeUInt32LE(body.length + 4, 4)
  return Buffer.concat([head, body])
}
const aWebp = () =>
  riff(
    ['VP8X', Buffer.from([0x2c, 0, 0, 0, 0, 0, 0, 0, 0, 0])],
    ['VP8 ', bytes('dots!')],
    ['EXIF', bytes('CANARY')],
    ['XMP ', bytes('CANARY')],
  )

describe('T66 Nothing identifying stored: pictures lose what the camera wrote', () => {
  test.each([
    ['image/jpeg', aJpeg()],
    ['image/png', aPng()],
    ['image/webp', aWebp()],
  ] as const)('%s', async (type, picture) => {
    expect(picture.toString('latin1')).toContain('CANARY')
    const bare = barePicture(picture, type)
    expect(bare.toString('latin1')).not.toMatch(/CANARY|2027|Author|adobe/)
    expect(await fileTypeOf(bare, [type])).toBe(type)
    // Once bare, it stays as it is.
    expect(barePicture(bare, type)).toEqual(bare)
  })

  test('the picture itself, its colours and which way is up are kept', () => {
    const bare = barePicture(aJpeg(6), 'image/jpeg')
    expect(bare.includes(bytes('ICC_PROFILE\0\x01\x01colour'))).toBe(true)
    expect(
      bare.includes(Buffer.concat([segment(0xdb, bytes('table')), SCAN, segment(0xc4, bytes('second table')), SCAN])),
    ).toBe(true)
    expect(bare.subarray(2, 38).toString('hex')).toContain('4578696600004d4d002a00000008000101120003000000010006')
    expect(barePicture(aJpeg(1), 'image/jpeg').includes(bytes('Exif'))).toBe(false)
    expect(barePicture(aWebp(), 'image/webp')).toEqual(
      riff(['VP8X', Buffer.from([0x20, 0, 0, 0, 0, 0, 0, 0, 0, 0])], ['VP8 ', bytes('dots!')]),
    )
  })

  test('a picture that is cut off anywhere is kept without notes or refused, and never hangs', () => {
    for (const [type, picture] of [
      ['image/jpeg', aJpeg()],
      ['image/png', aPng()],
      ['image/webp', aWebp()],
    ] as const) {
      for (let length = 12; length < picture.length; length++) {
        try {
          expect(barePicture(picture.subarray(0, length), type).includes(bytes('CANARY'))).toBe(false)
        } catch (error) {
          expect(error).toBeInstanceOf(BrokenPicture)
        }
      }
    }
  })
})

test.each([
  ['%PDF-1.7', 'application/pdf'],
  ['<html><script>', undefined],
  ['<svg xmlns="http://www.w3.org/2000/svg">', undefined],
  ['MZ\x90\0', undefined],
  ['PK\x03\x04', undefined],
  ['RIFF\0\0\0\0WAVE', undefined],
  ['', undefined],
])('what begins with %j is %s, whatever it is called', async (head, type) =>
  expect(await fileTypeOf(bytes(head), ['image/png', 'image/webp', 'application/pdf'])).toBe(type),
)
