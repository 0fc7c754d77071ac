import { describe, expect, test } from '@jest/globals'
import { diffQuestionnaires } from './diff.ts'
import type { ChangeClass, ChangeKind } from './diff.ts'
import { keysOf, reusedKeys } from './keys.ts'
import type { Choice, Group, Item, Question, Questionnaire, Repeat } from './model.ts'

const list = (...names: string[]): Choice[] => names.map((name) => ({ name, label: { fr: `choix ${name}` } }))

const questionnaire = (items: Item[], more: Partial<Questionnaire> = {}): Questionnaire => ({
  title: { fr: 'Titre' },
  baseLanguage: 'fr',
  languages: ['fr', 'nl'],
  choiceLists: { help: list('pairs', 'meeting', 'training'), rows: list('time', 'ask') },
  items,
  ...more,
})

const A: Question = { key: 'a', kind: 'integer', label: { fr: 'A', nl: 'A' } }
const B: Question = { key: 'b', kind: 'shortText', label: { fr: 'B' } }
const C: Question = { key: 'c', kind: 'single', label: { fr: 'C' }, choices: 'help' }
const D: Question = { key: 'd', kind: 'matrix', label: { fr: 'D' }, rows: 'rows' }
const page = (key: string, items: Item[], relevant?: string): Group => ({
  key,
  kind: 'page',
  items,
  ...(relevant && { relevant }),
})
const repeat = (key: string, items: Item[]): Repeat => ({ key, kind: 'repeat', items })

type Told = [ChangeClass, ChangeKind, key: string, place?: string]

const told = (before: Questionnaire, after: Questionnaire): Told[] =>
  diffQuestionnaires(before, after).map(({ class: cls, kind, key, place }) =>
    place === undefined ? [cls, kind, key] : [cls, kind, key, place],
  )

const all = questionnaire([A, B, C, D])
const items = (...changed: Item[]) => questionnaire(changed)
const lists = (choiceLists: Partial<Questionnaire['choiceLists']>) =>
  questionnaire([A, B, C, D], { choiceLists: { ...all.choiceLists, ...choiceLists } as Questionnaire['choiceLists'] })

