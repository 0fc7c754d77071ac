import { createContext, useCallback, useContext, useEffect, useMemo, type ComponentType, type ReactNode } from 'react'
import { useApolloClient, useQuery } from '@apollo/client/react'
import { graphql } from '@vises/schema/client'
import type { Session_ViewerQuery } from '@vises/schema/client/graphql'

const Session_Viewer = graphql(`
  query Session_Viewer {
    viewer {
      id
      name
      email
      can
      hasTwoFactor
      needsTwoFactor
      demo
      membership {
        id
        role
        partnerId
        partnerName
        partnerCode
        enterpriseId
        enterpriseName
      }
      memberships {
        id
        role
        partnerId
        partnerName
        partnerCode
        enterpriseId
        enterpriseName
      }
    }
  }
`)

export type Viewer = NonNullable<Session_ViewerQuery['viewer']>
export type Membership = Viewer['memberships'][number]
export type App = 'admin' | 'client'

/** Where a role works: people of an enterprise in the client app, all others in the console. */
export const appOf = ({ role }: Pick<Membership, 'role'>): App =>
  role === 'manager' || role === 'contributor' ? 'client' : 'admin'

/** The address of an app in a language. */
export const addressOf = (app: App, language: string): string => `${app === 'client' ? '/app' : '/admin'}/${language}/`

interface Session {
  app: App
  state: 'loading' | 'failed' | 'ready'
  error: unknown
  viewer: Viewer | undefined
  /** Asks anew who is signed in, and forgets what the former person saw. */
  refresh: () => Promise<Viewer | undefined>
  signOut: () => Promise<void>
  /** What can still be done while nobody can be asked who is signed in. */
  OfflinePage: ComponentType | undefined
}

const SessionContext = createContext<Session | undefined>(undefined)

/** What an app does when its server cannot be reached, and when a person leaves. */
export interface AwayRules {
  /** Shown instead of the failure when this device has something to go on with. */
  offlinePage?: () => ComponentType | undefined
  /** The server has told who is signed in, or that nobody is. */
  onViewer?: (viewerId: string | undefined) => unknown
  /** Before the session ends; false keeps the person signed in. */
  beforeSignOut?: () => Promise<boolean>
}

/** Knows who is signed in, and where they work. */
export function SessionProvider({ app, away, children }: { app: App; away?: AwayRules; children: ReactNode }) {
  const client = useApolloClient()
  const asked = useQuery(Session_Viewer)
  const { loading, error, refetch } = asked
  // While the answer is asked anew, in another language for instance, the person stays who they were.
  const data = asked.data ?? asked.previousData

  const refresh = useCallback(async () => {
    await client.clearStore()
    const answer = await refetch()
    return answer.data?.viewer ?? undefined
  }, [client, refetch])

  const viewerId = data?.viewer?.id
  const known = Boolean(data)
  useEffect(() => {
    if (known) away?.onViewer?.(viewerId)
  }, [away, known, viewerId])

  const isElsewhereToo = (data?.viewer?.memberships.length ?? 0) > 1
  useEffect(() => {
    if (!isElsewhereToo) return
    let stop: (() => void) | undefined
    let gone = false
    import('./other-windows.ts').then(
      ({ hearSwitches }) => {
        if (!gone) stop = hearSwitches(client, refresh)
      },
      () => undefined,
    )
    return () => {
      gone = true
      stop?.()
    }
  }, [client, isElsewhereToo, refresh])

  const session = useMemo<Session>(
    () => ({
      app,
      state: data ? 'ready' : error ? 'failed' : loading ? 'loading' : 'failed',
      error,
      viewer: data?.viewer ?? undefined,
      refresh,
      OfflinePage: error && !data ? away?.offlinePage?.() : undefined,
      async signOut() {
        if (await (await import('./leave.ts')).leave(away, viewerId)) await refresh()
      },
    }),
    [app, away, data, error, loading, refresh, viewerId],
  )
  return <SessionContext value={session}>{children}</SessionContext>
}

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession needs a SessionProvider above it')
  return session
}

/** The signed-in person; for pages behind `RequireViewer`. */
export function useViewer(): Viewer {
  const { viewer } = useSession()
  if (!viewer) throw new Error('useViewer is for pages behind RequireViewer')
  return viewer
}

/** Whether an action of the access table is allowed: `const can = useCan(); can('cohort:manage')`. */
export function useCan(): (action: string) => boolean {
  const { viewer } = useSession()
  const allowed = useMemo(() => new Set(viewer?.can), [viewer?.can])
  return (action) => allowed.has(action)
}
