import { describe, expect, test } from '@jest/globals'
import { copyQuestion, entriesOf } from './bank.ts'
import type { Question, Questionnaire } from './model.ts'
import { textsOf } from './texts.ts'
import { applyTranslations, coverageOf, marksAfter, translationUnits, withBaseLanguage } from './translation.ts'
import type { Marks } from './translation.ts'

/** Numbers that look random and are the same in every run. */
function dice(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const LANGUAGES = ['fr', 'nl', 'en', 'nl-x-plain']

interface Walk {
  draft: Questionnaire
  marks: Marks
  /** For each path and language: the words of its source when it was translated last, as a plain memory. */
  memory: Map<string, { from: string; words: string }>
}

const begin = (): Walk => {
  const items = ['a', 'b', 'c'].map((key): Question => ({ key, kind: 'note', label: { fr: `fr ${key}` } }))
  const draft: Questionnaire = { title: { fr: 'T' }, baseLanguage: 'fr', languages: LANGUAGES, choiceLists: {}, items }
  return { draft, marks: marksAfter(undefined, draft, {}), memory: new Map() }
}

const labelOf = (draft: Questionnaire, path: string) => textsOf(draft).find(([place]) => place.path === path)?.[1] ?? {}

/** What a person who remembers everything would say. */
function isStale({ draft, memory }: Walk, path: string, language: string): boolean {
  const made = memory.get(`${path} ${language}`)
  if (!made || language === draft.baseLanguage) return false
  return (labelOf(draft, path)[made.from] ?? '') !== made.words || isStale({ draft, memory } as Walk, path, made.from)
}

/** One thing that a designer or a translator does. */
function step(walk: Walk, roll: (below: number) => number, round: number): Walk {
  const { draft, marks } = walk
  const at = roll(draft.items.length)
  const item = draft.items[at]!
  const path = `item/${item.key}/label`
  const memory = new Map(walk.memory)
  const replace = (label: Record<string, string>): Questionnaire => ({
    ...draft,
    items: draft.items.map((one) => (one === item ? { ...one, label } : one)),
  })
  const design = (next: Questionnaire): Walk => ({ draft: next, marks: marksAfter(draft, next, marks), memory })
  const sort = roll(5)
  if (sort === 0) return design(replace({ ...item.label, fr: `fr ${round}` }))
  if (sort === 1) return design({ ...draft, items: [...draft.items.slice(at), ...draft.items.slice(0, at)] })
  if (sort === 2 && draft.items.length < 6) {
    const entry = entriesOf(draft, 'self').find(({ question }) => question.key === item.key)!
    const { questionnaire, key } = copyQuestion(draft, entry)
    for (const language of LANGUAGES) {
      const made = memory.get(`${path} ${language}`)
      if (made) memory.set(`item/${key}/label ${language}`, made)
    }
    return design(questionnaire)
  }
  const language = LANGUAGES[1 + roll(3)]!
  const unit = translationUnits(draft, marks, language).find((one) => one.path === path)!
  memory.set(`${path} ${language}`, { from: unit.sourceLanguage, words: unit.source })
  const text = `${language} ${round}`
  if (sort === 3) return design(replace({ ...item.label, [language]: text }))
  const { questionnaire, marks: after } = applyTranslations(draft, marks, language, [
    { path, text, sourceHash: unit.sourceHash },
  ])
  return { draft: questionnaire, marks: after, memory }
}

describe.each(Array.from({ length: 15 }, (_, seed) => seed + 1))('a team at work, walk %i', (seed) => {
  const roll = dice(seed * 7919)
  const walks: Walk[] = [begin()]
  for (let round = 1; round <= 40; round++) walks.push(step(walks.at(-1)!, roll, round))

  test('what is stale is what somebody who remembers everything would call stale', () => {
    for (const walk of walks) {
      for (const language of LANGUAGES) {
        const units = translationUnits(walk.draft, walk.marks, language)
        const told = units.filter(({ state }) => state === 'stale')
        const known = units.filter(({ path, target }) => target && isStale(walk, path, language))
        expect(told.map(({ path }) => path)).toEqual(known.map(({ path }) => path))
      }
    }
  })

  test('every language as the base, and back: no text is lost and nothing is forgotten', () => {
    const { draft, marks } = walks.at(-1)!
    for (const base of LANGUAGES.slice(1)) {
      const there = withBaseLanguage(draft, base)
      const known = marksAfter(draft, there, marks)
      expect(textsOf(there)).toEqual(textsOf(draft))
      const back = { ...withBaseLanguage(there, 'fr'), languages: LANGUAGES }
      expect(coverageOf(back, marksAfter(there, back, known))).toEqual(coverageOf(draft, marks))
    }
  })
})
