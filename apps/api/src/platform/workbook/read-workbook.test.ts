import ExcelJS from 'exceljs'
import { readWorkbook } from './read-workbook.ts'
import { anArchive, aSheet } from './test-files.ts'

const problemOf = (bytes: Uint8Array) =>
  readWorkbook(bytes).then(
    () => 'read',
    (error) => error.code ?? error,
  )
const bookOf = async (fill: (book: ExcelJS.Workbook) => void) => {
  const book = new ExcelJS.Workbook()
  fill(book)
  return Buffer.from(await book.xlsx.writeBuffer())
}
const aRow = (cells: string) => aSheet(`<worksheet><sheetData>${cells}</sheetData></worksheet>`)

describe('a whole workbook', () => {
  it('is read with all its sheets, in their places', async () => {
    const bytes = await bookOf((book) => {
      const survey = book.addWorksheet('survey')
      survey.getCell('A1').value = 'type'
      survey.getCell('C1').value = 'label::Français (fr)'
      survey.getCell('A4').value = { richText: [{ text: 'in' }, { font: { bold: true }, text: 'teger' }] }
      const choices = book.addWorksheet('choices', { state: 'hidden' })
      choices.addRow([1, 1.5, true, '=1+1', ' kept '])
    })
    expect(await readWorkbook(bytes)).toEqual({
      sheets: [
        { name: 'survey', rows: [['type', '', 'label::Français (fr)'], [], [], ['integer']] },
        { name: 'choices', rows: [['1', '1.5', 'true', '=1+1', ' kept ']] },
      ],
      formulas: [],
    })
  })

  it('gives days and times as people write them, not as a count of days', async () => {
    const bytes = await bookOf((book) => {
      const sheet = book.addWorksheet('survey')
      const day = new Date('2018-03-14T00:00:00Z')
      sheet.addRow([day, 43173, new Date('2018-03-14T09:30:00Z'), 0.5, 43173])
      sheet.getCell('A1').numFmt = 'dd/mm/yyyy'
      sheet.getCell('C1').numFmt = 'yyyy-mm-dd hh:mm'
      sheet.getCell('D1').numFmt = 'hh:mm'
      sheet.getCell('E1').numFmt = '"days" 0'
    })
    expect((await readWorkbook(bytes)).sheets[0]!.rows).toEqual([
      ['2018-03-14', '43173', '2018-03-14T09:30:00', '12:00:00', '43173'],
    ])
  })

  it('counts days from 1904 where the workbook does', async () => {
    const sheet = aRow('<row r="1"><c r="A1" s="0"><v>41711</v></c></row>')
    sheet['xl/workbook.xml'] = sheet['xl/workbook.xml']!.toString().replace(
      '<sheets>',
      '<workbookPr date1904="1"/><sheets>',
    )
    sheet['xl/styles.xml'] = '<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>'
    expect((await readWorkbook(anArchive(sheet))).sheets[0]!.rows).toEqual([['2018-03-14']])
  })

  it('names every cell with a formula, also one that shares it or has no value yet', async () => {
    const sheet = aRow(
      `<row r="2"><c r="B2"><f t="shared" ref="B2:C2" si="0">A1&amp;"x"</f><v>1</v></c><c r="C2"><f t="shared" si="0"/><v>2</v></c></row>
       <row r="7"><c r="AB7"><f>WEBSERVICE("http://127.0.0.1/")</f></c></row>`,
    )
    const { formulas, sheets } = await readWorkbook(anArchive(sheet))
    expect(formulas).toEqual([
      { sheet: 'A', row: 2, column: 'B' },
      { sheet: 'A', row: 2, column: 'C' },
      { sheet: 'A', row: 7, column: 'AB' },
    ])
    expect(sheets[0]!.rows[1]).toEqual(['', '1', '2'])
  })

  it('keeps names that stand for the prototype of objects as plain text', async () => {
    const bytes = await bookOf((book) => book.addWorksheet('__proto__').addRow(['__proto__', 'constructor']))
    expect((await readWorkbook(bytes)).sheets).toEqual([{ name: '__proto__', rows: [['__proto__', 'constructor']] }])
    expect(({} as Record<string, unknown>)['0']).toBeUndefined()
  })
})

