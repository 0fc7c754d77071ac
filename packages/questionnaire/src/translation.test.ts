import { describe, expect, test } from '@jest/globals'
import type { Item, Questionnaire, Texts } from './model.ts'
import { textIn, textsOf } from './texts.ts'
import {
  applyTranslations,
  coverageOf,
  hashOf,
  marksAfter,
  marksForBase,
  textsIn,
  translationUnits,
  withBaseLanguage,
  withoutLanguage,
} from './translation.ts'
import type { Marks } from './translation.ts'

const questionnaire = (items: Item[], more: Partial<Questionnaire> = {}): Questionnaire => ({
  title: { fr: 'Titre', nl: 'Titel' },
  baseLanguage: 'fr',
  languages: ['fr', 'nl'],
  choiceLists: {},
  items,
  ...more,
})

const TWO: Item[] = [
  { key: 'a', kind: 'shortText', label: { fr: 'Un', nl: 'Een' } },
  { key: 'b', kind: 'shortText', label: { fr: 'Deux', nl: 'Twee' } },
]

const relabelled = (from: Questionnaire, key: string, texts: Texts): Questionnaire => ({
  ...from,
  items: from.items.map((item) => (item.key === key ? { ...item, label: { ...item.label, ...texts } } : item)),
})

const dutch = (from: Questionnaire, marks: Marks) =>
  Object.fromEntries(translationUnits(from, marks, 'nl').map(({ path, state }) => [path, state]))

describe('what is counted', () => {
  const invisible: [string, Item][] = [
    ['the label of a calculated question', { key: 'x', kind: 'calculated', label: { fr: 'Somme' }, calculation: '1' }],
    ['the label of a hidden question', { key: 'x', kind: 'hidden', label: { fr: 'Source' } }],
    ['the message of a constraint that is not there', { key: 'x', kind: 'integer', constraintMessage: { fr: 'Trop' } }],
    ['the message of a demand that is not made', { key: 'x', kind: 'integer', requiredMessage: { fr: 'Il faut' } }],
    ['the ends of a scale on a text', { key: 'x', kind: 'shortText', lowLabel: { fr: 'bas' } }],
    ['moments of a question without moments', { key: 'x', kind: 'scale', thenLabel: { fr: 'avant' } }],
    ['names of pictures', { key: 'x', kind: 'shortText', media: { image: { fr: 'photo.png' } } }],
    ['blanks', { key: 'x', kind: 'shortText', hint: { fr: '  ' } }],
  ]
  test.each(invisible)('not %s', (_what, item) => {
    expect(coverageOf(questionnaire([item]), {})[0]?.total).toBe(1)
  })

  const visible: [string, Item, number][] = [
    [
      'label, hint and help',
      { key: 'x', kind: 'integer', label: { fr: 'l' }, hint: { fr: 'h' }, guidance: { fr: 'g' } },
      3,
    ],
    [
      'the message of a constraint',
      { key: 'x', kind: 'integer', constraint: '. > 0', constraintMessage: { fr: 'm' } },
      1,
    ],
    ['the message of a demand', { key: 'x', kind: 'integer', required: true, requiredMessage: { fr: 'm' } }, 1],
    ['both ends of a scale', { key: 'x', kind: 'scale', lowLabel: { fr: 'l' }, highLabel: { fr: 'h' } }, 2],
    ['both moments', { key: 'x', kind: 'thenNow', thenLabel: { fr: 't' }, nowLabel: { fr: 'n' } }, 2],
    [
      'titles of pages and what stands on them',
      { key: 'p', kind: 'page', label: { fr: 'p' }, items: [{ key: 'x', kind: 'note', label: { fr: 'x' } }] },
      2,
    ],
  ]
  test.each(visible)('%s', (_what, item, count) => {
    expect(coverageOf(questionnaire([item]), {})[0]?.total).toBe(1 + count)
  })

  test('choices of lists that somebody sees, once each', () => {
    const lists = {
      seen: [{ name: 'y', label: { fr: 'oui' } }],
      rows: [{ name: 'r', label: { fr: 'rang' } }],
      unseen: [{ name: 'z', label: { fr: 'zut' } }],
      behind: [{ name: 'w', label: { fr: 'caché' } }],
    }
    const items: Item[] = [
      { key: 'a', kind: 'single', choices: 'seen' },
      { key: 'b', kind: 'multiple', choices: 'seen' },
      { key: 'c', kind: 'matrix', rows: 'rows' },
      { key: 'd', kind: 'hidden', choices: 'behind' },
    ]
    expect(coverageOf(questionnaire(items, { choiceLists: lists }), {})).toEqual([
      { language: 'fr', total: 3, translated: 3, stale: 0 },
      { language: 'nl', total: 3, translated: 1, stale: 0 },
    ])
  })

  test('a text that is only there in another language is missing in the base', () => {
    const [base] = coverageOf(questionnaire([{ key: 'a', kind: 'note', label: { nl: 'Een' } }]), {})
    expect(base).toEqual({ language: 'fr', total: 2, translated: 1, stale: 0 })
  })

  test('two items with one key are two texts', () => {
    const twice: Item[] = [TWO[0]!, { ...TWO[0]!, label: { fr: 'Autre' } }]
    expect(translationUnits(questionnaire(twice), {}, 'nl').map(({ path }) => path)).toEqual([
      'form/title',
      'item/a/label',
      'item/a~2/label',
    ])
  })
})

