import { useEffect, useRef, useState } from 'react'
import { Button } from '@vises/ui/Button.tsx'
import { Notice } from '@vises/ui/Notice.tsx'
import { Page } from '@vises/ui/Page.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import type { FromFrame, ToFrame } from '../../q/embed-messages.ts'
import styles from './Device.module.css'
import type { DeviceStore, Kept } from './store.ts'

interface TakeAnswerProps {
  kept: Kept
  store: DeviceStore
  onTaken: () => Promise<unknown>
  onClose: () => void
}

/** One answer after the other on this device, with somebody beside; each is kept before the next one begins. */
export function TakeAnswer({ kept, store, onTaken, onClose }: TakeAnswerProps) {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('device')
  const frame = useRef<HTMLIFrameElement>(null)
  const files = useRef(new Map<string, Blob>())
  const [failed, setFailed] = useState(false)
  const taken = useRef(onTaken)
  taken.current = onTaken

  useEffect(() => {
    const post = (message: ToFrame) =>
      frame.current?.contentWindow?.postMessage({ vises: 'q', ...message }, location.origin)
    const { form, token, title } = kept
    const take = async (answer: Extract<FromFrame, { type: 'complete' }>) => {
      const id = crypto.randomUUID()
      try {
        await store.wait({
          id,
          title,
          takenOn: new Date().toISOString().slice(0, 10),
          language: answer.language,
          submission: {
            token,
            id,
            version: form.version,
            language: answer.language,
            answers: answer.answers,
            seconds: answer.seconds,
            consent: answer.consent,
          },
          files: [...files.current].map(([file, content]) => ({ id: file, content })),
        })
        files.current.clear()
        post({ type: 'accepted' })
        await taken.current()
      } catch {
        // Not kept: the answers stay in the frame.
        setFailed(true)
      }
    }
    const hear = (event: MessageEvent<{ vises?: string } & FromFrame>) => {
      if (event.source !== frame.current?.contentWindow || event.origin !== location.origin) return
      if (event.data.vises !== 'q') return
      if (event.data.type === 'ready') {
        const { askedBy, purpose, contact, keepUntil, closesOn, anonymous } = form
        const about = { askedBy, purpose, contact, keepUntil, closesOn, anonymous }
        const tag = form.languages.includes(language) ? language : form.language
        post({ type: 'show', compiled: form.compiled, language: tag, mode: 'assisted', about, places: form.places })
      }
      if (event.data.type === 'file') files.current.set(event.data.id, event.data.content)
      if (event.data.type === 'complete') void take(event.data)
    }
    window.addEventListener('message', hear)
    return () => window.removeEventListener('message', hear)
  }, [kept, store, language])

  return (
    <Page title={kept.title} status={kept.group} actions={<Button onClick={onClose}>{t('done')}</Button>}>
      {failed && (
        <Notice tone="danger" live="assertive">
          {t('notKept')}
        </Notice>
      )}
      {/* oxlint-disable-next-line react/iframe-missing-sandbox -- our own page, which has to reach this one */}
      <iframe ref={frame} src="/q/#embed" title={kept.title} className={styles.frame} />
    </Page>
  )
}
