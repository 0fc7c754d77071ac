import { compile } from '../compile.ts'
import { QUESTION_KINDS } from '../model.ts'
import type { Questionnaire } from '../model.ts'
import { questionsOf } from '../walk.ts'
import type { Workbook } from './finding.ts'
import { fromXlsform } from './from-xlsform.ts'
import { imported, lossesOf, problemsOf } from './test-workbook.ts'
import { WORKBOOKS } from './test-workbooks.ts'
import { toXlsform } from './to-xlsform.ts'

const t = (fr: string, nl: string) => ({ fr, nl })

/** One questionnaire with every kind and every property, as the editor makes them. */
const EVERYTHING: Questionnaire = {
  title: t('Votre parcours', 'Uw traject'),
  introduction: t('Qui demande, et pourquoi ?\nNous.', 'Wie vraagt, en waarom?'),
  thanks: { fr: 'Merci' },
  baseLanguage: 'fr',
  languages: ['fr', 'nl', 'fr-x-plain', 'ar'],
  settings: { form_id: 'parcours', version: '4' },
  choiceLists: {
    help: [
      { name: 'pairs', label: t('En binôme', 'In duo') },
      { name: 'crew', label: t('L’équipe', 'Het team'), media: { image: { fr: 'crew.png' } } },
      { name: 'none', label: t('Rien', 'Niets'), exclusive: true },
    ],
    able: [
      { name: 'on_time', label: t('arriver à l’heure', 'op tijd komen') },
      { name: '2', label: t('demander de l’aide', 'hulp vragen') },
    ],
    often: [
      { name: 'never', label: { fr: 'Jamais' } },
      { name: 'always', label: { fr: 'Toujours' } },
    ],
    towns: [
      {
        name: 'mons',
        label: { fr: 'Mons' },
        columns: { region: 'wal', label: 'a header of XLSForm', 'with blank': 'x' },
      },
      { name: 'gent', label: { fr: ' Gand ' }, columns: { region: 'vla' } },
    ],
    empty: [],
    vises_agreement: [{ name: 'x', label: { fr: 'Une liste du même nom' } }],
  },
  items: [
    { key: 'agrees', kind: 'consent', label: t('J’accepte', 'Ik ga akkoord'), required: true },
    {
      key: 'path',
      kind: 'page',
      label: t('Le parcours', 'Het traject'),
      items: [
        {
          key: 'confidence',
          kind: 'thenNow',
          label: t('Ma confiance', 'Mijn zelfvertrouwen'),
          hint: t('De 0 à 10', 'Van 0 tot 10'),
          thenLabel: t('à mon arrivée', 'bij aankomst'),
          nowLabel: t('aujourd’hui', 'vandaag'),
          lowLabel: t('aucune', 'geen'),
          highLabel: t('grande', 'groot'),
          relevant: "${agrees} = 'yes'",
        },
        { key: 'mistakes', kind: 'agreement', label: t('On m’aide', 'Men helpt mij'), declinable: false },
        {
          key: 'able_to',
          kind: 'matrix',
          label: t('Je me sens capable', 'Ik voel me in staat'),
          rows: 'able',
          required: true,
        },
        { key: 'how_often', kind: 'matrix', label: { fr: 'À quelle fréquence ?' }, rows: 'able', choices: 'often' },
        {
          key: 'helps',
          kind: 'multiple',
          label: { fr: 'Qu’est-ce qui aide ?' },
          choices: 'help',
          other: true,
          min: 1,
          max: 3,
          constraint: "not(selected(., 'crew'))",
          constraintMessage: t('Trois au plus', 'Hoogstens drie'),
          origin: { source: 'library', key: 'helps', version: 2 },
        },
      ],
    },
    { key: 'suggested', kind: 'yesNo', label: { fr: 'Avez-vous proposé un changement ?' } },
    {
      key: 'which',
      kind: 'longText',
      label: { fr: 'Lequel ?' },
      relevant: "${suggested} = 'yes'",
      max: 500,
      appearance: 'w2',
    },
    { key: 'plans', kind: 'ranking', label: { fr: 'Classez vos projets' }, choices: 'help', max: 2 },
    {
      key: 'step',
      kind: 'scale',
      label: { fr: 'Votre prochaine étape ?' },
      lowLabel: { fr: 'floue' },
      highLabel: t('claire', 'duidelijk'),
    },
    { key: 'one_to_five', kind: 'scale', label: { fr: 'De 1 à 5' }, min: 1, max: 5, hint: { fr: 'Un chiffre' } },
    { key: 'hours', kind: 'integer', label: { fr: 'Heures' }, min: 0, max: 168, default: '8' },
    { key: 'km', kind: 'decimal', label: { fr: 'km' }, max: 99.5, constraint: '. != 13' },
    {
      key: 'town',
      kind: 'single',
      label: { fr: 'Ville' },
      choices: 'towns',
      choiceFilter: "region = 'wal'",
      other: true,
    },
    { key: 'where', kind: 'place', label: { fr: 'Commune' }, level: 'municipality' },
    { key: 'photo', kind: 'file', label: { fr: 'Photo' }, accept: ['image/jpeg', 'image/png'], maxBytes: 1_000_000 },
    { key: 'paper', kind: 'file', label: { fr: 'Document' } },
    {
      key: 'born',
      kind: 'date',
      label: { fr: 'Né·e le' },
      readOnly: true,
      guidance: t('Demander doucement', 'Vraag het zacht'),
    },
    { key: 'at', kind: 'time', label: { fr: 'À' } },
    { key: 'seen', kind: 'dateTime', label: { fr: 'Vu le' } },
    {
      key: 'name',
      kind: 'shortText',
      label: { fr: '=1+1' },
      hint: { fr: "'apostrophe" },
      requiredMessage: { nl: 'Nodig' },
      required: '${hours} > 3',
    },
    { key: 'twice', kind: 'calculated', calculation: '${hours} * 2', label: { fr: 'Deux fois' } },
    { key: 'code', kind: 'hidden', default: 'x', min: 1 },
    {
      key: 'child',
      kind: 'repeat',
      label: { fr: 'Enfant' },
      count: '${hours}',
      items: [
        { key: 'alone', kind: 'page', items: [{ key: 'first_name', kind: 'shortText', label: { fr: 'Prénom' } }] },
        { key: 'nothing', kind: 'group', label: { fr: 'Vide' }, items: [] },
        { key: 'remark', kind: 'note', label: { fr: 'Merci', ar: 'شكرا' }, media: { audio: { fr: 'merci.mp3' } } },
      ],
    },
  ],
}

