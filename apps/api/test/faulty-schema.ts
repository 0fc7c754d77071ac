import { GraphQLInt, GraphQLList, GraphQLNonNull, GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql'
import type { Context } from '../src/platform/context.ts'

/** A schema that nests without end and fails in every way. */
export function faultySchema(): GraphQLSchema {
  const Node: GraphQLObjectType = new GraphQLObjectType({
    name: 'Node',
    fields: () => ({
      id: { type: GraphQLInt },
      child: { type: Node, resolve: () => ({ id: 1 }) },
      parent: { type: Node, resolve: () => ({ id: 1 }) },
      children: {
        type: new GraphQLNonNull(new GraphQLList(Node)),
        resolve: () => Array.from({ length: 10 }, () => ({ id: 1 })),
      },
    }),
  })
  const { child, children } = Node.getFields()
  const Query = new GraphQLObjectType<unknown, Context>({
    name: 'Query',
    fields: {
      child: { type: Node, resolve: child!.resolve as never },
      children: { type: children!.type as never, resolve: children!.resolve as never },
    },
  })
  const Mutation = new GraphQLObjectType<unknown, Context>({
    name: 'Mutation',
    fields: {
      fail: {
        type: GraphQLString,
        args: { with: { type: GraphQLString } },
        resolve: (_source, { with: fault }: { with: string }, context) => FAULTS[fault]!(context),
      },
    },
  })
  return new GraphQLSchema({ query: Query, mutation: Mutation })
}

const sql = (text: string) => (context: Context) => context.tenant.write((db) => db.rows(text))
const FAULTS: Record<string, (context: Context) => unknown> = {
  exception: () => {
    throw new Error('s3cret in /srv/vises/apps/api/src/platform/tenant.ts')
  },
  // Whatever is thrown, not only errors.
  // eslint-disable-next-line no-throw-literal
  noError: () => {
    throw { message: 's3cret', code: 'X' }
  },
  sqlError: sql('SELECT s3cret FROM enterprise WHERE'),
  uniqueViolation: (context) =>
    context.tenant.write(async (db) => {
      const insert = `INSERT INTO enterprise (partner_id, id, name, country) VALUES ($1, $1, 's3cret', 'BE')`
      await db.rows(insert, [context.actor.partnerId])
      await db.rows(insert, [context.actor.partnerId])
    }),
  foreignKeyViolation: (context) =>
    context.tenant.write((db) =>
      db.rows(
        `INSERT INTO reminder (partner_id, id, enterprise_id, sent_on, author_user_id, author_name) VALUES ($1, $1, $1, now(), $1, 's3cret')`,
        [context.actor.partnerId],
      ),
    ),
  checkViolation: (context) =>
    context.tenant.write((db) =>
      db.rows(`INSERT INTO enterprise (partner_id, id, name, country) VALUES ($1, $1, 's3cret', 'XX')`, [
        context.actor.partnerId,
      ]),
    ),
  rowSecurity: (context) =>
    context.tenant.write((db) =>
      db.rows(`INSERT INTO enterprise (partner_id, id, name, country) VALUES (gen_random_uuid(), $1, 's3cret', 'BE')`, [
        context.actor.partnerId,
      ]),
    ),
  timeout: (context) =>
    context.tenant.write(async (db) => {
      await db.rows('SET LOCAL statement_timeout = 50')
      await db.rows('SELECT pg_sleep(3)')
    }),
  deadUnit: async (context) => {
    const late = await context.tenant.read(async (db) => db)
    return late.rows('SELECT 1')
  },
  lostConnection: (context) => context.tenant.read((db) => db.rows('SELECT pg_terminate_backend(pg_backend_pid())')),
  noSuchRow: () => (undefined as unknown as { name: string }).name,
  tooDeep: () => {
    const down = (): number => down() + 1
    return down()
  },
}