describe('what a reader sees', () => {
  const tags = { baseLanguage: 'nl', languages: ['nl', 'fr', 'fr-x-plain', 'en'] }
  test.each<[string, Texts, string, string]>([
    ['their own language', { nl: 'nee', fr: 'non' }, 'fr', 'non'],
    ['plain language', { fr: 'non', 'fr-x-plain': 'non, pas du tout' }, 'fr-x-plain', 'non, pas du tout'],
    ['the mother of plain language', { nl: 'nee', fr: 'non' }, 'fr-x-plain', 'non'],
    ['the base for want of both', { nl: 'nee' }, 'fr-x-plain', 'nee'],
    ['the base for want of theirs', { nl: 'nee', fr: 'non' }, 'en', 'nee'],
    ['any for want of the base', { fr: 'non' }, 'en', 'non'],
    ['the base instead of blanks', { nl: 'nee', en: '  ' }, 'en', 'nee'],
    ['the wider language of a region', { nl: 'nee', fr: 'non' }, 'fr-BE', 'non'],
    ['nothing that stands in no text', { nl: 'nee' }, 'constructor', 'nee'],
  ])('%s', (_what, texts, language, seen) => {
    expect(textIn(texts, language, tags)).toBe(seen)
  })
})

describe('a source that changes', () => {
  const first = questionnaire(TWO)
  const marks = marksAfter(undefined, first, {})

  test('marks its own translation and no other', () => {
    const changed = relabelled(first, 'a', { fr: 'Premier' })
    expect(dutch(changed, marksAfter(first, changed, marks))).toEqual({
      'form/title': 'translated',
      'item/a/label': 'stale',
      'item/b/label': 'translated',
    })
  })

  test('and goes back marks nothing', () => {
    const changed = relabelled(first, 'a', { fr: 'Premier' })
    const back = relabelled(changed, 'a', { fr: 'Un' })
    expect(dutch(back, marksAfter(changed, back, marksAfter(first, changed, marks)))['item/a/label']).toBe('translated')
  })

  test('together with its translation marks nothing', () => {
    const changed = relabelled(first, 'a', { fr: 'Premier', nl: 'Eerste' })
    expect(dutch(changed, marksAfter(first, changed, marks))['item/a/label']).toBe('translated')
  })

  test('is settled once the translation is written anew', () => {
    const changed = relabelled(first, 'a', { fr: 'Premier' })
    const settled = relabelled(changed, 'a', { nl: 'Eerste' })
    const then = marksAfter(first, changed, marks)
    expect(dutch(settled, marksAfter(changed, settled, then))['item/a/label']).toBe('translated')
  })

  test('stays known when the question gets another key, is moved or copied', () => {
    const changed = relabelled(first, 'a', { fr: 'Premier' })
    const stale = marksAfter(first, changed, marks)
    const [a, b] = changed.items
    const moved = questionnaire([b!, { ...a!, key: 'c' }, { ...a!, key: 'd' }])
    expect(dutch(moved, marksAfter(changed, moved, stale))).toEqual({
      'form/title': 'translated',
      'item/b/label': 'translated',
      'item/c/label': 'stale',
      'item/d/label': 'stale',
    })
  })

  test('marks what was translated from its translation too', () => {
    const tags = { languages: ['fr', 'nl', 'nl-x-plain'] }
    const three = questionnaire([{ key: 'a', kind: 'note', label: { fr: 'Un', nl: 'Een', 'nl-x-plain': '1' } }], tags)
    const known = marksAfter(undefined, three, {})
    expect(known['item/a/label']?.['nl-x-plain']).toBe(`nl:${hashOf('Een')}`)
    const changed = relabelled(three, 'a', { fr: 'Deux' })
    const [, , plain] = coverageOf(changed, marksAfter(three, changed, known))
    expect(plain).toMatchObject({ language: 'nl-x-plain', stale: 1 })
  })
})

