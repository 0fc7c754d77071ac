import { checkQuestionnaire } from '../check.ts'
import { questionsOf, walk } from '../walk.ts'
import type { Item, Question } from '../model.ts'
import { fromXlsform } from './from-xlsform.ts'
import { aWorkbook, imported, lossesOf, problemsOf } from './test-workbook.ts'
import { WORKBOOKS } from './test-workbooks.ts'

const HEAD = ['type', 'name', 'label']
const LISTS = [
  ['list_name', 'name', 'label'],
  ['l', 'a', 'A'],
  ['l', 'b', 'B'],
]
const first = (...row: string[]) => imported(aWorkbook([HEAD, row], LISTS)).items[0] as Question
const item = (workbook: keyof typeof WORKBOOKS, key: string): Item =>
  Array.from(walk(imported(WORKBOOKS[workbook]!).items), ([one]) => one).find((one) => one.key === key)!

describe('question types', () => {
  it.each([
    ['text', { kind: 'shortText' }],
    ['string', { kind: 'shortText' }],
    ['add text prompt', { kind: 'shortText' }],
    ['int', { kind: 'integer' }],
    ['q decimal', { kind: 'decimal' }],
    ['datetime', { kind: 'dateTime' }],
    ['date time', { kind: 'dateTime' }],
    ['select_one l', { kind: 'single', choices: 'l' }],
    ['select one from l', { kind: 'single', choices: 'l' }],
    ['select1 l', { kind: 'single', choices: 'l' }],
    ['select one from l or specify other', { kind: 'single', choices: 'l', other: true }],
    ['select_one l or_other', { kind: 'single', choices: 'l', other: true }],
    ['select_multiple l', { kind: 'multiple', choices: 'l' }],
    ['select all that apply from l or specify other', { kind: 'multiple', choices: 'l', other: true }],
    ['add select multiple prompt using l', { kind: 'multiple', choices: 'l' }],
    ['rank l', { kind: 'ranking', choices: 'l' }],
    ['range', { kind: 'scale', min: 1, max: 10 }],
    ['photo', { kind: 'file', accept: ['image/*'] }],
    ['trigger', { kind: 'consent' }],
    ['number of days in last year', { kind: 'integer', min: 0, max: 365 }],
  ])('reads %s', (type, expected) => {
    expect(first(type, 'q', 'Q')).toEqual({ key: 'q', label: { en: 'Q' }, ...expected })
  })

  it.each([
    'geopoint',
    'geotrace',
    'gps',
    'include',
    'xml-external',
    'osm x',
    'select_one',
    'constructor',
    '__proto__',
    'begin groups',
  ])('refuses %s by its place', (type) => {
    expect(problemsOf(aWorkbook([HEAD, ['text', 'a', 'A'], [], [type, 'q', 'Q']], LISTS))).toEqual([
      `survey 4 A typeUnknown ${type}`,
    ])
  })

  it.each(['audio', 'video', 'add audio prompt'])('refuses %s, which no answer takes', (type) => {
    expect(problemsOf(aWorkbook([HEAD, [type, 'q', 'Q']]))).toEqual([`survey 2 A mediaNotTaken ${type}`])
  })

  it('refuses choices that are not in the workbook', () => {
    expect(
      problemsOf(
        aWorkbook([
          HEAD,
          ['select_one nowhere', 'a', 'A'],
          ['select_one_from_file towns.csv', 'b', 'B'],
          ['select_one towns.geojson', 'c', 'C'],
          ['select_multiple ${child}', 'd', 'D'],
        ]),
      ),
    ).toEqual([
      'survey 2 A listMissing nowhere',
      'survey 3 A choicesFromFile select_one_from_file towns.csv',
      'survey 4 A choicesFromFile select_one towns.geojson',
      'survey 5 A choicesFromAnswers select_multiple ${child}',
    ])
  })

  it('asks a range in other steps as a number that has to meet them', () => {
    expect(item('all plain types', 'k')).toMatchObject({ kind: 'decimal', min: 0, max: 1 })
    expect(item('all plain types', 'j')).toMatchObject({ kind: 'scale', min: 0, max: 10, appearance: 'vertical' })
    const [question] = imported(
      aWorkbook([
        ['type', 'name', 'label', 'parameters', 'constraint'],
        ['range', 'q', 'Q', 'start=0, end=100, step=5', '. != 50'],
      ]),
    ).items
    expect(question).toMatchObject({
      kind: 'integer',
      constraint: '(. != 50) and round((. - 0) div 5, 6) = round((. - 0) div 5, 0)',
    })
  })

  it('takes choices for what they are when nothing of them is lost', () => {
    const kinds = (workbook: keyof typeof WORKBOOKS) =>
      Object.fromEntries(
        Array.from(questionsOf(imported(WORKBOOKS[workbook]!).items), ([{ key, kind }]) => [key, kind]),
      )
    expect(kinds('likert and figures')).toEqual({ trust: 'agreement', clear: 'scale', mood: 'single' })
    expect(item('likert and figures', 'clear')).toMatchObject({ min: 0, max: 3 })
    expect(kinds('several languages, media and messages')).toMatchObject({ sure: 'yesNo', pet: 'single' })
  })
})

