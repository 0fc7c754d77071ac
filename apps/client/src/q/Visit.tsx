/** @jsxImportSource preact */
import { useEffect, useLayoutEffect, useState } from 'preact/hooks'
import { Frame, useTold } from './App.tsx'
import type { Place } from './asking/session.ts'
import { Asking } from './pages/Asking.tsx'
import { Bar, speakOnPage } from './pages/Bar.tsx'
import { Elsewhere } from './pages/Elsewhere.tsx'
import { Refused, Sending, Thanks, Withheld } from './pages/Ended.tsx'
import { Icon } from './pages/Icon.tsx'
import { Review } from './pages/Review.tsx'
import { Start } from './pages/Start.tsx'
import { useDesk } from './question/desk.ts'
import type { FileDesk } from './question/desk.ts'
import type { Respondent } from './send/respondent.ts'
import { speechFor } from './language.ts'
import { wordsIn } from './words.ts'

const USUAL_FILES = { maxBytes: 5 * 1024 * 1024, types: ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] }

/** One visit by a link, from the first look to the thanks. */
export function Visit({ respondent }: { respondent: Respondent }) {
  const { life, session, form } = respondent
  useTold(respondent, session)
  useEffect(() => attend(respondent), [respondent])
  useHistory(respondent)

  if (!session || life.kind === 'loading' || life.kind === 'unreachable' || life.kind === 'refused')
    return <Without respondent={respondent} />
  const files: FileDesk = {
    ...(form?.files ?? USUAL_FILES),
    add: (name, content) => respondent.keeper.files.add(name, content),
    content: (file) => respondent.keeper.files.content(file),
  }
  const place = life.kind === 'asking' ? placeName(session.at) : life.kind
  return (
    <Frame
      session={session}
      files={files}
      place={place}
      header={<Bar name={form?.askedBy ?? ''} change={(...to) => void respondent.changeLanguage(...to)} />}
    >
      <Inside respondent={respondent} />
    </Frame>
  )
}

const placeName = (at: Place) => (typeof at === 'object' ? at.screen : at)

function Inside({ respondent }: { respondent: Respondent }) {
  const { t } = useDesk()
  const { life, form, session: current } = respondent
  const session = current!
  if (life.kind === 'sending') {
    const { keepsAll } = respondent.keeper
    return <Sending waiting={life.waiting} kept={keepsAll} tryNow={() => respondent.tryNow()} />
  }
  if (life.kind === 'sent') {
    const again = form?.kind === 'open' ? () => void respondent.startAnew() : undefined
    return <Thanks keepUntil={form?.keepUntil} again={again} before={life.elsewhere} />
  }
  if (session.screen) return <Asking foot={<Foot respondent={respondent} />} />
  if (session.at === 'withheld') return <Withheld remove={() => void respondent.startAnew()} />
  if (session.at === 'review') {
    return (
      <>
        <Review send={() => void respondent.send()} notice={respondent.renewed ? t('renewed') : undefined} />
        <Foot respondent={respondent} />
      </>
    )
  }
  return (
    <Start
      about={form!}
      change={(...to) => void respondent.changeLanguage(...to)}
      begin={respondent.found ? undefined : () => session.begin()}
      first={<Begun respondent={respondent} />}
    >
      <Keeps respondent={respondent} />
    </Start>
  )
}

/** On the first page, before everything else: what was begun on this device or brought along. */
function Begun({ respondent }: { respondent: Respondent }) {
  const { t, own } = useDesk()
  return (
    <>
      {respondent.keeper.lost && (
        <p class="notice" role="status" {...own}>
          {t('lost')}
        </p>
      )}
      {respondent.found && (
        <section class="found" aria-labelledby="found-title" {...own}>
          <h2 id="found-title">{t('found')}</h2>
          <p>{t('found.text')}</p>
          <div class="acts">
            <button type="button" class="button back" onClick={() => void respondent.startAnew()}>
              {t('found.anew')}
            </button>
            <button type="button" class="button main" onClick={() => respondent.resume()}>
              {t('found.go')}
            </button>
          </div>
        </section>
      )}
    </>
  )
}

