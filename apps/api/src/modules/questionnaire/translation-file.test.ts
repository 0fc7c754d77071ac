import { buffer } from 'node:stream/consumers'
import type { Questionnaire } from '@vises/questionnaire/model.ts'
import { hashOf, marksAfter, translationUnits } from '@vises/questionnaire/translation.ts'
import type { Marks } from '@vises/questionnaire/translation.ts'
import { xlsxStream } from '../../platform/table-file.ts'
import { textura } from './data/textura.ts'
import { takeTranslation } from './take-translation.ts'
import type { FileText } from './translation-file.ts'
import { importTranslation } from './translation-import.ts'
import { translationTable } from './translation-sheet.ts'
import { readXliff, writeXliff } from './xliff.ts'

const HARD = [
  'Un texte & ses "guillemets" <gras> ]]> é 漢字 🎈',
  '  des blancs  autour ',
  'deux\nlignes\tet un tabulateur',
  'Bonjour ${name}, vous avez ${age} ans ; ${name} encore',
  'une cloche \u0007 et un \u0001',
  '=1+1',
  "'+32",
  '_x000D_ écrit tel quel',
  '<!-- pas un commentaire -->',
  '&amp; déjà échappé',
]

const withTexts = (sources: string[], targets: string[]): Questionnaire => ({
  title: { fr: 'Titre', nl: 'Titel' },
  baseLanguage: 'fr',
  languages: ['fr', 'nl'],
  choiceLists: {},
  items: sources.map((source, n) => ({
    key: `q${n}`,
    kind: 'shortText',
    label: { fr: source, ...(targets[n] && { nl: targets[n] }) },
  })),
})

const head = { id: 'id-1', title: 'Titre & <sous-titre>', sourceLanguage: 'fr', language: 'nl' }

/** Out as XLIFF, and in again. */
const throughXliff = (draft: Questionnaire, marks: Marks = {}, change = (xml: string) => xml) =>
  readXliff(new TextEncoder().encode(change(writeXliff(head, translationUnits(draft, marks, 'nl')))))

/** Out as a workbook, and in again. */
async function throughWorkbook(draft: Questionnaire, marks: Marks = {}) {
  const table = translationTable(
    { name: 'x', sourceLanguage: 'fr', language: 'nl', reader: 'fr' },
    translationUnits(draft, marks, 'nl'),
  )
  return importTranslation(await buffer(xlsxStream(table)))
}

describe('a file that comes back as it went', () => {
  const draft = withTexts(
    HARD,
    HARD.map((text) => `nl ${text}`),
  )

  test.each(['XLIFF', 'XLSX'])('as %s says the same, and changes nothing', async (format) => {
    const file = format === 'XLIFF' ? throughXliff(draft) : await throughWorkbook(draft)
    expect(file.language).toBe('nl')
    const { taken, unchanged, faults, questionnaire } = takeTranslation(draft, {}, 'nl', file.texts)
    // A spreadsheet cannot carry control characters: that one text comes back without them.
    const lost = format === 'XLIFF' ? 0 : 1
    expect([taken, unchanged, faults]).toEqual([lost, HARD.length + 1 - lost, []])
    if (format === 'XLIFF') expect(questionnaire).toEqual(draft)
  })

  test('carries every text of a worked questionnaire', async () => {
    for (const file of [throughXliff(textura), await throughWorkbook(textura)]) {
      const units = translationUnits(textura, {}, 'nl')
      expect(file.texts.map(({ path, text }) => [path, text])).toEqual(units.map(({ path, target }) => [path, target]))
    }
  })
})