const vises = (workbook: Workbook): Workbook => ({
  sheets: workbook.sheets.map(({ name, rows }) => {
    const kept = rows[0]!.indexOf('vises')
    return { name, rows: rows.map((cells) => cells.filter((_, index) => index !== kept)) }
  }),
})
const survey = (workbook: Workbook) => workbook.sheets[0]!.rows as string[][]
const row = (workbook: Workbook, name: string) => {
  const [headers, ...rows] = survey(workbook)
  const cells = rows.find((one) => one[headers!.indexOf('name')] === name)!
  return Object.fromEntries(headers!.map((header, index) => [header, cells[index]]).filter(([, cell]) => cell))
}
/** The workbook with one cell written over, as somebody does in a spreadsheet. */
const edited = (workbook: Workbook, name: string, header: string, text: string): Workbook => {
  const headers = survey(workbook)[0]!
  const rows = survey(workbook).map((cells) =>
    cells[headers.indexOf('name')] === name
      ? cells.map((cell, index) => (headers[index] === header ? text : cell))
      : cells,
  )
  return { sheets: [{ name: 'survey', rows }, ...workbook.sheets.slice(1)] }
}
const question = (questionnaire: Questionnaire, key: string) =>
  Array.from(questionsOf(questionnaire.items), ([one]) => one).find((one) => one.key === key)

describe('import, export and import again', () => {
  it.each(Object.entries(WORKBOOKS))('gives the same questionnaire: %s', (_, workbook) => {
    const questionnaire = imported(workbook)
    expect(imported(toXlsform(questionnaire))).toEqual(questionnaire)
  })

  it('gives the same for every kind and property of ours', () => {
    const kinds = new Set(Array.from(questionsOf(EVERYTHING.items), ([{ kind }]) => kind))
    expect(QUESTION_KINDS.filter((kind) => kind !== 'note' && !kinds.has(kind))).toEqual([])
    expect(imported(toXlsform(EVERYTHING))).toEqual(EVERYTHING)
    expect(lossesOf(toXlsform(EVERYTHING)).filter((line) => line.includes('keptIgnored'))).toEqual([])
  })

  it('gives the same for a draft with next to nothing in it', () => {
    const draft: Questionnaire = { title: {}, baseLanguage: 'nl', languages: ['nl'], choiceLists: {}, items: [] }
    expect(imported(toXlsform(draft))).toEqual(draft)
  })
})