describe('languages', () => {
  const languagesOf = (headers: string[], settings?: string[][]) => {
    const { baseLanguage, languages, items } = imported(
      aWorkbook(
        [
          ['type', 'name', ...headers],
          ['text', 'q', ...headers.map((_, index) => `text ${index}`)],
        ],
        undefined,
        settings,
      ),
    )
    return { baseLanguage, languages, label: items[0]!.label }
  }

  it.each([
    [
      ['label::Français (fr)', 'label::Nederlands (nl)'],
      ['fr', 'nl'],
    ],
    [
      ['label::fr', 'label::nl-BE'],
      ['fr', 'nl-BE'],
    ],
    [
      ['label:English', 'label:French'],
      ['en', 'fr'],
    ],
    [
      ['Label::DEUTSCH', 'label :: arabic'],
      ['de', 'ar'],
    ],
    [
      ['label::Français facile (fr-x-plain)', 'label::中文'],
      ['fr-x-plain', 'zh'],
    ],
    [
      ['label::Klingon', 'label::Taal van de wijk'],
      ['und-x-klingon', expect.stringMatching(/^und-x-taalv[a-z0-9]{3}$/)],
    ],
  ])('understands %s', (headers, tags) => {
    const { languages, label } = languagesOf(headers)
    expect(languages).toEqual(tags)
    expect(Object.values(label!)).toEqual(['text 0', 'text 1'])
  })

  it('takes the default language of the settings for the base language and for texts without one', () => {
    expect(
      languagesOf(['label::English (en)', 'label::French (fr)'], [['default_language'], ['French (fr)']]),
    ).toMatchObject({
      baseLanguage: 'fr',
      languages: ['fr', 'en'],
    })
    expect(languagesOf(['label'], [['default_language'], ['Deutsch']])).toEqual({
      baseLanguage: 'de',
      languages: ['de'],
      label: { de: 'text 0' },
    })
    expect(fromXlsform(WORKBOOKS['the least there can be']!, { language: 'nl' })).toMatchObject({
      questionnaire: { baseLanguage: 'nl', languages: ['nl'] },
    })
  })

  it('does not mix labels of no language with those of another column', () => {
    expect(languagesOf(['label', 'label::English (en)'])).toEqual({
      baseLanguage: 'und',
      languages: ['und', 'en'],
      label: { und: 'text 0', en: 'text 1' },
    })
  })

  it('says when two columns have the same meaning', () => {
    const survey = [
      ['type', 'name', 'label::French', 'label::Français (fr)'],
      ['text', 'q', 'a', 'b'],
    ]
    expect(problemsOf(aWorkbook(survey))).toEqual(['survey 1 D columnTwice label::Français (fr)'])
  })
})

