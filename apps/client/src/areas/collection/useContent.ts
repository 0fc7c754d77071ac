import { useQuery } from '@apollo/client/react'
import { graphql } from '@vises/schema/client'
import type { Compiled } from '@vises/questionnaire/compiled.ts'
import type { Questionnaire } from '@vises/questionnaire/model.ts'

const CollectionPage_Content = graphql(`
  query CollectionPage_Content($questionnaireId: ID!, $number: Int!) {
    questionnaireVersion(questionnaireId: $questionnaireId, number: $number) {
      id
      content
      compiled
    }
  }
`)

/** A published version: what is asked, in all its languages. */
export function useContent(questionnaireId: string | undefined, version: number | null | undefined) {
  const skip = !questionnaireId || !version
  const { data, error, refetch } = useQuery(CollectionPage_Content, {
    variables: { questionnaireId: questionnaireId ?? '', number: version ?? 0 },
    skip,
  })
  const found = data?.questionnaireVersion
  return {
    content: found?.content as Questionnaire | undefined,
    compiled: found?.compiled as Compiled | undefined,
    error,
    refetch,
  }
}
