import { useApolloClient } from '@apollo/client/react'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { graphql } from '@vises/schema/client'
import { apiErrorOf } from '../api-error.ts'
import { useViewer } from '../auth/Session.tsx'
import { AnswerStore, browserJournal, type AnswerValue, type Save, type SaveOutcome } from './answer-store.ts'

const Answers_Save = graphql(`
  mutation Answers_Save($input: SaveAnswerInput!) {
    saveAnswer(input: $input) {
      problem
      answer {
        revision
        savedAt
      }
      conflict {
        revision
        value
        authorName
        savedAt
      }
    }
  }
`)

/** The store of an evaluation's answers, connected with the API and with the browser's going offline and hiding. */
export function useAnswers(evaluationId: string): AnswerStore {
  const client = useApolloClient()
  const { id: userId } = useViewer()
  const store = useMemo(() => {
    const send = async (save: Save): Promise<SaveOutcome> => {
      try {
        const { data } = await client.mutate({ mutation: Answers_Save, variables: { input: save } })
        const payload = data?.saveAnswer
        if (payload?.answer)
          return { kind: 'saved', revision: payload.answer.revision, savedAt: payload.answer.savedAt }
        if (payload?.conflict) {
          const { revision, value, authorName, savedAt } = payload.conflict
          return {
            kind: 'conflict',
            conflict: {
              revision,
              value: value as AnswerValue,
              authorName: authorName ?? null,
              savedAt: savedAt ?? null,
            },
          }
        }
        return { kind: 'refused' }
      } catch (error) {
        const { code } = apiErrorOf(error)
        return { kind: code === 'OFFLINE' || code === 'TIMEOUT' || code === 'INTERNAL' ? 'unreachable' : 'refused' }
      }
    }
    return new AnswerStore(evaluationId, send, browserJournal(userId, evaluationId))
  }, [client, evaluationId, userId])

  useEffect(() => {
    const retry = () => store.retry()
    const flush = () => document.visibilityState === 'hidden' && store.flush()
    const leave = () => store.flush()
    window.addEventListener('online', retry)
    document.addEventListener('visibilitychange', flush)
    window.addEventListener('pagehide', leave)
    return () => {
      store.flush()
      window.removeEventListener('online', retry)
      document.removeEventListener('visibilitychange', flush)
      window.removeEventListener('pagehide', leave)
    }
  }, [store])
  return store
}

/** Draws anew when the store changes. */
export function useStore<T>(store: AnswerStore, pick: () => T): T {
  const text = useSyncExternalStore(
    (listener) => store.subscribe(listener),
    () => JSON.stringify(pick()),
  )
  return useMemo(() => JSON.parse(text) as T, [text])
}