describe('what stands beside a question', () => {
  it('is read in all languages', () => {
    expect(item('several languages, media and messages', 'age')).toEqual({
      key: 'age',
      kind: 'integer',
      label: { fr: 'Votre âge', en: 'Your age' },
      hint: { fr: 'En années' },
      guidance: { en: 'Ask gently' },
      media: { image: { en: 'a.png' }, audio: { fr: 'a.mp3' } },
      required: true,
      requiredMessage: { en: 'We need it' },
      constraint: '. > 17',
      constraintMessage: { fr: '18 ans' },
    })
    expect(item('several languages, media and messages', 'name')).toMatchObject({
      required: '${age} > 20',
      readOnly: true,
    })
    expect(item('several languages, media and messages', 'pet')).not.toHaveProperty('required')
  })

  it('keeps expressions as they are written, but for the quotation marks of word processors and TRUE', () => {
    const { items } = imported(
      aWorkbook([
        [...HEAD, 'relevant', 'constraint'],
        ['text', 'a', 'A', 'TRUE'],
        ['text', 'b', 'B', '${a} = ‘x’', 'string-length(.)\n> 2'],
      ]),
    )
    expect(items).toMatchObject([
      { relevant: 'true()' },
      { relevant: "${a} = 'x'", constraint: 'string-length(.)\n> 2' },
    ])
  })

  it('says what a type has no use for', () => {
    const survey = [
      [...HEAD, 'required', 'constraint', 'choice_filter', 'parameters', 'image', 'buttonText'],
      ['note', 'n', 'N', 'yes', '', '', '', 'n.png'],
      ['text', 't', 'T', 'no', '', 'x = 1', 'max-pixels=300'],
      ['begin group', 'g', 'G', 'no', '', '', '', '', 'Launch'],
      ['text', 'u', 'U'],
      ['end group'],
    ]
    expect(lossesOf(aWorkbook(survey))).toEqual([
      'survey 1 I columnIgnored buttonText',
      'survey 2 D notUsed yes',
      'survey 2 H toMend missingFile n.png',
      'survey 3 F notUsed x = 1',
      'survey 3 G parameterIgnored max-pixels=300',
    ])
  })
})

describe('groups, pages, repeats and loops', () => {
  it('stand in each other as written; a field list that stands alone is a page', () => {
    expect(imported(WORKBOOKS['groups, pages and repeats']!).items).toEqual([
      {
        key: 'you',
        kind: 'page',
        label: { en: 'You' },
        hint: { en: 'All of it' },
        appearance: 'w1',
        items: [
          {
            key: 'inner',
            kind: 'group',
            label: { en: 'Inner' },
            appearance: 'field-list',
            items: [expect.objectContaining({ key: 'children' })],
          },
        ],
      },
      {
        key: 'child',
        kind: 'repeat',
        label: { en: 'Child' },
        relevant: '${children} > 0',
        count: '${children}',
        items: [
          {
            key: 'shown',
            kind: 'group',
            appearance: 'field-list',
            items: [expect.objectContaining({ key: 'first_name' })],
          },
        ],
      },
      { key: 'visit', kind: 'repeat', label: { en: 'Visit' }, items: [expect.objectContaining({ key: 'day' })] },
    ])
  })

  it('are told where they do not match', () => {
    const survey = [
      HEAD,
      ['end group'],
      ['begin repeat', 'r', 'R'],
      ['text', 't', 'T'],
      ['end group'],
      ['begin group', 'g', 'G'],
    ]
    expect(problemsOf(aWorkbook(survey))).toEqual([
      'survey 2 A endWithoutBegin end group',
      'survey 3 A beginWithoutEnd r',
      'survey 5 A endWithoutBegin end group',
      'survey 6 A beginWithoutEnd g',
    ])
  })

  it('writes a loop out for each choice', () => {
    expect(imported(WORKBOOKS['a loop']!).items).toEqual([
      {
        key: 'each',
        kind: 'group',
        label: { en: 'Each animal', fr: 'Chaque animal' },
        items: [
          {
            key: 'each_hen',
            kind: 'group',
            label: { en: 'Hen', fr: 'Poule' },
            items: [
              { key: 'count_hen', kind: 'integer', label: { en: 'How many Hen?', fr: 'Combien : Poule ?' } },
              expect.objectContaining({ key: 'why_hen', relevant: '${count_hen} > 10' }),
            ],
          },
          expect.objectContaining({ key: 'each_goat' }),
        ],
      },
    ])
    expect(lossesOf(WORKBOOKS['a loop']!)).toEqual(['survey 2 A loopUnrolled animals'])
  })

  it('refuses loops in loops that would never end', () => {
    const deep = Array.from({ length: 20 }, (_, index) => ['begin loop over many', `l${index}`, 'L'])
    const many = Array.from({ length: 100 }, (_, index) => ['many', `c${index}`, 'C'])
    const survey = [HEAD, ...deep, ['text', 't', 'T'], ...deep.map(() => ['end loop'])]
    expect(problemsOf(aWorkbook(survey, [['list_name', 'name', 'label'], ...many]))).toContain(
      'survey 2 A tooMany many',
    )
  })

  it('refuses more levels and more questions than can be asked', () => {
    const begins = Array.from({ length: 9 }, (_, index) => ['begin group', `g${index}`, 'G'])
    expect(problemsOf(aWorkbook([HEAD, ...begins, ['text', 't', 'T'], ...begins.map(() => ['end group'])]))).toEqual([
      'survey 10 A tooDeep',
    ])
    const questions = Array.from({ length: 1001 }, (_, index) => ['text', `q${index}`, 'Q'])
    expect(problemsOf(aWorkbook([HEAD, ...questions]))).toEqual(['survey 1002 A tooMany'])
  })
})

