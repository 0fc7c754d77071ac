import { itemProblems } from './check/items.ts'
import { keyProblems } from './check/keys.ts'
import { listProblems } from './check/lists.ts'
import { mentionProblems } from './check/mentions.ts'
import { typeProblems } from './check/types.ts'
import { wholeProblems } from './check/whole.ts'
import { compileDraft } from './compile.ts'
import { layoutOf } from './layout.ts'
import { missingFiles } from './media.ts'
import type { Questionnaire } from './model.ts'
import type { Problem } from './problem.ts'

export type { Place, Problem, ProblemCode } from './problem.ts'

/**
 * Everything that stands in the way of publishing, in the order of the questionnaire; none when it may be published.
 * It expects the shape of the model; what comes from outside is brought into shape first.
 */
export function checkQuestionnaire(questionnaire: Questionnaire): Problem[] {
  const layout = layoutOf(questionnaire)
  const { compiled, problems } = compileDraft(questionnaire)
  const place = new Map(layout.entries.map(({ index, item }) => [item.key, index]))
  const ofItems = [
    ...keyProblems(layout),
    ...itemProblems(layout),
    ...mentionProblems(layout),
    ...problems,
    ...typeProblems(layout, compiled),
  ].sort((left, right) => place.get(left.key)! - place.get(right.key)!)
  return [...wholeProblems(layout), ...ofItems, ...listProblems(layout), ...missingFiles(questionnaire)]
}
