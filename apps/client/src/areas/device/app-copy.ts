/** The two parts of the app that open without a connection: the pages, and the questionnaire inside them. */
const PARTS = [
  ['/app/sw.js', '/app/'],
  ['/q/sw.js', '/q/'],
] as const

/** Whether this browser can keep anything for days: not on an unsafe page, and not in every private window. */
export const canKeep = (): boolean => isSecureContext && 'serviceWorker' in navigator && 'indexedDB' in window

/** Keeps the app itself; done when it would open without a connection. */
export async function keepApp(): Promise<void> {
  for (const [script, scope] of PARTS) await installed(await navigator.serviceWorker.register(script, { scope }))
}

function installed(registration: ServiceWorkerRegistration): Promise<void> {
  const worker = registration.active ?? registration.installing ?? registration.waiting
  if (!worker || registration.active) return Promise.resolve()
  return new Promise((resolve, reject) => {
    const look = () => {
      if (worker.state === 'activated') resolve()
      if (worker.state === 'redundant') reject(new Error('The app could not be kept.'))
    }
    worker.addEventListener('statechange', look)
    look()
  })
}

/** Removes the copy of the app, and all that was stored with it. */
export async function removeApp(): Promise<void> {
  if (!canKeep()) return
  for (const [, scope] of PARTS) await (await navigator.serviceWorker.getRegistration(scope))?.unregister()
  for (const name of await caches.keys()) await caches.delete(name)
}

/** Told when a newer version of the app has taken the place of the one that is open. */
export function onNewApp(act: () => void): () => void {
  const workers = 'serviceWorker' in navigator ? navigator.serviceWorker : undefined
  // The first copy replaces nothing.
  if (!workers?.controller) return () => undefined
  workers.addEventListener('controllerchange', act)
  return () => workers.removeEventListener('controllerchange', act)
}
