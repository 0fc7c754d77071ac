import { makeContext } from '../../../platform/context.ts'
import { answerWithError } from '../../../platform/export-request.ts'
import type { RouteRegistrar } from '../../../platform/http.ts'
import { TableProblem } from '../../../platform/workbook/table-problem.ts'
import { MOST_COPIES, paperFile, paperInput } from './paper-form.ts'

const MOST_SHEETS = 1_000_000

/** The questionnaire of a wave as a file to print, for who may read the wave. */
export const paperRoutes: RouteRegistrar = (app, services) => {
  app.get('/api/paper-forms/:waveId', async (request, reply) => {
    try {
      const { actor, tenant } = await makeContext(services, request, reply)
      const { waveId } = request.params as { waveId: string }
      const { language, first, copies } = request.query as Record<string, unknown>
      const order = {
        waveId,
        language: typeof language === 'string' ? language : undefined,
        first: numberIn(first, MOST_SHEETS),
        copies: numberIn(copies, MOST_COPIES),
      }
      const file = await paperFile(await tenant.read((db) => paperInput(db, actor, order)))
      const { first: from, copies: count } = order
      const sheets = count > 1 ? `${from}-${from + count - 1}` : from
      return await reply
        .header('content-disposition', `attachment; filename="questionnaire-${sheets}.pdf"`)
        .header('cache-control', 'no-store')
        .header('content-security-policy', "default-src 'none'; sandbox")
        .type('application/pdf')
        .send(file)
    } catch (error) {
      // A letter that the font cannot write: the browser prints it.
      if (error instanceof TableProblem) return reply.code(422).send({ error: 'NOT_WRITABLE' })
      return answerWithError(reply, error)
    }
  })
}

const numberIn = (text: unknown, most: number): number => Math.min(most, Math.max(1, Math.floor(Number(text)) || 1))
