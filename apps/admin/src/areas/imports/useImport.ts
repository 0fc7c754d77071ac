import { useEffect } from 'react'
import { useMutation, useQuery } from '@apollo/client/react'
import { graphql } from '@vises/schema/admin'
import type { ImportPage_OneQuery } from '@vises/schema/admin/graphql'

const ImportPage_One = graphql(`
  query ImportPage_One($id: ID!) {
    import(id: $id) {
      id
      fileName
      status
      headers
      mapping {
        field
        column
      }
      defaults {
        platform
        coachMembershipId
        country
      }
      sample
      rowCount
      createdCount
      updatedCount
      unchangedCount
      faultyCount
      doneCount
      keptCount
      problem
      authorName
      createdAt
      appliedAt
      undoneAt
    }
  }
`)
const ImportPage_Apply = graphql(`
  mutation ImportPage_Apply($id: ID!) {
    applyImport(id: $id) {
      problem
      import {
        id
        status
        doneCount
      }
    }
  }
`)
const ImportPage_Undo = graphql(`
  mutation ImportPage_Undo($id: ID!) {
    undoImport(id: $id) {
      problem
      import {
        id
        status
        doneCount
      }
    }
  }
`)

export type Import = ImportPage_OneQuery['import']

/** Work that goes on by itself and can be watched. */
const UNDER_WAY = ['checking', 'applying', 'undoing']
const isUnderWay = (status: string | undefined) => status !== undefined && UNDER_WAY.includes(status)

/** One import, watched while something is under way, and what can be done with it. */
export function useImport(id: string) {
  const { data, error, refetch, startPolling, stopPolling } = useQuery(ImportPage_One, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  })
  const status = data?.import.status
  useEffect(() => {
    if (!isUnderWay(status)) return
    startPolling(700)
    return stopPolling
  }, [status, startPolling, stopPolling])
  const [apply, applying] = useMutation(ImportPage_Apply)
  const [undo, undoing] = useMutation(ImportPage_Undo)
  return {
    batch: data?.import,
    error,
    refetch,
    /** True when somebody else was faster. */
    apply: async () => (await apply({ variables: { id } })).data?.applyImport.problem != null,
    undo: async () => (await undo({ variables: { id } })).data?.undoImport.problem != null,
    busy: applying.loading || undoing.loading,
    deedError: applying.error ?? undoing.error,
  }
}
