import type { BetterAuthPlugin, DBAdapter, DBTransactionAdapter, Where } from 'better-auth'
import { tokenHash } from './session-token.ts'

/**
 * Lets the library work with session tokens while the database sees their hashes only. The adapter is wrapped at start,
 * so no path of the library, plugins included, can write or look up a token in clear. Lists of sessions give hashes
 * back (the tokens are known to browsers alone), which is why ending one session out of a list is not offered.
 */
export const hashedSessionTokens = (): BetterAuthPlugin => ({
  id: 'hashed-session-tokens',
  init: (context) => ({ context: { adapter: hashing(context.adapter) } }),
})

function hashing(adapter: DBAdapter): DBAdapter {
  return {
    ...hashingQueries(adapter),
    transaction: (work) => adapter.transaction((inside) => work(hashingQueries(inside))),
  } as DBAdapter
}

function hashingQueries(adapter: DBTransactionAdapter): DBTransactionAdapter {
  const session = (model: string) => model === 'session'
  return {
    ...adapter,
    create: async (query) => {
      if (!session(query.model)) return adapter.create(query)
      const data = query.data as Record<string, unknown>
      return withRawToken(await adapter.create({ ...query, data: hashedToken(data) as never }), [data.token])
    },
    findOne: async <T>(query: Parameters<DBAdapter['findOne']>[0]) => {
      if (!session(query.model)) return adapter.findOne<T>(query)
      return withRawToken(
        await adapter.findOne<T>({ ...query, where: hashedWhere(query.where) }),
        tokensIn(query.where),
      )
    },
    findMany: async <T>(query: Parameters<DBAdapter['findMany']>[0]) => {
      if (!session(query.model) || !query.where) return adapter.findMany<T>(query)
      const rows = await adapter.findMany<T>({ ...query, where: hashedWhere(query.where) })
      return rows.map((row) => withRawToken(row, tokensIn(query.where!)))
    },
    update: async <T>(query: Parameters<DBAdapter['update']>[0]) => {
      if (!session(query.model)) return adapter.update<T>(query)
      const { where, update } = query
      const row = await adapter.update<T>({ ...query, where: hashedWhere(where), update: hashedToken(update) })
      return withRawToken(row, [...tokensIn(where), update.token])
    },
    updateMany: (query) =>
      adapter.updateMany(
        session(query.model) ? { ...query, where: hashedWhere(query.where), update: hashedToken(query.update) } : query,
      ),
    consumeOne: async <T>(query: Parameters<DBAdapter['consumeOne']>[0]) => {
      if (!session(query.model)) return adapter.consumeOne<T>(query)
      return withRawToken(
        await adapter.consumeOne<T>({ ...query, where: hashedWhere(query.where) }),
        tokensIn(query.where),
      )
    },
    incrementOne: async <T>(query: Parameters<DBAdapter['incrementOne']>[0]) => {
      if (!session(query.model)) return adapter.incrementOne<T>(query)
      const row = await adapter.incrementOne<T>({ ...query, where: hashedWhere(query.where) })
      return withRawToken(row, tokensIn(query.where))
    },
    count: (query) =>
      adapter.count(session(query.model) && query.where ? { ...query, where: hashedWhere(query.where) } : query),
    delete: (query) => adapter.delete(session(query.model) ? { ...query, where: hashedWhere(query.where) } : query),
    deleteMany: (query) =>
      adapter.deleteMany(session(query.model) ? { ...query, where: hashedWhere(query.where) } : query),
  } as DBTransactionAdapter
}

const hashedToken = <T extends Record<string, unknown>>(data: T): T =>
  typeof data.token === 'string' ? { ...data, token: tokenHash(data.token) } : data

const hashedWhere = (where: Where[]): Where[] =>
  where.map((term) => {
    if (term.field !== 'token') return term
    if (Array.isArray(term.value)) return { ...term, value: term.value.map((value) => tokenHash(String(value))) }
    return { ...term, value: tokenHash(String(term.value)) }
  })

const tokensIn = (where: Where[]): unknown[] =>
  where.filter((term) => term.field === 'token').flatMap((term) => term.value as unknown)

function withRawToken<T>(row: T, known: unknown[]): T {
  const stored = (row as { token?: unknown } | null)?.token
  const raw = known.find((token) => typeof token === 'string' && tokenHash(token) === stored)
  return raw === undefined ? row : { ...row, token: raw }
}
