import type { Change, ChangeKind } from './diff.ts'
import type { Choice, Question, Questionnaire } from './model.ts'
import { sorted } from './sorted.ts'
import { written } from './texts.ts'
import { questionsOf } from './walk.ts'

/** More changes of one sort in one list are told as a number. */
const MOST_TOLD = 25

type Use = 'choices' | 'rows'

/**
 * What changed in the lists of questions that were there before: once for a list that kept its name, and for each
 * question that now uses another list.
 */
export function diffChoices(before: Questionnaire, after: Questionnaire): Change[] {
  const old = new Map([...questionsOf(before.items)].map(([question]) => [question.key, question]))
  const told = new Set<string>()
  const changes: Change[] = []
  for (const [question] of questionsOf(after.items)) {
    const was = old.get(question.key)
    if (!was) continue
    for (const use of ['choices', 'rows'] as const) {
      const [from, to] = [was[use], question[use]]
      if (from === to && told.has(`${use} ${to}`)) continue
      told.add(`${use} ${to}`)
      changes.push(
        ...listChanges(
          from === to ? (to ?? '') : question.key,
          use,
          question,
          [choicesOf(before, from), choicesOf(after, to)],
          after.baseLanguage,
        ),
      )
    }
  }
  return changes
}

const choicesOf = ({ choiceLists }: Questionnaire, name: string | undefined): readonly Choice[] =>
  name !== undefined && Object.hasOwn(choiceLists, name) ? choiceLists[name]! : []

function listChanges(
  key: string,
  use: Use,
  question: Question,
  [before, after]: [readonly Choice[], readonly Choice[]],
  baseLanguage: string,
): Change[] {
  const [old, now] = [new Map(before.map(named)), new Map(after.map(named))]
  const gone = before.filter(({ name }) => !now.has(name))
  const added = after.filter(({ name }) => !old.has(name))
  const word = use === 'rows' ? 'row' : 'choice'
  const changes = [
    ...some(`${word}Removed`, 'choicesRemoved', 'losesData', key, gone, ({ label }) => ({
      before: written(label, baseLanguage),
    })),
    ...some(`${word}Added`, 'choicesAdded', 'breaksComparison', key, added, ({ label }) => ({
      after: written(label, baseLanguage),
    })),
  ]
  const kept = after.filter(({ name }) => old.has(name))
  const order = before.filter(({ name }) => now.has(name))
  if (kept.some(({ name }, index) => name !== order[index]?.name))
    changes.push({ class: 'safe', kind: 'choicesReordered', key })
  const relabelled = kept.filter(
    (choice) => written(choice.label, baseLanguage) !== written(old.get(choice.name)!.label, baseLanguage),
  )
  changes.push(
    ...some('textChanged', 'textChanged', 'safe', key, relabelled, ({ name, label }) => ({
      before: written(old.get(name)!.label, baseLanguage),
      after: written(label, baseLanguage),
    })),
  )
  // Columns only matter to a filter.
  const rules = (choice: Choice) =>
    sorted([choice.exclusive ?? false, question.choiceFilter ? (choice.columns ?? {}) : {}])
  const changed = kept.filter((choice) => rules(choice) !== rules(old.get(choice.name)!))
  changes.push(...some('choiceChanged', 'choiceChanged', 'breaksComparison', key, changed, () => ({})))
  return changes
}

const named = (choice: Choice): [string, Choice] => [choice.name, choice]

function some(
  kind: ChangeKind,
  many: ChangeKind,
  cls: Change['class'],
  key: string,
  choices: readonly Choice[],
  tell: (choice: Choice) => Pick<Change, 'before' | 'after'>,
): Change[] {
  if (choices.length > MOST_TOLD) return [{ class: cls, kind: many, key, after: choices.length }]
  return choices.map((choice) => ({ class: cls, kind, key, place: choice.name, ...tell(choice) }))
}
