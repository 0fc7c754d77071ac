import type { IncomingHttpHeaders } from 'node:http'

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']

/** The origins that are us: the address people use, and on a machine of one's own its other names. */
export function ownOrigins(baseUrl: string): ReadonlySet<string> {
  const { protocol, hostname, port, origin } = new URL(baseUrl)
  if (!LOOPBACK.includes(hostname)) return new Set([origin])
  return new Set(LOOPBACK.map((name) => `${protocol}//${name}${port && `:${port}`}`))
}

/** Whether a browser says that this request comes from a page of somebody else. */
export function isForeign(headers: IncomingHttpHeaders, method: string, own: ReadonlySet<string>): boolean {
  if (headers.origin !== undefined && !own.has(headers.origin)) return true
  const site = headers['sec-fetch-site']
  // Coming back from another identity provider is a cross-site navigation, and it is a GET.
  return method !== 'GET' && (site === 'cross-site' || site === 'same-site')
}
