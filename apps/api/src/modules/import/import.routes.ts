import { IMPORT_LIMITS } from '@vises/schema/limits'
import type { FastifyError, FastifyRequest } from 'fastify'
import { makeContext } from '../../platform/context.ts'
import type { Context } from '../../platform/context.ts'
import { BadInput, PublicError } from '../../platform/errors.ts'
import { answerWithError, answerWithTable } from '../../platform/export-request.ts'
import type { RouteRegistrar } from '../../platform/http.ts'
import { demand } from '../access/actor.ts'
import { faultyRows } from './export-faults.ts'
import { parseFile } from './parse-file.ts'
import { receiveImport } from './receive-import.ts'
import { TableProblem } from '../../platform/workbook/table-problem.ts'

/** Most files read at once by one process; a file takes a processor for a few seconds. */
const MOST_AT_ONCE = 2

/** Files of enterprises in, and their faulty rows out. */
export const importRoutes: RouteRegistrar = async (app, services) => {
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
      { parseAs: 'buffer', bodyLimit: IMPORT_LIMITS.bytes },
      (_request, body, done) => done(null, body),
    )
    scope.setErrorHandler((error: FastifyError, _request, reply) => {
      if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return reply.code(413).send({ error: 'FILE_TOO_LARGE' })
      if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return reply.code(415).send({ error: 'NOT_A_TABLE' })
      return answerWithError(reply, error)
    })
    // Who asks is found out before the body is read: a stranger cannot make us take in twenty megabytes.
    scope.addHook('onRequest', async (request, reply) => {
      const context = await makeContext(services, request, reply)
      demand(context.actor, 'enterprise:import')
      contexts.set(request, context)
    })
    scope.post('/api/imports', { bodyLimit: IMPORT_LIMITS.bytes }, async (request, reply) => {
      const { actor, tenant } = contexts.get(request)!
      if (!Buffer.isBuffer(request.body) || request.body.length === 0) return reply.code(422).send({ error: 'EMPTY' })
      if (reading >= MOST_AT_ONCE) return reply.code(429).header('retry-after', '10').send({ error: 'TOO_MUCH' })
      const bytes = request.body
      reading++
      try {
        const id = await tenant.write((db) => receiveImport(db, actor, fileNameOf(request), parseFile(bytes)))
        return await reply.code(201).send({ id })
      } catch (error) {
        if (error instanceof TableProblem) return reply.code(422).send({ error: error.code })
        throw error instanceof PublicError
          ? error
          : Object.assign(new Error('an import could not be taken in'), { cause: error })
      } finally {
        reading--
      }
    })
  })

  app.get('/api/imports/:id/faulty.:format', (request, reply) =>
    answerWithTable(services, request, reply, ({ tenant, actor }, language) =>
      tenant.read((db) => faultyRows(db, actor, tenant, (request.params as { id: string }).id, language)),
    ),
  )
}

/** The name of the file: a query value, or a header, which carries letters beyond ASCII in percent signs. */
function fileNameOf(request: FastifyRequest): string {
  const { name } = request.query as { name?: unknown }
  if (typeof name === 'string') return name
  const given = request.headers['x-file-name']
  try {
    return typeof given === 'string' ? decodeURIComponent(given) : 'import'
  } catch {
    throw new BadInput([{ field: 'name', code: 'invalid' }])
  }
}
