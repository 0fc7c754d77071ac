import { useQuery } from '@apollo/client/react'
import { graphql } from '@vises/schema/client'
import type { Questionnaire } from '@vises/questionnaire/model.ts'

const Questionnaire_Version = graphql(`
  query Questionnaire_Version($id: ID!, $number: Int!) {
    questionnaireVersion(questionnaireId: $id, number: $number) {
      id
      content
    }
  }
`)

/** A published version as it was published; nothing is asked for without a number. */
export function useVersionContent(id: string, number: number | null) {
  const { data, error, refetch } = useQuery(Questionnaire_Version, {
    variables: { id, number: number ?? 0 },
    skip: number === null || number < 1,
  })
  return { content: data?.questionnaireVersion.content as Questionnaire | undefined, error, refetch }
}
