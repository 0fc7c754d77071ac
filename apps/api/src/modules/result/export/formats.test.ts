import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import ExcelJS from 'exceljs'
import JSZip from 'jszip'
import type { Answers } from '@vises/questionnaire/model.ts'
import { asking } from '../test-builders.ts'
import { rangeOf } from '../../../platform/byte-range.ts'
import { exportPath } from './export-files.ts'
import { exportTables } from './export-columns.ts'
import type { Entry, ExportColumn } from './export-columns.ts'
import { FileSink } from './file-sink.ts'
import { csvField } from './line-writer.ts'
import { savCoding } from './sav-names.ts'
import { CaseWriter, cut, savHead, savSeconds, segmentsOf } from './sav-writer.ts'
import type { SavVariable } from './sav-writer.ts'
import { letters, TooManyColumns, xlsxFormat } from './xlsx-format.ts'
import { ZipSink } from './zip-sink.ts'

let folder: string
beforeAll(() => void (folder = mkdtempSync(path.join(os.tmpdir(), 'vises-formats-'))))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let files = 0
/** The bytes that something writes. */
async function written(write: (sink: FileSink) => Promise<void>): Promise<Buffer> {
  const name = path.join(folder, String(files++))
  const sink = await FileSink.create(name)
  await write(sink)
  await sink.finish()
  return readFileSync(name)
}

describe('a field of a CSV', () => {
  it.each([
    ['plain', 'plain'],
    ['=1+1', "'=1+1"],
    ['@x', "'@x"],
    ['\tx', "'\tx"],
    ['+32', "'+32"],
    ['a"b', '"a""b"'],
    ['a;b', '"a;b"'],
    ['a,b', '"a,b"'],
    ['=a\n"', '"\'=a\n"""'],
    ['', ''],
  ])('%j becomes %j', (text, field) => expect(csvField(text)).toBe(field))
})

describe('the names of SPSS variables', () => {
  const column = (name: string): ExportColumn => ({
    name,
    type: 'number',
    label: '',
    choices: [],
    read: () => undefined,
  })
  const names = (...from: string[]) => savCoding(from.map(column), 'fr').names

  it('are what SPSS takes, and one each whatever the case', () => {
    expect(names('age', 'help/pairs', '_x', '1/é', 'WITH', 'Age', 'a-b', 'end.', 'œ', 'age')).toEqual([
      'age',
      'help.pairs',
      'vx',
      'v1e',
      'WITH.1',
      'Age.2',
      'a_b',
      'end',
      'v',
      'age.3',
    ])
    const long = names('x'.repeat(100), 'x'.repeat(101))
    expect([long[0]!.length, long[1]!.length <= 64, long[0] === long[1]]).toEqual([60, true, false])
  })

  it('stay the same when columns follow', () => {
    expect(names('a', 'b/c', 'd').slice(0, 2)).toEqual(names('a', 'b/c'))
  })
})

describe('an SPSS file', () => {
  const variable = (more: Partial<SavVariable>): SavVariable => ({
    name: 'v',
    label: '',
    width: 0,
    format: 'number',
    measure: 'scale',
    values: [],
    missing: [],
    ...more,
  })

  it('keeps long strings in segments, as the format has it', () => {
    expect([1, 255, 256, 600, 20_000].map((width) => segmentsOf(width).length)).toEqual([1, 1, 2, 3, 80])
    expect(segmentsOf(600)).toEqual([255, 255, 96])
    expect(segmentsOf(20_000).at(-1)).toBe(92)
  })

  it('packs numbers into single bytes where it can', () => {
    const writer = new CaseWriter([variable({}), variable({ width: 3 })])
    writer.add([5, Buffer.from('abc')])
    writer.add([undefined, undefined])
    expect([...writer.finish()]).toEqual([105, 253, 255, 254, 0, 0, 0, 0, ...Buffer.from('abc     ')])
    const large = new CaseWriter([variable({})])
    for (const value of [-99, 151, -100, 152, 1.5]) large.add([value])
    expect([...large.finish().subarray(0, 8)]).toEqual([1, 251, 253, 253, 253, 0, 0, 0])
  })

  it('begins with its mark, the number of cases, and ends its head as it must', () => {
    const head = savHead([variable({ name: 'a', width: 300 })], 7, 'Été', new Date('2018-03-14T10:00:00Z'))
    expect(head.subarray(0, 4).toString()).toBe('$FL2')
    expect([head.readInt32LE(68), head.readInt32LE(80)]).toEqual([32 + 6, 7])
    expect(head.subarray(92, 109).toString()).toBe('14 Mar 1810:00:00')
    expect([...head.subarray(-8)]).toEqual([0xe7, 3, 0, 0, 0, 0, 0, 0])
    expect(head.includes('V1=00300\0\t')).toBe(true)
  })

  it('counts days from October 1582', () => {
    expect(savSeconds('1582-10-14T00:00:00Z')).toBe(0)
    expect(savSeconds('2018-03-14T00:00:00Z')).toBe(13_740_364_800)
    expect(savSeconds('never')).toBeUndefined()
  })

  it('cuts texts between letters', () => {
    expect(cut('éé', 3).toString()).toBe('é')
    expect(cut('👩a', 3).length).toBe(0)
    expect(cut('abc', 5).toString()).toBe('abc')
  })
})

