import { readTable } from './read-table.ts'
import { anArchive, aSheet, aWorkbook } from '../../platform/workbook/test-files.ts'

const rowsOf = async (bytes: Uint8Array) => {
  const rows = []
  for await (const row of readTable(bytes)) rows.push(row)
  return rows
}
const cellsOf = async (bytes: Uint8Array) => (await rowsOf(bytes)).map(({ cells }) => cells)
const text = (content: string) => Buffer.from(content)
const problemOf = async (bytes: Uint8Array) =>
  rowsOf(bytes).then(
    () => 'read',
    (error) => error.code ?? error,
  )

describe('CSV as spreadsheets write it', () => {
  it.each([
    ['UTF-8', Buffer.from('nom;ville\nÉclat;Liège\n')],
    ['UTF-8 with a mark', Buffer.from('\ufeffnom;ville\nÉclat;Liège\n')],
    ['Windows-1252', Buffer.from('nom;ville\r\n\xc9clat;Li\xe8ge\r\n', 'latin1')],
    ['UTF-16 little-endian', Buffer.from('\ufeffnom\tville\nÉclat\tLiège\n', 'utf16le')],
    ['commas', text('nom,ville\n"Éclat",Liège')],
    ['tabs', text('nom\tville\nÉclat\tLiège')],
    ['a hint of Excel', text('sep=|\nnom|ville\nÉclat|Liège')],
  ])('reads %s', async (_, bytes) => {
    expect(await cellsOf(bytes)).toEqual([
      ['nom', 'ville'],
      ['Éclat', 'Liège'],
    ])
  })

  it('reads the letters only Windows-1252 has', async () => {
    expect(await cellsOf(Buffer.from('nom\nL\x92\x8cuvre \x80', 'latin1'))).toEqual([['nom'], ['L’Œuvre €']])
  })

  it('keeps signs and line breaks inside quotes, and quotes that stand alone', async () => {
    expect(await cellsOf(text('a;b\n"x;""y""\r\nz";l"atelier'))).toEqual([
      ['a', 'b'],
      ['x;"y"\nz', 'l"atelier'],
    ])
  })

  it('passes over blank rows and counts as the spreadsheet does', async () => {
    expect(await rowsOf(text('\n;;\na;b;;\n\n1;2;3\n;;\n;4\n\n\n'))).toEqual([
      { rowNumber: 3, cells: ['a', 'b'] },
      { rowNumber: 5, cells: ['1', '2'] },
      { rowNumber: 7, cells: ['', '4'] },
    ])
  })

  it('takes the delimiter of the header, not of the texts', async () => {
    expect(await cellsOf(text('nom;"a,b,c,d"\nx;y,z'))).toEqual([
      ['nom', 'a,b,c,d'],
      ['x', 'y,z'],
    ])
  })

  it('takes out what a database cannot keep', async () => {
    expect(await cellsOf(text('a\nx\u0007y'))).toEqual([['a'], ['xy']])
  })

  it.each([
    ['nothing', text(' \n;;\n'), 'EMPTY'],
    ['a quote that never closes', text('a;b\n1;"2\n3;4\n'), 'UNCLOSED_QUOTE'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'NOT_A_TABLE'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae100000000', 'hex'), 'OLD_WORKBOOK'],
    ['one line without end', text(`a;b\n"${'x'.repeat(2_000_000)}"`), 'TOO_LARGE'],
    ['too many columns', text(Array.from({ length: 101 }, (_, n) => n).join(';')), 'TOO_MANY_COLUMNS'],
    ['too many rows', text('a\n'.repeat(50_002)), 'TOO_MANY_ROWS'],
  ])('refuses %s', async (_, bytes, code) => {
    expect(await problemOf(bytes)).toBe(code)
  })

  it('reads fifty thousand rows', async () => {
    expect(await rowsOf(text('a;b\n' + '1;2\n'.repeat(50_000)))).toHaveLength(50_001)
  })
})

describe('workbooks', () => {
  it('reads texts, numbers, rich texts and the first sheet that is not hidden', async () => {
    const rich = { richText: [{ text: 'Les ' }, { font: { bold: true }, text: 'Ateliers' }] }
    expect(
      await cellsOf(
        await aWorkbook(
          [
            ['nom', 'siret', 'vrai'],
            [rich, 41071771400035, true],
          ],
          ['hidden', 'data'],
        ),
      ),
    ).toEqual([
      ['nom', 'siret', 'vrai'],
      ['Les Ateliers', '41071771400035', 'true'],
    ])
  })

  it('gives back the digits of identifiers kept as numbers', async () => {
    const sheet = `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>siret</t></is></c></row>
      <row r="2"><c r="A2"><v>4.1071771400035E13</v></c></row><row r="3"><c r="A3"><v>403170701</v></c></row></sheetData></worksheet>`
    expect(await cellsOf(anArchive(aSheet(sheet)))).toEqual([['siret'], ['41071771400035'], ['403170701']])
  })

  it('keeps the row numbers of sheets with holes, and columns left out', async () => {
    const sheet = `<x:worksheet><x:sheetData><x:row r="2"><x:c r="A2" t="str"><x:v>a &amp; b</x:v></x:c><x:c r="C2" t="str"><x:v>c</x:v></x:c></x:row>
      <x:row r="900000"><x:c r="C900000" t="str"><x:v>&#233;</x:v></x:c></x:row></x:sheetData></x:worksheet>`
    expect(await rowsOf(anArchive(aSheet(sheet)))).toEqual([
      { rowNumber: 2, cells: ['a & b', '', 'c'] },
      { rowNumber: 900000, cells: ['', '', 'é'] },
    ])
  })

  it.each([
    [
      'a row that cannot be',
      aSheet('<sheetData><row r="999999999"><c r="A1" t="str"><v>x</v></c></row></sheetData>'),
      'NOT_A_TABLE',
    ],
    [
      'a cell far to the right',
      aSheet('<sheetData><row r="1"><c r="XFD1" t="str"><v>x</v></c></row></sheetData>'),
      'TOO_MANY_COLUMNS',
    ],
    [
      'a document type with entities',
      aSheet(
        '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData>',
      ),
      'NOT_A_TABLE',
    ],
    ['no sheet', { 'xl/workbook.xml': '<workbook/>', 'xl/_rels/workbook.xml.rels': '<Relationships/>' }, 'NOT_A_TABLE'],
    ['an archive of something else', { 'word/document.xml': '<w/>' }, 'NOT_A_TABLE'],
    ['one endless text', aSheet(Buffer.from(`<sheetData><row><c t="str"><v>${'x'.repeat(5_000_000)}`)), 'TOO_LARGE'],
  ])('refuses %s', async (_, parts, code) => {
    expect(await problemOf(anArchive(parts))).toBe(code)
  })

  it('refuses a bomb by what comes out of it, whatever size it declares', async () => {
    const bomb = anArchive(
      aSheet('<sheetData/>', { 'xl/sharedStrings.xml': Buffer.alloc(80_000_000, '<si></si> ') }),
      10,
    )
    expect(bomb.length).toBeLessThan(2_000_000)
    expect(await problemOf(bomb)).toBe('TOO_LARGE')
  })

  it('refuses an archive that stops in the middle', async () => {
    const whole = await aWorkbook([['nom'], ...Array.from({ length: 500 }, (_, n) => [`row ${n} ${Math.random()}`])])
    expect(await problemOf(whole.subarray(0, whole.length / 2))).toBe('NOT_A_TABLE')
    const damaged = Buffer.from(whole)
    damaged.fill(0xff, 200, 3000)
    expect(['NOT_A_TABLE', 'TOO_LARGE']).toContain(await problemOf(damaged))
  })

  it('leaves the prototype of objects alone', async () => {
    await cellsOf(
      await aWorkbook([
        ['__proto__', 'constructor'],
        ['x', 'y'],
      ]),
    )
    expect(({} as Record<string, unknown>)['x']).toBeUndefined()
  })
})
