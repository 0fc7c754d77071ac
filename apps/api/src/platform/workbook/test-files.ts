import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
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
    head.writeUInt32LE(crc32(raw), 10)
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

/** A parser built as the product builds it, with its packages inside, since it lies in a folder without any. */
export function aBuiltParser(from: string, source: string): { entry: string; remove(): void } {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'vises-parser-'))
  const entry = path.join(folder, 'parser.mjs')
  const script = `import { rolldown } from 'rolldown'
    const bundle = await rolldown({ input: ${JSON.stringify(path.join(from, source))}, platform: 'node', logLevel: 'silent' })
    await bundle.write({ file: ${JSON.stringify(entry)}, format: 'esm' })`
  execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: import.meta.dirname })
  return { entry, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