describe('an archive', () => {
  it('holds its files as they were written', async () => {
    const large = Buffer.from('0123456789'.repeat(200_000))
    const bytes = await written(async (sink) => {
      const zip = new ZipSink(sink)
      for (const [name, content] of [
        ['é.txt', Buffer.from('un')],
        ['empty', Buffer.alloc(0)],
        ['large', large],
      ] as const) {
        await zip.begin(name)
        await zip.write(content)
        await zip.end()
      }
      await zip.finish()
    })
    const archive = await JSZip.loadAsync(bytes, { checkCRC32: true })
    expect(Object.keys(archive.files)).toEqual(['é.txt', 'empty', 'large'])
    expect(large.equals(await archive.file('large')!.async('nodebuffer'))).toBe(true)
  })
})

describe('a workbook', () => {
  const source = (content = asking([{ kind: 'integer', key: 'n' }])) => ({
    versions: [{ number: 1, content }],
    waves: new Map(),
    otherWaves: 0,
    groups: new Map(),
    language: 'fr',
    joined: false,
    setAside: false,
  })
  const entry = (number: number, answers: Answers): Entry => ({
    number,
    response: {
      waveId: '',
      groupId: null,
      version: 1,
      language: 'fr',
      channel: 'online',
      day: '2018-03-14',
      seconds: null,
      setAside: null,
      answers,
      consent: {},
    },
    answers,
    at: [],
  })

  it('goes on in a further sheet when one is full, with its head again', async () => {
    const tables = exportTables(source())
    const bytes = await written(async (sink) => {
      const writer = xlsxFormat(sink, tables, { labels: true, language: 'fr', rows: 4 })
      await writer.begin(tables[0]!)
      await writer.write(Array.from({ length: 7 }, (_, n) => entry(n + 1, { n })))
      await writer.end()
      await writer.finish()
    })
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(bytes as never)
    expect(book.worksheets.map(({ name, rowCount }) => [name, rowCount])).toEqual([
      ['Réponses', 4],
      ['Réponses 2', 4],
      ['Réponses 3', 2],
      ['Dictionnaire', expect.any(Number)],
    ])
    expect(book.worksheets[2]!.getRow(1).values).toEqual(book.worksheets[0]!.getRow(1).values)
    expect(book.worksheets[2]!.getRow(2).getCell(1).value).toBe(7)
  })

  it('does not take more columns than a spreadsheet has', async () => {
    const choices = Array.from({ length: 16_400 }, (_, n) => ({ name: `c${n}`, label: { fr: '' } }))
    const tables = exportTables(source(asking([{ kind: 'multiple', key: 'q', choices: 'many' }], { many: choices })))
    const sink = await FileSink.create(path.join(folder, 'wide'))
    await expect(xlsxFormat(sink, tables, { labels: true, language: 'fr' }).begin(tables[0]!)).rejects.toThrow(
      TooManyColumns,
    )
    await sink.abandon()
  })

  it('counts its columns with letters', () => {
    expect([0, 25, 26, 701, 702, 16_383].map(letters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD'])
  })
})

describe('a range of bytes', () => {
  it.each([
    ['bytes=0-9', 100, { from: 0, to: 9 }],
    ['bytes=90-', 100, { from: 90, to: 99 }],
    ['bytes=-10', 100, { from: 90, to: 99 }],
    ['bytes=-1000', 100, { from: 0, to: 99 }],
    ['bytes=50-1000', 100, { from: 50, to: 99 }],
    ['bytes=100-', 100, 'unsatisfiable'],
    ['bytes=-0', 100, 'unsatisfiable'],
    ['bytes=9-5', 100, undefined],
    ['bytes=0-1,5-6', 100, undefined],
    ['bytes=-', 100, undefined],
    ['lines=0-1', 100, undefined],
    [`bytes=${'9'.repeat(40)}-`, 100, undefined],
  ])('%s of %i', (header, size, range) => expect(rangeOf(header, size)).toEqual(range))
})

test('the name of a file is one of ours, or there is no such file', () => {
  const id = '01234567-89ab-4cde-8f01-23456789abcd'
  expect(exportPath('/data', `${id}-1.csv`)).toBe(`/data/exports/${id}-1.csv`)
  for (const name of ['../secret', `${id}-1.csv/../../x`, `${id}.csv`, '', `${id}-1.`, `/${id}-1.csv`])
    expect(() => exportPath('/data', name)).toThrow(/no name/)
})
