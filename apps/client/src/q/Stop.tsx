/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { stopMails } from './send/api.ts'
import { speakOnPage } from './pages/Bar.tsx'
import { speechFor } from './language.ts'
import { wordsIn } from './words.ts'

/** From a mail: no more invitations and reminders to this address. Asked once more, since mail programs open links by themselves. */
export function Stop({ token }: { token: string }) {
  const [state, setState] = useState<'ask' | 'busy' | 'done' | 'failed'>('ask')
  const speech = speechFor('', navigator.languages)
  const t = wordsIn(speech, false)
  speakOnPage(undefined, speech, `${t('stop.title')} · VISES`)
  const stop = async () => {
    setState('busy')
    setState((await stopMails(token).catch(() => false)) ? 'done' : 'failed')
  }
  return (
    <div class="page">
      <header class="bar">
        <p class="asker">VISES</p>
      </header>
      <main class="ended">
        <h1 class="title">{state === 'done' ? t('stop.done') : t('stop.title')}</h1>
        {state === 'done' ? (
          <p class="introduction">{t('stop.doneText')}</p>
        ) : (
          <>
            <p class="introduction">{t('stop.text')}</p>
            <button type="button" class="button main" disabled={state === 'busy'} onClick={() => void stop()}>
              {t('stop.act')}
            </button>
          </>
        )}
        <p role="status">{state === 'failed' && t('stop.failed')}</p>
      </main>
    </div>
  )
}
