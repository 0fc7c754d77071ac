import { useApolloClient } from '@apollo/client/react'
import { useEffect, useMemo, useState } from 'react'
import { graphql } from '@vises/schema/client'
import type { LanguageTag } from '@vises/questionnaire/model.ts'
import type { TranslatedText } from '@vises/questionnaire/translation.ts'
import { apiErrorOf } from '../api-error.ts'
import { useViewer } from '../auth/Session.tsx'
import { translationJournal, TranslationStore, type TranslationOutcome } from './translation-store.ts'
import { leavePage, showSaved, type Design } from './useDesign.ts'

const Questionnaire_SaveTranslations = graphql(`
  mutation Questionnaire_SaveTranslations($input: SaveTranslationsInput!) {
    saveTranslations(input: $input) {
      saved
      problem
      problems {
        path
        code
        current
      }
      questionnaire {
        id
        publication
        updatedAt
        updatedByName
        coverage {
          language
          total
          translated
          stale
        }
      }
    }
  }
`)

/** The store of the translations into one language, connected with the API. */
export function useTranslationStore(design: Design, language: LanguageTag): TranslationStore {
  const client = useApolloClient()
  const { id: userId } = useViewer()
  const { id } = design
  const [opened] = useState(design)
  const store = useMemo(() => {
    const send = async (texts: TranslatedText[]): Promise<TranslationOutcome> => {
      try {
        const input = {
          questionnaireId: id,
          language,
          texts: texts.map(({ sourceHash = '', ...text }) => ({ ...text, sourceHash })),
        }
        const { data } = await client.mutate({
          mutation: Questionnaire_SaveTranslations,
          variables: { input },
          fetchPolicy: 'no-cache',
        })
        const payload = data?.saveTranslations
        if (!payload?.questionnaire) return { kind: 'refused' }
        showSaved(client, payload.questionnaire)
        return { kind: 'saved', savedAt: payload.questionnaire.updatedAt, faults: payload.problems }
      } catch (error) {
        const { code } = apiErrorOf(error)
        return { kind: code === 'OFFLINE' || code === 'TIMEOUT' || code === 'INTERNAL' ? 'unreachable' : 'refused' }
      }
    }
    const journal = translationJournal(userId, id, language)
    return new TranslationStore(opened.draft, opened.translatedFrom, language, send, journal)
  }, [client, id, userId, language, opened])

  useEffect(() => {
    store.open()
    const retry = () => store.retry()
    const flush = () => document.visibilityState === 'hidden' && void store.flush()
    window.addEventListener('online', retry)
    document.addEventListener('visibilitychange', flush)
    return () => {
      leavePage(id, store.flush())
      window.removeEventListener('online', retry)
      document.removeEventListener('visibilitychange', flush)
    }
  }, [store, id])
  return store
}
