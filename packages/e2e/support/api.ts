import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from '@playwright/test'
import type { APIRequestContext } from '@playwright/test'
import { root } from './product.ts'

let documents: Map<string, string> | undefined

/** The hash of a trusted document by the name of its operation. */
function hashOf(operation: string): string {
  documents ??= new Map(
    ['admin', 'client'].flatMap((app) => {
      const file = path.join(root, 'packages/schema/src/generated', app, 'persisted-documents.json')
      const hashes = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
      return Object.entries(hashes).map(([hash, text]): [string, string] => [
        /\b(?:query|mutation) (\w+)/.exec(text)?.[1] ?? '',
        hash,
      ])
    }),
  )
  const hash = documents.get(operation)
  if (!hash) throw new Error(`No page of the product sends "${operation}".`)
  return hash
}

/** Asks the API what a page would ask, as the person who is signed in; answers data and errors. */
export async function ask(
  request: APIRequestContext,
  operation: string,
  variables: object = {},
): Promise<{ data?: any; errors?: any[] }> {
  const answer = await request.post('/graphql', {
    headers: { 'x-vises-language': 'fr' },
    data: {
      operationName: operation,
      variables,
      extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(operation) } },
    },
  })
  return answer.json()
}

/** Asks what must succeed: a preparation of a test, not what it is about. */
export async function must(request: APIRequestContext, operation: string, variables: object = {}): Promise<any> {
  const { data, errors } = await ask(request, operation, variables)
  expect(errors, `${operation} must succeed`).toBeUndefined()
  return data
}