describe('XLIFF', () => {
  const draft = withTexts(['Un ${age}', 'Deux'], ['', 'Twee'])

  test('says which languages, which version, and protects what is taken up from answers', () => {
    const xml = writeXliff(head, translationUnits(draft, {}, 'nl'))
    expect(xml).toContain('version="2.1" srcLang="fr" trgLang="nl"')
    expect(xml).toContain('<originalData><data id="d1">${age}</data></originalData>')
    expect(xml).toContain('<source>Un <ph id="p1" dataRef="d1" disp="${age}"/></source>')
    expect(xml).toContain('Titre &amp; &lt;sous-titre&gt;')
  })

  test('is read as other tools write it: segments, other prefixes, CDATA, UTF-16', () => {
    const unit = (inner: string) =>
      `<?xml version="1.0"?><x:xliff xmlns:x="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="fr" trgLang="nl-BE"><x:file id="f">
        <x:unit id="1" name="item/q0/label"><x:originalData><x:data id="d1">\${age}</x:data></x:originalData>${inner}</x:unit></x:file></x:xliff>`
    const cases: [string, string][] = [
      [
        '<x:segment><x:source>a</x:source><x:target>Een <x:ph id="1" dataRef="d1"/></x:target></x:segment>',
        'Een ${age}',
      ],
      [
        '<x:segment><x:source>a</x:source><x:target>Een</x:target></x:segment><x:ignorable><x:source> </x:source><x:target> </x:target></x:ignorable><x:segment><x:source>b</x:source><x:target>twee</x:target></x:segment>',
        'Een twee',
      ],
      ['<x:segment><x:source>a</x:source><x:target><![CDATA[a < b & c]]></x:target></x:segment>', 'a < b & c'],
      [
        '<x:segment><x:source>a</x:source><x:target><x:mrk id="m">Een</x:mrk><x:cp hex="0007"/></x:target></x:segment>',
        'Een\u0007',
      ],
    ]
    for (const [inner, text] of cases)
      expect(readXliff(Buffer.from(unit(inner))).texts[0]).toMatchObject({ path: 'item/q0/label', text })
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(unit(cases[0]![0]), 'utf16le')])
    expect(readXliff(utf16)).toMatchObject({ language: 'nl-BE', texts: [{ text: 'Een ${age}' }] })
  })

  test('a stale text that the translator signs again is right again; one left alone stays stale', () => {
    const first = withTexts(['Un', 'Deux'], ['Een', 'Twee'])
    const changed = withTexts(['Premier', 'Deux'], ['Een', 'Twee'])
    const marks = marksAfter(first, changed, marksAfter(undefined, first, {}))
    const untouched = takeTranslation(changed, marks, 'nl', throughXliff(changed, marks).texts)
    expect([untouched.taken, untouched.marks]).toEqual([0, marks])
    const sign = (xml: string) =>
      xml.replaceAll(/state="initial"/g, 'state="final"').replaceAll(/ subState="[^"]*"/g, '')
    const signed = takeTranslation(changed, marks, 'nl', throughXliff(changed, marks, sign).texts)
    expect(signed.taken).toBe(1)
    expect(translationUnits(signed.questionnaire, signed.marks, 'nl').map(({ state }) => state)).toEqual(
      Array(3).fill('translated'),
    )
  })

  const hostile: [string, string][] = [
    [
      'a document type',
      '<?xml version="1.0"?><!DOCTYPE xliff [<!ENTITY a "b">]><xliff version="2.1" trgLang="nl"></xliff>',
    ],
    ['an entity that reaches out', '<!DOCTYPE x SYSTEM "file:///etc/passwd"><xliff version="2.1"></xliff>'],
    ['another version', '<xliff version="1.2"><file></file></xliff>'],
    ['another file', '<html><body></body></html>'],
    ['half a file', '<xliff version="2.1" trgLang="nl"><file><unit id="1" name="x"'],
    ['nothing', ''],
    ['no text', '\u0000\u0001\u0002'],
    ['what is no UTF-8', Buffer.from([0xc3, 0x28, 0xff]).toString('latin1')],
  ]
  test.each(hostile)('%s is refused', (_what, xml) => {
    expect(() => readXliff(Buffer.from(xml, 'latin1'))).toThrow('cannot be read')
  })

  test('quotes and sections without end are refused', () => {
    for (const bad of [
      `<xliff version="2.1">${'<![CDATA['.repeat(100_000)}`,
      `<xliff ${'"'.repeat(100_001)}>`,
      `<xliff ${`a="b" `.repeat(20_000)}`,
      '<'.repeat(200_000),
    ])
      expect(() => readXliff(Buffer.from(bad))).toThrow()
  })
})

