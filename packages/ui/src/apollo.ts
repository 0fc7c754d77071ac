import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, type TypePolicies } from '@apollo/client'
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries'
import { relayStylePagination } from '@apollo/client/utilities'
import { catchError, map, throwError } from 'rxjs'
import { apiErrorOf } from './api-error.ts'
import type { Language } from './language.ts'

interface ApolloOptions {
  language: Language
  typePolicies?: TypePolicies
  /** The session ended: the page shows the sign-in. */
  onSignedOut: () => void
}

/** A client that sends only the hash of trusted documents, in the reader's language. */
export function makeApolloClient({ language, typePolicies, onSignedOut }: ApolloOptions): ApolloClient {
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
  const hashOnly = new PersistedQueryLink({
    generateHash: (document) => (document as unknown as { __meta__: { hash: string } }).__meta__.hash,
    disable: () => false,
    retry: () => false,
  })
  const http = new HttpLink({
    uri: '/graphql',
    credentials: 'same-origin',
    headers: { 'x-vises-language': language },
  })
  return new ApolloClient({
    link: ApolloLink.from([errors, hashOnly, http]),
    cache: new InMemoryCache({ typePolicies: typePolicies ?? {} }),
    dataMasking: false,
  })
}

/**
 * Cache rules for lists read page by page with a cursor. Named are the arguments that make another list (filters, order),
 * not `first` and `after`: `keysetLists({ Query: { enterprises: ['filter', 'sort'] } })`.
 */
export function keysetLists(lists: Record<string, Record<string, string[]>>): TypePolicies {
  return Object.fromEntries(
    Object.entries(lists).map(([type, fields]) => [
      type,
      {
        fields: Object.fromEntries(
          Object.entries(fields).map(([field, keyArgs]) => [field, relayStylePagination(keyArgs.length ? keyArgs : false)]),
        ),
      },
    ]),
  )
}
