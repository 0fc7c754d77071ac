import type { FastifyReply, FastifyRequest } from 'fastify'
import { isId } from '../../platform/id.ts'
import { NotFound } from '../../platform/errors.ts'
import { makeContext } from '../../platform/context.ts'
import { answerWithError, answerWithTable } from '../../platform/export-request.ts'
import type { RouteRegistrar } from '../../platform/http.ts'
import { downloadExport } from './export/download-export.ts'
import { exportResults } from './export-results.ts'

/** The results of a wave as a table, and files of answers. */
export const resultRoutes: RouteRegistrar = (app, services) => {
  app.get('/api/exports/results.:format', (request, reply) =>
    answerWithTable(services, request, reply, ({ tenant, actor }, language) => {
      const { wave, by } = request.query as { wave?: unknown; by?: unknown }
      if (!isId(wave)) throw new NotFound()
      return exportResults(tenant, actor, wave, typeof by === 'string' && by !== '' ? by : null, language)
    }),
  )

  const download = async (request: FastifyRequest, reply: FastifyReply) => {
    try {
      return await downloadExport(await makeContext(services, request, reply), request, reply)
    } catch (error) {
      return answerWithError(reply, error)
    }
  }
  // Made by hand: the one that comes by itself would read the whole file to say how long it is.
  app.head('/api/response-exports/:id/:name', download)
  app.get('/api/response-exports/:id/:name', { exposeHeadRoute: false }, download)
}