describe('another base language', () => {
  // Every mixture of: translated, missing, stale; in both directions.
  const states = ['right', 'missing', 'stale', 'onlyThere'] as const
  const mixtures = states.flatMap((one) => states.map((other) => [one, other] as const))

  test.each(mixtures)('loses nothing and leads back: %s and %s', (one, other) => {
    const item = (key: string, state: (typeof states)[number]): Item => ({
      key,
      kind: 'note',
      label: {
        ...(state !== 'onlyThere' && { fr: `fr ${key}`, en: `en ${key}` }),
        ...(state !== 'missing' && { nl: `nl ${key}` }),
      },
    })
    const start = questionnaire([item('a', one), item('b', other)], { languages: ['fr', 'nl', 'en'] })
    let marks = marksAfter(undefined, start, {})
    let drafted = start
    for (const [key, state] of [
      ['a', one],
      ['b', other],
    ] as const) {
      if (state !== 'stale') continue
      const changed = relabelled(drafted, key, { fr: `nouveau ${key}` })
      marks = marksAfter(drafted, changed, marks)
      drafted = changed
    }
    const dutchBase = withBaseLanguage(drafted, 'nl')
    const there = marksAfter(drafted, dutchBase, marks)
    expect(textsOf(dutchBase)).toEqual(textsOf(drafted))
    expect(dutchBase.languages).toEqual(['nl', 'fr', 'en'])
    const back = withBaseLanguage(dutchBase, 'fr')
    const again = marksAfter(dutchBase, back, there)
    expect(back.items).toEqual(drafted.items)
    expect(coverageOf(back, again).sort(byLanguage)).toEqual(coverageOf(drafted, marks).sort(byLanguage))
  })

  const byLanguage = (a: { language: string }, b: { language: string }) => (a.language < b.language ? -1 : 1)

  test('makes the old base a translation that knows when the new one changes', () => {
    const start = questionnaire(TWO)
    const turned = withBaseLanguage(start, 'nl')
    const marks = marksAfter(start, turned, marksAfter(undefined, start, {}))
    const changed = relabelled(turned, 'a', { nl: 'Eerste' })
    const states = Object.fromEntries(
      translationUnits(changed, marksAfter(turned, changed, marks), 'fr').map(({ path, state }) => [path, state]),
    )
    expect(states).toEqual({ 'form/title': 'translated', 'item/a/label': 'stale', 'item/b/label': 'translated' })
  })

  test('that was behind says so of the old base', () => {
    const start = questionnaire(TWO)
    const changed = relabelled(start, 'a', { fr: 'Premier' })
    const marks = marksAfter(start, changed, marksAfter(undefined, start, {}))
    expect(marksForBase(changed, marks, 'nl')['item/a/label']).toMatchObject({ fr: 'nl:stale' })
  })
})