describe('what changed and what it means', () => {
  const cases: [string, Questionnaire, Questionnaire, Told[]][] = [
    ['nothing', all, structuredClone(all), []],
    ['a new question', items(A), items(A, B), [['safe', 'questionAdded', 'b']]],
    ['a question less', items(A, B), items(A), [['losesData', 'questionRemoved', 'b']]],
    [
      'a note less',
      items(A, { key: 'n', kind: 'note', label: { fr: 'N' } }),
      items(A),
      [['safe', 'questionRemoved', 'n']],
    ],
    [
      'another key for the same question',
      items(A),
      items({ ...A, key: 'a2' }),
      [
        ['losesData', 'questionRemoved', 'a'],
        ['safe', 'questionAdded', 'a2'],
      ],
    ],
    ['another kind', items(A), items({ ...A, kind: 'longText' }), [['losesData', 'kindChanged', 'a']]],
    ['a longer text', items(B), items({ ...B, kind: 'longText' }), [['safe', 'kindChanged', 'b']]],
    ['other words', items(A), items({ ...A, label: { fr: 'AA', nl: 'A' } }), [['safe', 'textChanged', 'a', 'label']]],
    [
      'other words in a translation',
      items(A),
      items({ ...A, label: { fr: 'A', nl: 'AA' } }),
      [['safe', 'translationsChanged', '', 'nl']],
    ],
    ['one question moved', items(A, B, C), items(C, A, B), [['safe', 'moved', 'c']]],
    ['two questions swapped', items(A, B), items(B, A), [['safe', 'moved', 'b']]],
    [
      'questions put on a page',
      items(A, B),
      items(page('p', [A, B])),
      [
        ['safe', 'groupAdded', 'p'],
        ['safe', 'moved', 'a'],
        ['safe', 'moved', 'b'],
      ],
    ],
    [
      'a page moved with what stands on it',
      items(page('p', [A, B]), page('r', [C, D, { ...A, key: 'e' }])),
      items(page('r', [C, D, { ...A, key: 'e' }]), page('p', [A, B])),
      [['safe', 'moved', 'p']],
    ],
    [
      'a question put where fewer are asked',
      items(A, page('p', [B], '${a} > 1'), C),
      items(A, page('p', [B, C], '${a} > 1')),
      [['breaksComparison', 'moved', 'c']],
    ],
    [
      'a question put into a repeat',
      items(A, repeat('r', [B])),
      items(repeat('r', [B, A])),
      [['losesData', 'movedAcrossRepeat', 'a']],
    ],
    [
      'a repeat less, its questions kept',
      items(repeat('r', [A])),
      items(A),
      [
        ['losesData', 'repeatRemoved', 'r'],
        ['losesData', 'movedAcrossRepeat', 'a'],
      ],
    ],
    [
      'who is asked',
      items(A),
      items({ ...A, relevant: '1 = 1' }),
      [['breaksComparison', 'logicChanged', 'a', 'relevant']],
    ],
    ['who is asked, in other blanks', items({ ...A, relevant: '1 = 1' }), items({ ...A, relevant: ' 1 = 1 ' }), []],
    [
      'what may be answered',
      items(A),
      items({ ...A, constraint: '. < 9', min: 1 }),
      [
        ['breaksComparison', 'logicChanged', 'a', 'constraint'],
        ['breaksComparison', 'boundsChanged', 'a', 'min'],
      ],
    ],
    ['an answer is demanded', items(A), items({ ...A, required: true }), [['safe', 'logicChanged', 'a', 'required']]],
    ['what was always so is said', items(A), items({ ...A, required: false, declinable: true }), []],
    [
      'nobody may decline any more',
      items(A),
      items({ ...A, declinable: false }),
      [['breaksComparison', 'declinableChanged', 'a', 'declinable']],
    ],
    ['"other" comes', items(C), items({ ...C, other: true }), [['breaksComparison', 'otherAdded', 'c']]],
    ['"other" goes', items({ ...C, other: true }), items(C), [['losesData', 'otherRemoved', 'c']]],
    [
      'it looks otherwise',
      items(A),
      items({ ...A, appearance: 'minimal' }),
      [['safe', 'presentationChanged', 'a', 'appearance']],
    ],
    ['where it was copied from', items(A), items({ ...A, origin: { source: 's', key: 'k' } }), []],
    [
      'a choice less',
      all,
      lists({ help: list('pairs', 'training') }),
      [['losesData', 'choiceRemoved', 'help', 'meeting']],
    ],
    [
      'a choice more',
      all,
      lists({ help: list('pairs', 'meeting', 'training', 'peers') }),
      [['breaksComparison', 'choiceAdded', 'help', 'peers']],
    ],
    [
      'another name for a choice',
      all,
      lists({ help: list('pairs', 'meeting', 'course') }),
      [
        ['losesData', 'choiceRemoved', 'help', 'training'],
        ['breaksComparison', 'choiceAdded', 'help', 'course'],
      ],
    ],
    [
      'choices in another order',
      all,
      lists({ help: list('training', 'pairs', 'meeting') }),
      [['safe', 'choicesReordered', 'help']],
    ],
    [
      'other words for a choice',
      all,
      lists({ help: [...list('pairs', 'meeting'), { name: 'training', label: { fr: 'cours' } }] }),
      [['safe', 'textChanged', 'help', 'training']],
    ],
    [
      'a choice that excludes the others',
      all,
      lists({ help: [...list('pairs', 'meeting'), { ...list('training')[0]!, exclusive: true }] }),
      [['breaksComparison', 'choiceChanged', 'help', 'training']],
    ],
    [
      'a row less, a row more',
      all,
      lists({ rows: list('time', 'till') }),
      [
        ['losesData', 'rowRemoved', 'rows', 'ask'],
        ['breaksComparison', 'rowAdded', 'rows', 'till'],
      ],
    ],
    [
      'a list under another name',
      all,
      questionnaire([A, B, { ...C, choices: 'aid' }, D], {
        choiceLists: { aid: all.choiceLists['help']!, rows: all.choiceLists['rows']! },
      }),
      [],
    ],
    [
      'a question with another list',
      all,
      questionnaire([A, B, { ...C, choices: 'few' }, D], { choiceLists: { ...all.choiceLists, few: list('pairs') } }),
      [
        ['losesData', 'choiceRemoved', 'c', 'meeting'],
        ['losesData', 'choiceRemoved', 'c', 'training'],
      ],
    ],
    ['lists that nobody was asked from', items(A), questionnaire([A], { choiceLists: { x: list('y') } }), []],
    [
      'languages',
      all,
      questionnaire([A, B, C, D], { languages: ['fr', 'en'] }),
      [
        ['safe', 'languageRemoved', '', 'nl'],
        ['safe', 'languageAdded', '', 'en'],
      ],
    ],
    [
      'the base language',
      items(A),
      questionnaire([A], { baseLanguage: 'nl', languages: ['nl', 'fr'] }),
      [['safe', 'baseLanguageChanged', '', 'nl']],
    ],
    ['the title', items(A), questionnaire([A], { title: { fr: 'Autre' } }), [['safe', 'textChanged', '', 'title']]],
  ]
  test.each(cases)('%s', (_what, before, after, changes) => {
    expect(told(before, after)).toEqual(changes)
  })

  test('many choices of one list are told as a number', () => {
    const many = Array.from({ length: 500 }, (_, n) => `c${n}`)
    const changes = diffQuestionnaires(lists({ help: list(...many) }), lists({ help: list('c0') }))
    expect(changes).toEqual([{ class: 'losesData', kind: 'choicesRemoved', key: 'help', after: 499 }])
  })

  test('the order in which the database gives properties back is no change', () => {
    const turned = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(turned)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([name, one]) => [name, turned(one)]),
            )
          : value
    expect(diffQuestionnaires(all, turned(all) as Questionnaire)).toEqual([])
  })
})

describe('a key that was published', () => {
  const published = keysOf(items(A, B, page('p', [C]), repeat('r', [D])))
  const cases: [string, Item[], string[]][] = [
    ['may stay', [A, B, page('p', [C]), repeat('r', [D])], []],
    ['may be left out', [A], []],
    ['may stand elsewhere', [page('p', [A]), B, C, repeat('r', [D])], []],
    ['may take longer texts', [{ ...B, kind: 'longText' }], []],
    ['is not used for another kind', [{ ...A, kind: 'decimal' }], ['a']],
    ['is not used for a page', [{ key: 'a', kind: 'page', items: [] }], ['a']],
    ['is not written in other capitals', [{ ...A, key: 'A' }], ['A']],
    ['is not asked in a repeat all at once', [repeat('r', [A, D])], ['a']],
    ['is not asked outside its repeat all at once', [D], ['d']],
  ]
  test.each(cases)('%s', (_what, given, keys) => {
    expect(reusedKeys(published, items(...given)).map(({ key }) => key)).toEqual(keys)
  })

  test('is known under names that mean something to a language', () => {
    const tricky = ['constructor', '__proto__', 'toString'].map((key): Item => ({ ...A, key }))
    expect(reusedKeys({}, items(...tricky))).toEqual([])
    expect(reusedKeys(keysOf(items(...tricky)), items(...tricky))).toEqual([])
  })
})
