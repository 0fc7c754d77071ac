import type { Answers } from '@vises/questionnaire/model.ts'
import { Button } from '@vises/ui/Button.tsx'
import { Notice } from '@vises/ui/Notice.tsx'
import { Page } from '@vises/ui/Page.tsx'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { useEffect, useRef, useState } from 'react'
import type { FromFrame, ToFrame } from '../../q/embed-messages.ts'
import { filesIn } from '../../q/send/file-answers.ts'
import styles from './Device.module.css'
import type { DeviceStore, Kept } from './store.ts'
import { today } from './today.ts'

interface TakeAnswerProps {
  kept: Kept
  store: DeviceStore
  onTaken: () => Promise<unknown>
  onClose: () => void
}

/** One answer after the other on this device, with somebody beside; what was begun is found again. */
export function TakeAnswer({ kept, store, onTaken, onClose }: TakeAnswerProps) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('device')
  const [begun, setBegun] = useState<Answers>()
  const [from, setFrom] = useState<Answers | 'start'>()
  const [failed, setFailed] = useState(false)
  const [taken, setTaken] = useState(false)
  useEffect(() => {
    void store.draft(kept.id).then(
      (draft) => (draft ? setBegun(draft) : setFrom('start')),
      () => setFrom('start'),
    )
  }, [store, kept.id])

  return (
    <Page title={kept.title} status={kept.group} actions={<Button onClick={onClose}>{t('done')}</Button>}>
      {failed && (
        <Notice tone="danger" live="assertive">
          {t('notKept')}
        </Notice>
      )}
      {!from && !begun && <Skeleton rows={4} />}
      {!from && begun && (
        // Whoever takes up the device sees no answer of another before this choice.
        <Notice
          title={t('begun')}
          actions={
            <>
              <Button variant="primary" onClick={() => setFrom(begun)}>
                {t('goOn')}
              </Button>
              <Button onClick={() => void store.dropDraft(kept.id).then(() => setFrom('start'))}>
                {t('beginNew')}
              </Button>
            </>
          }
        >
          {t('begunText')}
        </Notice>
      )}
      {taken && (
        <Notice
          tone="success"
          live="polite"
          title={t('taken')}
          actions={
            <Button
              variant="primary"
              icon="plus"
              onClick={() => {
                setFrom('start')
                setTaken(false)
              }}
            >
              {t('another')}
            </Button>
          }
        >
          {t('takenText')}
        </Notice>
      )}
      {from && !taken && (
        <QuestionnaireFrame
          kept={kept}
          store={store}
          begun={from === 'start' ? undefined : from}
          onTaken={async () => {
            setTaken(true)
            await onTaken()
          }}
          onFailed={setFailed}
        />
      )}
    </Page>
  )
}

interface FrameProps {
  kept: Kept
  store: DeviceStore
  begun: Answers | undefined
  onTaken: () => Promise<unknown>
  onFailed: (failed: boolean) => void
}

/** The questionnaire itself; what is typed in it is kept as it comes. */
function QuestionnaireFrame({ kept, store, begun, onTaken, onFailed }: FrameProps) {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('device')
  const frame = useRef<HTMLIFrameElement>(null)
  const [draftKept, setDraftKept] = useState(false)
  const told = useRef({ onTaken, onFailed })
  told.current = { onTaken, onFailed }

  useEffect(() => {
    const post = (message: ToFrame) =>
      frame.current?.contentWindow?.postMessage({ vises: 'q', ...message }, location.origin)
    const { form, token, title, waveId, group } = kept
    const files = new Map<string, Blob>()
    let place = 'start'
    /** An answer that was taken is no draft any more, whatever the frame still tells of it. */
    let over = false
    let last = Promise.resolve()
    const inTurn = (act: () => Promise<void>) => {
      last = last.then(act).then(
        () => told.current.onFailed(false),
        () => told.current.onFailed(true),
      )
    }
    const contentOf = async (id: string): Promise<[string, Blob][]> => {
      const content = files.get(id) ?? (await store.draftFile(kept.id, id))
      return content ? [[id, content]] : []
    }
    const take = async ({ answers, language: spoken, seconds, consent }: Extract<FromFrame, { type: 'complete' }>) => {
      const id = crypto.randomUUID()
      const chosen = filesIn(answers)
      const contents = new Map((await Promise.all(chosen.map((file) => contentOf(file.id)))).flat())
      try {
        if (contents.size < chosen.length) throw new Error('A file of this answer is not on the device.')
        await store.take(
          kept.id,
          {
            id,
            waveId,
            title,
            group,
            takenOn: today(),
            language: spoken,
            submission: { token, id, version: form.version, language: spoken, answers, seconds, consent },
            files: [...contents.keys()].map((file) => ({ id: file })),
          },
          contents,
        )
      } catch (error) {
        // Not kept: the answers stay in the frame.
        over = false
        post({ type: 'refused' })
        throw error
      }
      await told.current.onTaken()
    }
    const hear = ({ source, origin, data }: MessageEvent<{ vises?: string } & FromFrame>) => {
      if (source !== frame.current?.contentWindow || origin !== location.origin || data.vises !== 'q') return
      if (data.type === 'ready') {
        const { askedBy, purpose, contact, keepUntil, closesOn, anonymous } = form
        const about = { askedBy, purpose, contact, keepUntil, closesOn, anonymous }
        const tag = form.languages.includes(language) ? language : form.language
        post({ type: 'show', compiled: form.compiled, language: tag, mode: 'assisted', about, answers: begun })
      }
      if (data.type === 'place') place = data.key
      if (data.type === 'answers' && !over && !['start', 'withheld'].includes(place))
        inTurn(async () => {
          if (over) return
          await store.saveDraft(kept.id, data.draft)
          setDraftKept(true)
        })
      if (data.type === 'place' && place === 'withheld') inTurn(() => store.dropDraft(kept.id))
      if (data.type === 'file') {
        files.set(data.id, data.content)
        inTurn(() => store.saveDraftFile(kept.id, data.id, data.content))
      }
      if (data.type === 'complete') {
        over = true
        inTurn(() => take(data))
      }
    }
    window.addEventListener('message', hear)
    return () => window.removeEventListener('message', hear)
  }, [kept, store, language, begun])

  return (
    <>
      {/* oxlint-disable-next-line react/iframe-missing-sandbox -- our own page, which has to reach this one */}
      <iframe ref={frame} src="/q/#embed" title={kept.title} className={styles.frame} />
      <p className={styles.soft}>{t(draftKept ? 'draftKept' : 'draftWillBe')}</p>
    </>
  )
}
