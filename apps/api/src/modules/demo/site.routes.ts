import type { RouteRegistrar } from '../../platform/http.ts'
import { DEMO_PASSWORD, demoAccounts } from './accounts.ts'

/** What the sign-in page must know before anyone has signed in. */
export const siteRoutes: RouteRegistrar = (app, { settings }) => {
  app.get('/api/site', async (_request, reply) => {
    reply.header('cache-control', 'no-store')
    return {
      demo: settings.demo,
      oidcName: settings.oidc?.name ?? null,
      smtp: !!settings.smtpUrl,
      demoPassword: settings.demo ? DEMO_PASSWORD : null,
      accounts: settings.demo
        ? demoAccounts.map(({ email, name, places, who }) => ({ email, name, role: places[0]!.role, who }))
        : [],
    }
  })
}
