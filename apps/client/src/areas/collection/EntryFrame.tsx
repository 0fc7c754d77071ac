import { useEffect, useRef, useState } from 'react'
import type { Compiled } from '@vises/questionnaire/compiled.ts'
import type { Answers } from '@vises/questionnaire/model.ts'
import { Notice } from '@vises/ui/Notice.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import type { EmbedAbout, FromFrame, ToFrame } from '../../q/embed-messages.ts'
import styles from './Collection.module.css'

/** An answer as the frame gives it. */
export interface Typed {
  answers: Answers
  language: string
  seconds: number
  /** Of this answer, however often it is sent. */
  operationId: string
}

interface Fault {
  path: string
  code: string
}

interface EntryFrameProps {
  compiled: Compiled
  language: string
  mode: 'paper' | 'assisted'
  about?: EmbedAbout
  waveId: string
  /** Answers whether it was taken, and else what is wrong with which answer. */
  onComplete: (typed: Typed) => Promise<{ taken: boolean; faults?: Fault[] }>
}

type Heard = FromFrame & { vises?: 'q' }

/** The questionnaire in a frame, for the team to type in what somebody says or wrote. */
export function EntryFrame({ compiled, language, mode, about, waveId, onComplete }: EntryFrameProps) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('collection')
  const frame = useRef<HTMLIFrameElement>(null)
  const [ready, setReady] = useState(false)
  const [failed, setFailed] = useState(false)
  const complete = useRef(onComplete)
  complete.current = onComplete
  // The same words sent again, after a lost connection for instance, are the same answer.
  const operation = useRef<{ words: string; id: string }>(undefined)
  const files = useRef(new Map<string, Blob>())

  useEffect(() => {
    const post = (message: ToFrame) =>
      frame.current?.contentWindow?.postMessage({ vises: 'q', ...message }, window.location.origin)
    const finish = async (answers: Answers, spoken: string, seconds: number) => {
      const words = JSON.stringify([spoken, answers])
      if (operation.current?.words !== words) operation.current = { words, id: crypto.randomUUID() }
      const sent = await sendFiles(waveId, answers, files.current)
      if (!sent) return post({ type: 'refused' })
      const typed = { answers: sent, language: spoken, seconds, operationId: operation.current.id }
      const { taken, faults = [] } = await complete.current(typed)
      if (!taken) return post({ type: 'refused', problems: faults })
      operation.current = undefined
      files.current.clear()
      post({ type: 'accepted' })
    }
    const hear = ({ data, source, origin }: MessageEvent<Heard>) => {
      if (origin !== window.location.origin || source !== frame.current?.contentWindow || data?.vises !== 'q') return
      if (data.type === 'ready') setReady(true)
      if (data.type === 'problem') setFailed(true)
      if (data.type === 'file') files.current.set(data.id, data.content)
      if (data.type === 'complete') void finish(data.answers, data.language, data.seconds)
    }
    window.addEventListener('message', hear)
    return () => window.removeEventListener('message', hear)
  }, [waveId])

  const [shown] = useState({ compiled, language, mode, about })
  useEffect(() => {
    if (!ready) return
    frame.current?.contentWindow?.postMessage({ vises: 'q', type: 'show', ...shown }, window.location.origin)
    frame.current?.focus()
  }, [ready, shown])

  return (
    <>
      {failed && <Notice tone="danger">{t('frameFailed')}</Notice>}
      {/* Our own page of our own origin, as in the preview of the editor. */}
      {/* oxlint-disable-next-line react/iframe-missing-sandbox */}
      <iframe ref={frame} src="/q/#embed" title={t(`frame.${mode}`)} className={styles.frame} />
    </>
  )
}

/** Files of an answer go first; their places in the answer get the names that the server gave. Undefined: one was not taken. */
async function sendFiles(
  waveId: string,
  answers: Answers,
  contents: ReadonlyMap<string, Blob>,
): Promise<Answers | undefined> {
  const kept: Record<string, Answers[string]> = {}
  for (const [key, value] of Object.entries(answers)) {
    const id = typeof value === 'object' && value !== null && 'id' in value ? String(value['id']) : undefined
    const content = id === undefined ? undefined : contents.get(id)
    if (!content) {
      kept[key] = value
      continue
    }
    const response = await fetch(`/api/answer-files/${waveId}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: content,
    }).catch(() => undefined)
    if (!response?.ok) return undefined
    kept[key] = (await response.json()) as Answers[string]
  }
  return kept
}
