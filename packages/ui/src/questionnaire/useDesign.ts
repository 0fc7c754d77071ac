import type { ApolloClient } from '@apollo/client'
import { useApolloClient, useQuery } from '@apollo/client/react'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { graphql } from '@vises/schema/client'
import type { Questionnaire_DesignQuery } from '@vises/schema/client/graphql'
import type { Questionnaire } from '@vises/questionnaire/model.ts'
import type { Marks } from '@vises/questionnaire/translation.ts'
import { apiErrorOf } from '../api-error.ts'
import { useViewer } from '../auth/Session.tsx'
import { draftJournal } from './draft-journal.ts'
import { DraftStore, type DraftOutcome, type DraftSave } from './draft-store.ts'

const Questionnaire_Design = graphql(`
  query Questionnaire_Design($id: ID!) {
    questionnaire(questionnaireId: $id) {
      ...QuestionnaireDesign
    }
  }
  fragment QuestionnaireDesign on Questionnaire {
    id
    isTemplate
    enterpriseId
    title
    baseLanguage
    languages
    publication
    publishedVersion
    openWaves
    testAnswers
    offeredAt
    updatedAt
    updatedByName
    archivedAt
    isDemo
    can
    draft
    draftRevision
    translatedFrom
    origin {
      kind
      title
    }
    coverage {
      language
      total
      translated
      stale
    }
    versions {
      id
      number
      note
      languages
      publishedAt
      publishedByName
      waivers {
        language
        reason
      }
      changes {
        class
        kind
        key
        place
        before
        after
      }
    }
  }
`)
export const Questionnaire_SaveDraft = graphql(`
  mutation Questionnaire_SaveDraft($input: SaveDraftInput!) {
    saveDraft(input: $input) {
      problem
      questionnaire {
        id
        title
        draftRevision
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
      conflict {
        revision
        draft
        savedByName
        savedAt
      }
    }
  }
`)

type Answer = Questionnaire_DesignQuery['questionnaire']
/** A questionnaire or template with its draft in the shape of the model. */
export type Design = Omit<Answer, 'draft' | 'translatedFrom'> & { draft: Questionnaire; translatedFrom: Marks }

/** Saves that a page began when it was left; the next page waits for them before it reads. */
const leaving = new Map<string, Promise<unknown>>()

/** Lets the next page of a questionnaire wait for the last save of this one. */
export function leavePage(id: string, saving: Promise<unknown>): void {
  const saved = saving.finally(() => leaving.get(id) === saved && leaving.delete(id))
  leaving.set(id, saved)
}

type Saved = Pick<Answer, 'id' | 'publication' | 'updatedAt' | 'updatedByName' | 'coverage'> & { title?: string }

/**
 * Shows around the page what a save changed. The draft and its revision stay in the cache as they were read together: a
 * revision beside an older draft would let the next page write over what was saved.
 */
export function showSaved(client: ApolloClient, saved: Saved): void {
  const { id, title, publication, updatedAt, updatedByName, coverage } = saved
  client.cache.modify({
    id: client.cache.identify({ __typename: 'Questionnaire', id }),
    fields: {
      title: (former) => title ?? (former as string),
      publication: () => publication,
      updatedAt: () => updatedAt,
      updatedByName: () => updatedByName,
      coverage: () => coverage,
    },
  })
}

/** One questionnaire, read anew whenever a page of it is opened; what a save shows around the page follows. */
export function useDesign(id: string) {
  const client = useApolloClient()
  const [reading, setReading] = useState<{ done: boolean; error?: unknown }>({ done: false })
  const refetch = useCallback(async () => {
    try {
      await leaving.get(id)
      await client.query({ query: Questionnaire_Design, variables: { id }, fetchPolicy: 'network-only' })
      setReading({ done: true })
    } catch (error) {
      setReading(({ done }) => ({ done, error }))
    }
  }, [client, id])
  // The page that is left says so as its effects end, just before this one begins.
  useEffect(() => void refetch(), [refetch])
  const { data } = useQuery(Questionnaire_Design, { variables: { id }, skip: !reading.done })
  return { design: data?.questionnaire as Design | undefined, error: reading.error, refetch }
}

/** The store of a draft, connected with the API and with the browser's going offline and hiding. */
export function useDraftStore(design: Design): DraftStore {
  const client = useApolloClient()
  const { id: userId } = useViewer()
  const { id } = design
  // The store is made of what was read when the page was opened; later answers of the cache are its own saves.
  const [opened] = useState(design)
  const store = useMemo(() => {
    const read = async () => {
      const { data } = await client.query({
        query: Questionnaire_Design,
        variables: { id },
        fetchPolicy: 'network-only',
      })
      const now = data?.questionnaire as Design
      const { draft, draftRevision, updatedByName, updatedAt } = now
      return { questionnaire: draft, revision: draftRevision, authorName: updatedByName, savedAt: updatedAt }
    }
    const send = async ({ questionnaire, baseRevision, operationId }: DraftSave): Promise<DraftOutcome> => {
      try {
        const input = { questionnaireId: id, draft: questionnaire, revision: baseRevision, operationId }
        const { data } = await client.mutate({
          mutation: Questionnaire_SaveDraft,
          variables: { input },
          fetchPolicy: 'no-cache',
        })
        const payload = data?.saveDraft
        if (payload?.conflict) {
          const { revision, draft, savedByName, savedAt } = payload.conflict
          const theirs = { questionnaire: draft as Questionnaire, revision, authorName: savedByName, savedAt }
          return { kind: 'conflict', theirs }
        }
        if (!payload?.questionnaire) return { kind: 'refused' }
        showSaved(client, payload.questionnaire)
        const { draftRevision, updatedAt } = payload.questionnaire
        // Sent again after the answer was lost, and somebody saved in between: mine is in, and theirs on top of it.
        if (draftRevision > baseRevision + 1) return { kind: 'conflict', taken: true, theirs: await read() }
        return { kind: 'saved', revision: draftRevision, savedAt: updatedAt }
      } catch (error) {
        const { code } = apiErrorOf(error)
        return { kind: code === 'OFFLINE' || code === 'TIMEOUT' || code === 'INTERNAL' ? 'unreachable' : 'refused' }
      }
    }
    const draft = { questionnaire: opened.draft, revision: opened.draftRevision }
    return new DraftStore(draft, send, draftJournal(userId, id))
  }, [client, id, userId, opened])

  useEffect(() => {
    store.open()
    const retry = () => store.retry()
    const flush = () => document.visibilityState === 'hidden' && void store.flush()
    const leave = () => void store.flush()
    window.addEventListener('online', retry)
    document.addEventListener('visibilitychange', flush)
    window.addEventListener('pagehide', leave)
    return () => {
      leavePage(id, store.flush())
      window.removeEventListener('online', retry)
      document.removeEventListener('visibilitychange', flush)
      window.removeEventListener('pagehide', leave)
    }
  }, [store, id])
  return store
}
