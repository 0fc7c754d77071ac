import type { GatewayInterface } from '@apollo/server-gateway-interface'
import { execute, GraphQLError } from 'graphql'
import type { DocumentNode, GraphQLSchema } from 'graphql'
import { compileQuery, isCompiledQuery } from 'graphql-jit'
import type { CompiledQuery } from 'graphql-jit'
import type { Context } from './context.ts'

/** How many compiled operations are kept; trusted documents are some hundred, ad hoc ones come and go. */
const KEPT = 1000

/**
 * Runs operations compiled to plain functions, the same operation compiled once. It is handed to Apollo as a gateway,
 * the one place where Apollo lets somebody else execute.
 */
export function compilingGateway(schema: GraphQLSchema): GatewayInterface {
  const compiled = new Map<string, { document: DocumentNode; query: CompiledQuery | undefined }>()

  function compiledOf(hash: string, document: DocumentNode, operationName?: string): CompiledQuery | undefined {
    const key = `${operationName ?? ''} ${hash}`
    const known = compiled.get(key)
    if (known?.document === document) return known.query
    const result = compileQuery(schema, document, operationName)
    const query = isCompiledQuery(result) ? result : undefined
    if (compiled.size >= KEPT) compiled.delete(compiled.keys().next().value!)
    compiled.set(key, { document, query })
    return query
  }

  return {
    load: async () => ({
      executor: async ({ document, operation, queryHash, operationName, context, request }) => {
        const query = compiledOf(queryHash, document, operationName ?? undefined)
        const run = async (contextValue: unknown) => {
          const result = await query?.query(undefined, contextValue, request.variables ?? {})
          // What cannot be compiled, or was given values that do not fit, is refused by graphql itself.
          if (result && 'data' in result) return { ...result, errors: result.errors?.map(asGraphql) }
          return execute({ schema, document, operationName, contextValue, variableValues: request.variables })
        }
        return forWhoeverAsks(context as Context, operation?.operation === 'query', run) as never
      },
    }),
    onSchemaLoadOrUpdate(callback) {
      callback({ apiSchema: schema, coreSupergraphSdl: '' })
      return () => undefined
    },
    stop: async () => undefined,
  }
}

/**
 * What only reads is run at once for the person remembered; it is certain who asks before anything is written, and before
 * any answer is given: one that was made for somebody else is thrown away.
 */
async function forWhoeverAsks<T>(context: Context, reads: boolean, run: (context: Context) => Promise<T>): Promise<T> {
  const answer = reads || !context.check ? await run(context) : undefined
  const other = await context.check?.()
  if (other) return run(Object.assign(other, { deadline: context.deadline }))
  context.check = undefined
  return answer ?? run(context)
}

/** An error as graphql itself makes it: the compiled ones come without extensions, which Apollo takes for granted. */
function asGraphql({ message, path, originalError, extensions }: GraphQLError): GraphQLError {
  return new GraphQLError(message, { path, originalError, extensions })
}
