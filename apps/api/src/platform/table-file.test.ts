import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'
import type { Readable } from 'node:stream'
import { centsText, csvStream, inertText, plainText, xlsxStream } from './table-file.ts'
import type { TableFile } from './table-file.ts'

const DANGEROUS = ['=1+1', '+1', '-cmd', '@SUM(A1)', '\tx', '\rx', '\u0000x', '＝1']

const read = async (stream: Readable): Promise<Buffer> => {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(Buffer.from(part))
  return Buffer.concat(parts)
}

const table = (overrides: Partial<TableFile> = {}): TableFile => ({
  name: 'A list: of things',
  language: 'fr',
  columns: [{ header: 'Nom' }, { header: 'Somme', kind: 'money' }, { header: 'Part', kind: 'share' }],
  rows: [
    ['Éco; "services"\nà Liège', 326_526_653, 0.5],
    ['Rien', null, null],
    ['Moins', -5, 1],
  ],
  ...overrides,
})

describe('a table as CSV', () => {
  it('opens in a French spreadsheet: byte order mark, semicolons, decimal commas', async () => {
    const file = await read(csvStream(table()))
    expect(file.subarray(0, 3).toString('hex')).toBe('efbbbf')
    expect(parse(file, { bom: true, delimiter: ';' })).toEqual([
      ['Nom', 'Somme', 'Part'],
      ['Éco; "services"\nà Liège', '3265266,53', '0,5'],
      ['Rien', '', ''],
      ['Moins', '-0,05', '1'],
    ])
  })

  it('opens in an English one: commas and decimal points', async () => {
    expect(parse(await read(csvStream(table({ language: 'en' }))), { bom: true })[1]).toEqual([
      'Éco; "services"\nà Liège',
      '3265266.53',
      '0.5',
    ])
  })

  it('breaks off visibly when a row fails', async () => {
    const rows = (async function* () {
      yield ['one', 1, 1]
      throw new Error('lost')
    })()
    await expect(read(csvStream(table({ rows })))).rejects.toThrow('lost')
  })
})

describe('a text in a table', () => {
  it.each(DANGEROUS)('is never a formula: %j', async (text) => {
    expect(inertText(text)).toBe(`'${text}`)
    expect(plainText(inertText(text))).toBe(text)
    const [, row] = parse(await read(csvStream(table({ rows: [[text, null, null]] }))), {
      bom: true,
      delimiter: ';',
    }) as string[][]
    expect(row![0]).toBe(`'${text}`)
  })

  it('stays as it is when it is harmless', () => {
    for (const text of ['', 'plain', "'t Zonneke", '5 - 3'])
      expect([inertText(text), plainText(text)]).toEqual([text, text])
  })
})

describe('a table as XLSX', () => {
  const open = async (file: TableFile) => {
    const book = new ExcelJS.Workbook()
    await book.xlsx.load((await read(xlsxStream(file))) as never)
    return book.worksheets[0]!
  }

  it('holds money as numbers to the cent and missing amounts as empty cells', async () => {
    const sheet = await open(table())
    expect(sheet.getCell('B2').value).toBe(3265266.53)
    expect(sheet.getCell('B3').value).toBeNull()
    expect(sheet.getCell('A1').value).toBe('Nom')
  })

  it('holds dangerous texts as texts', async () => {
    const sheet = await open(table({ rows: DANGEROUS.map((text) => [text, null, null]) }))
    for (const [index, text] of DANGEROUS.entries()) {
      const cell = sheet.getCell(`A${index + 2}`)
      expect([cell.type, cell.formula]).toEqual([ExcelJS.ValueType.String, undefined])
      expect(cell.value).toBe(text.replace('\u0000', '').replace('\r', '\n'))
    }
  })

  it('breaks off visibly when a row fails', async () => {
    const rows = (async function* () {
      yield ['one', 1, 1]
      throw new Error('lost')
    })()
    await expect(read(xlsxStream(table({ rows })))).rejects.toThrow('lost')
  })
})

describe('cents', () => {
  it.each([
    [0, '0.00'],
    [5, '0.05'],
    [-5, '-0.05'],
    [326_526_653, '3265266.53'],
    [100, '1.00'],
  ])('%d reads %s', (cents, text) => expect(centsText(cents)).toBe(text))
})
