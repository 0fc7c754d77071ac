import { signedInRoles, ROLES } from '../support/roles.ts'
import type { SignedIn } from '../support/roles.ts'
import { allRoutes } from '../support/routes.ts'
import type { AppRoute } from '../support/routes.ts'
import { LANGUAGES } from '../support/texts.ts'
import type { Language } from '../support/texts.ts'
import { expect, test } from '../support/test.ts'
import { barriers, nakedIds, openWhole } from '../support/walk.ts'

test.describe.configure({ mode: 'parallel' })

const routes = allRoutes()

const mayOpen = ({ app, can }: SignedIn, route: AppRoute) =>
  route.app === app && (!route.action || can.includes(route.action))

/** The address of a page with real values in the place of its parameters. */
function addressOf({ values }: SignedIn, language: Language, { app, path }: AppRoute): string {
  const filled = Object.entries(values).reduce((text, [name, value]) => text.replaceAll(name, value), path)
  if (filled.includes(':')) throw new Error(`support/roles.ts gives no value for ${filled}.`)
  return `/${app === 'client' ? 'app' : 'admin'}/${language}/${filled}`
}

for (const language of LANGUAGES) {
  for (const [place, { account }] of ROLES.entries()) {
    test(`everybody can use the pages of ${account}, in ${language}`, async ({ browser }) => {
      test.setTimeout(180_000)
      const people = signedInRoles()
      const me = people[place]!
      const page = await (
        await browser.newContext({ baseURL: process.env.VISES_E2E_URL, storageState: me.state })
      ).newPage()
      const found: string[] = []
      for (const [index, route] of routes.entries()) {
        if (!mayOpen(me, route)) continue
        // The first who may open a page sees it in all languages, the others in one.
        const first = !people.slice(0, place).some((other) => mayOpen(other, route))
        if (!first && LANGUAGES[(index + place) % LANGUAGES.length] !== language) continue
        const address = addressOf(me, language, route)
        if ((await openWhole(page, address, language)) === 'absent') {
          expect(first, `${address} is there for ${account}`).toBe(false)
          continue
        }
        for (const barrier of await barriers(page)) found.push(`${address} ${barrier}`)
        for (const id of await nakedIds(page)) found.push(`${address} shows ${id}`)
      }
      expect(found).toEqual([])
    })
  }

  test(`everybody can use the pages before signing in, in ${language}`, async ({ page }) => {
    const found: string[] = []
    const look = async (address: string) => {
      for (const barrier of await barriers(page)) found.push(`${address} ${barrier}`)
      for (const id of await nakedIds(page)) found.push(`${address} shows ${id}`)
    }
    for (const app of ['admin', 'app']) {
      for (const path of ['sign-in', 'forgot-password', 'reset-password', 'join/an-old-link']) {
        const address = `/${app}/${language}/${path}`
        await openWhole(page, address, language)
        await look(address)
      }
    }
    await openWhole(page, `/?lang=${language}`, language)
    await look('/')
  })

  test(`everybody can use the page of a questionnaire, in ${language}`, async ({ browser }) => {
    // This page follows the browser: whoever fills in has no account.
    const page = await (await browser.newContext({ baseURL: process.env.VISES_E2E_URL, locale: language })).newPage()
    await openWhole(page, '/q/x', language)
    expect(await barriers(page)).toEqual([])
  })
}
