import { isId } from '../../platform/id.ts'
import { NotFound } from '../../platform/errors.ts'
import { answerWithTable } from '../../platform/export-request.ts'
import type { RouteRegistrar } from '../../platform/http.ts'
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
}