/** What this device keeps, and the way to keep nothing on one that is shared. */
function Keeps({ respondent }: { respondent: Respondent }) {
  const { t, own } = useDesk()
  const { isAble, canKeep, shared } = respondent.keeper
  return (
    <div class="keeps" {...own}>
      <p role="status">
        <Icon name="device" /> <span>{t(canKeep ? 'start.onDevice' : 'keep.nowhere')}</span>
      </p>
      {isAble && (
        <label class="decline">
          <input
            type="checkbox"
            checked={shared}
            onChange={(event) => void respondent.share(event.currentTarget.checked)}
          />
          <span>{t('start.shared')}</span>
        </label>
      )}
    </div>
  )
}

/** Under the questions: whether everything is kept, whether there is a connection, and the way to stop for now. */
function Foot({ respondent }: { respondent: Respondent }) {
  const { t, own } = useDesk()
  const online = useOnline()
  const { keeping } = respondent.keeper
  return (
    <footer class="foot" {...own}>
      {!online && (
        <p class="foot-offline" role="status">
          <Icon name="offline" /> {t('offline')}
        </p>
      )}
      <p class="foot-kept" data-state={keeping} role={keeping === 'failed' ? 'alert' : undefined}>
        {keeping === 'empty' ? null : (
          <>
            <Icon name={keeping === 'failed' || keeping === 'nowhere' ? 'alert' : 'check'} /> {t(`keep.${keeping}`)}
          </>
        )}
      </p>
      <Elsewhere respondent={respondent} />
    </footer>
  )
}

function useOnline(): boolean {
  const [online, set] = useState(navigator.onLine)
  useEffect(() => {
    const look = () => set(navigator.onLine)
    addEventListener('online', look)
    addEventListener('offline', look)
    return () => {
      removeEventListener('online', look)
      removeEventListener('offline', look)
    }
  }, [])
  return online
}

/** Pages without a questionnaire: on the way, not reached, not open. */
function Without({ respondent }: { respondent: Respondent }) {
  const { life, session } = respondent
  const speech = session?.reading.speech ?? speechFor('', navigator.languages)
  const t = wordsIn(speech, false)
  const titles = { loading: t('loading'), unreachable: t('unreachable'), refused: '' } as Record<string, string>
  speakOnPage(undefined, speech, `${life.kind === 'refused' ? t(`refused.${life.why}`) : titles[life.kind]} · VISES`)
  return (
    <div class="page">
      <header class="bar">
        <p class="asker">{life.kind === 'refused' ? (life.about?.askedBy ?? 'VISES') : 'VISES'}</p>
      </header>
      <main>
        {life.kind === 'loading' && (
          <p class="soft" role="status">
            {t('loading')}
          </p>
        )}
        {life.kind === 'unreachable' && (
          <div class="ended">
            <h1 class="title">{t('unreachable')}</h1>
            <p class="introduction">{t('unreachable.text')}</p>
            <button type="button" class="button main" onClick={() => void respondent.open()}>
              {t('retry')}
            </button>
          </div>
        )}
        {life.kind === 'refused' && (
          <Refused
            why={life.why}
            about={life.about}
            t={t}
            speech={speech}
            session={respondent.hasText ? session : undefined}
            remove={respondent.keeper.canKeep ? () => void respondent.forget() : undefined}
          />
        )}
      </main>
    </div>
  )
}

/** Keeps when the page is left, catches up when it is looked at again, and counts the time it is looked at. */
function attend(respondent: Respondent): () => void {
  const hidden = () => void (document.hidden ? respondent.keep() : respondent.catchUp())
  const left = () => void respondent.keep()
  const timer = setInterval(() => respondent.tick(), 1000)
  document.addEventListener('visibilitychange', hidden)
  addEventListener('pagehide', left)
  return () => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', hidden)
    removeEventListener('pagehide', left)
  }
}

/** The browser's own way back leads to the question before, not out of the page. */
function useHistory(respondent: Respondent): void {
  const { session, life } = respondent
  const asking = life.kind === 'asking'
  const place = session && asking ? JSON.stringify(session.at) : undefined
  // Before it is seen: who goes back at once goes back to the question before.
  useLayoutEffect(() => {
    if (!session || place === undefined) return
    if (history.state?.place === place) return
    if (history.state?.place === undefined) history.replaceState({ place }, '')
    else history.pushState({ place }, '')
  }, [place])
  useEffect(() => {
    const went = (event: PopStateEvent) => {
      const wanted = (event.state as { place?: string } | null)?.place
      if (wanted && respondent.life.kind === 'asking') respondent.session?.go(JSON.parse(wanted) as Place)
    }
    addEventListener('popstate', went)
    return () => removeEventListener('popstate', went)
  }, [respondent])
}
