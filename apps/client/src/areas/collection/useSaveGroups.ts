import { useMutation } from '@apollo/client/react'
import { graphql } from '@vises/schema/client'
import { groupsOf, type WaveForm } from './wave-form.ts'

const CollectionPage_SetGroups = graphql(`
  mutation CollectionPage_SetGroups($input: SetRespondentGroupsInput!) {
    setRespondentGroups(input: $input) {
      problem
      wave {
        ...CollectionWave
      }
    }
  }
`)

/** Writes the groups of a form to their collection. */
export function useSaveGroups() {
  const [save] = useMutation(CollectionPage_SetGroups)
  return async (waveId: string, form: WaveForm) =>
    (await save({ variables: { input: { waveId, groups: groupsOf(form) } } })).data?.setRespondentGroups
}
