import type { AskedQuestion } from './asked-question.ts'
import type { GroupFigures } from './figures.ts'
import { distributionsOf, toldOf } from './question-cells.ts'
import { followsFrom } from '../disclosure/linear-audit.ts'
import { FEWEST } from '../disclosure/coarsen.ts'

const known = new WeakMap<GroupFigures, Set<string>>()

/**
 * The questions that may be told side by side. How many were asked a question follows from the answers to the one that
 * decides about it; when that number, with what is told of the deciding question, would tell of fewer than five, the
 * question asked is left out.
 */
export function safeQuestions(asked: readonly AskedQuestion[], all: GroupFigures): Set<string> {
  let safe = known.get(all)
  if (!safe) known.set(all, (safe = readSafe(asked, all)))
  return safe
}

function readSafe(asked: readonly AskedQuestion[], all: GroupFigures): Set<string> {
  const safe = new Set(asked.map(({ question }) => question.key))
  const deciders = new Set(asked.flatMap(({ askedWith }) => (askedWith ? [askedWith.key] : [])))
  for (const key of deciders) {
    const decider = asked.find(({ question }) => question.key === key)
    if (!decider) continue
    const [distribution] = distributionsOf(decider, all.of(key))
    if (!distribution) continue
    const told = toldOf(distribution)
    const values = distribution.counted.map(({ value }) => value)
    const counts = distribution.counted.map(({ count }) => count)
    const set = (members: readonly string[]) => values.map((value) => (members.includes(value) ? 1 : 0))
    const published = [set(values), ...told.map((one) => set(one.values))]
    const secret = values.flatMap((value, index) => (counts[index]! < FEWEST ? [set([value])] : []))
    for (const { question, askedWith } of asked) {
      if (askedWith?.key !== key) continue
      const more = set(askedWith.values)
      // The more people are asked a question, the sooner it is told.
      if (secret.some(followsFrom([...published, more]))) safe.delete(question.key)
      else published.push(more)
    }
  }
  return safe
}