describe('choices', () => {
  it('keep the columns that filters read, and lists of external_choices get a name of their own', () => {
    const { choiceLists, items } = imported(WORKBOOKS['cascading choices']!)
    expect(choiceLists['town']).toEqual([
      { name: 'mons', label: { en: 'Mons' }, media: { image: { en: 'mons.png' } }, columns: { region: 'wal' } },
      { name: 'gent', label: { en: 'Gent' }, columns: { region: 'vla' } },
    ])
    expect(choiceLists['street_external']).toHaveLength(2)
    expect(items).toMatchObject([
      { choices: 'region' },
      { choices: 'town', choiceFilter: 'region = ${region}' },
      { choices: 'street_external', choiceFilter: 'town = ${town}' },
    ])
  })

  it('are told when they are there twice, unless the settings allow it, and when several cannot be told apart', () => {
    const survey = [HEAD, ['select_one l', 'q', 'Q'], ['select_multiple m', 'r', 'R']]
    const choices = [...LISTS, ['l', 'a', 'Again'], ['m', 'two words', 'M'], ['m', '', 'No name']]
    expect(problemsOf(aWorkbook(survey, choices))).toEqual([
      'choices 4 B choiceTwice a',
      'choices 5 B choiceNameNotAllowed two words',
      'choices 6 B nameMissing m',
    ])
    const allowed = [['allow_choice_duplicates'], ['yes']]
    expect(problemsOf(aWorkbook(survey.slice(0, 2), choices.slice(0, 4), allowed))).toEqual([])
  })
})

describe('what is anonymous by design', () => {
  it('is left out, or stays empty where the rest of the workbook speaks of it', () => {
    const survey = [
      HEAD,
      ['start', 'start'],
      ['deviceid', 'device'],
      ['audit', ''],
      ['today', 'today'],
      ['username', 'user'],
      ['note', 'n', 'Thank you ${user}'],
    ]
    expect(imported(aWorkbook(survey)).items).toEqual([
      { key: 'today', kind: 'calculated', calculation: 'once(today())' },
      { key: 'user', kind: 'hidden' },
      { key: 'n', kind: 'note', label: { en: 'Thank you ${user}' } },
    ])
    expect(lossesOf(aWorkbook(survey))).toEqual([
      'survey 2 A metadataDropped start',
      'survey 3 A metadataDropped deviceid',
      'survey 4 A metadataDropped audit',
      'survey 6 A metadataEmpty username',
    ])
  })
})

