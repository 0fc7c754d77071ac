import { useQuery } from '@apollo/client/react'
import { graphql } from '@vises/schema/client'
import type { RecordKind, RecordsPage_ListQuery } from '@vises/schema/client/graphql'
import { useViewer } from '@vises/ui/auth/Session.tsx'

export const KINDS: RecordKind[] = ['interview', 'focusGroup', 'lifeStory', 'observation', 'document', 'register']

const RecordsPage_List = graphql(`
  query RecordsPage_List($enterpriseId: ID!, $archived: Boolean!) {
    records(enterpriseId: $enterpriseId, archived: $archived) {
      consentsAwaited
      codes {
        id
        name
        meaning
        excerptCount
        recordCount
      }
      records {
        id
        kind
        title
        happenedOn
        participants
        participantCount
        excerptCount
        rowCount
        updatedAt
        archivedAt
        isDemo
      }
    }
  }
`)

export type RecordRow = RecordsPage_ListQuery['records']['records'][number]
export type Code = RecordsPage_ListQuery['records']['codes'][number]

/** The records and codes of the enterprise, and whether the person may write them. */
export function useRecords(archived = false) {
  const { membership, can } = useViewer()
  const enterpriseId = membership?.enterpriseId ?? ''
  const { data, error, refetch } = useQuery(RecordsPage_List, {
    variables: { enterpriseId, archived },
    fetchPolicy: 'cache-and-network',
  })
  return { enterpriseId, writes: can.includes('record:write'), found: data?.records, error, refetch }
}
