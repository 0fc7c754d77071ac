import type { APIRequestContext } from '@playwright/test'
import { must } from '../support/api.ts'
import { browserOf, demo } from '../support/people.ts'
import { allRoutes } from '../support/routes.ts'
import type { AppRoute } from '../support/routes.ts'
import { LANGUAGES } from '../support/texts.ts'
import type { Language } from '../support/texts.ts'
import { expect, test } from '../support/test.ts'
import { barriers, nakedIds, openWhole } from '../support/walk.ts'

test.describe.configure({ mode: 'parallel' })

/** Who looks at the pages: the first who may open a page sees it in all languages, the others in one. */
const PEOPLE = [
  { account: 'admin.sawb', app: 'admin' },
  { account: 'lead', app: 'admin' },
  { account: 'coach.uriopss', app: 'admin' },
  { account: 'researcher', app: 'admin' },
  { account: 'manager.marelle', app: 'client' },
  { account: 'contributor.textura', app: 'client' },
] as const
type Account = (typeof PEOPLE)[number]['account']

// By account: what each may open, read from what the server answers, not from a table of our own.
const can = new Map<Account, Set<string>>()
const values = new Map<Account, Record<string, string>>()
const routes = allRoutes()

/** An enterprise that has begun its evaluation, for the pages about one. */
async function enterpriseOf(request: APIRequestContext): Promise<string> {
  const { cohort } = await must(request, 'Cohort_List', {
    filter: { statuses: ['active'] }, sort: 'NAME', descending: false, first: 1,
  })
  return cohort.nodes[0].id
}

test.beforeAll(async ({ browser }) => {
  for (const { account } of PEOPLE) {
    const { request, close } = await signedIn(browser, account)
    const { viewer } = await must(request, 'Session_Viewer')
    can.set(account, new Set(viewer.can))
    const id = viewer.can.includes('cohort:read') ? await enterpriseOf(request) : ''
    values.set(account, { 'enterprises/:id': id, ':step': '1.7', ':gate': 'G1', ':number': '1', ':code': 'A' })
    await close()
  }
})

async function signedIn(browser: Parameters<typeof browserOf>[0], account: Account) {
  const context = await browserOf(browser, demo(account))
  return { context, request: context.request, close: () => context.close() }
}

const mayOpen = (account: Account, { action }: AppRoute) => !action || can.get(account)!.has(action)

/** The address of a page with real values in the place of its parameters. */
function addressOf(account: Account, language: Language, { app, path }: AppRoute): string | undefined {
  const known = values.get(account)!
  let filled = path.replace('enterprises/:id', `enterprises/${known['enterprises/:id']}`)
  for (const [name, value] of Object.entries(known)) filled = filled.replaceAll(name, value)
  if (filled.includes(':')) return undefined
  return `/${app === 'client' ? 'app' : 'admin'}/${language}/${filled}`
}

for (const language of LANGUAGES) {
  for (const [place, { account, app }] of PEOPLE.entries()) {
    test(`every page that ${account} opens can be used by everybody, in ${language}`, async ({ browser }) => {
      test.setTimeout(180_000)
      const before = PEOPLE.slice(0, place).map((one) => one.account)
      const mine = routes.filter((route, index) => {
        if (route.app !== app || !mayOpen(account, route)) return false
        const seenByOthers = before.some((other) => PEOPLE.find((one) => one.account === other)!.app === app && mayOpen(other, route))
        return !seenByOthers || (index + place) % LANGUAGES.length === LANGUAGES.indexOf(language)
      })
      const { context } = await signedIn(browser, account)
      const page = await context.newPage()
      const found: string[] = []
      for (const route of mine) {
        const address = addressOf(account, language, route)
        if (!address) continue
        await openWhole(page, address, language)
        for (const barrier of await barriers(page)) found.push(`${address} ${barrier}`)
        for (const id of await nakedIds(page)) found.push(`${address} shows ${id}`)
      }
      expect(found).toEqual([])
      await context.close()
    })
  }
}