describe('names', () => {
  it('are changed where they cannot be keys, together with everything that speaks of them', () => {
    const survey = [
      [...HEAD, 'relevant'],
      ['text', 'prénom', 'Prénom'],
      ['text', 'why', 'Why, ${ prénom }?', "${prénom} != ''"],
      ['text', 'WHY', 'Again?'],
    ]
    expect(imported(aWorkbook(survey)).items).toMatchObject([
      { key: 'prenom' },
      { key: 'why', label: { en: 'Why, ${ prenom }?' }, relevant: "${prenom} != ''" },
      { key: 'WHY_2' },
    ])
    expect(lossesOf(aWorkbook(survey))).toEqual([
      'survey 2 B renamed prénom → prenom',
      'survey 4 B renamed WHY → WHY_2',
    ])
  })

  it('are refused where nobody could tell what is meant', () => {
    const survey = [
      HEAD,
      ['text', '', 'No name'],
      ['text', 'two words', 'Blanks'],
      ['text', '__proto__', 'Prototype'],
      ['text', 'constructor', 'Constructor'],
      ['text', 'a', 'A'],
      ['text', 'a', 'A again'],
      ['note', 'n', '${a}'],
      ['select_one l or_other', 'b', 'B'],
      ['text', 'b_other', 'Other: ${b_other}'],
      ['', 'x', 'No type'],
      ['', '', '', 'a remark'],
    ]
    expect(problemsOf(aWorkbook(survey, LISTS))).toEqual([
      'survey 2 B nameMissing',
      'survey 3 B nameNotAllowed two words',
      'survey 4 B nameNotAllowed __proto__',
      'survey 5 B nameNotAllowed constructor',
      'survey 7 B nameTwice a',
      'survey 10 B nameTwice b_other',
      'survey 11 A typeMissing x',
    ])
  })

  it('leaves the prototype of objects alone, whatever headers, lists and settings are called', () => {
    const survey = [
      ['type', 'name', 'label', '__proto__', 'constructor'],
      ['select_one l', 'q', 'Q', 'x', 'y'],
    ]
    const choices = [
      ['list_name', 'name', 'label', '__proto__', 'prototype'],
      ['l', 'a', 'A', 'polluted', 'polluted'],
    ]
    const settings = [
      ['__proto__', 'form_title'],
      ['polluted', 'T'],
    ]
    const questionnaire = imported(aWorkbook(survey, choices, settings))
    expect(questionnaire.choiceLists).toEqual({ l: [{ name: 'a', label: { en: 'A' } }] })
    expect(questionnaire).not.toHaveProperty('settings')
    expect(
      problemsOf(
        aWorkbook(survey, [
          ['list_name', 'name'],
          ['__proto__', 'a'],
          ['l', 'a'],
        ]),
      ),
    ).toEqual(['choices 2 A nameNotAllowed __proto__'])
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})

describe('an answer of OK', () => {
  it('becomes a yes wherever a workbook asks for it', () => {
    const survey = [
      [...HEAD, 'relevant', 'constraint'],
      ['acknowledge', 'read', 'I have read it', '', ". = 'OK'"],
      ['text', 'why', 'Why?', "${read} = 'OK' and ${other} = 'OK'"],
      ['text', 'other', 'Other'],
    ]
    expect(imported(aWorkbook(survey)).items).toMatchObject([
      { kind: 'consent', constraint: ". = 'yes'" },
      { relevant: "${read} = 'yes' and ${other} = 'OK'" },
      {},
    ])
  })
})

describe('logic', () => {
  it('that cannot be read is refused, and what can be mended is told, each by its cell', () => {
    const survey = [
      [...HEAD, 'relevant', 'calculation', 'choice_filter'],
      ['text', 'a', 'A', 'a b c'],
      ['text', 'b', 'B', '', "pulldata('x', 'y', 'z', ${a})"],
      ['text', 'c', 'C', "instance('l')/root/item = 1"],
      ['text', 'd', 'D', '${nobody} = 1'],
    ]
    expect(problemsOf(aWorkbook(survey))).toEqual([
      'survey 2 D expression syntax a b c',
      "survey 3 E expression unknownFunction pulldata('x', 'y', 'z', ${a})",
      "survey 4 D expression unsupportedPath instance('l')/root/item = 1",
    ])
    expect(lossesOf(aWorkbook(survey))).toContain('survey 5 D toMend unknownReference ${nobody} = 1')
  })

  it('that holds a column against a bare word is taken as it is meant, and can be published', () => {
    const survey = [
      [...HEAD, 'choice_filter'],
      ['select_one l', 'q', 'Q', 'pastel=yes'],
      ['select_one l', 'r', 'R', 'pastel=other'],
    ]
    const choices = [
      ['list_name', 'name', 'label', 'pastel', 'other'],
      ['l', 'red', 'Red', 'no', 'no'],
      ['l', 'mauve', 'Mauve', 'yes', 'yes'],
    ]
    expect(lossesOf(aWorkbook(survey, choices))).toEqual(["survey 2 D quoted pastel = 'yes'"])
    const questionnaire = imported(aWorkbook(survey, choices))
    expect(questionnaire.items.map((item) => 'choiceFilter' in item && item.choiceFilter)).toEqual([
      "pastel = 'yes'",
      'pastel=other',
    ])
    expect(checkQuestionnaire(questionnaire).map(({ place }) => place)).not.toContain('choiceFilter')
  })

  it('of a list with the same choice twice is told at the second, with the question where it is mended', () => {
    const survey = [HEAD, ['select_one l', 'q', 'Q']]
    const choices = [
      ['list_name', 'name', 'label'],
      ['l', 'a', 'A'],
      ['l', 'b', 'B'],
      ['l', 'a', 'Again'],
    ]
    const allowed = [['allow_choice_duplicates'], ['yes']]
    expect(fromXlsform(aWorkbook(survey, choices, allowed), { title: 'A title' }).losses).toMatchObject([
      {
        sheet: 'choices',
        row: 4,
        column: 'B',
        code: 'toMend',
        goto: { key: 'q', place: 'choices' },
        problem: { code: 'duplicateChoice' },
      },
    ])
  })

  it('that waits for another question is refused', () => {
    expect(
      problemsOf(
        aWorkbook([
          [...HEAD, 'trigger'],
          ['text', 'a', 'A'],
          ['calculate', 'b', '', '${a}'],
        ]),
      ),
    ).toContain('survey 3 D triggers ${a}')
  })
})

describe('a workbook', () => {
  it('without a survey, or without its columns, is refused', () => {
    expect(problemsOf({ sheets: [{ name: 'Sheet1', rows: [['type'], ['text']] }] })).toEqual([
      'survey 1 A sheetMissing',
    ])
    expect(problemsOf({ sheets: [{ name: 'survey', rows: [] }] })).toEqual([
      'survey 1 A columnMissing type',
      'survey 1 A columnMissing name',
    ])
  })

  it('may have blank rows, remarks, disabled questions and sheets of its own', () => {
    const workbook = aWorkbook(
      [[], HEAD.concat('disabled'), [' ', ''], ['text', 'a', 'A'], ['text', 'b', 'B', 'yes'], ['', '', '', 'x']],
      undefined,
      undefined,
      { notes: [['hello']], Empty: [['']] },
    )
    expect(imported(workbook).items).toEqual([{ key: 'a', kind: 'shortText', label: { en: 'A' } }])
    expect(lossesOf(workbook)).toContain('notes 1 A sheetIgnored')
  })

  it('is called by its settings, else as the file, and keeps the settings we do not use', () => {
    const { title, settings } = imported(WORKBOOKS['all plain types']!)
    expect([title, settings]).toEqual([{ en: 'Everything' }, { form_id: 'everything', version: '3', style: 'pages' }])
    expect(fromXlsform(WORKBOOKS['a loop']!, { title: 'file name' })).toMatchObject({
      questionnaire: { title: { en: 'file name' } },
    })
  })

  it('is refused where cells are computed, and told of all of them together with what else is the matter', () => {
    const workbook = aWorkbook([HEAD, ['text', 'FALSE', 'A'], ['text', '', 'B'], ['gps', 'c', 'C']])
    const formulas = [
      { sheet: 'survey', row: 3, column: 'B' },
      { sheet: 'survey', row: 2, column: 'C' },
    ]
    expect(problemsOf({ ...workbook, formulas })).toEqual([
      'survey 2 C formula',
      'survey 3 B formula',
      'survey 4 A typeUnknown gps',
    ])
    expect(problemsOf({ ...aWorkbook([HEAD, ['text', 'a', 'A']]), formulas })).toHaveLength(2)
  })

  it('refuses texts and expressions longer than can be', () => {
    const survey = [
      [...HEAD, 'relevant'],
      ['text', 'a', 'x'.repeat(2001), '1 = 1 or '.repeat(500)],
    ]
    expect(problemsOf(aWorkbook(survey)).map((line) => line.slice(0, 30))).toEqual([
      'survey 2 C textTooLong xxxxxxx',
      'survey 2 D expressionTooLong',
    ])
  })

  it('of ten thousand choices and a thousand questions does not take longer and longer', () => {
    const survey = Array.from({ length: 1000 }, (_, index) => ['select_one l', `q${index}`, `Question ${index}`])
    const choices = Array.from({ length: 10_000 }, (_, index) => ['l', `c${index}`, `Choice ${index}`])
    const since = performance.now()
    expect(imported(aWorkbook([HEAD, ...survey], [LISTS[0]!, ...choices])).items).toHaveLength(1000)
    expect(performance.now() - since).toBeLessThan(5000)
  })

  it.each([
    ['braces', '${'.repeat(16_000)],
    ['blanks', `\${${' '.repeat(30_000)}`],
    ['look-ups', 'jr:choice-name(${'.repeat(1800)],
    ['parameters', 'a'.repeat(32_000)],
  ])('with %s without end takes no time', (_, text) => {
    const since = performance.now()
    problemsOf(
      aWorkbook([
        [...HEAD, 'relevant', 'parameters', `label::${text}`],
        ['text', 'a', text, text, text],
      ]),
    )
    expect(performance.now() - since).toBeLessThan(1000)
  })
})
