import { useState } from 'react'
import { useMutation } from '@apollo/client/react'
import { useNavigate } from 'react-router'
import { graphql } from '@vises/schema/client'
import type { CreateQuestionnaireInput } from '@vises/schema/client/graphql'
import { useLanguage } from '@vises/ui/texts.tsx'
import { useMyEvaluation } from '../../app/useMyEvaluation.ts'

const QuestionnairesPage_Create = graphql(`
  mutation QuestionnairesPage_Create($input: CreateQuestionnaireInput!) {
    createQuestionnaire(input: $input) {
      problem
      questionnaire {
        id
      }
    }
  }
`)

/** Makes a questionnaire for the enterprise's evaluation and opens it in the editor. */
export function useCreate(enterpriseId: string) {
  const navigate = useNavigate()
  const language = useLanguage()
  const { evaluation } = useMyEvaluation()
  const [mutate, { loading }] = useMutation(QuestionnairesPage_Create)
  const [error, setError] = useState<unknown>()
  const create = async (input: Omit<CreateQuestionnaireInput, 'enterpriseId' | 'evaluationId'>) => {
    setError(undefined)
    try {
      const whole = { ...input, enterpriseId, evaluationId: evaluation?.id ?? null }
      const { data } = await mutate({ variables: { input: whole } })
      const id = data?.createQuestionnaire.questionnaire?.id
      if (id) await navigate(`/${language}/questionnaires/${id}/edit`)
    } catch (thrown) {
      setError(thrown)
    }
  }
  return { create, busy: loading, error }
}
