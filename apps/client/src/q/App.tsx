/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useReducer, useRef } from 'preact/hooks'
import { said } from './asking/answer-words.ts'
import type { Session } from './asking/session.ts'
import type { Teller } from './asking/teller.ts'
import { isSpeech } from './words.ts'
import { directionOf, withoutPlain } from './language.ts'
import { speakOnPage } from './pages/Bar.tsx'
import { DeskContext } from './question/desk.ts'
import type { FileDesk } from './question/desk.ts'

/** Draws again whenever one of these tells of a change. */
export function useTold(...tellers: (Teller | undefined)[]): void {
  const [, again] = useReducer((count: number) => count + 1, 0)
  useLayoutEffect(() => {
    const stops = tellers.map((teller) => teller?.subscribe(() => again(undefined)))
    return () => {
      for (const stop of stops) stop?.()
    }
  }, tellers)
}

interface Props {
  session: Session
  files: FileDesk
  /** What is shown: a change of it moves the focus to the new title. */
  place: string
  quiet?: boolean
  header: ComponentChildren
  children: ComponentChildren
}

/** The page around a questionnaire: its language and direction, and the focus on what is new. */
export function Frame({ session, files, place, quiet, header, children }: Props) {
  const main = useRef<HTMLElement>(null)
  const first = useRef(true)
  const { t, speech } = session.reading
  const other = withoutPlain(session.language).split('-')[0] !== speech
  const title = said(session.reading, session.questionnaire.title)
  speakOnPage(session, speech, title ? `${title} · VISES` : 'VISES')
  useLayoutEffect(() => {
    // Not on arrival: the page is read from its beginning.
    if (first.current || quiet) {
      first.current = false
      return
    }
    scrollTo(0, 0)
    const target = main.current?.querySelector<HTMLElement>(session.mode === 'paper' ? 'input, textarea' : 'h1')
    target?.focus({ preventScroll: true })
  }, [place])
  const own = other && isSpeech(speech) ? { lang: speech } : {}
  return (
    <DeskContext.Provider value={{ session, t, speech, files, own }}>
      <div class="page" dir={directionOf(session.language)} data-mode={session.mode}>
        {header}
        <main ref={main}>{children}</main>
      </div>
    </DeskContext.Provider>
  )
}
