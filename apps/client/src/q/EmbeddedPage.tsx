/** @jsxImportSource preact */
import { render } from 'preact'
import { useEffect } from 'preact/hooks'
import { Frame, useTold } from './App.tsx'
import { Embedded } from './embed.ts'
import { Asking } from './pages/Asking.tsx'
import { Bar } from './pages/Bar.tsx'
import { Thanks, Withheld } from './pages/Ended.tsx'
import { Review } from './pages/Review.tsx'
import { Start } from './pages/Start.tsx'
import { useDesk } from './question/desk.ts'

/** Shows a questionnaire as the page around it says. */
export function embed(page: HTMLElement): void {
  const embedded = new Embedded()
  render(<EmbeddedPage embedded={embedded} />, page)
  embedded.listen()
}

/** The questionnaire inside a page of our own apps. */
function EmbeddedPage({ embedded }: { embedded: Embedded }) {
  const { session, about } = embedded
  useTold(embedded, session)
  useEffect(() => {
    const timer = setInterval(() => {
      if (session?.screen && !document.hidden) session.seconds++
    }, 1000)
    return () => clearInterval(timer)
  }, [session])
  if (!session) return null
  const place = typeof session.at === 'object' ? session.at.screen : session.at
  return (
    <Frame
      session={session}
      files={embedded.files}
      place={place}
      // While it is being edited beside, the focus belongs to the editor.
      quiet={embedded.mode === 'preview' && !document.hasFocus()}
      header={
        embedded.mode === 'paper' ? null : <Bar name={about.askedBy ?? ''} change={(...to) => session.speak(...to)} />
      }
    >
      <Inside embedded={embedded} />
    </Frame>
  )
}

function Inside({ embedded }: { embedded: Embedded }) {
  const { t, own } = useDesk()
  const { mode, about } = embedded
  const session = embedded.session!
  const repeatable = mode === 'assisted' || mode === 'paper'
  return (
    <>
      {mode === 'test' && session.at !== 'thanks' && (
        <p class="notice" {...own}>
          {t('embed.test')}
        </p>
      )}
      {embedded.unseen && (
        <p class="notice" role="status" {...own}>
          {t(`embed.${embedded.unseen}`)}
        </p>
      )}
      {session.screen && <Asking />}
      {session.at === 'review' && <Review send={() => embedded.complete()} />}
      {session.at === 'withheld' && <Withheld />}
      {session.at === 'start' && (
        <Start about={about} change={(...to) => session.speak(...to)} begin={() => session.begin()} />
      )}
      {session.at === 'thanks' && (
        <Thanks keepUntil={about.keepUntil} again={repeatable ? () => embedded.again() : undefined} />
      )}
    </>
  )
}
