import type { FastifyError, FastifyRequest } from 'fastify'
import { makeContext } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import { PublicError } from '../../../platform/errors.ts'
import { answerWithError } from '../../../platform/export-request.ts'
import type { RouteRegistrar } from '../../../platform/http.ts'
import { TableProblem } from '../../../platform/workbook/table-problem.ts'
import { parseFile } from '../../import/parse-file.ts'
import { demandForWave } from '../subject.ts'
import { ANSWER_FILE_LIMITS } from './answer-limits.ts'
import { receiveAnswers } from './receive-answers.ts'

/** Most files read at once by one process; a file takes a processor for a few seconds. */
const MOST_AT_ONCE = 2

/** Files of answers in: `POST /api/answer-imports/<wave>?name=<file>` with the bytes as body gives `{ id }`. */
export const answerImportRoutes: RouteRegistrar = async (app, services) => {
  const contexts = new WeakMap<FastifyRequest, Context>()
  let reading = 0

  await app.register(async (scope) => {
    scope.addContentTypeParser(
      [
        'text/csv',
        'text/plain',
        'application/vnd.ms-excel',
        'application/octet-stream',
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      ],
      { parseAs: 'buffer', bodyLimit: ANSWER_FILE_LIMITS.bytes },
      (_request, body, done) => done(null, body),
    )
    scope.setErrorHandler((error: FastifyError, _request, reply) => {
      if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return reply.code(413).send({ error: 'FILE_TOO_LARGE' })
      if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return reply.code(415).send({ error: 'NOT_A_TABLE' })
      return answerWithError(reply, error)
    })
    // Who asks, and whether the wave is theirs, is found out before the body is read.
    scope.addHook('onRequest', async (request, reply) => {
      const context = await makeContext(services, request, reply)
      await context.tenant.read((db) => demandForWave(db, context.actor, 'collection:write', waveOf(request)))
      contexts.set(request, context)
    })
    scope.post('/api/answer-imports/:waveId', { bodyLimit: ANSWER_FILE_LIMITS.bytes }, async (request, reply) => {
      const { actor, tenant } = contexts.get(request)!
      const { body } = request
      if (!Buffer.isBuffer(body) || body.length === 0) return reply.code(422).send({ error: 'EMPTY' })
      if (reading >= MOST_AT_ONCE) return reply.code(429).header('retry-after', '10').send({ error: 'TOO_MUCH' })
      reading++
      try {
        const id = await tenant.write((db) =>
          receiveAnswers(db, actor, waveOf(request), nameOf(request), parseFile(body, ANSWER_FILE_LIMITS)),
        )
        return await reply.code(201).send({ id })
      } catch (error) {
        if (error instanceof TableProblem) return reply.code(422).send({ error: error.code })
        throw error instanceof PublicError
          ? error
          : Object.assign(new Error('a file of answers could not be taken in'), { cause: error })
      } finally {
        reading--
      }
    })
  })
}

const waveOf = (request: FastifyRequest): string => (request.params as { waveId: string }).waveId

const nameOf = (request: FastifyRequest): string => {
  const { name } = request.query as { name?: unknown }
  return typeof name === 'string' ? name : 'import'
}
