import { buffer } from 'node:stream/consumers'
import ExcelJS from 'exceljs'
import { readWorkbook } from './read-workbook.ts'
import { workbookStream } from './write-workbook.ts'

const written = async (sheets: { name: string; rows: string[][] }[]) => await buffer(workbookStream({ sheets }))

describe('a workbook that we write', () => {
  it('comes back as it was, whatever stands in its cells', async () => {
    const rows = [
      ['type', 'label::Français (fr)', 'vises'],
      ['=1+1', '+33 1', '{"is":{"kind":"consent"}}'],
      ['-x', '@import', '_x0041_ and __x005F_'],
      ['a\nb', '<&>"\'', '😀 Éclat'],
    ]
    const sheets = [
      { name: 'survey', rows },
      { name: 'choices', rows: [['list_name']] },
    ]
    expect(await readWorkbook(await written(sheets))).toEqual({ sheets, formulas: [] })
  })

  it('has no cell that a spreadsheet would run', async () => {
    const book = new ExcelJS.Workbook()
    const bytes = await written([{ name: 'survey', rows: [['type'], ['=HYPERLINK("http://x")'], ['\tcmd'], ['-1+1']] }])
    await book.xlsx.load(bytes as unknown as ArrayBuffer)
    const cells = [2, 3, 4].map((row) => book.worksheets[0]!.getCell(row, 1))
    expect(cells.map(({ type, numFmt }) => [type, numFmt])).toEqual(cells.map(() => [ExcelJS.ValueType.String, '@']))
  })

  it('loses only what no workbook can hold', async () => {
    const { sheets } = await readWorkbook(await written([{ name: 's', rows: [['a\u0000b\u0007c\r\nd\ufffe']] }]))
    expect(sheets[0]!.rows).toEqual([['abc\nd']])
  })

  it('of twenty thousand rows leaves room for others while it is written', async () => {
    let turns = 0
    const timer = setInterval(() => turns++, 1)
    const rows = Array.from({ length: 20_000 }, (_, index) => ['list', `choice ${index}`, 'label'])
    const bytes = await written([{ name: 'choices', rows }])
    clearInterval(timer)
    expect((await readWorkbook(bytes)).sheets[0]!.rows).toHaveLength(20_000)
    expect(turns).toBeGreaterThan(20)
  })
})
