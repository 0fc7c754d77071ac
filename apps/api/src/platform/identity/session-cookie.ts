import { createHmac, timingSafeEqual } from 'node:crypto'

/** Names and flags of the cookies; over https the browser itself keeps them to this host and to encrypted pages. */
export interface CookieRules {
  prefix: string
  secure: boolean
}

/** `__Host-` wants https, no domain and path `/`, so a sister host can neither read nor plant our cookies. */
export function cookieRules(baseUrl: string): CookieRules {
  const secure = new URL(baseUrl).protocol === 'https:'
  return { secure, prefix: secure ? '__Host-vises' : 'vises' }
}

/**
 * The session token in a cookie header, if its signature is ours. Checked here the way the library signs it
 * (`token.base64(HMAC-SHA256)`), so that asking who someone is costs no detour through its request handling.
 */
export function sessionTokenIn(cookies: string | undefined, rules: CookieRules, secret: string): string | undefined {
  const value = cookieIn(cookies, `${rules.prefix}.session_token`)
  const dot = value?.lastIndexOf('.') ?? -1
  if (!value || dot < 1) return undefined
  const token = value.slice(0, dot)
  const given = Buffer.from(value.slice(dot + 1), 'base64')
  const ours = createHmac('sha256', secret).update(token).digest()
  return given.length === ours.length && timingSafeEqual(given, ours) ? token : undefined
}

function cookieIn(header: string | undefined, name: string): string | undefined {
  const start = `${name}=`
  // The first of two cookies with one name counts, as in the library: both must read the same person.
  const pair = header
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(start))
  if (pair === undefined) return undefined
  try {
    return decodeURIComponent(pair.slice(start.length))
  } catch {
    return undefined
  }
}
