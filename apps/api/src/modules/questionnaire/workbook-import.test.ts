import { buffer } from 'node:stream/consumers'
import type { Imported } from '@vises/questionnaire/xlsform/from-xlsform.ts'
import { parseInProcess } from '../../platform/workbook/parse-in-process.ts'
import { aBuiltParser, anArchive, aSheet } from '../../platform/workbook/test-files.ts'
import { workbookStream } from '../../platform/workbook/write-workbook.ts'
import { importWorkbook } from './workbook-import.ts'

let parser: ReturnType<typeof aBuiltParser>
beforeAll(() => {
  parser = aBuiltParser(import.meta.dirname, 'workbook-process.ts')
})
afterAll(() => parser.remove())

const inProcess = async (bytes: Uint8Array, told = {}) => {
  const limits = { patience: 20_000, startup: 20_000, memoryMb: 200, told }
  for await (const imported of parseInProcess<Imported>(parser.entry, bytes, limits)) return imported
  return undefined
}
const SURVEY = [
  ['type', 'name', 'label'],
  ['text', 'town', 'Where do you live?'],
]
const aWorkbook = (rows: string[][] = SURVEY) => buffer(workbookStream({ sheets: [{ name: 'survey', rows }] }))

describe('a workbook read in a process of its own', () => {
  it('gives the same as read right here, in the language and with the title it is told', async () => {
    const bytes = await aWorkbook()
    const options = { title: 'A file', language: 'nl' }
    expect(await inProcess(bytes, options)).toEqual(await importWorkbook(bytes, options))
    expect(await importWorkbook(bytes, options)).toMatchObject({
      questionnaire: { title: { nl: 'A file' }, baseLanguage: 'nl' },
    })
  })

  it('is refused with the cells that are computed', async () => {
    const sheet = '<sheetData><row r="1"><c r="A1"><f>"type"</f><v>type</v></c></row></sheetData>'
    expect(await inProcess(anArchive(aSheet(sheet)))).toMatchObject({
      problems: [{ code: 'sheetMissing' }, { sheet: 'A', row: 1, column: 'A', code: 'formula' }],
    })
  })

  it.each([
    ['a bomb', () => anArchive(aSheet(Buffer.alloc(300_000_000, ' '))), 'TOO_LARGE'],
    ['a giant dimension', () => anArchive(aSheet('<dimension ref="A1:XFD1048576"/><sheetData/>')), 'TOO_LARGE'],
    [
      'an entity',
      () => anArchive(aSheet('<!DOCTYPE x [<!ENTITY a SYSTEM "http://127.0.0.1/">]><x>&a;</x>')),
      'DOCUMENT_TYPE',
    ],
    ['as many cells as fit', () => anArchive(aSheet(`<sheetData><row>${'<c/>'.repeat(5_000_000)}`)), 'TOO_LARGE'],
  ])('%s is refused', async (_, build, code) => {
    await expect(inProcess(build())).rejects.toMatchObject({ code })
  })

  it('of a thousand questions and ten thousand choices is no bomb', async () => {
    const survey = Array.from({ length: 1000 }, (_, index) => ['select_one l', `q${index}`, `Question ${index}`])
    const choices = Array.from({ length: 10_000 }, (_, index) => ['l', `c${index}`, `Choice ${index}`])
    const sheets = [
      { name: 'survey', rows: [SURVEY[0]!, ...survey] },
      { name: 'choices', rows: [['list_name', 'name', 'label'], ...choices] },
    ]
    const imported = await inProcess(await buffer(workbookStream({ sheets })), { title: 'T' })
    expect(imported).toMatchObject({ losses: [], questionnaire: { languages: ['en'] } })
  })
})
