import { QUESTIONNAIRE_LIMITS } from '@vises/questionnaire/model.ts'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { log } from '../../platform/log.ts'
import type { RouteRegistrar } from '../../platform/http.ts'
import { createReachCounter } from './count-reach.ts'
import { createLinkFinder } from './find-link.ts'
import type { Link } from './find-link.ts'
import { flagLink } from './flag-link.ts'
import { FloodGate } from './flood.ts'
import type { Deed } from './flood.ts'
import { deleteDraft, loadDraft, saveDraft } from './keep-draft.ts'
import { keepFile } from './keep-file.ts'
import { isLinkToken } from './link-token.ts'
import {
  bodyOf,
  draftAddressOf,
  draftContentOf,
  Malformed,
  optionalLanguage,
  pagesOf,
  submissionOf,
  tokenOf,
} from './read-body.ts'
import { respondentTenant } from './respondent.ts'
import { sendPacked } from './send-packed.ts'
import { showPage } from './show-page.ts'
import { stopMails } from './stop-mails.ts'
import { submitAnswer } from './submit-answer.ts'
import { reasonToRefuse } from './wave-window.ts'

/** Most bytes of an answer, of an encrypted draft (base64) and of a file. */
const MOST_BYTES = { submit: 1024 * 1024, draft: 512 * 1024, file: QUESTIONNAIRE_LIMITS.fileBytes } as const

/** Links that lead nowhere are all answered after the same time, whatever it took to find out. */
const UNKNOWN_MS = 40

/** A refusal with its status, for the page to read. */
class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly body: { problem: string; retryAfter?: number; paths?: unknown },
  ) {
    super(body.problem)
  }
}

/**
 * The doors of the public questionnaire page: no cookie, no session, no account; what they take and answer is written
 * in docs/collection-api.md. Nothing about who asks is stored or logged: the address of a client is seen by the limits,
 * in memory, and by nothing else.
 */
export const collectionRoutes: RouteRegistrar = async (app, services) => {
  const links = createLinkFinder(services)
  const gate = new FloodGate({ behindProxy: services.settings.trustProxy !== false })
  const reach = createReachCounter(services)
  app.addHook('onClose', () => reach.stop())

  /** The link of a token, once the limits let the deed through. @throws Refusal */
  async function enter(request: FastifyRequest, token: string, deed: Deed, fresh = false): Promise<Link> {
    const started = performance.now()
    const link = await lookUp(request.ip, token, fresh)
    if (!link) {
      await pause(UNKNOWN_MS - (performance.now() - started))
      throw gate.guessed(request.ip) ? tooMany(60) : new Refusal(404, { problem: 'unknown' })
    }
    const { wait, flag } = gate.judge(deed, link.linkId, request.ip)
    if (flag) void flagLink(services, link)
    if (wait) throw tooMany(wait)
    return link
  }

  async function lookUp(address: string, token: string, fresh: boolean): Promise<Link | undefined> {
    if (!isLinkToken(token)) return undefined
    if (!links.knows(token) && gate.guessesTooMuch(address)) throw tooMany(60)
    return fresh ? links.findNow(token) : links.find(token)
  }

  await app.register(async (scope) => {
    scope.addHook('onSend', async (_request, reply) => void reply.header('cache-control', 'no-store'))
    scope.setErrorHandler((error: FastifyError, _request, reply) => answerRefused(reply, error))
    scope.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
      done(null, body),
    )

    scope.post('/api/q/open', async (request, reply) => {
      const body = bodyOf(request.body)
      const language = optionalLanguage(body['language'])
      try {
        const link = await enter(request, tokenOf(body), 'open', true)
        return await sendPacked(request, reply, await showPage(services, link, language))
      } catch (error) {
        if (error instanceof Refusal && error.status === 404) return reply.send({ state: 'unknown' })
        throw error
      }
    })

    scope.post('/api/q/submit', { bodyLimit: MOST_BYTES.submit }, async (request) => {
      const body = bodyOf(request.body)
      const token = tokenOf(body)
      const sent = submissionOf(body)
      let link = await enter(request, token, 'submit')
      let result = await submitAnswer(services, link, sent)
      if ('problem' in result && NEEDS_FRESH_LINK.has(result.problem)) {
        // What we remembered of the link may be some seconds old; the refusal must not be.
        const now = await links.findNow(token)
        if (!now) throw new Refusal(404, { problem: 'unknown' })
        link = now
        result = await submitAnswer(services, link, sent)
      }
      if ('accepted' in result) return result
      throw new Refusal(STATUS[result.problem], result)
    })

    // Whose file it is, is found out before its bytes are read: a stranger cannot make us take in five megabytes.
    const linkOfFile = new WeakMap<FastifyRequest, Link>()
    const enterWithFile = async (request: FastifyRequest): Promise<void> => {
      const [scheme, token = ''] = (request.headers.authorization ?? '').split(' ')
      if (scheme !== 'Link') throw new Malformed()
      const link = await enter(request, token, 'file')
      const shut = reasonToRefuse(link, new Date())
      if (shut) throw new Refusal(409, { problem: shut })
      linkOfFile.set(request, link)
    }
    const fileOptions = { bodyLimit: MOST_BYTES.file, onRequest: enterWithFile }
    scope.post('/api/q/file', fileOptions, async (request, reply) => {
      const link = linkOfFile.get(request)
      if (!link || !Buffer.isBuffer(request.body) || request.body.length === 0) throw new Malformed()
      const result = await keepFile(respondentTenant(services, link), link, request.body)
      if ('file' in result) return reply.code(201).send(result.file)
      if (result.problem === 'tooMany') throw tooMany(3600)
      throw new Refusal(415, result)
    })

    scope.post('/api/q/draft', { bodyLimit: MOST_BYTES.draft }, async (request) => {
      const body = bodyOf(request.body)
      const address = draftAddressOf(body['draft'])
      const content = typeof body['content'] === 'string' ? draftContentOf(body['content']) : body['content']
      const link = await enter(request, tokenOf(body), 'draft')
      if (content === undefined) {
        const draft = await loadDraft(services, link, address)
        if (!draft) throw new Refusal(404, { problem: 'noDraft' })
        return { content: draft.toString('base64') }
      }
      if (content === null) {
        await deleteDraft(services, link, address)
        return { deleted: true }
      }
      if (!Buffer.isBuffer(content)) throw new Malformed()
      const result = await saveDraft(services, link, address, content)
      if ('savedUntil' in result) return result
      if (result.problem === 'tooMany') throw tooMany(3600)
      throw new Refusal(409, result)
    })

    scope.post('/api/q/reach', async (request, reply) => {
      const body = bodyOf(request.body)
      const pages = pagesOf(body)
      reach.add(await enter(request, tokenOf(body), 'reach'), pages)
      return reply.code(204).send()
    })

    scope.post('/api/q/stop', async (request) => {
      await stopMails(services, await enter(request, tokenOf(bodyOf(request.body)), 'draft'))
      return { done: true }
    })
  })
}

