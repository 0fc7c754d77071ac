import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { answer, refuse } from './answer.ts'
import { passToAuth, type AuthDoor } from './auth-handler.ts'
import type { Background } from './background.ts'
import { kindOf } from './identity-log.ts'
import { isForeign, ownOrigins } from './origin-rule.ts'
import type { People } from './people.ts'
import type { ResetRequests } from './reset-requests.ts'
import { admittedBody, AUTH_ROUTES, type AuthRoute } from './routes.ts'
import type { Sessions } from './sessions.ts'

interface Parts {
  door: AuthDoor
  /** The door that also knows the other identity provider; absent when none is set. */
  oidcDoor: (() => AuthDoor) | undefined
  sessions: Sessions
  people: People
  resets: ResetRequests
  background: Background
}

/** Opens the doors of sign-in under `/api/auth`; whatever is not in the list does not exist. */
export async function registerIdentity(app: FastifyInstance, parts: Parts): Promise<void> {
  await app.register(
    async (scope) => {
      // JSON and nothing else: a form or a text post can be sent from a foreign page without asking first.
      scope.removeAllContentTypeParsers()
      scope.addContentTypeParser('application/json', { parseAs: 'string', bodyLimit: 16_384 }, (_request, body, done) =>
        done(null, body),
      )
      scope.setErrorHandler<FastifyError>((error, request, reply) => {
        const status = error.statusCode ?? 500
        if (status < 500) return refuse(reply, status, error.code)
        parts.door.log.error({ kind: kindOf([error]), path: request.routeOptions.url }, 'identity: a request failed')
        return refuse(reply, 500, 'INTERNAL')
      })
      const own = ownOrigins(parts.door.origin)
      scope.addHook('onRequest', async (request, reply) => {
        if (isForeign(request.headers, request.method, own)) return refuse(reply, 403, 'INVALID_ORIGIN')
      })
      for (const route of AUTH_ROUTES) openRoute(scope, route, parts)
      scope.get('/get-session', (request, reply) => currentSession(request, reply, parts))
      scope.post('/request-password-reset', async (request, reply) => {
        const outcome = await parts.resets.ask(request.body as string | undefined, request.ip)
        if (outcome === 'asked') return reply.header('cache-control', 'no-store').send({ status: true })
        if (outcome === 'invalid') return refuse(reply, 400, 'INVALID_EMAIL')
        return refuse(reply.header('retry-after', '3600'), 429, 'TOO_MANY_ATTEMPTS')
      })
      scope.all('/*', (_request, reply) => refuse(reply, 404, 'NOT_FOUND'))
      scope.addHook('onClose', () => parts.background.settled())
    },
    { prefix: '/api/auth' },
  )
}

function openRoute(scope: FastifyInstance, route: AuthRoute, parts: Parts): void {
  if (route.oidc && !parts.oidcDoor) return
  scope.route({
    method: route.method,
    url: route.path,
    handler: async (request, reply) => {
      const { cookie } = request.headers
      // The library checks the origin only when there is a cookie to abuse; a browser always sends both.
      if (route.method === 'POST' && cookie && !request.headers.origin) return refuse(reply, 403, 'MISSING_ORIGIN')
      if (route.session && !(await parts.sessions.sessionOf(request.headers))) return refuse(reply, 401, 'UNAUTHORIZED')
      const admitted = route.method === 'POST' ? admittedBody(route, request.body as string | undefined) : undefined
      if (admitted && 'refused' in admitted) return refuse(reply, 400, admitted.refused)
      const door = route.oidc ? parts.oidcDoor!() : parts.door
      const path = route.method === 'GET' ? `${route.path}${queryOf(request)}` : route.path
      return answer(reply, await passToAuth(door, { method: route.method, path, cookie, ip: request.ip, ...admitted }))
    },
  })
}

const queryOf = (request: FastifyRequest): string => {
  const start = request.url.indexOf('?')
  return start < 0 ? '' : request.url.slice(start)
}

/** Who is signed in here, or null: the first thing an app asks. */
async function currentSession(request: FastifyRequest, reply: FastifyReply, { sessions, people }: Parts) {
  const session = await sessions.sessionOf(request.headers)
  const user = session && (await people.profileOf(session.userId))
  reply.header('cache-control', 'no-store').type('application/json; charset=utf-8')
  return reply.send(JSON.stringify(session && user ? { session: { id: session.sessionId }, user } : null))
}
