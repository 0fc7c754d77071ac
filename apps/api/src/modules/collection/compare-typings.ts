import type { Answers, Questionnaire, RepeatRows } from '@vises/questionnaire/model.ts'
import { walk } from '@vises/questionnaire/walk.ts'
import { canonical } from './same-words.ts'

/** One question that was typed in two ways. */
interface Difference {
  key: string
  first: unknown
  second: unknown
}

/**
 * Compares two typings of one paper form, question by question. Blanks and line breaks of texts do not count: nobody can
 * tell them from paper.
 */
export function compareTypings(first: Answers, second: Answers): { agreed: Answers; differences: Difference[] } {
  const agreed: Record<string, Answers[string]> = {}
  const differences: Difference[] = []
  for (const key of [...new Set([...Object.keys(first), ...Object.keys(second)])].toSorted()) {
    const [one, other] = [first[key], second[key]]
    if (canonical(plain(one)) === canonical(plain(other))) agreed[key] = other!
    else differences.push({ key, first: one ?? null, second: other ?? null })
  }
  return { agreed, differences }
}

function plain(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\s+/g, ' ').trim()
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]))
}

/** The same answers with several choices in the order of their list: crosses on paper were made in none. */
export function inListOrder(questionnaire: Questionnaire, answers: Answers): Answers {
  const kinds = new Map([...walk(questionnaire.items)].map(([item]) => [item.key, item]))
  return Object.fromEntries(
    Object.entries(answers).map(([key, value]) => {
      const item = kinds.get(key)
      if (item?.kind === 'repeat' && Array.isArray(value))
        return [key, (value as RepeatRows).map((row) => inListOrder(questionnaire, row))]
      if (item?.kind !== 'multiple' || !Array.isArray(value)) return [key, value]
      const names = (questionnaire.choiceLists[item.choices ?? ''] ?? []).map(({ name }) => name)
      const placeOf = (name: unknown) => {
        const place = names.indexOf(String(name))
        return place < 0 ? names.length : place
      }
      return [key, (value as readonly string[]).toSorted((a, b) => placeOf(a) - placeOf(b))]
    }),
  )
}