describe('what is written', () => {
  const written = toXlsform(EVERYTHING)

  it('is an XLSForm for other tools, which know nothing of the column vises', () => {
    const plain = fromXlsform(vises(written))
    expect(plain).not.toHaveProperty('problems')
    if (!('questionnaire' in plain)) return
    expect(() => compile(plain.questionnaire)).not.toThrow()
  })

  it('tells other tools of bounds, of what stands alone, and of what the ends of a scale mean', () => {
    expect(row(written, 'helps')).toMatchObject({
      type: 'select_multiple help or_other',
      constraint:
        "(not(selected(., 'crew'))) and count-selected(.) >= 1 and count-selected(.) <= 3 and not(selected(., 'none') and count-selected(.) > 1)",
    })
    expect(row(written, 'step')).toMatchObject({
      type: 'range',
      parameters: 'start=0 end=10 step=1',
      'hint::Français (fr)': '0 = floue, 10 = claire',
      'hint::Nederlands (nl)': '10 = duidelijk',
    })
    expect(row(written, 'hours')).toMatchObject({ constraint: '. >= 0 and . <= 168', default: '8' })
  })

  it('writes then and now, and a matrix, as groups of questions under the names that expressions know', () => {
    expect(
      survey(written)
        .slice(4, 15)
        .map(([type, name]) => [type, name]),
    ).toEqual([
      ['begin_group', 'confidence'],
      ['range', 'confidence_then'],
      ['range', 'confidence_now'],
      ['end_group', ''],
      ['select_one vises_agreement_2', 'mistakes'],
      ['begin_group', 'able_to'],
      ['select_one vises_agreement_2', 'able_to_steps'],
      ['select_one vises_agreement_2', 'able_to_on_time'],
      ['select_one vises_agreement_2', 'able_to_2'],
      ['end_group', ''],
      ['begin_group', 'how_often'],
    ])
  })

  it('names its languages as other tools expect, and says which is the first', () => {
    expect(survey(written)[0]!.slice(0, 6)).toEqual([
      'type',
      'name',
      'label::Français (fr)',
      'label::Nederlands (nl)',
      'label::Français (fr-x-plain)',
      'label::العربية (ar)',
    ])
    expect(written.sheets[2]!.rows[0]!.slice(0, 4)).toEqual(['form_title', 'default_language', 'form_id', 'version'])
    expect(written.sheets[2]!.rows[1]!.slice(0, 4)).toEqual(['Votre parcours', 'Français (fr)', 'parcours', '4'])
  })
})

describe('what somebody changed in the workbook counts', () => {
  const written = toXlsform(EVERYTHING)

  it.each([
    ['confidence', 'label::Nederlands (nl)', 'Zelfvertrouwen', { label: { nl: 'Zelfvertrouwen' }, kind: 'thenNow' }],
    ['confidence_then', 'label::Français (fr)', 'avant', { thenLabel: { fr: 'avant' } }, 'confidence'],
    ['hours', 'constraint', '. > 5', { constraint: '. > 5', max: 168 }],
    ['step', 'hint::Français (fr)', 'Un chiffre', { kind: 'scale', hint: { fr: 'Un chiffre' } }],
    ['suggested', 'type', 'text', { kind: 'shortText' }],
    ['where', 'required', 'yes', { kind: 'place', level: 'municipality', required: true }],
  ])('%s %s', (name, header, text, expected, key = name) => {
    expect(question(imported(edited(written, name, header, text)), key)).toMatchObject(expected)
  })

  it('and what was kept is told when it does not fit any more', () => {
    const place = survey(written).findIndex(([, name]) => name === 'suggested') + 1
    const told = lossesOf(edited(written, 'suggested', 'type', 'text')).filter((line) => line.includes('keptIgnored'))
    expect(told).toEqual([expect.stringMatching(`^survey ${place} `)])
  })

  it('leaves questions of their own where a matrix is taken apart', () => {
    const apart = imported(edited(written, 'able_to', 'vises', '{"is":{"kind":"matrix","rows":7}}'))
    expect(question(apart, 'able_to')).toBeUndefined()
    expect(question(apart, 'able_to_on_time')).toMatchObject({ kind: 'single', choices: 'vises_agreement_2' })
    expect(apart.choiceLists['vises_agreement_2']).toHaveLength(5)
  })

  it.each([
    ['no JSON', '{'],
    ['another form', '[1]'],
    ['a prototype', '{"is":{"__proto__":{"polluted":true},"kind":"text"}}'],
    ['an unknown property', '{"is":{"polluted":true}}'],
    ['another key', '{"is":{"key":"constructor"}}'],
    ['items of its own', '{"is":{"items":[]}}'],
  ])('a cell of the column vises with %s does no harm', (_, cell) => {
    const questionnaire = imported(edited(written, 'where', 'vises', cell))
    expect(question(questionnaire, 'where')).toEqual({ key: 'where', kind: 'shortText', label: { fr: 'Commune' } })
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('settings that somebody spoiled do no harm either', () => {
    const settings = written.sheets[2]!.rows.map((cells, index) => [
      ...cells.slice(0, -1),
      index ? '{"is":{"items":5}}' : 'vises',
    ])
    const spoiled = { sheets: [...written.sheets.slice(0, 2), { name: 'settings', rows: settings }] }
    expect(problemsOf(spoiled)).toEqual([])
    expect(imported(spoiled).title).toEqual({ fr: 'Votre parcours' })
  })
})
