/** @jsxImportSource preact */
import { render } from 'preact'
import { embed } from './EmbeddedPage.tsx'
import { speechFor } from './language.ts'
import { Refused } from './pages/Ended.tsx'
import { speakOnPage } from './pages/Bar.tsx'
import { showSize } from './pages/text-size.ts'
import { Respondent } from './send/respondent.ts'
import { Stop } from './Stop.tsx'
import { Visit } from './Visit.tsx'
import { wordsIn } from './words.ts'

// The public questionnaire. What leads to it stands behind `#`, which no server sees: `#<token>`, `#<token>.<secret>` for
// an answer brought along, `#stop.<token>` from a mail, `#embed` in a frame of our own.
const page = document.getElementById('page')!

function show(): void {
  const [first = '', second] = decodeURIComponent(location.hash.slice(1)).split('.')
  render(null, page)
  if (first === 'embed') {
    embed(page)
  } else if (first === 'stop' && second) {
    render(<Stop token={second} />, page)
  } else if (/^[\w-]{16,64}$/.test(first)) {
    const respondent = new Respondent(first, second)
    respondent.open().catch(startOver)
    render(<Visit respondent={respondent} />, page)
  } else {
    const speech = speechFor('', navigator.languages)
    const t = wordsIn(speech, false)
    speakOnPage(undefined, speech, `${t('refused.incomplete')} · VISES`)
    render(
      <div class="page">
        <header class="bar">
          <p class="asker">VISES</p>
        </header>
        <main>
          <Refused why="incomplete" t={t} speech={speech} />
        </main>
      </div>,
      page,
    )
  }
}

/** What this device kept may be of another age than the page: once, everything is fetched anew. */
async function startOver(error: unknown): Promise<void> {
  const again = 'vises-q-again'
  if (sessionStorage.getItem(again)) throw error
  sessionStorage.setItem(again, '1')
  for (const name of await caches.keys()) if (name.startsWith('vises-q-page')) await caches.delete(name)
  location.reload()
}

showSize()
show()
// Another link in the same tab is another visit.
addEventListener('hashchange', show)

if ('serviceWorker' in navigator && location.hash !== '#embed' && import.meta.env.PROD)
  addEventListener('load', () => void navigator.serviceWorker.register('/q/sw.js').catch(() => undefined))
