import type { FastifyInstance, FastifyRequest } from 'fastify'
import { makeContext } from './context.ts'
import type { Services } from './context.ts'

/** What a body of `/graphql` may hold at most: usually, and for the operations that carry a whole document. */
export const BODY_BYTES = { usual: 100_000, large: 8_000_000 } as const

const largeOperations = new Set<string>()

/** Lets a mutation have a large body; its module says so beside its door. */
export function takeLargeBodies(...mutations: string[]): void {
  for (const mutation of mutations) largeOperations.add(mutation)
}

/**
 * Lets large bodies in where they belong. Who asks is found out before such a body is read, so that a stranger cannot
 * make us take in megabytes; and only the operations that need it may send one.
 */
export function registerLargeBodies(scope: FastifyInstance, services: Services): void {
  const large = new WeakSet<FastifyRequest>()
  scope.addHook('onRequest', async (request, reply) => {
    if (request.method !== 'POST') return
    const length = request.headers['content-length']
    if (length !== undefined && Number(length) <= BODY_BYTES.usual) return
    const { maybeActor } = await makeContext(services, request, reply).catch(() => ({ maybeActor: undefined }))
    if (!maybeActor) return reply.code(length === undefined ? 411 : 413).send({ error: 'TOO_LARGE' })
    large.add(request)
  })
  scope.addHook('preHandler', async (request, reply) => {
    if (!large.has(request)) return
    const { query } = (request.body ?? {}) as { query?: unknown }
    const names = typeof query === 'string' && query.length <= BODY_BYTES.usual ? query.match(/\w+/g) : undefined
    if (names?.some((name) => largeOperations.has(name))) return
    // It did not say how long it is, and is not.
    if (JSON.stringify(request.body ?? null).length <= BODY_BYTES.usual) return
    return reply.code(413).send({ error: 'TOO_LARGE' })
  })
}
