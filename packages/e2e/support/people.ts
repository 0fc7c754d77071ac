import { expect } from '@playwright/test'
import type { APIRequestContext, Browser, BrowserContext, Page } from '@playwright/test'
import { ask, must } from './api.ts'
import { mailedLink } from './outbox.ts'
import { say as words } from './texts.ts'
import type { Language } from './texts.ts'

export const DEMO_PASSWORD = 'vises-demo-2019'
export const PASSWORD = 'une phrase courte à moi'

/** The full address of a demo account: `admin.sawb`. */
export const demo = (account: string): string => `${account}@demo.vises.example`

let made = 0
/** A name and an address that nobody else in this run has. */
export function newPerson(first: string): { name: string; email: string } {
  const mark = `${process.env.TEST_PARALLEL_INDEX ?? 0}${Date.now().toString(36)}${made++}`
  return { name: `${first} ${mark}`, email: `${first.toLowerCase()}.${mark}@people.vises.example` }
}

/** Signs in on the page, as a person does. */
export async function signIn(
  page: Page,
  email: string,
  options: { app?: 'admin' | 'app'; language?: Language; password?: string } = {},
) {
  const { app = 'admin', language = 'fr', password = DEMO_PASSWORD } = options
  const say = words('auth', language)
  await page.goto(`/${app}/${language}/sign-in`)
  await page.getByLabel(say('email'), { exact: true }).fill(email)
  await page.getByLabel(say('password'), { exact: true }).fill(password)
  await page.getByRole('button', { name: say('signIn.submit'), exact: true }).click()
  await page.waitForURL(new RegExp(`/(admin|app)/${language}/?$`))
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

/** Signs in without the page: for tests that are about something else. */
export async function enter(request: APIRequestContext, email: string, password = DEMO_PASSWORD): Promise<void> {
  const answer = await request.post('/api/auth/sign-in/email', { data: { email, password } })
  expect(answer.ok(), `${email} signs in`).toBe(true)
}

/** A browser of one person, signed in. */
export async function browserOf(
  browser: Browser,
  email: string,
  password = DEMO_PASSWORD,
  options = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: process.env.VISES_E2E_URL, ...options })
  await enter(context.request, email, password)
  return context
}

/** Takes up a mailed invitation with a new account, without the page. */
async function takeUp(request: APIRequestContext, person: { name: string; email: string }): Promise<void> {
  const link = await mailedLink(request, person.email, '/join/')
  const token = /\/join\/([^/?#]+)/.exec(link)![1]!
  const { acceptInvitation } = await must(request, 'JoinPage_Accept', {
    input: { token, name: person.name, password: PASSWORD, language: 'fr' },
  })
  expect(acceptInvitation.problem).toBeNull()
  await enter(request, person.email, PASSWORD)
}

/** A person invited into a role by whoever is signed in with `by`; answers their browser. */
export async function joined(
  browser: Browser,
  by: APIRequestContext,
  role: 'partnerAdmin' | 'coach' | 'manager' | 'contributor',
  first: string,
  enterpriseId?: string,
): Promise<{ context: BrowserContext; name: string; email: string }> {
  const person = newPerson(first)
  const { inviteMember } = await must(by, 'InviteDialog_Invite', {
    input: { email: person.email, role, language: 'fr', enterpriseId: enterpriseId ?? null },
  })
  expect(inviteMember.problem).toBeNull()
  const context = await browser.newContext({ baseURL: process.env.VISES_E2E_URL })
  await takeUp(context.request, person)
  return { context, ...person }
}

/**
 * A new administrator of a partner, invited by the programme: a test with an administrator of its own disturbs no other.
 * SAW-B is left to the journey, which counts what is in its cohort.
 */
export async function administratorOf(browser: Browser, partnerCode: string, first: string) {
  const lead = await browserOf(browser, demo('lead'))
  const person = newPerson(first)
  const { data } = await ask(lead.request, 'Programme_InviteAdmin', {
    input: { partnerCode, email: person.email, language: 'fr' },
  })
  expect(data, `${partnerCode} gets an administrator`).toBeTruthy()
  await lead.close()
  const context = await browser.newContext({ baseURL: process.env.VISES_E2E_URL })
  await takeUp(context.request, person)
  return { context, ...person }
}

/** A new enterprise in the cohort of whoever is signed in. */
export async function anEnterprise(by: APIRequestContext, name: string): Promise<string> {
  const { createEnterprise } = await must(by, 'Enterprise_Create', { input: { name, country: 'BE', city: 'Dinant' } })
  return createEnterprise.enterprise.id
}