/** Refusals that what was remembered of a link may have caused. */
const NEEDS_FRESH_LINK = new Set<string>(['notYet', 'closed', 'unknown', 'unknownVersion', 'unknownLanguage'])

const STATUS = {
  unknown: 404,
  notYet: 409,
  closed: 409,
  spent: 409,
  full: 409,
  idTaken: 422,
  invalid: 422,
  unknownVersion: 422,
  unknownLanguage: 422,
} as const

const tooMany = (retryAfter: number): Refusal => new Refusal(429, { problem: 'tooMany', retryAfter })

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)))

const BUSY_SECONDS = 5
/** What PostgreSQL and its driver say when there is no connection, no time, or a shutdown. */
const BUSY = /^(08|53|57)|^(40001|40P01|55P03|ECONNREFUSED|ECONNRESET|EPIPE)$/

function answerRefused(reply: FastifyReply, error: FastifyError | Error): FastifyReply {
  if (error instanceof Refusal) {
    if (error.body.retryAfter) reply.header('retry-after', String(error.body.retryAfter))
    return reply.code(error.status).send(error.body)
  }
  const code = 'code' in error ? String(error.code) : ''
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return reply.code(413).send({ problem: 'tooLarge' })
  const status = 'statusCode' in error ? error.statusCode : undefined
  if (error instanceof Malformed || (status && status < 500)) return reply.code(400).send({ problem: 'malformed' })
  // Neither message nor values: they can hold what somebody answered.
  log.error({ code, at: error.stack?.split('\n').slice(1, 4).join(' ') }, 'a request of the questionnaire page failed')
  if (BUSY.test(code) || /timeout|Connection terminated/.test(error.message)) {
    return reply
      .code(503)
      .header('retry-after', String(BUSY_SECONDS))
      .send({ problem: 'later', retryAfter: BUSY_SECONDS })
  }
  return reply.code(500).send({ problem: 'failed' })
}
