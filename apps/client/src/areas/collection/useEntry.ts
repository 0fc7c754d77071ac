import { useState } from 'react'
import { useMutation } from '@apollo/client/react'
import { graphql } from '@vises/schema/client'
import type { EnterProblem, StaffChannel } from '@vises/schema/client/graphql'
import type { Typed } from './EntryFrame.tsx'

const CollectionPage_Enter = graphql(`
  mutation CollectionPage_Enter($input: EnterResponseInput!) {
    enterResponse(input: $input) {
      accepted
      problem
      faults {
        path
        code
      }
    }
  }
`)
const CollectionPage_TypePaper = graphql(`
  mutation CollectionPage_TypePaper($input: TypePaperInput!) {
    typePaper(input: $input) {
      problem
      faults {
        path
        code
      }
      entry {
        id
        sheet
        state
      }
    }
  }
`)

/** Hands in what the team typed: an answer at once, or one of the two typings of a sheet. */
export function useEntry(waveId: string, version: number) {
  const [enter] = useMutation(CollectionPage_Enter)
  const [typePaper] = useMutation(CollectionPage_TypePaper, { refetchQueries: ['CollectionPage_Sheets'] })
  const [problem, setProblem] = useState<EnterProblem>()
  const [error, setError] = useState<unknown>()
  const attempt = async <R extends { problem?: EnterProblem | null }>(deed: () => Promise<R | undefined>) => {
    setProblem(undefined)
    setError(undefined)
    try {
      const result = await deed()
      setProblem(result?.problem ?? undefined)
      return result
    } catch (thrown) {
      setError(thrown)
      return undefined
    }
  }
  const take = async (typed: Typed, channel: StaffChannel, groupId: string | null) => {
    const input = { waveId, version, channel, groupId, ...typed }
    const result = await attempt(async () => (await enter({ variables: { input } })).data?.enterResponse)
    return { taken: result?.accepted === true, faults: result?.faults }
  }
  const takeSheet = async ({ answers, language, operationId }: Typed, sheet: number, groupId: string | null) => {
    const input = { waveId, sheet, groupId, answers, language, operationId }
    const result = await attempt(async () => (await typePaper({ variables: { input } })).data?.typePaper)
    const entry = result?.problem ? undefined : (result?.entry ?? undefined)
    return { taken: entry !== undefined, faults: result?.faults, state: entry?.state }
  }
  return { take, takeSheet, problem, error }
}