describe('what a translator’s file may do', () => {
  const draft = withTexts(['Un', 'Deux ${age}'], ['Een', ''])
  const put = (...texts: FileText[]) => {
    const { taken, unchanged, faults } = takeTranslation(draft, {}, 'nl', texts)
    return { taken, unchanged, faults }
  }
  const refused = (code: string, more: object = {}) => ({
    taken: 0,
    unchanged: 0,
    faults: [{ path: expect.any(String), code, ...more }],
  })
  const path = 'item/q0/label'

  test.each<[string, FileText[], object]>([
    ['a new text', [{ path, text: 'Eén', source: 'Un' }], { taken: 1, unchanged: 0, faults: [] }],
    ['the same text, with other ends of line', [{ path, text: 'Een\r\n' }], { taken: 0, unchanged: 1, faults: [] }],
    ['a text of nowhere', [{ path: 'item/zz/label', text: 'x' }], refused('unknownPath')],
    ['a path that reaches for the prototype', [{ path: '__proto__', text: 'x' }], refused('unknownPath')],
    ['an empty cell takes nothing away', [{ path, text: '  ' }], refused('empty')],
    ['a cell that was computed', [{ path, text: '42', computed: true }], refused('computed')],
    ['a text without end', [{ path, text: 'x'.repeat(2001) }], refused('tooLong', { current: 'Een' })],
    ['an answer that is taken up no more', [{ path: 'item/q1/label', text: 'Twee' }], refused('otherReferences')],
    ['an answer that nobody asked for', [{ path, text: 'Eén ${name}' }], refused('otherReferences')],
    [
      'a text made from older words is taken and marked',
      [{ path, text: 'Eén', source: 'Une' }],
      { taken: 1, unchanged: 0, faults: [{ path, code: 'sourceChanged', current: 'Un' }] },
    ],
    [
      'a text that was translated meanwhile',
      [{ path, text: 'Eén', mark: `${hashOf('Un')}.${hashOf('Ene')}` }],
      refused('changedMeanwhile', { current: 'Een' }),
    ],
    [
      'a mark that is none of ours counts for nothing',
      [{ path, text: 'Eén', mark: 'x y' }],
      { taken: 1, unchanged: 0, faults: [] },
    ],
    [
      'the same text twice: the first counts',
      [
        { path, text: 'Eén' },
        { path, text: 'Anders' },
      ],
      { taken: 1, unchanged: 0, faults: [{ path, code: 'twice' }] },
    ],
  ])('%s', (_what, texts, outcome) => {
    expect(put(...texts)).toEqual(outcome)
  })
})

test('a workbook is read whatever the order of its columns, and one without the paths is refused', async () => {
  const { default: ExcelJS } = await import('exceljs')
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('Feuille')
  sheet.addRow(['Note', 'TARGET::nl', 'Path'])
  sheet.addRow(['x', 'Eén', 'item/q0/label'])
  sheet.addRow(['x', { formula: '1+1', result: 2 }, 'item/q1/label'])
  const bytes = new Uint8Array(await book.xlsx.writeBuffer())
  expect(await importTranslation(bytes)).toEqual({
    language: 'nl',
    texts: [
      { path: 'item/q0/label', text: 'Eén' },
      { path: 'item/q1/label', text: '2', computed: true },
    ],
  })
  const other = new ExcelJS.Workbook()
  other.addWorksheet('x').addRow(['a', 'b'])
  await expect(importTranslation(new Uint8Array(await other.xlsx.writeBuffer()))).rejects.toThrow('cannot be read')
})
