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

const CACHE = 'vises-q-page'
const PAGE = '/q/'
const PATIENCE = 3000

const partsOf = (html: string): string[] =>
  [...html.matchAll(/(?:src|href)="(\/app\/[^"]+)"/g)].map(([, path]) => path!)

/** Keeps a page with everything it is made of, then lets go of what it is no longer made of. */
async function keep(page: Response): Promise<void> {
  if (!page.ok || page.redirected) return
  const cache = await caches.open(CACHE)
  const parts = partsOf(await page.clone().text())
  // What carries a hash in its name never changes; the rest is asked for anew.
  const wanted = []
  for (const part of parts) if (!part.includes('/assets/') || !(await cache.match(part))) wanted.push(part)
  await cache.addAll(wanted)
  await cache.put(PAGE, page)
  for (const { url } of await cache.keys()) {
    const { pathname } = new URL(url)
    if (pathname !== PAGE && !parts.includes(pathname)) await cache.delete(url)
  }
}

/** The newest page where the connection gives it soon, else the one kept. */
async function pageFor(event: Fetching): Promise<Response> {
  const kept = await caches.match(PAGE)
  const asked = fetch(PAGE, { credentials: 'omit', referrerPolicy: 'no-referrer' })
  event.waitUntil(asked.then((page) => keep(page.clone())).catch(() => undefined))
  if (!kept) return asked
  const late = new Promise<Response>((resolve) => setTimeout(() => resolve(kept), PATIENCE))
  return Promise.race([asked.then((page) => (page.ok ? page : kept)).catch(() => kept), late])
}

worker.addEventListener('install', (event) =>
  event.waitUntil(
    fetch(PAGE, { credentials: 'omit', referrerPolicy: 'no-referrer' })
      .then(keep)
      .then(() => worker.skipWaiting()),
  ),
)
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))
worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { pathname, origin } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode === 'navigate' && pathname === PAGE) event.respondWith(pageFor(event))
  else if (pathname.startsWith('/app/'))
    event.respondWith(caches.match(request, { ignoreVary: true }).then((kept) => kept ?? fetch(request)))
})