describe('a language that goes', () => {
  const tags = { languages: ['fr', 'nl', 'nl-x-plain'] }
  const three = questionnaire([{ key: 'a', kind: 'note', label: { fr: 'Un', nl: 'Een', 'nl-x-plain': '1' } }], tags)
  const marks = marksAfter(undefined, three, {})

  test('takes its texts along and no other', () => {
    expect(textsIn(three, 'nl')).toBe(2)
    const { questionnaire: left } = withoutLanguage(three, marks, 'nl')
    expect(left.languages).toEqual(['fr', 'nl-x-plain'])
    expect(textsOf(left).map(([, texts]) => texts)).toEqual([{ fr: 'Titre' }, { fr: 'Un', 'nl-x-plain': '1' }])
  })

  test('leaves known what was translated from it', () => {
    const right = withoutLanguage(three, marks, 'nl')
    expect(coverageOf(right.questionnaire, right.marks)[1]).toMatchObject({ translated: 1, stale: 0 })
    const changed = relabelled(three, 'a', { fr: 'Deux' })
    const behind = withoutLanguage(changed, marksAfter(three, changed, marks), 'nl')
    expect(coverageOf(behind.questionnaire, behind.marks)[1]).toMatchObject({ translated: 1, stale: 1 })
  })
})

describe('translations coming in', () => {
  const start = questionnaire(TWO)
  const marks = marksAfter(undefined, start, {})
  const put = (texts: Parameters<typeof applyTranslations>[3], language = 'nl') =>
    applyTranslations(start, marks, language, texts)

  test('are put where they belong, and nothing else changes', () => {
    const {
      questionnaire: next,
      saved,
      faults,
    } = put([{ path: 'item/a/label', text: 'Eén', sourceHash: hashOf('Un') }])
    expect([saved, faults]).toEqual([1, []])
    expect(next).toEqual(relabelled(start, 'a', { nl: 'Eén' }))
  })

  test('of a text that is gone are reported', () => {
    expect(put([{ path: 'item/z/label', text: 'x' }])).toMatchObject({
      saved: 0,
      faults: [{ path: 'item/z/label', code: 'unknownPath' }],
    })
  })

  test('of a text nobody sees are not taken', () => {
    const hidden = questionnaire([{ key: 'h', kind: 'hidden', label: { fr: 'Source' } }])
    const { faults } = applyTranslations(hidden, {}, 'nl', [{ path: 'item/h/label', text: 'Bron' }])
    expect(faults).toEqual([{ path: 'item/h/label', code: 'unknownPath' }])
  })

  test('made from an older source are kept and marked', () => {
    const {
      questionnaire: next,
      marks: after,
      saved,
      faults,
    } = put([{ path: 'item/a/label', text: 'Eén', sourceHash: hashOf('Une') }])
    expect([saved, faults]).toEqual([1, [{ path: 'item/a/label', code: 'sourceChanged', current: 'Un' }]])
    expect(dutch(next, after)['item/a/label']).toBe('stale')
  })

  test('never overwrite what someone else wrote meanwhile', () => {
    const { questionnaire: next, faults } = put([{ path: 'item/a/label', text: 'Eén', was: 'Ene' }])
    expect(next.items).toEqual(start.items)
    expect(faults).toEqual([{ path: 'item/a/label', code: 'changedMeanwhile', current: 'Een' }])
  })

  test('say again what stands there: the stale mark goes, the text stays', () => {
    const changed = relabelled(start, 'a', { fr: 'Premier' })
    const stale = marksAfter(start, changed, marks)
    const { questionnaire: next, marks: after } = applyTranslations(changed, stale, 'nl', [
      { path: 'item/a/label', text: 'Een', sourceHash: hashOf('Premier'), was: 'Een' },
    ])
    expect(next.items).toEqual(changed.items)
    expect(dutch(next, after)['item/a/label']).toBe('translated')
  })

  test('that are empty take the translation away', () => {
    const { questionnaire: next, marks: after } = put([{ path: 'item/a/label', text: ' ' }])
    expect(dutch(next, after)['item/a/label']).toBe('missing')
    expect(after['item/a/label']).toBeUndefined()
  })

  test('that are too long are refused', () => {
    expect(put([{ path: 'item/a/label', text: 'x'.repeat(2001) }]).faults).toMatchObject([{ code: 'tooLong' }])
  })
})

test('two texts hardly ever share a hash', () => {
  const hashes = new Set(Array.from({ length: 50_000 }, (_, n) => hashOf(`texte ${n}`)))
  expect(hashes.size).toBe(50_000)
})
