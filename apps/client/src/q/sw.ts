// The service worker of the questionnaire page, and of nothing else: it keeps the page itself (markup, script, style) so
// that a questionnaire opens again without a connection. Answers and questionnaires are never in it.
interface Lasting {
  waitUntil(work: Promise<unknown>): void
}
interface Fetching extends Lasting {
  request: Request
  respondWith(answer: Promise<Response>): void
}
const worker = self as unknown as {
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void
}

// Put in by the build: a name for the page that changes with it.
declare const VERSION_OF_PAGE: string

const OWN = 'vises-q-page'
const CACHE = `${OWN}-${VERSION_OF_PAGE}`
const PAGE = '/q/'
const PATIENCE = 3000
const HIDDEN = { credentials: 'omit', referrerPolicy: 'no-referrer' } as const

async function keep(): Promise<void> {
  const cache = await caches.open(CACHE)
  // Not from the browser's own cache, where it may be older.
  await cache.add(new Request(PAGE, { ...HIDDEN, cache: 'no-cache' }))
  await worker.skipWaiting()
}

async function leaveOld(): Promise<void> {
  for (const name of await caches.keys()) if (name.startsWith(OWN) && name !== CACHE) await caches.delete(name)
  await worker.clients.claim()
}

/** The newest page where the connection gives it soon, else the one kept. */
async function page(): Promise<Response> {
  const kept = await caches.match(PAGE, { cacheName: CACHE })
  const asked = fetch(PAGE, HIDDEN)
  if (!kept) return asked
  const late = new Promise<Response>((resolve) => setTimeout(() => resolve(kept), PATIENCE))
  return Promise.race([asked.then((found) => (found.ok ? found : kept)).catch(() => kept), late])
}

worker.addEventListener('install', (event) => event.waitUntil(keep()))
worker.addEventListener('activate', (event) => event.waitUntil(leaveOld()))
worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { pathname, origin } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode === 'navigate' && pathname === PAGE) event.respondWith(page())
})
