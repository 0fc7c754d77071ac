import { useQuery } from '@apollo/client/react'
import { graphql } from '@vises/schema/client'
import type { Compiled } from '@vises/questionnaire/compiled.ts'

const CollectionPage_Content = graphql(`
  query CollectionPage_Content($questionnaireId: ID!, $number: Int!) {
    questionnaireVersion(questionnaireId: $questionnaireId, number: $number) {
      id
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
  const compiled = data?.questionnaireVersion.compiled as Compiled | undefined
  return {
    content: compiled?.questionnaire,
    compiled,
    error,
    refetch,
  }
}
