import { ApolloClient, ApolloLink, InMemoryCache, type FieldPolicy, type TypePolicies } from '@apollo/client'
import { catchError, map, Observable, throwError } from 'rxjs'
import { apiErrorOf, errorOfStatus } from './api-error.ts'
import type { Language } from './language.ts'

interface ApolloOptions {
  language: Language
  /** Root fields read page by page. */
  lists?: string[]
  /** The session ended: the page shows the sign-in. */
  onSignedOut: () => void
}

/** A client that sends only the hash of trusted documents, in the reader's language. */
export function makeApolloClient({ language, lists = [], onSignedOut }: ApolloOptions): ApolloClient {
  const errors = new ApolloLink((operation, forward) =>
    forward(operation).pipe(
      map((result) => {
        if (result.errors?.some(({ extensions }) => extensions?.['code'] === 'UNAUTHENTICATED')) onSignedOut()
        return result
      }),
      catchError((error: unknown) => {
        const apiError = apiErrorOf(error)
        if (apiError.code === 'UNAUTHENTICATED') onSignedOut()
        return throwError(() => apiError)
      }),
    ),
  )
  return new ApolloClient({
    link: errors.concat(trustedDocuments(language)),
    cache: new InMemoryCache({ typePolicies: keysetLists(lists) }),
    dataMasking: false,
  })
}

/**
 * Sends the hash that the build put into each document, and nothing else of it. Apollo's own links do the same in three
 * times the size, for they can also print a query and fall back to it.
 */
function trustedDocuments(language: Language): ApolloLink {
  return new ApolloLink(
    ({ query, operationName, variables }) =>
      new Observable((observer) => {
        const stop = new AbortController()
        const { __meta__: meta } = query as unknown as { __meta__: { hash: string } }
        const body = { operationName, variables, extensions: { persistedQuery: { version: 1, sha256Hash: meta.hash } } }
        fetch('/graphql', {
          method: 'POST',
          credentials: 'same-origin',
          headers: { 'content-type': 'application/json', accept: 'application/json', 'x-vises-language': language },
          body: JSON.stringify(body),
          signal: stop.signal,
        })
          .then(async (response) => {
            const answer = (await response.json().catch(() => undefined)) as ApolloLink.Result | undefined
            if (!answer || !(answer.data || answer.errors)) throw errorOfStatus(response.status)
            observer.next(answer)
            observer.complete()
          })
          .catch((error: unknown) => !stop.signal.aborted && observer.error(error))
        return () => stop.abort()
      }),
  )
}

/**
 * Cache rules for root fields that are read page by page with a cursor and answer `{ nodes, pageInfo, … }`: `fetchMore`
 * with `after` adds its rows to those that are there, other arguments make another list.
 */
function keysetLists(fields: string[]): TypePolicies {
  return { Query: { fields: Object.fromEntries(fields.map((field) => [field, PAGES])) } }
}

interface StoredPage {
  nodes: { __ref?: string }[]
}

const PAGES: FieldPolicy<StoredPage> = {
  keyArgs(args) {
    const { first: _first, after: _after, ...others } = args ?? {}
    return JSON.stringify(others)
  },
  merge(existing, incoming, { args }) {
    if (!existing || !args?.['after']) return incoming
    const known = new Set(existing.nodes.map(({ __ref }) => __ref))
    const added = incoming.nodes.filter(({ __ref }) => __ref === undefined || !known.has(__ref))
    return { ...existing, ...incoming, nodes: [...existing.nodes, ...added] }
  },
}
