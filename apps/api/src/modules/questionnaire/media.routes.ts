import { Readable } from 'node:stream'
import { MEDIA_RULES } from '@vises/questionnaire/media.ts'
import { MEDIA_KINDS } from '@vises/questionnaire/model.ts'
import type { MediaKind } from '@vises/questionnaire/model.ts'
import type { FastifyError, FastifyRequest } from 'fastify'
import { rangeOf } from '../../platform/byte-range.ts'
import { makeContext } from '../../platform/context.ts'
import type { Context } from '../../platform/context.ts'
import { BadInput } from '../../platform/errors.ts'
import { answerWithError } from '../../platform/export-request.ts'
import type { RouteRegistrar } from '../../platform/http.ts'
import { isId } from '../../platform/id.ts'
import { demandForDesign } from './design.ts'
import { keepMedia } from './keep-media.ts'
import { findMedia, readMedia } from './read-media.ts'

/** Most bytes that any kind of file may have. */
const MOST_BYTES = Math.max(...Object.values(MEDIA_RULES).map(({ maxBytes }) => maxBytes))

/** Pictures, sounds and films of questions: in for who writes the questionnaire, out for everybody who is asked. */
export const mediaRoutes: RouteRegistrar = async (app, services) => {
  const uploads = new WeakMap<FastifyRequest, { context: Context; kind: MediaKind }>()

  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser(
      'application/octet-stream',
      { parseAs: 'buffer', bodyLimit: MOST_BYTES },
      (_request, body, done) => done(null, body),
    )
    scope.setErrorHandler((error: FastifyError, _request, reply) => {
      if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return reply.code(413).send({ error: 'FILE_TOO_LARGE' })
      if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return reply.code(415).send({ error: 'FILE_TYPE' })
      return answerWithError(reply, error)
    })
    // Who asks, and for what, is found out before the body is read: a stranger cannot make us take in a film.
    scope.addHook('onRequest', async (request, reply) => {
      const context = await makeContext(services, request, reply)
      await context.tenant.read((db) => demandForDesign(db, context.actor, 'write', idIn(request)))
      const { kind } = request.query as { kind?: string }
      const known = MEDIA_KINDS.find((one) => one === kind)
      if (!known) throw new BadInput([{ field: 'kind', code: 'invalid' }])
      uploads.set(request, { context, kind: known })
    })

    scope.post('/api/questionnaires/:id/media', { bodyLimit: MOST_BYTES }, async (request, reply) => {
      const { context, kind } = uploads.get(request)!
      const { actor, tenant } = context
      const bytes = request.body
      if (!Buffer.isBuffer(bytes) || bytes.length === 0) return reply.code(422).send({ error: 'EMPTY' })
      const kept = await tenant.write((db) => keepMedia(db, actor, idIn(request), kind, bytes))
      if ('address' in kept) return reply.code(201).send(kept)
      const [status, error] = REFUSALS[kept.problem]
      return reply.code(status).send({ error })
    })
  })

  app.get('/api/q/media/:id', async (request, reply) => {
    const id = idIn(request)
    const media = isId(id) ? await findMedia(services.reference, id) : undefined
    if (!media) return reply.code(404).send({ error: 'NOT_FOUND' })
    const { type, bytes } = media
    // What has an identifier never changes; whatever is inside, no browser runs or guesses it.
    reply
      .type(type)
      .header('accept-ranges', 'bytes')
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('cross-origin-resource-policy', 'same-origin')
    const { range } = request.headers
    const asked = range === undefined ? undefined : rangeOf(range, bytes)
    if (asked === 'unsatisfiable') return reply.code(416).header('content-range', `bytes */${bytes}`).send()
    const part = asked ?? { from: 0, to: bytes - 1 }
    if (asked) reply.code(206).header('content-range', `bytes ${part.from}-${part.to}/${bytes}`)
    reply.header('content-length', String(part.to - part.from + 1))
    // Who asks for the head alone is told how long the body would be, and nothing of it is read.
    return reply.send(Readable.from(request.method === 'HEAD' ? [] : readMedia(services.reference, id, part)))
  })
}

const idIn = (request: FastifyRequest): string => (request.params as { id: string }).id

const REFUSALS = {
  fileType: [415, 'FILE_TYPE'],
  tooLarge: [413, 'FILE_TOO_LARGE'],
  full: [409, 'FULL'],
} as const
