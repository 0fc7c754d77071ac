import { useEffect, useState } from 'react'
import { checkQuestionnaire } from '@vises/questionnaire/check.ts'
import { reusedKeys } from '@vises/questionnaire/keys.ts'
import type { Questionnaire } from '@vises/questionnaire/model.ts'
import type { DraftProblem } from './draft-problem-words.ts'
import type { Published } from './editor-context.ts'
import { useAsked } from './useAsked.ts'

const PAUSE_MS = 350

/** What stands in the way of publishing, looked at anew when writing pauses. */
export function useProblems(questionnaire: Questionnaire, published: Published): readonly DraftProblem[] {
  const asked = useAsked(questionnaire)
  const [problems, setProblems] = useState<readonly DraftProblem[]>([])
  useEffect(() => {
    const timer = setTimeout(
      () => setProblems([...checkQuestionnaire(asked), ...reusedKeys(published.meanings, asked)]),
      PAUSE_MS,
    )
    return () => clearTimeout(timer)
  }, [asked, published])
  return problems
}
