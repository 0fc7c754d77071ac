import type { AuthService } from './auth-service.ts'
import { kindOf, type IdentityLog } from './identity-log.ts'
import { clientKey } from './client-key.ts'
import { CLIENT_HEADER } from './client-header.ts'

/** A request for the library, with nothing in it but what we put there. */
export interface AuthRequest {
  method: 'GET' | 'POST'
  /** Below `/api/auth`, with its query if it has one. */
  path: string
  body?: string
  cookie?: string | undefined
  /** The client's address, as Fastify resolved it; absent when our own code asks. */
  ip?: string | undefined
}

/** Where requests for the library go: the service, the address people use, and the log for what fails. */
export interface AuthDoor {
  auth: AuthService
  origin: string
  log: IdentityLog
}

/**
 * Hands a request to the library. Address and origin come from our settings and only the cookie from the client, so no
 * forged Host, X-Forwarded-For or Authorization header reaches it. A failure says nothing about the inside.
 */
export async function passToAuth({ auth, origin, log }: AuthDoor, request: AuthRequest): Promise<Response> {
  const headers = new Headers({ origin })
  if (request.cookie) headers.set('cookie', request.cookie)
  if (request.ip) headers.set(CLIENT_HEADER, clientKey(request.ip))
  if (request.body !== undefined) headers.set('content-type', 'application/json')
  const { method, path, body = null } = request
  try {
    return await auth.handler(new Request(`${origin}/api/auth${path}`, { method, headers, body }))
  } catch (error) {
    log.error({ kind: kindOf([error]), path: path.split('?')[0] }, 'identity: a request failed')
    return Response.json({ code: 'INTERNAL', message: 'internal' }, { status: 500 })
  }
}
