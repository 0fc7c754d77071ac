import { useQuery } from '@apollo/client/react'
import { graphql } from '@vises/schema/client'
import type { Records_ExcerptsQuery } from '@vises/schema/client/graphql'

const Records_Excerpts = graphql(`
  query Records_Excerpts($enterpriseId: ID!, $recordId: ID, $codeId: ID) {
    excerpts(enterpriseId: $enterpriseId, recordId: $recordId, codeId: $codeId) {
      id
      recordId
      recordTitle
      recordKind
      language
      text
      speaker
      codeIds
      consent
      consentOn
      createdByName
    }
  }
`)

export type Excerpt = Records_ExcerptsQuery['excerpts'][number]

export const CONSENTS: Excerpt['consent'][] = ['none', 'asked', 'internal', 'federation', 'public', 'withdrawn']

/** The passages of one record, with one theme, or all. */
export function useExcerpts(enterpriseId: string, narrowed: { recordId?: string; codeId?: string }) {
  const { data, error, refetch } = useQuery(Records_Excerpts, {
    variables: { enterpriseId, recordId: narrowed.recordId ?? null, codeId: narrowed.codeId ?? null },
    fetchPolicy: 'cache-and-network',
    skip: !enterpriseId,
  })
  return { excerpts: data?.excerpts, error: data ? undefined : error, refetch }
}
