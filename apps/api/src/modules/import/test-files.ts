import { deflateRawSync } from 'node:zlib'
import ExcelJS from 'exceljs'

/** A workbook as a spreadsheet would write it. */
export async function aWorkbook(rows: unknown[][], sheets: string[] = ['Sheet']): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  for (const name of sheets) book.addWorksheet(name)
  book.worksheets.at(-1)!.addRows(rows)
  for (const hidden of book.worksheets.slice(0, -1)) hidden.state = 'hidden'
  return Buffer.from(await book.xlsx.writeBuffer())
}

/** An archive of hand-made parts, for workbooks no spreadsheet would write. */
export function anArchive(parts: Record<string, string | Buffer>, declaredSize?: number): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(parts)) {
    const raw = Buffer.from(content)
    const packed = deflateRawSync(raw)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(8, 4)
    head.writeUInt32LE(crc(raw), 10)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(declaredSize ?? raw.length, 18)
    head.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), head, Buffer.from(name), packed])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    central.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), head, place, Buffer.from(name)]))
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(central.length, 4)
  end.writeUInt16LE(central.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...locals, directory, Buffer.from('504b0506', 'hex'), end])
}

/** The least a workbook needs around its sheet. */
export const aSheet = (
  sheet: string | Buffer,
  more: Record<string, string | Buffer> = {},
): Record<string, string | Buffer> => ({
  'xl/workbook.xml': '<workbook><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
  'xl/worksheets/sheet1.xml': sheet,
  ...more,
})

// The checksum is not looked at by our reader; other readers want it right.
function crc(bytes: Buffer): number {
  let value = ~0
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (0xedb88320 & -(value & 1))
  }
  return ~value >>> 0
}
