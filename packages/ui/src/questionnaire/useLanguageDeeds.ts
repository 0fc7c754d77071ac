import { useApolloClient } from '@apollo/client/react'
import { graphql } from '@vises/schema/client'
import type { LanguageTag } from '@vises/questionnaire/model.ts'
import type { Design } from './useDesign.ts'

const Questionnaire_AddLanguage = graphql(`
  mutation Questionnaire_AddLanguage($input: QuestionnaireLanguageInput!) {
    addLanguage(input: $input) {
      problem
      conflict {
        revision
      }
      questionnaire {
        ...QuestionnaireDesign
      }
    }
  }
`)
const Questionnaire_RemoveLanguage = graphql(`
  mutation Questionnaire_RemoveLanguage($input: RemoveLanguageInput!) {
    removeLanguage(input: $input) {
      problem
      textsLost
      conflict {
        revision
      }
      questionnaire {
        ...QuestionnaireDesign
      }
    }
  }
`)
const Questionnaire_SetBaseLanguage = graphql(`
  mutation Questionnaire_SetBaseLanguage($input: QuestionnaireLanguageInput!) {
    setBaseLanguage(input: $input) {
      problem
      conflict {
        revision
      }
      questionnaire {
        ...QuestionnaireDesign
      }
    }
  }
`)

interface Payload {
  problem?: string | null
  textsLost?: number | null
  conflict?: { revision: number } | null
  questionnaire?: unknown
}

export interface LanguageOutcome {
  done: boolean
  /** Texts that would be lost: ask before. */
  textsLost?: number
  problem?: string
}

/** Adding a language, taking one out, changing which one the others are made from. */
export function useLanguageDeeds(design: Design) {
  const client = useApolloClient()
  /** Somebody saved meanwhile: a language can be added all the same, on what stands now. */
  const onNewest = async (ask: (revision: number) => Promise<Payload | null | undefined>): Promise<LanguageOutcome> => {
    let payload = await ask(design.draftRevision)
    if (payload?.conflict) payload = await ask(payload.conflict.revision)
    const { problem, textsLost } = payload ?? {}
    return { done: !!payload?.questionnaire, ...(problem && { problem }), ...(textsLost && { textsLost }) }
  }
  const inputOf = (language: LanguageTag, revision: number) => ({ questionnaireId: design.id, language, revision })
  return {
    add: (language: LanguageTag) =>
      onNewest(async (revision) => {
        const variables = { input: inputOf(language, revision) }
        return (await client.mutate({ mutation: Questionnaire_AddLanguage, variables })).data?.addLanguage
      }),
    remove: (language: LanguageTag, confirmed: boolean) =>
      onNewest(async (revision) => {
        const variables = { input: { ...inputOf(language, revision), confirmed } }
        return (await client.mutate({ mutation: Questionnaire_RemoveLanguage, variables })).data?.removeLanguage
      }),
    setBase: (language: LanguageTag) =>
      onNewest(async (revision) => {
        const variables = { input: inputOf(language, revision) }
        return (await client.mutate({ mutation: Questionnaire_SetBaseLanguage, variables })).data?.setBaseLanguage
      }),
  }
}
