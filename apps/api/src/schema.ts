import 'reflect-metadata'
import type { GraphQLSchema } from 'graphql'
import { buildSchema } from 'type-graphql'
import { AccessResolver } from './modules/access/access.resolver.ts'
import { PeopleResolver } from './modules/people/people.resolver.ts'
import { guardDoors } from './modules/access/guard.ts'

/** The whole schema of the API. A new resolver is added to the list. */
export function makeSchema(): Promise<GraphQLSchema> {
  return buildSchema({
    resolvers: [AccessResolver, PeopleResolver],
    validate: { forbidUnknownValues: false, stopAtFirstError: false },
    globalMiddlewares: [guardDoors],
  })
}