describe('a hostile workbook', () => {
  const cell = '<row r="1"><c r="A1" t="str"><v>x</v></c></row>'
  const ENTITIES = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "&a;&a;">]>'
  const many = (count: number, text: string) => text.repeat(count)

  it.each([
    ['nothing at all', () => Buffer.alloc(0), 'EMPTY'],
    ['a text', () => Buffer.from('type,name\n'), 'NOT_A_TABLE'],
    ['an old workbook', () => Buffer.from('d0cf11e0a1b11ae100000000', 'hex'), 'OLD_WORKBOOK'],
    ['an archive of something else', () => anArchive({ 'word/document.xml': '<w/>' }), 'NOT_A_TABLE'],
    [
      'a bomb in its texts',
      () => anArchive(aSheet('', { 'xl/sharedStrings.xml': Buffer.alloc(300_000_000) }), 10),
      'NOT_A_TABLE',
    ],
    ['a bomb in a sheet', () => anArchive(aSheet(Buffer.alloc(300_000_000, ' ')), 10), 'TOO_LARGE'],
    [
      'a bomb that nobody reads',
      () => anArchive({ ...aRow(cell), 'xl/media/a.png': Buffer.alloc(300_000_000) }),
      'TOO_LARGE',
    ],
    [
      'many small bombs',
      () =>
        anArchive({
          ...aRow(cell),
          ...Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`${n}`, Buffer.alloc(4e6)])),
        }),
      'TOO_LARGE',
    ],
    ['a hundred thousand entries', () => manyEntries(anArchive(aRow(cell))), 'TOO_LARGE'],
    ['an entity in a sheet', () => anArchive(aSheet(`${ENTITIES}<sheetData>${cell}</sheetData>`)), 'DOCUMENT_TYPE'],
    [
      'an entity where nobody looks',
      () => anArchive({ ...aRow(cell), 'docProps/app.xml': `<?xml?>${ENTITIES}<a/>` }),
      'DOCUMENT_TYPE',
    ],
    [
      'an entity across two pieces',
      () => anArchive({ ...aRow(cell), 'docProps/app.xml': `<!--${' '.repeat(65_535 - 9)}-->${ENTITIES}` }),
      'DOCUMENT_TYPE',
    ],
    [
      'an entity in another encoding',
      () => anArchive({ ...aRow(cell), 'docProps/app.xml': Buffer.from(`\ufeff${ENTITIES}<a/>`, 'utf16le') }),
      'NOT_A_TABLE',
    ],
    [
      'a giant dimension',
      () => anArchive(aSheet(`<dimension ref="A1:XFD1048576"/><sheetData>${cell}</sheetData>`)),
      'TOO_LARGE',
    ],
    ['a row that cannot be', () => anArchive(aRow('<row r="999999999"><c t="str"><v>x</v></c></row>')), 'NOT_A_TABLE'],
    ['a last row far down', () => anArchive(aRow('<row r="1048576"><c t="str"><v>x</v></c></row>')), 'TOO_MANY_ROWS'],
    ['rows that go back', () => anArchive(aRow(`<row r="9"><c t="str"><v>x</v></c></row>${cell}`)), 'NOT_A_TABLE'],
    [
      'a cell far to the right',
      () => anArchive(aRow('<row r="1"><c r="XFD1" t="str"><v>x</v></c></row>')),
      'TOO_MANY_COLUMNS',
    ],
    [
      'a million texts',
      () => anArchive(aSheet('', { 'xl/sharedStrings.xml': many(1_000_000, '<si><t>a</t></si>') })),
      'TOO_LARGE',
    ],
    [
      'a hundred thousand styles',
      () => anArchive(aSheet('', { 'xl/styles.xml': `<cellXfs>${many(100_000, '<xf numFmtId="14"/>')}</cellXfs>` })),
      'TOO_LARGE',
    ],
    ['more cells than can be read', () => anArchive(aRow(`<row r="1">${many(3_000_000, '<c/>')}</row>`)), 'TOO_LARGE'],
    ['one endless tag', () => anArchive(aRow(`<row ${'a'.repeat(10_000_000)}`)), 'TOO_LARGE'],
    ['attributes that never close', () => anArchive(aRow(`<row a="${"'".repeat(3_000_000)}`)), 'NOT_A_TABLE'],
    ['formulas without end', () => anArchive(aRow(`<row r="1">${many(5000, '<c><f>A1</f></c>')}</row>`)), 'TOO_LARGE'],
  ])('with %s is refused', async (_, build, code) => {
    expect(await problemOf(build())).toBe(code)
  })

  it('that stops in the middle is refused', async () => {
    const whole = await bookOf((book) => book.addWorksheet('survey').addRow(['type']))
    expect(await problemOf(whole.subarray(0, whole.length / 2))).toBe('NOT_A_TABLE')
  })
})

/** The directory says that it has as many entries as it can. */
function manyEntries(archive: Buffer): Buffer {
  const hostile = Buffer.from(archive)
  hostile.writeUInt16LE(0xffff, hostile.lastIndexOf(Buffer.from('504b0506', 'hex')) + 10)
  return hostile
}
