import { ApolloProvider } from '@apollo/client/react'
import { lazy, Suspense, useMemo, type ComponentType, type ReactNode } from 'react'
import { BrowserRouter, Navigate, Route, Routes, useLocation, useParams } from 'react-router'
import { makeApolloClient } from '../apollo.ts'
import { RequireViewer } from '../auth/RequireViewer.tsx'
import { SessionProvider, useCan, useSession, type App, type AwayRules } from '../auth/Session.tsx'
import type { Catalogs } from '../catalogs.ts'
import { isLanguage, preferredLanguage } from '../language.ts'
import { Skeleton } from '../Skeleton.tsx'
import { TextsProvider, useLanguage } from '../texts.tsx'
import { UndoProvider } from '../Undo.tsx'
import { navigation, type FoundArea, type NavEntry } from './areas.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'

const SignInPage = lazy(() => import('../auth/SignInPage.tsx').then((file) => ({ default: file.SignInPage })))
const ForgotPasswordPage = lazy(() =>
  import('../auth/ForgotPasswordPage.tsx').then((file) => ({ default: file.ForgotPasswordPage })),
)
const ResetPasswordPage = lazy(() =>
  import('../auth/ResetPasswordPage.tsx').then((file) => ({ default: file.ResetPasswordPage })),
)
const JoinPage = lazy(() => import('../auth/JoinPage.tsx').then((file) => ({ default: file.JoinPage })))
const SetUpPage = lazy(() => import('../auth/SetUpPage.tsx').then((file) => ({ default: file.SetUpPage })))
const AccountPage = lazy(() => import('../auth/AccountPage.tsx').then((file) => ({ default: file.AccountPage })))
const NotFoundPage = lazy(() => import('./NotFoundPage.tsx'))

interface AppRootProps {
  app: App
  basename: string
  catalogs: Catalogs
  areas: FoundArea[]
  /** The frame around every signed-in page. */
  Shell: ComponentType<{ nav: NavEntry[]; children: ReactNode }>
  away?: AwayRules
}

/** What both apps are made of: address with language, texts, API, session, the pages to come in, and the areas. */
export function AppRoot(props: AppRootProps) {
  return (
    <BrowserRouter basename={props.basename}>
      <Routes>
        <Route path=":lang/*" element={<InLanguage {...props} />} />
        <Route path="*" element={<ToLanguage />} />
      </Routes>
    </BrowserRouter>
  )
}

function ToLanguage() {
  const { pathname, search, hash } = useLocation()
  return <Navigate to={`/${preferredLanguage()}${pathname === '/' ? '' : pathname}${search}${hash}`} replace />
}

function InLanguage(props: AppRootProps) {
  const { app, catalogs, areas, Shell, away } = props
  const { lang } = useParams()
  const language = isLanguage(lang) ? lang : undefined
  // Another language is another client: what the API said in the former one is not shown again.
  const client = useMemo(() => {
    if (!language) return undefined
    const made = makeApolloClient({
      language,
      lists: areas.flatMap(({ lists = [] }) => lists),
      onSignedOut: () => void made.refetchQueries({ include: ['Session_Viewer'] }),
    })
    return made
  }, [language, areas])
  if (!language || !client) return <ToLanguage />
  return (
    <TextsProvider language={language} catalogs={catalogs}>
      <ApolloProvider client={client}>
        <SessionProvider app={app} away={away}>
          <UndoProvider>
            <Pages areas={areas} Shell={Shell} />
          </UndoProvider>
        </SessionProvider>
      </ApolloProvider>
    </TextsProvider>
  )
}

function Pages({ areas, Shell }: Pick<AppRootProps, 'areas' | 'Shell'>) {
  const { pathname } = useLocation()
  return (
    <ErrorBoundary resetKey={pathname}>
      <Suspense fallback={null}>
        <Routes>
          <Route path="sign-in" element={<SignInPage />} />
          <Route path="forgot-password" element={<ForgotPasswordPage />} />
          <Route path="reset-password" element={<ResetPasswordPage />} />
          <Route path="join/:token" element={<JoinPage />} />
          <Route path="setup/:token" element={<SetUpPage />} />
          <Route path="*" element={<InShell areas={areas} Shell={Shell} />} />
        </Routes>
      </Suspense>
    </ErrorBoundary>
  )
}

function InShell({ areas, Shell }: Pick<AppRootProps, 'areas' | 'Shell'>) {
  const language = useLanguage()
  const { pathname } = useLocation()
  const { viewer } = useSession()
  const can = useCan()
  const nav = viewer?.membership ? navigation(areas, language, can) : []
  const page = (area: FoundArea) => (
    <RequireViewer>{!area.action || can(area.action) ? <area.Component /> : <NotFoundPage />}</RequireViewer>
  )
  return (
    <Shell nav={nav}>
      <ErrorBoundary resetKey={pathname}>
        <Suspense fallback={<Skeleton kind="page" rows={5} />}>
          <Routes>
            <Route
              path="account"
              element={
                <RequireViewer account>
                  <AccountPage />
                </RequireViewer>
              }
            />
            {areas.map((area) => (
              <Route
                key={`${area.area}/${area.path}`}
                {...(area.path ? { path: `${area.path}/*` } : { index: true })}
                element={page(area)}
              />
            ))}
            <Route
              path="*"
              element={
                <RequireViewer>
                  <NotFoundPage />
                </RequireViewer>
              }
            />
          </Routes>
        </Suspense>
      </ErrorBoundary>
    </Shell>
  )
}
