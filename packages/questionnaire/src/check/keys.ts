import { type Entry, isQuestion, type Layout, partsOf } from '../layout.ts'
import type { Problem } from '../problem.ts'

const KEY = /^[A-Za-z_][A-Za-z0-9_.-]{0,99}$/

/** Keys that are no keys, that two items share, or under which part of another answer is kept. */
export function keyProblems(layout: Layout): Problem[] {
  const taken = new Map<string, Entry>()
  const problems: Problem[] = []
  const say = (entry: Entry, code: Problem['code'], detail?: Problem['detail']) =>
    problems.push({ key: entry.item.key, place: 'key', code, ...(detail && { detail }) })

  for (const entry of layout.entries) {
    const { key } = entry.item
    if (!KEY.test(key)) say(entry, 'badKey')
    // such names mean something to every object of the language
    if (key in {} || key === 'prototype') say(entry, 'reservedKey')
    const other = taken.get(key.toLowerCase())
    if (other) say(entry, 'duplicateKey', { other: other.item.key })
    else taken.set(key.toLowerCase(), entry)
  }
  const parts = new Map<string, Entry>()
  for (const entry of layout.entries) {
    if (!isQuestion(entry.item)) continue
    for (const part of partsOf(entry.item, layout.questionnaire)) {
      const name = `${entry.item.key}_${part}`
      const item = taken.get(name.toLowerCase())
      const other = parts.get(name.toLowerCase())
      if (item) say(item, 'companionKey', { other: entry.item.key })
      else if (other && other !== entry) say(entry, 'companionKey', { other: other.item.key, name })
      else parts.set(name.toLowerCase(), entry)
    }
  }
  return problems
}
