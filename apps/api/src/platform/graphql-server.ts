import { createHash } from 'node:crypto'
import { ApolloServer, HeaderMap } from '@apollo/server'
import type { ApolloServerPlugin } from '@apollo/server'
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled'
import { fastifyApolloDrainPlugin } from '@as-integrations/fastify'
import { ApolloArmor } from '@escape.tech/graphql-armor'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { GraphQLError } from 'graphql'
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql'
import { bearerOf, guessContext } from './context.ts'
import type { Context, Services } from './context.ts'
import { Deadline, STATEMENT_MS } from './deadline.ts'
import { PublicError } from './errors.ts'
import type { InputProblem } from './errors.ts'
import { compilingGateway } from './graphql-executor.ts'
import { BODY_BYTES, registerLargeBodies } from './large-bodies.ts'
import { log } from './log.ts'

/** The limits of ad hoc queries, and the time of every operation; written in docs/api.md. */
export const LIMITS = {
  depth: 10,
  cost: 8000,
  aliases: 15,
  tokens: 2000,
  bodyBytes: BODY_BYTES.usual,
  page: 100,
  milliseconds: STATEMENT_MS,
}

/** Trusted documents: SHA-256 of the text -> the text. Browsers can send nothing else. */
export type TrustedDocuments = Record<string, string>

/** Serves `/graphql`: trusted documents for browsers, ad hoc queries for API tokens under limits. */
export async function registerGraphql(
  app: FastifyInstance,
  services: Services,
  schema: GraphQLSchema,
  trusted: TrustedDocuments,
): Promise<void> {
  const armor = new ApolloArmor({
    maxDepth: { n: LIMITS.depth, propagateOnRejection: true },
    costLimit: { maxCost: LIMITS.cost },
    maxAliases: { n: LIMITS.aliases },
    maxTokens: { enabled: false },
    maxDirectives: { n: 20 },
    blockFieldSuggestion: { enabled: false },
  }).protect()
  const server = new ApolloServer<Context>({
    gateway: compilingGateway(schema),
    introspection: !services.settings.production,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: LIMITS.tokens },
    validationRules: armor.validationRules,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ...(armor.plugins as ApolloServerPlugin<Context>[]),
      fastifyApolloDrainPlugin(app),
      limitsAnswer400,
    ],
    formatError: maskError,
    logger: log,
  })
  await server.start()
  await app.register(async (scope) => {
    scope.addHook('preHandler', (request, reply, done) => {
      const problem = bearerOf(request) ? undefined : openTrusted(request, trusted)
      if (!problem) return done()
      return reply.code(400).send({ errors: [{ message: problem, extensions: { code: 'TRUSTED_DOCUMENTS_ONLY' } }] })
    })
    registerLargeBodies(scope, services)
    scope.addHook('onSend', (_request, reply, _payload, done) => {
      reply.header('cache-control', 'no-store')
      done()
    })
    scope.route({
      url: '/graphql',
      method: ['POST', 'GET'],
      bodyLimit: BODY_BYTES.large,
      handler: (request, reply) => answerByApollo(server, services, request, reply),
    })
  })
}

/** Hands a request to Apollo, and what it answers to the asker. */
async function answerByApollo(
  server: ApolloServer<Context>,
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const headers = new HeaderMap()
  for (const [name, value] of Object.entries(request.headers)) if (value) headers.set(name, String(value))
  const deadline = new Deadline(LIMITS.milliseconds)
  const answer = await server.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: request.method, headers, body: request.body, search: searchOf(request.url) },
    context: async () => Object.assign(await guessContext(services, request, reply), { deadline }),
  })
  if (answer.body.kind !== 'complete') throw new Error('Answers come in one piece here.')
  for (const [name, value] of answer.headers) reply.header(name, value)
  return reply.code(answer.status ?? 200).send(answer.body.string)
}

const searchOf = (url: string) => (url.includes('?') ? url.slice(url.indexOf('?')) : '')

/** Puts the trusted text in the place of its hash; says what is wrong otherwise. */
function openTrusted(
  request: { method: string; body: unknown; query: unknown },
  trusted: TrustedDocuments,
): string | undefined {
  const refused = 'Only trusted documents are accepted here. Use an API token for queries of your own.'
  if (request.method !== 'POST') return refused
  const body = request.body as
    | { query?: unknown; extensions?: { persistedQuery?: { sha256Hash?: unknown } } }
    | undefined
  if (!body || typeof body !== 'object' || Array.isArray(body) || body.query !== undefined) return refused
  const hash = body.extensions?.persistedQuery?.sha256Hash
  const text = typeof hash === 'string' && Object.hasOwn(trusted, hash) ? trusted[hash] : undefined
  if (!text) return refused
  body.query = text
  delete body.extensions
  return undefined
}

// A query that breaks a limit is the caller's fault: 400, not 200 or 500.
const limitsAnswer400: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response, errors }) {
        if (errors?.some((error) => error.extensions?.['code'] === 'GRAPHQL_VALIDATION_FAILED'))
          response.http.status = 400
      },
    }
  },
}

const KEPT_CODES = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'PERSISTED_QUERY_NOT_FOUND',
])

/** Lets through what the reader is meant to see; everything else becomes INTERNAL with an id to find it in the log. */
export function maskError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error
  const code = String(formatted.extensions?.['code'] ?? 'INTERNAL')
  const path = formatted.path ? { path: formatted.path } : {}
  if (cause instanceof PublicError) {
    const { http: _http, ...extensions } = cause.extensions
    return { message: cause.message, ...path, extensions }
  }
  const faults = inputFaults(cause)
  if (faults)
    return {
      message: 'The input cannot be taken.',
      ...path,
      extensions: { code: 'BAD_INPUT', problems: faults.flatMap(problemsOf) },
    }
  if (KEPT_CODES.has(code)) {
    return { message: 'The query cannot be taken: see the published schema and limits.', extensions: { code } }
  }
  if (isTimeout(cause)) return { message: 'It took too long.', ...path, extensions: { code: 'TIMEOUT' } }
  const errorId = createHash('sha1').update(`${Date.now()}${Math.random()}`).digest('hex').slice(0, 12)
  log.error({ errorId, err: cause }, 'unexpected error')
  return { message: 'Something went wrong on our side.', ...path, extensions: { code: 'INTERNAL', errorId } }
}

interface InputFault {
  property: string
  constraints?: Record<string, string>
  children?: InputFault[]
}

/** What the decorators of an input found, as TypeGraphQL hands it on. */
function inputFaults(cause: unknown): InputFault[] | undefined {
  const faults = cause instanceof GraphQLError ? cause.extensions?.['validationErrors'] : undefined
  return Array.isArray(faults) ? (faults as InputFault[]) : undefined
}

function problemsOf(fault: InputFault): InputProblem[] {
  const inside = (fault.children ?? [])
    .flatMap(problemsOf)
    .map(({ field, code }) => ({ field: `${fault.property}.${field}`, code }))
  const own = Object.keys(fault.constraints ?? {}).map((code) => ({ field: fault.property, code }))
  return [...own, ...inside]
}

function isTimeout(cause: unknown): boolean {
  return typeof cause === 'object' && cause !== null && (cause as { code?: unknown }).code === '57014'
}
