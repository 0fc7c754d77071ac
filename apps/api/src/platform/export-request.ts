import type { FastifyReply, FastifyRequest } from 'fastify'
import { makeContext } from './context.ts'
import type { Context, Services } from './context.ts'
import { PublicError } from './errors.ts'
import { log } from './log.ts'
import { sendTable, TABLE_FORMATS } from './table-file.ts'
import type { TableFile, TableFormat } from './table-file.ts'
import { LANGUAGES } from './tri-text.ts'
import type { Language } from './tri-text.ts'

/** The language asked for in the address, else the reader's own. */
export function languageOf(request: FastifyRequest, context: Context): Language {
  const asked = (request.query as { lang?: unknown }).lang
  return LANGUAGES.find((language) => language === asked) ?? context.language
}

/**
 * Answers `/api/exports/<name>.csv` and `.xlsx`: finds out who asks, lets `makeTable` apply the rules of the query it
 * exports, and streams the rows. Errors look like those of the API.
 */
export async function answerWithTable(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  makeTable: (context: Context, language: Language) => Promise<TableFile>,
): Promise<FastifyReply> {
  const { format } = request.params as { format: string }
  if (!TABLE_FORMATS.includes(format as TableFormat)) return reply.code(404).send({ error: 'NOT_FOUND' })
  try {
    const context = await makeContext(services, request, reply)
    return sendTable(reply, format as TableFormat, await makeTable(context, languageOf(request, context)))
  } catch (error) {
    return answerWithError(reply, error)
  }
}

/** Answers a request for a file, or with one, the way the API words its errors. */
export function answerWithError(reply: FastifyReply, error: unknown): FastifyReply {
  if (!(error instanceof PublicError)) {
    log.error({ err: error }, 'a file request failed')
    return reply.code(500).send({ error: 'INTERNAL' })
  }
  const { code, http: _http, ...more } = error.extensions
  return reply.code(STATUS[String(code)] ?? 400).send({ error: code, ...more })
}

const STATUS: Record<string, number> = { UNAUTHENTICATED: 401, NOT_FOUND: 404, TIMEOUT: 503 }
