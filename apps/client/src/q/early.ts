// Runs before the page's own script has arrived: on a slow line the questionnaire comes at the same time as the page.
// Small on purpose; whatever goes wrong here, the page asks again by itself.
interface Early {
  token: string
  language: string
  answer: Promise<Response | undefined>
}
declare global {
  interface Window {
    visesEarly?: Early | undefined
  }
}

const token = location.hash.slice(1).split('.')[0]!
const language = navigator.language.split('-')[0]!
if (/^[\w-]{16,64}$/.test(token))
  window.visesEarly = {
    token,
    language,
    answer: fetch('/api/q/open', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token, language }),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    }).catch(() => undefined),
  }

export type { Early }
