import { QUESTIONNAIRE_LIMITS } from '@vises/questionnaire/model.ts'
import type { FastifyError, FastifyRequest } from 'fastify'
import { makeContext } from '../../platform/context.ts'
import type { Context } from '../../platform/context.ts'
import { NotFound } from '../../platform/errors.ts'
import { answerWithError } from '../../platform/export-request.ts'
import type { RouteRegistrar } from '../../platform/http.ts'
import { isId } from '../../platform/id.ts'
import type { Db } from '../../platform/tenant.ts'
import { demand } from '../access/actor.ts'
import type { Actor } from '../access/actor.ts'
import { keepFile } from './keep-file.ts'
import { demandForWave } from './subject.ts'

/** Files of answers for signed-in people: in, when the team takes an answer; out, for those who may read single answers. */
export const staffFileRoutes: RouteRegistrar = async (app, services) => {
  const contexts = new WeakMap<FastifyRequest, Context>()

  await app.register(async (scope) => {
    scope.addContentTypeParser(
      'application/octet-stream',
      { parseAs: 'buffer', bodyLimit: QUESTIONNAIRE_LIMITS.fileBytes },
      (_request, body, done) => done(null, body),
    )
    scope.setErrorHandler((error: FastifyError, _request, reply) => {
      if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return reply.code(413).send({ error: 'FILE_TOO_LARGE' })
      if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return reply.code(415).send({ error: 'FILE_TYPE' })
      return answerWithError(reply, error)
    })
    scope.addHook('onRequest', async (request, reply) => {
      const context = await makeContext(services, request, reply)
      demand(context.actor, request.method === 'POST' ? 'collection:write' : 'response:read')
      contexts.set(request, context)
    })

    scope.post('/api/answer-files/:waveId', { bodyLimit: QUESTIONNAIRE_LIMITS.fileBytes }, async (request, reply) => {
      const { actor, tenant } = contexts.get(request)!
      const { waveId } = request.params as { waveId: string }
      const wave = await tenant.read((db) => demandForWave(db, actor, 'collection:write', waveId))
      const bytes = request.body
      if (!Buffer.isBuffer(bytes) || bytes.length === 0) return reply.code(422).send({ error: 'EMPTY' })
      const result = await keepFile(tenant, { ...wave, partnerId: actor.partnerId }, bytes)
      if ('file' in result) return reply.code(201).send(result.file)
      return reply.code(result.problem === 'fileType' ? 415 : 429).send({ error: PROBLEMS[result.problem] })
    })

    scope.get('/api/answer-files/:id', async (request, reply) => {
      const { actor, tenant } = contexts.get(request)!
      const { id } = request.params as { id: string }
      const file = await tenant.read((db) => readFile(db, actor, id))
      // Whatever is inside: it is downloaded, and no browser runs or guesses it.
      return reply
        .header('content-disposition', `attachment; filename="${file.name}"`)
        .header('cache-control', 'no-store')
        .header('content-security-policy', "default-src 'none'; sandbox")
        .type(file.type)
        .send(file.content)
    })
  })
}

const PROBLEMS = { fileType: 'FILE_TYPE', tooMany: 'TOO_MUCH' } as const

/** A file that belongs to an answer, for who may read single answers of its wave. @throws NotFound */
async function readFile(db: Db, actor: Actor, id: string): Promise<{ name: string; type: string; content: Buffer }> {
  if (!isId(id)) throw new NotFound()
  const file = await db.row<{ waveId: string; name: string; type: string }>(
    `SELECT wave_id AS "waveId", name, media_type AS type FROM answer_file
     WHERE partner_id = $1 AND id = $2 AND response_id IS NOT NULL`,
    [actor.partnerId, id],
  )
  if (!file) throw new NotFound()
  await demandForWave(db, actor, 'response:read', file.waveId)
  const row = await db.row<{ content: Buffer }>('SELECT content FROM answer_file WHERE partner_id = $1 AND id = $2', [
    actor.partnerId,
    id,
  ])
  if (!row) throw new NotFound()
  return { ...file, content: row.content }
}
