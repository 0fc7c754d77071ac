import { randomUUID } from 'node:crypto'
import { execute, getNamedType, GraphQLError, isEnumType, parse, validate } from 'graphql'
import type { DocumentNode, ExecutionResult } from 'graphql'
import type { DataSource } from 'typeorm'
import { contextOf } from '../src/platform/context.ts'
import type { Context } from '../src/platform/context.ts'
import { newId } from '../src/platform/id.ts'
import type { Asker, Call, Relation } from './calls.ts'
import type { Cast } from './casting.ts'
import { takesId, textOf, variablesOf } from './operations.ts'
import type { Filler } from './operations.ts'
import { aDraft } from './planted-rows.ts'
import type { RolledBack } from './rolled-back.ts'

/** Values of arguments by coordinate or name; identifiers come from the cast. */
function valuesOf(cast: Cast, relation: Relation): Record<string, unknown> {
  const { step_code, field_key, platform_code } = cast.catalogue.given
  const enterprise = relation === 'other' ? cast.b.enterprises[0] : cast.a.enterprises[relation === 'own' ? 0 : 1]
  return {
    stepCode: step_code,
    fieldKey: field_key,
    platformCode: platform_code,
    federationCode: cast.codes.third,
    toPartnerCode: cast.codes.third,
    partnerCode: cast.codes.third,
    'Query.methodVersion.code': cast.catalogue.given['method_code'],
    'Query.testPlatform.code': platform_code,
    'Query.release.number': 1,
    'Query.questionHints.text': 'Que change notre action ?',
    gate: 'G1',
    role: 'contributor',
    operationId: newId(),
    baseRevision: 1,
    revision: 1,
    value: 'Un texte',
    outcome: cast.catalogue.given['gate_record.outcome'],
    email: `${newId()}@invited.example`,
    name: 'Nom',
    password: 'a long password of a test',
    language: 'fr',
    country: 'BE',
    token: `token-${enterprise.tag}`,
    'Mutation.setUpFirstAdministrator.input.token': 'x',
    body: 'Un mot',
    heldOn: '2026-02-02',
    from: '2026-01-01',
    to: '2026-12-31',
    'Query.questionnaireVersion.number': 1,
    'Mutation.recoverDraft.input.version': 1,
    'Mutation.saveDraft.input.draft': aDraft(enterprise.tag),
    'Mutation.saveTestAnswer.input.answers': {},
    'Mutation.createWave.input.version': 1,
    'Mutation.createSingleUseLinks.count': 2,
    'Mutation.checkAnswerImport.columns.target': '@group',
    // Answers have random identifiers only.
    'Mutation.enterResponse.input.operationId': randomUUID(),
    answers: {},
    sheet: 77,
    allowed: true,
    accept: true,
    archived: true,
    field: 'name',
    questionKey: 'moment',
    column: 0,
    first: 100,
  }
}

/** Fills the slots of a call for one relation; `ids` may put another identifier in one place. */
export function fillerOf(
  cast: Cast,
  call: Call,
  asker: Asker,
  relation: Relation,
  ids: Record<string, unknown> = {},
): Filler {
  const values = { ...valuesOf(cast, relation), ...call.values }
  const actor = cast.actors[asker === 'visitor' ? 'partnerAdmin' : asker]
  return (slot) => {
    if (slot.path in ids) return ids[slot.path]
    const named = takesId(slot) ? call.idOf(slot) : undefined
    if (named) {
      if (named.thing === '') return undefined
      // An optional filter narrows; the thing itself is always given.
      if (named.secondary && /filter|defaults/.test(slot.path)) return undefined
      if (named.secondary) return cast.ids[named.thing]!.own
      if (relation === 'own' && named.thing === 'response_export') return cast.ownExports.get(actor.membershipId)
      if (relation === 'own' && named.thing === 'api_token') return cast.ownTokens.get(actor.membershipId)
      if (relation === 'own' && named.thing === 'ownMembership') return actor.membershipId
      return cast.ids[named.thing]![relation]
    }
    if (takesId(slot) && slot.name === 'partnerId') return undefined
    const known = `${call.coordinate}.${slot.path}`
    if (known in values) return values[known]
    if (slot.name in values && values[slot.name] !== undefined && !/^(filter|exceptions)/.test(slot.path))
      return values[slot.name]
    if (!slot.required) return undefined
    const type = getNamedType(slot.type)
    if (isEnumType(type)) return type.getValues()[0]!.name
    return type.name === 'String' ? 'Une raison' : undefined
  }
}

const documents = new Map<string, DocumentNode>()

/** Asks the API in process, on the given connections. */
export async function askCell(
  cast: Cast,
  app: DataSource,
  asker: Asker,
  call: Call,
  filler: Filler,
  { depth = 2, context }: { depth?: number; context?: Context } = {},
): Promise<ExecutionResult> {
  const text = textOf(call, depth)
  let document = documents.get(text)
  if (!document) {
    document = parse(text)
    const faults = validate(cast.world.schema, document)
    if (faults.length) throw new Error(`${call.name}: ${faults[0]!.message}`)
    documents.set(text, document)
  }
  const contextValue = context ?? contextOn(cast, app, asker)
  return await execute({ schema: cast.world.schema, document, variableValues: variablesOf(call, filler), contextValue })
}

/** The context of a request of this person, on the given connections. */
export function contextOn(cast: Cast, app: DataSource, asker: Asker): Context {
  const services = { ...cast.world.services, app }
  const actor = asker === 'visitor' ? undefined : cast.actors[asker]
  const rows = actor ? cast.memberships.get(actor.userId)! : []
  return contextOf(services, reply, 'fr', actor?.userId, rows, actor?.membershipId, 'session', true)
}

const reply = { header: () => reply } as unknown as Context['reply']

/** What came of a call: `allowed`, or the code of its first error. */
export function outcomeOf(answer: ExecutionResult): string {
  const error = answer.errors?.[0]
  if (!error) return 'allowed'
  const cause = error.originalError ?? error
  const code = error.extensions['code'] ?? (cause as { extensions?: { code?: string } }).extensions?.code
  if (typeof code === 'string') return code
  if ('validationErrors' in cause)
    return `BAD_INPUT ${JSON.stringify((cause as { validationErrors: unknown }).validationErrors).slice(0, 300)}`
  if (cause instanceof GraphQLError) return `BAD_USER_INPUT ${cause.message}`
  return `INTERNAL ${cause.message} ${cause.stack?.split('\n')[1]?.trim()}`
}

/** One cell of the matrix, tried and undone. */
export async function tryCell(
  cast: Cast,
  database: RolledBack,
  asker: Asker,
  call: Call,
  relation: Relation,
): Promise<string> {
  const outcome = await database.attempt(async () =>
    outcomeOf(await askCell(cast, database.app, asker, call, fillerOf(cast, call, asker, relation))),
  )
  // A refusal that comes after the deed is none.
  return outcome !== 'allowed' && database.saved() > 0 ? `${outcome} after something was saved` : outcome
}

/** What the reader gets to see of an answer, as one text. */
export const textOfAnswer = ({ data, errors }: ExecutionResult): string =>
  JSON.stringify({ data, errors: errors?.map(({ message, path, extensions }) => ({ message, path, extensions })) })
