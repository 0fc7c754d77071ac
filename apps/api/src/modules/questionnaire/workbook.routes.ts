import type { Questionnaire } from '@vises/questionnaire/model.ts'
import { toXlsform } from '@vises/questionnaire/xlsform/to-xlsform.ts'
import { LIMITS } from '@vises/schema/limits'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { makeContext } from '../../platform/context.ts'
import type { Context } from '../../platform/context.ts'
import { BadInput, NotFound } from '../../platform/errors.ts'
import { answerWithError } from '../../platform/export-request.ts'
import type { RouteRegistrar } from '../../platform/http.ts'
import { isId } from '../../platform/id.ts'
import { WORKBOOK_LIMITS } from '../../platform/workbook/read-workbook.ts'
import { TableProblem } from '../../platform/workbook/table-problem.ts'
import { workbookStream } from '../../platform/workbook/write-workbook.ts'
import { demand } from '../access/actor.ts'
import { cleanText } from '../enterprise/plain-text.ts'
import { openDesign } from './design.ts'
import { questionnaireVersion } from './read-questionnaire.ts'
import { importWorkbook } from './workbook-import.ts'
import { receiveWorkbook } from './workbook-receive.ts'
import type { WorkbookTarget } from './workbook-receive.ts'

/** Most workbooks read at once by one process; each takes a processor for a moment. */
const MOST_AT_ONCE = 2

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** What is known of an upload before its body is read. */
interface Upload {
  context: Context
  target: WorkbookTarget
  fileName: string
  language: string | undefined
}

/** Questionnaires as workbooks (XLSForm) and as JSON, in and out. */
export const workbookRoutes: RouteRegistrar = async (app, services) => {
  const uploads = new WeakMap<FastifyRequest, Upload>()
  let reading = 0

  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser(
      [XLSX, 'application/octet-stream', 'application/json'],
      { parseAs: 'buffer', bodyLimit: WORKBOOK_LIMITS.bytes },
      (_request, body, done) => done(null, body),
    )
    scope.setErrorHandler((error: FastifyError, _request, reply) => {
      if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return reply.code(413).send({ error: 'FILE_TOO_LARGE' })
      if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return reply.code(415).send({ error: 'NOT_A_TABLE' })
      return answerWithError(reply, error)
    })
    // Who asks, and for what, is found out before the body is read: a stranger cannot make us take in ten megabytes.
    scope.addHook('onRequest', async (request, reply) => {
      const context = await makeContext(services, request, reply)
      const target = targetOf(request.query as Query)
      demand(context.actor, rightFor(target, context))
      uploads.set(request, { context, target, ...fileOf(request.query as Query) })
    })
    scope.post('/api/questionnaires/workbook', { bodyLimit: WORKBOOK_LIMITS.bytes }, async (request, reply) => {
      const { context, target, fileName, language } = uploads.get(request)!
      if (!Buffer.isBuffer(request.body) || request.body.length === 0) return reply.code(422).send({ error: 'EMPTY' })
      if (reading >= MOST_AT_ONCE) return reply.code(429).header('retry-after', '2').send({ error: 'TOO_MUCH' })
      const bytes = request.body
      reading++
      try {
        const isJson = /^application\/json/i.test(request.headers['content-type'] ?? '')
        const title = fileName.replace(/\.\w+$/, '')
        const read = isJson
          ? { questionnaire: jsonOf(bytes), losses: [] }
          : await importWorkbook(bytes, { title, language: language ?? context.language })
        if ('problems' in read) return await reply.code(422).send({ error: 'NOT_SUPPORTED', ...read })
        const { actor, tenant } = context
        const received = await tenant.write((db) => receiveWorkbook(db, actor, target, fileName, read.questionnaire))
        if ('refused' in received)
          return await reply.code(409).send({ error: received.refused.toUpperCase(), revision: received.revision })
        return await reply.code('questionnaireId' in target ? 200 : 201).send({ ...received, losses: read.losses })
      } catch (error) {
        if (error instanceof TableProblem) return await reply.code(422).send({ error: error.code })
        throw error
      } finally {
        reading--
      }
    })
  })

  app.get('/api/questionnaires/:id/workbook.:format', async (request, reply) => {
    try {
      const { id, format } = request.params as { id: string; format: string }
      if (format !== 'xlsx' && format !== 'json') throw new NotFound()
      const context = await makeContext(services, request, reply)
      const { questionnaire, version } = await contentOf(context, id, (request.query as Query)['version'])
      return send(reply, format, questionnaire, version)
    } catch (error) {
      return answerWithError(reply, error)
    }
  })
}

type Query = Readonly<Record<string, unknown>>

/** The right that an upload needs at least; the use case asks again once it knows whose questionnaire it is. */
function rightFor(target: WorkbookTarget, { actor }: Context): 'questionnaire:write' | 'template:write' {
  if ('enterpriseId' in target) return 'questionnaire:write'
  return 'template' in target || !actor.enterpriseId ? 'template:write' : 'questionnaire:write'
}

function targetOf(query: Query): WorkbookTarget {
  const { enterpriseId, evaluationId, questionnaireId, template } = query
  const given = [enterpriseId, questionnaireId, template].filter((one) => one !== undefined)
  if (given.length !== 1) throw new BadInput([{ field: 'enterpriseId', code: 'onlyOne' }])
  if (template !== undefined) return { template: true }
  if (questionnaireId !== undefined) {
    const revision = Number(query['revision'])
    if (!isId(questionnaireId)) throw new NotFound()
    if (!Number.isSafeInteger(revision) || revision < 1) throw new BadInput([{ field: 'revision', code: 'invalid' }])
    return { questionnaireId, revision }
  }
  if (!isId(enterpriseId) || (evaluationId !== undefined && !isId(evaluationId))) throw new NotFound()
  return { enterpriseId, ...(evaluationId !== undefined && { evaluationId }) }
}

function fileOf({ name, language }: Query): { fileName: string; language: string | undefined } {
  const isLanguage = typeof language === 'string' && /^[a-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}$/.test(language)
  if (language !== undefined && !isLanguage) throw new BadInput([{ field: 'language', code: 'invalid' }])
  const clean = typeof name === 'string' ? cleanText(name).replace(/[/\\]/g, ' ').slice(-LIMITS.fileName) : ''
  return { fileName: clean || 'questionnaire', language: isLanguage ? language : undefined }
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    throw new BadInput([{ field: 'questionnaire', code: 'notJson' }])
  }
}

async function contentOf(
  { tenant, actor }: Context,
  id: string,
  version: unknown,
): Promise<{ questionnaire: Questionnaire; version?: number }> {
  if (version === undefined)
    return { questionnaire: (await tenant.read((db) => openDesign(db, actor, 'read', id))).draft }
  const number = Number(version)
  if (!Number.isSafeInteger(number) || number < 1 || number > 2_000_000_000) throw new NotFound()
  const { content } = await tenant.read((db) => questionnaireVersion(db, actor, id, number))
  return { questionnaire: content as Questionnaire, version: number }
}

function send(
  reply: FastifyReply,
  format: 'xlsx' | 'json',
  questionnaire: Questionnaire,
  version?: number,
): FastifyReply {
  const title = questionnaire.title[questionnaire.baseLanguage] || 'questionnaire'
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w.-]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80)
  const name = `${plain || 'questionnaire'}${version ? `-v${version}` : ''}.${format}`
  return reply
    .header('content-type', format === 'xlsx' ? XLSX : 'application/json; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', 'no-store')
    .send(format === 'xlsx' ? workbookStream(toXlsform(questionnaire)) : JSON.stringify(questionnaire, null, 2))
}
