import { useEffect, useRef, useState } from 'react'
import { compileDraft } from '@vises/questionnaire/compile.ts'
import type { Item, LanguageTag, Questionnaire } from '@vises/questionnaire/model.ts'
import { useTexts } from '../texts.tsx'
import { END, START } from './editor-context.ts'
import type { PageMessage, TestAnswers } from './embedded.ts'
import { findItem, updateItem } from './items.ts'
import styles from './Preview.module.css'
import { useAsked } from './useAsked.ts'

export type PreviewSize = 'phone' | 'wide'

interface PreviewProps {
  questionnaire: Questionnaire
  language: LanguageTag
  size: PreviewSize
  /**
   * The item to show: a key, START or END, whatever its condition; without it the page begins at its start and goes on by
   * itself.
   */
  at?: string
  /** A trial answer instead of a look: it is sent at the end. */
  onComplete?: (answers: TestAnswers) => Promise<boolean>
}

const WIDTHS: Record<PreviewSize, number> = { phone: 390, wide: 900 }
const PAUSE_MS = 300
const SETTLE_MS = 120
const MARGIN = 24
const PATIENCE_MS = 8000
const PLACES: Record<string, string> = { [START]: 'start', [END]: 'review' }

/** The questionnaire as whoever answers sees it: the page itself in a frame, as small as a phone or as wide as a desk. */
export function Preview({ questionnaire, language, size, at, onComplete }: PreviewProps) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const asked = useAsked(questionnaire)
  const frame = useRef<HTMLIFrameElement>(null)
  const [ready, setReady] = useState(false)
  const [scale, setScale] = useState(1)
  const [failed, setFailed] = useState(false)
  const post = (message: Record<string, unknown>) =>
    frame.current?.contentWindow?.postMessage({ vises: 'q', ...message }, window.location.origin)
  const testing = onComplete !== undefined
  const complete = useRef(onComplete)
  complete.current = onComplete

  // A page that came but says nothing is not ours: the place is not left waiting.
  const late = useRef<ReturnType<typeof setTimeout>>(undefined)
  const heard = useRef(false)
  useEffect(() => {
    const hear = ({ data, source, origin }: MessageEvent<PageMessage>) => {
      if (origin !== window.location.origin || source !== frame.current?.contentWindow || data?.vises !== 'q') return
      if (data.type === 'ready') {
        heard.current = true
        setReady(true)
      }
      if (data.type === 'problem') setFailed(true)
      if (data.type === 'complete') {
        const { answers, language: answered } = data
        void complete
          .current?.({ answers, language: answered })
          .then((taken) => post({ type: taken ? 'accepted' : 'refused' }))
      }
    }
    window.addEventListener('message', hear)
    return () => {
      clearTimeout(late.current)
      window.removeEventListener('message', hear)
    }
  }, [])

  const shownAt = useRef<string>(undefined)
  useEffect(() => {
    if (!ready) return
    const show = () => {
      const { compiled } = compileDraft(at === undefined ? asked : showing(asked, at))
      const place = at === undefined ? undefined : (PLACES[at] ?? at)
      const moved = place !== shownAt.current
      shownAt.current = place
      setFailed(false)
      if (moved && place) setTimeout(() => bringIntoSight(frame.current, place), SETTLE_MS)
      post({
        type: 'show',
        compiled,
        language,
        mode: testing ? 'test' : 'preview',
        ...(moved && place && { at: place }),
      })
    }
    // Another item is shown at once, what is written when writing pauses.
    const place = at === undefined ? undefined : (PLACES[at] ?? at)
    if (place !== shownAt.current) return show()
    const timer = setTimeout(show, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [ready, asked, language, at, testing])

  // The frame keeps the width of its device and is drawn as small as its place asks for.
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = place.current
    if (!element) return
    const watch = new ResizeObserver(([entry]) => {
      const width = entry?.contentRect.width ?? 0
      if (width > 0) setScale(Math.min(1, width / WIDTHS[size]))
    })
    watch.observe(element)
    return () => watch.disconnect()
  }, [size])

  return (
    <div ref={place} className={styles.place}>
      <div className={styles.device} style={{ width: WIDTHS[size] * scale }}>
        {/* A page of our own, that hears and is heard by its origin: a sandbox would give it another. */}
        {/* oxlint-disable-next-line react/iframe-missing-sandbox */}
        <iframe
          ref={frame}
          src="/q/#embed"
          title={t('preview.frame')}
          className={styles.frame}
          onLoad={() => {
            late.current = setTimeout(() => !heard.current && setFailed(true), PATIENCE_MS)
          }}
          style={{ width: WIDTHS[size], height: `${100 / scale}%`, transform: `scale(${scale})` }}
        />
        {!ready && !failed && <p className={styles.waiting}>{t('preview.loading')}</p>}
        {failed && <p className={styles.waiting}>{t('preview.failed')}</p>}
      </div>
    </div>
  )
}

/** The questionnaire with an item and what it stands in shown in any case: whoever writes it wants to see it. */
function showing(questionnaire: Questionnaire, key: string): Questionnaire {
  const found = findItem(questionnaire.items, key)
  if (!found) return questionnaire
  const shown = [...found.within, found.item].reduce(
    (items, { key: one }) => updateItem(items, one, ({ relevant: _condition, ...item }) => item as Item),
    questionnaire.items,
  )
  return { ...questionnaire, items: shown }
}

/**
 * Several questions stand on one screen: the one in hand comes to its top, or why it is not there; nothing outside of the
 * frame moves.
 */
function bringIntoSight(frame: HTMLIFrameElement | null, key: string): void {
  const name = key.replace(/[^\w-]/g, '_')
  const page = frame?.contentDocument
  const title =
    page?.querySelector(`[id="q-${name}-label"], [id$="__${name}-label"]`) ??
    page?.querySelector('.notice[role="status"]')
  const view = frame?.contentWindow
  if (title && view) view.scrollTo({ top: title.getBoundingClientRect().top + view.scrollY - MARGIN })
}
