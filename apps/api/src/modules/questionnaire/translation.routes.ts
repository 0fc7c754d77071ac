import { sourceOf, translationUnits } from '@vises/questionnaire/translation.ts'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { makeContext } from '../../platform/context.ts'
import type { Context } from '../../platform/context.ts'
import { BadInput, NotFound } from '../../platform/errors.ts'
import { answerWithError, languageOf } from '../../platform/export-request.ts'
import type { RouteRegistrar } from '../../platform/http.ts'
import { sendTable } from '../../platform/table-file.ts'
import { TableProblem } from '../../platform/workbook/table-problem.ts'
import { demand, may } from '../access/actor.ts'
import { openDesign } from './design.ts'
import { importTranslation } from './translation-import.ts'
import { receiveTranslation } from './receive-translation.ts'
import { translationTable } from './translation-sheet.ts'
import { writeXliff } from './xliff.ts'

const MOST_BYTES = 10 * 1024 * 1024
const MOST_AT_ONCE = 2

/** Texts out to a translator and back: XLIFF 2.1 and XLSX. */
export const translationRoutes: RouteRegistrar = async (app, services) => {
  const contexts = new WeakMap<FastifyRequest, Context>()
  let reading = 0

  app.get('/api/questionnaires/:id/translation.:format', async (request, reply) => {
    try {
      const { id, format } = request.params as { id: string; format: string }
      if (format !== 'xlf' && format !== 'xlsx') throw new NotFound()
      const context = await makeContext(services, request, reply)
      return await sendTranslation(request, reply, context, id, format)
    } catch (error) {
      return answerWithError(reply, error)
    }
  })

  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MOST_BYTES }, (_request, body, done) =>
      done(null, body),
    )
    scope.setErrorHandler((error: FastifyError, _request, reply) =>
      error.code === 'FST_ERR_CTP_BODY_TOO_LARGE'
        ? reply.code(413).send({ error: 'FILE_TOO_LARGE' })
        : answerWithError(reply, error),
    )
    // Who asks is found out before the body is read: a stranger cannot make us take in ten megabytes.
    scope.addHook('onRequest', async (request, reply) => {
      const context = await makeContext(services, request, reply)
      demand(context.actor, may(context.actor, 'template:write') ? 'template:write' : 'questionnaire:write')
      contexts.set(request, context)
    })
    scope.post('/api/questionnaires/:id/translation', { bodyLimit: MOST_BYTES }, async (request, reply) => {
      const { actor, tenant } = contexts.get(request)!
      const { id } = request.params as { id: string }
      const { language, dryRun } = request.query as { language?: unknown; dryRun?: unknown }
      if (!Buffer.isBuffer(request.body) || request.body.length === 0) return reply.code(422).send({ error: 'EMPTY' })
      if (reading >= MOST_AT_ONCE) return reply.code(429).header('retry-after', '2').send({ error: 'TOO_MUCH' })
      reading++
      try {
        const file = await importTranslation(request.body)
        const asked = typeof language === 'string' ? language : undefined
        const isTrial = dryRun === '1' || dryRun === 'true'
        const received = await tenant.write((db) => receiveTranslation(db, actor, id, file, asked, isTrial))
        if ('refused' in received) return await reply.code(409).send({ error: received.refused })
        return await reply.send(received)
      } catch (error) {
        if (error instanceof TableProblem) return await reply.code(422).send({ error: error.code })
        throw error
      } finally {
        reading--
      }
    })
  })
}

async function sendTranslation(
  request: FastifyRequest,
  reply: FastifyReply,
  context: Context,
  id: string,
  format: 'xlf' | 'xlsx',
): Promise<FastifyReply> {
  const { tenant, actor } = context
  const { language } = request.query as { language?: unknown }
  const { draft, marks, title } = await tenant.read((db) => openDesign(db, actor, 'read', id))
  if (typeof language !== 'string' || !draft.languages.includes(language))
    throw new BadInput([{ field: 'language', code: 'unknown' }])
  const units = translationUnits(draft, marks, language)
  // The mother of a variant where it is complete enough to be a source, else the base.
  const sourceLanguage = sourceOf(draft, draft.title, language)
  const name = `${plainName(title)}-${language}`
  if (format === 'xlsx')
    return sendTable(
      reply,
      format,
      translationTable({ name, sourceLanguage, language, reader: languageOf(request, context) }, units),
    )
  return reply
    .header('content-type', 'application/xliff+xml; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}.xlf"`)
    .header('cache-control', 'no-store')
    .send(writeXliff({ id, title, sourceLanguage, language }, units))
}

const plainName = (title: string): string =>
  title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w.-]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80) || 'questionnaire'
