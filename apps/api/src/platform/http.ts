import path from 'node:path'
import Fastify from 'fastify'
import type { FastifyInstance } from 'fastify'
import type { GraphQLSchema } from 'graphql'
import { registerGraphql, LIMITS } from './graphql-server.ts'
import type { TrustedDocuments } from './graphql-server.ts'
import type { Services } from './context.ts'
import { registerOutbox } from './mail/outbox-page.ts'
import { serveApps } from './serve-apps.ts'
import type { BuiltApps } from './serve-apps.ts'

/** A module's own HTTP routes, for what GraphQL cannot carry: files in and out. */
export type RouteRegistrar = (app: FastifyInstance, services: Services) => Promise<void> | void

/** Everything on one port. */
export async function makeHttp(
  services: Services,
  schema: GraphQLSchema,
  trusted: TrustedDocuments,
  apps: BuiltApps,
  routes: RouteRegistrar[],
): Promise<FastifyInstance> {
  const { settings } = services
  const proxyHops = settings.trustProxy || 0
  const app = Fastify({
    logger: false,
    trustProxy: proxyHops > 0 && ((_address: string, hop: number) => hop < proxyHops),
    bodyLimit: LIMITS.bodyBytes,
    routerOptions: { maxParamLength: 300 },
    requestTimeout: 30_000,
    forceCloseConnections: 'idle',
  })
  app.server.headersTimeout = 10_000
  protectResponses(app)
  acceptUtf8Only(app)
  refuseForeignOrigins(app, settings.baseUrl, settings.port)
  app.get('/healthz', async () => ({ ok: true }))
  app.get('/readyz', async (_request, reply) => {
    try {
      await services.reference.rows('SELECT 1')
      return { ok: true }
    } catch {
      return reply.code(503).send({ ok: false })
    }
  })
  await services.identity.register(app)
  await registerGraphql(app, services, schema, trusted)
  for (const register of routes) await register(app, services)
  if (!settings.smtpUrl && (!settings.production || settings.demo)) {
    await app.register(async (scope) => registerOutbox(scope, { dir: path.join(settings.dataDir, 'outbox') }))
  }
  await serveApps(app, apps)
  return app
}

function protectResponses(app: FastifyInstance): void {
  app.addHook('onSend', (_request, reply, _payload, done) => {
    reply.header('x-content-type-options', 'nosniff')
    reply.header('referrer-policy', 'no-referrer')
    if (!reply.hasHeader('x-frame-options')) reply.header('x-frame-options', 'DENY')
    reply.header('cross-origin-opener-policy', 'same-origin')
    if (!reply.hasHeader('content-security-policy')) {
      reply.header(
        'content-security-policy',
        // The console's component library sets style elements; scripts only come from us.
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
      )
    }
    done()
  })
}

/** A body in another charset than UTF-8 is refused, since parsers disagree about the others; so is a NUL in an address. */
function acceptUtf8Only(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    const charset = /charset=([^;]+)/i
      .exec(request.headers['content-type'] ?? '')?.[1]
      ?.trim()
      .replace(/"/g, '')
      .toLowerCase()
    if (charset && charset !== 'utf-8' && charset !== 'utf8') return reply.code(415).send({ error: 'CHARSET' })
    if (/%00/.test(request.url)) return reply.code(400).send({ error: 'BAD_ADDRESS' })
    if (request.headers['content-encoding']) return reply.code(415).send({ error: 'CONTENT_ENCODING' })
    return done()
  })
}

/** A change asked for by a page of another origin is refused before anything runs. */
function refuseForeignOrigins(app: FastifyInstance, baseUrl: string, port: number): void {
  const own = new Set([new URL(baseUrl).origin, `http://localhost:${port}`, `http://127.0.0.1:${port}`])
  app.addHook('onRequest', (request, reply, done) => {
    if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return done()
    const { origin } = request.headers
    const site = request.headers['sec-fetch-site']
    if ((origin !== undefined && !own.has(origin)) || site === 'cross-site')
      return reply.code(403).send({ error: 'FOREIGN_ORIGIN' })
    return done()
  })
}
