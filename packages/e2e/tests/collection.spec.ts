import { randomUUID } from 'node:crypto'
import type { APIRequestContext, Browser, Page } from '@playwright/test'
import { must } from '../support/api.ts'
import { administratorOf, anEnterprise, joined, newPerson } from '../support/people.ts'
import { say as words } from '../support/texts.ts'
import { expect, test } from '../support/test.ts'

const say = words('collection', 'fr', 'client')
const FEWER_THAN_FIVE = say('answersBanded', { number: say('fewerThan5') })

/** An enterprise with a questionnaire of the method's library, published. */
async function aPublishedQuestionnaire(browser: Browser) {
  const admin = await administratorOf(browser, 'uriopss', 'Collecte')
  const enterpriseId = await anEnterprise(admin.context.request, newPerson('Lavoir').name)
  const manager = await joined(browser, admin.context.request, 'manager', 'Louise', enterpriseId)
  const { request } = manager.context
  const { questionLibrary } = await must(request, 'Questionnaire_Library')
  const from = { libraryCode: questionLibrary[0].code }
  const made = await must(request, 'QuestionnairesPage_Create', { input: { enterpriseId, from } })
  const questionnaireId: string = made.createQuestionnaire.questionnaire.id
  const { previewPublication } = await must(request, 'Questionnaire_PreviewPublication', { id: questionnaireId })
  const waivers = previewPublication.incomplete.map(({ language }: { language: string }) => ({
    language,
    reason: 'Essai',
  }))
  const input = { questionnaireId, revision: previewPublication.revision, waivers }
  const { publishQuestionnaire } = await must(request, 'Questionnaire_Publish', { input })
  expect(publishQuestionnaire.version?.number).toBe(1)
  return { manager, questionnaireId }
}

/** Starts a collection as a coordinator does, with one group of ten people, a link for them, and three slips. */
async function aCollection(page: Page, questionnaireId: string) {
  await page.goto(`/app/fr/collection/new?questionnaire=${questionnaireId}`)
  await page.getByLabel(say('groupNameOf', { number: 1 })).fill('Parents')
  await page.getByLabel(say('groupExpectedOf', { name: 'Parents' })).fill('10')
  await page.getByRole('button', { name: say('prepare'), exact: true }).click()
  await page.waitForURL(/\/links$/)
  await page.getByRole('button', { name: /^Créer un lien/ }).click()
  await expect(page.getByRole('heading', { level: 3, name: 'Parents' })).toBeVisible()
  await page.getByRole('button', { name: say('newLink'), exact: true }).click()
  await page.getByLabel(say('kind.singleUse')).check()
  await page.getByLabel(say('slipCount')).fill('3')
  await page.getByLabel(say('linkLabel')).fill('Coupons')
  await page.getByRole('button', { name: 'Créer 3 liens' }).click()
  await expect(page.getByRole('heading', { level: 3, name: 'Coupons' })).toBeVisible()
  await page.getByRole('button', { name: say('open'), exact: true }).click()
  await expect(page.getByRole('button', { name: say('close'), exact: true })).toBeVisible()
  const address = await page.locator('a[href*="/q/#"]').getAttribute('href')
  return { open: address!, follow: page.url().replace('/links', '') }
}

/** Answers as a person on a phone does: agrees, passes what may be passed, sends. */
async function answer(browser: Browser, address: string) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'fr-BE' })
  const page = await context.newPage()
  await page.goto(address)
  await page.getByRole('button', { name: 'Commencer', exact: true }).click()
  const send = page.getByRole('button', { name: 'Envoyer', exact: true })
  const on = page.getByRole('button', { name: /^(Continuer|Passer|Passer pour l’instant)$/ })
  await expect(async () => {
    const agree = page.getByLabel('J’accepte', { exact: true })
    if ((await agree.count()) === 1 && !(await agree.isChecked())) await agree.check()
    if (!(await send.isVisible())) await on.first().click({ timeout: 2000 })
    await expect(send).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 45_000, intervals: [100] })
  await send.click()
  await expect(page.getByRole('heading', { name: 'Merci, vos réponses sont arrivées' })).toBeVisible()
  await context.close()
}

const tokenOf = (address: string): string => address.split('#')[1]!

/** Answers without the page, as a device would: for tests that need some answers more. */
async function send(request: APIRequestContext, address: string) {
  const token = tokenOf(address)
  const open = (await (await request.post('/api/q/open', { data: { token } })).json()) as {
    version: number
    language: string
    compiled: { questionnaire: { items: { kind: string; key: string }[] } }
  }
  const consent = open.compiled.questionnaire.items.find(({ kind }) => kind === 'consent')
  const given = consent ? { [consent.key]: 'yes' } : {}
  const read = consent ? { [consent.key]: open.language } : {}
  return request.post('/api/q/submit', {
    data: { token, id: randomUUID(), version: open.version, language: open.language, answers: given, consent: read },
  })
}

test('a collection is started, answered on a phone, and followed without telling on the few who answered', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const { manager, questionnaireId } = await aPublishedQuestionnaire(browser)
  const page = await manager.context.newPage()
  const { open, follow } = await aCollection(page, questionnaireId)

  await answer(browser, open)
  await page.goto(follow)
  await expect(page.getByRole('heading', { level: 2, name: FEWER_THAN_FIVE })).toBeVisible()
  const group = page.getByRole('row', { name: 'Parents' })
  await expect(group).toContainText(say('fewerThan5'))
  await expect(group).toContainText(say('notShownShort'))

  const stranger = await browser.newContext({ baseURL: process.env.VISES_E2E_URL })
  for (let more = 0; more < 4; more++) expect((await send(stranger.request, open)).status()).toBe(200)
  await page.getByRole('button', { name: say('refresh'), exact: true }).click()
  await expect(page.getByRole('heading', { level: 2, name: '5 réponses sur 10 attendues' })).toBeVisible()
  await expect(group).toContainText('50')
})

test('a slip works once, and a link that was ended leads nowhere at once', async ({ browser }) => {
  test.setTimeout(180_000)
  const { manager, questionnaireId } = await aPublishedQuestionnaire(browser)
  const page = await manager.context.newPage()
  const { open } = await aCollection(page, questionnaireId)
  const links = page.url()

  await page.getByRole('link', { name: say('printOf', { label: 'Coupons' }) }).click()
  const slips = page.getByRole('article')
  await expect(slips).toHaveCount(3)
  const written = await slips.first().locator('p > span').textContent()
  const slip = `${new URL(links).protocol}//${written}`
  const stranger = await browser.newContext({ baseURL: process.env.VISES_E2E_URL, locale: 'fr-BE' })
  expect((await send(stranger.request, slip)).status()).toBe(200)
  const again = await stranger.request.post('/api/q/open', { data: { token: tokenOf(slip) } })
  expect(await again.json()).toMatchObject({ state: 'spent' })

  await page.goto(links)
  await page.getByRole('button', { name: say('revokeOf', { label: 'Parents' }) }).click()
  await expect(page.getByRole('dialog')).toContainText(say('revokePrinted'))
  await page.getByRole('button', { name: say('revokeNow'), exact: true }).click()
  await expect(page.getByRole('heading', { level: 3, name: 'Parents' })).toBeHidden()
  const gone = await stranger.request.post('/api/q/open', { data: { token: tokenOf(open) } })
  expect(await gone.json()).toEqual({ state: 'unknown' })
  const visit = await stranger.newPage()
  await visit.goto(open)
  await expect(visit.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(visit.getByRole('button', { name: 'Commencer', exact: true })).toHaveCount(0)
})
