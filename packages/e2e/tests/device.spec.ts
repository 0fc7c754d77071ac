import { createHash, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { must } from '../support/api.ts'
import { browserOf, enter, joined, PASSWORD } from '../support/people.ts'
import { aDocument } from '../support/picture.ts'
import { aManager, anOpenLink, answersOf, aPictureFor, published } from '../support/questionnaires.ts'
import { say as words } from '../support/texts.ts'
import { expect, test } from '../support/test.ts'
import { barriers } from '../support/walk.ts'

const say = words('device', 'fr', 'client')
const asking = words('q', 'fr', 'client')
const app = words('app', 'fr', 'client')
const auth = words('auth', 'fr')

const TITLE = 'Atelier des archives'
const STORY = 'Le chauffage est tombe en panne'
const DEVICE = '/app/fr/device'
const WEEK_MS = 7 * 86_400_000
const T = (fr: string) => ({ fr, nl: fr, en: fr })
const ARCHIVE = {
  title: T(TITLE),
  baseLanguage: 'fr',
  languages: ['fr', 'nl', 'en'],
  choiceLists: {},
  items: [
    { key: 'story', kind: 'longText', required: true, label: T('Que s’est-il passé ?') },
    { key: 'proof', kind: 'file', accept: ['application/pdf'], label: T('Un document ?') },
  ],
}

const hash = (content: Buffer) => createHash('sha256').update(content).digest('hex')

let manager: Awaited<ReturnType<typeof aManager>>
let questionnaireId: string

test.beforeAll(async ({ browser }) => {
  manager = await aManager(browser, 'Reserve')
  const image = await aPictureFor(manager.context.request, manager.enterpriseId)
  const [story, ...others] = ARCHIVE.items
  const items = [{ ...story, media: { image: { fr: image }, alt: T('Le rayonnage') } }, ...others]
  questionnaireId = await published(manager.context.request, manager.enterpriseId, { ...ARCHIVE, items })
})
test.afterAll(() => manager.context.close())

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
/** What the list of waiting answers says of their number. */
const waits = (page: Page, count: number) =>
  expect(page.getByRole('status').filter({ hasText: count === 0 ? /attend/ : /le réseau|maintenant/ })).toHaveText(
    count === 0 ? /^Rien n/ : new RegExp(`^${count} réponses? `),
  )

/** A person's own device with the questionnaire of a collection on it. */
async function aDevice(browser: Browser, waveId: string, email = manager.email) {
  const context = await browserOf(browser, email, PASSWORD, { locale: 'fr-BE', viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  page.on('pageerror', (error) => {
    throw error
  })
  await page.goto(DEVICE)
  await button(page, say('mine')).click()
  await keep(page, waveId)
  return { context, page }
}

async function keep(page: Page, waveId: string): Promise<void> {
  await page.getByLabel(say('which')).selectOption(waveId)
  await page.locator('form button[type=submit]').click()
  await expect(page.getByText(say('keptNow', { title: TITLE }))).toBeVisible()
}

/** Tells a story to the questionnaire that is open; stops before it is sent. */
async function tell(page: Page, story: string, file?: Buffer): Promise<void> {
  const frame = page.frameLocator('iframe')
  const goOn = frame.locator('form button[type=submit]')
  await frame.getByRole('button', { name: asking('start.go'), exact: true }).click()
  await frame.getByRole('textbox').fill(story)
  await goOn.click()
  if (file) {
    const chosen = { name: 'releve.pdf', mimeType: 'application/pdf', buffer: file }
    await frame.locator('input[type=file]').last().setInputFiles(chosen)
    await expect(frame.getByText('releve.pdf')).toBeVisible()
  }
  await goOn.click()
  await expect(frame.getByRole('button', { name: asking('send'), exact: true })).toBeVisible()
}

const send = (page: Page) =>
  page
    .frameLocator('iframe')
    .getByRole('button', { name: asking('send'), exact: true })
    .click()

/** Takes an answer on the device and comes back to its page. */
async function take(page: Page, story: string, file?: Buffer): Promise<void> {
  await button(page, say('answer')).click()
  await tell(page, story, file)
  await send(page)
  await expect(page.getByText(say('taken'))).toBeVisible()
  await button(page, say('done')).click()
}

/** Answers through the link itself: with five, answers may be taken away and counted. */
async function answerAlso(token: string, count: number): Promise<void> {
  for (let index = 0; index < count; index++) {
    const data = { token, id: randomUUID(), version: 1, language: 'fr', answers: { story: `Autre ${index}` } }
    const answer = await manager.context.request.post('/api/q/submit', { data })
    expect(await answer.json()).toEqual({ accepted: true })
  }
}

const arrived = (waveId: string) => answersOf(manager.context.request, questionnaireId, waveId)

/** Everything that a browser stores for the site, as text. */
function stored(
  page: Page,
): Promise<{ text: string; databases: string[]; caches: string[]; workers: number; keys: boolean[] }> {
  return page.evaluate(async () => {
    const parts: string[] = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })]
    const keys: boolean[] = []
    const written = async (value: unknown): Promise<void> => {
      if (value instanceof CryptoKey) keys.push(value.extractable)
      else if (value instanceof Blob) parts.push(new TextDecoder('latin1').decode(await value.arrayBuffer()))
      else if (value instanceof ArrayBuffer || ArrayBuffer.isView(value))
        parts.push(new TextDecoder('latin1').decode(value as ArrayBuffer))
      else if (value && typeof value === 'object') for (const part of Object.values(value)) await written(part)
      else parts.push(String(value))
    }
    const answer = <R>(request: IDBRequest<R>) =>
      new Promise<R>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const databases = (await indexedDB.databases()).map(({ name }) => name!)
    for (const name of databases) {
      const database = await answer(indexedDB.open(name))
      for (const store of database.objectStoreNames)
        for (const row of await answer(database.transaction(store).objectStore(store).getAll())) await written(row)
      database.close()
    }
    const names = await caches.keys()
    const workers = (await navigator.serviceWorker.getRegistrations()).length
    return { text: parts.join('\n'), databases, caches: names, workers, keys }
  })
}

const NOTHING = { databases: [], caches: [], workers: 0 }

/** The session ends on the server, as when it is revoked on another device: this browser does not know. */
async function endElsewhere(browser: Browser, context: BrowserContext): Promise<void> {
  const elsewhere = await browser.newContext({
    baseURL: process.env.VISES_E2E_URL,
    storageState: await context.storageState(),
  })
  const origin = process.env.VISES_E2E_URL!
  const answer = await elsewhere.request.post('/api/auth/sign-out', { data: {}, headers: { origin } })
  expect(answer.ok(), await answer.text()).toBe(true)
  await elsewhere.close()
}

/** Somebody signs in on this browser. */
async function signInAs(context: BrowserContext, email: string): Promise<void> {
  await context.clearCookies()
  await enter(context.request, email, PASSWORD)
}

test('a week without a network: the app opens, asks, keeps five megabytes, and sends each answer once', async ({
  browser,
}) => {
  const { waveId, token } = await anOpenLink(manager.context.request, questionnaireId)
  await answerAlso(token, 3)
  const { context, page } = await aDevice(browser, waveId)
  const file = aDocument(5 * 1024 * 1024)
  const files: string[] = []

  await test.step('without a network it opens, also when it was closed in the middle of an answer', async () => {
    await context.setOffline(true)
    await page.reload()
    await expect(page.getByText(say('offlineText'))).toBeVisible()
    await take(page, `${STORY} un`)
    await waits(page, 1)
    await button(page, say('answer')).click()
    await tell(page, `${STORY} deux`, file)
    await expect(page.getByText(say('draftKept'))).toBeVisible()
    await expect.poll(async () => (await stored(page)).text.length).toBeGreaterThan(file.length)
    await page.goto('/app/')
    await button(page, say('answer')).click()
    // Whoever takes up the device sees nothing before choosing to go on.
    await expect(page.getByText(say('begunText'))).toBeVisible()
    await expect(page.locator('iframe')).toHaveCount(0)
    await button(page, say('goOn')).click()
    const frame = page.frameLocator('iframe')
    await frame.getByRole('button', { name: asking('start.go'), exact: true }).click()
    await expect(frame.getByRole('textbox')).toHaveValue(`${STORY} deux`)
    const picture = frame.getByRole('img', { name: 'Le rayonnage' })
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(64)
    // From the sealed questionnaire, not from what the browser may still have of it.
    await expect(picture).toHaveAttribute('src', /^data:image\/png/)
    await frame.locator('form button[type=submit]').click()
    await expect(frame.getByText('releve.pdf')).toBeVisible()
    await frame.locator('form button[type=submit]').click()
    await send(page)
    await button(page, say('done')).click()
    await waits(page, 2)
    await button(page, say('answer')).click()
    await expect(frame.getByRole('button', { name: asking('start.go'), exact: true })).toBeVisible()
  })

  await test.step('nothing on the device can be read', async () => {
    const { text, keys, databases } = await stored(page)
    expect(databases).toContain('vises-device')
    expect(text.length, 'the file is there').toBeGreaterThan(file.length)
    for (const secret of [STORY, TITLE, token, 'releve', 'data:image', file.subarray(20, 60).toString('latin1')])
      expect(text.includes(secret), secret).toBe(false)
    expect(keys).toEqual([false])
  })

  await test.step('seven days later it is all still there', async () => {
    await context.clock.setFixedTime(Date.now() + WEEK_MS)
    await page.goto(DEVICE)
    await expect(page.getByText(say('offlineText'))).toBeVisible()
    await waits(page, 2)
    await expect(page.getByText(/1 fichier/)).toBeVisible()
    await expect(button(page, say('answer'))).toBeEnabled()
  })

  await test.step('back, with a session that has ended: each arrives once, though the line breaks twice', async () => {
    await endElsewhere(browser, context)
    const submits: string[] = []
    await context.route('**/api/q/file', async (route) => {
      const answer = await route.fetch()
      files.push((await answer.json()).id)
      await route.fulfill({ response: answer })
    })
    await context.route('**/api/q/submit', async (route) => {
      submits.push((route.request().postDataJSON() as { id: string }).id)
      const answer = await route.fetch()
      // The server has it; the device does not hear so.
      await (submits.length <= 2 ? route.abort('connectionreset') : route.fulfill({ response: answer }))
    })
    await context.setOffline(false)
    await expect(page.getByLabel(auth('password'), { exact: true })).toBeVisible()
    await expect(page.getByText(TITLE)).toHaveCount(0)
    await expect.poll(() => submits.length, { timeout: 20_000 }).toBe(4)
    await signInAs(context, manager.email)
    await page.goto(DEVICE)
    await waits(page, 0)
    await expect(page.getByText(TITLE)).not.toHaveCount(0)
    expect(submits).toHaveLength(4)
    expect(new Set(submits).size).toBe(2)
    expect(files).toHaveLength(1)
  })

  await test.step('the server has both, whole, and no more', async () => {
    const answers = await arrived(waveId)
    expect(answers).toHaveLength(5)
    const stories = answers.map((answer) => JSON.stringify(answer))
    for (const end of ['un', 'deux']) expect(stories.filter((text) => text.includes(`${STORY} ${end}`))).toHaveLength(1)
    const sent = await manager.context.request.get(`/api/answer-files/${files[0]}`)
    expect(hash(await sent.body())).toBe(hash(file))
  })
})

test('two open tabs that come back at once send each answer and each file once', async ({ browser }) => {
  const { waveId, token } = await anOpenLink(manager.context.request, questionnaireId)
  await answerAlso(token, 3)
  const { context, page } = await aDevice(browser, waveId)
  await context.setOffline(true)
  await take(page, `${STORY} ici`, aDocument())
  await take(page, `${STORY} encore`, aDocument())
  const other = await context.newPage()
  await other.goto(DEVICE)
  await waits(other, 2)
  const asked: string[] = []
  await context.route(/\/api\/q\/(file|submit)$/, async (route) => {
    asked.push(route.request().url().split('/').at(-1)!)
    const answer = await route.fetch()
    await new Promise((resolve) => setTimeout(resolve, 200))
    await route.fulfill({ response: answer })
  })
  await context.setOffline(false)
  for (const tab of [page, other]) {
    await waits(tab, 0)
    await expect(button(tab, say('takeAway'))).toHaveCount(0)
  }
  expect(asked.toSorted()).toEqual(['file', 'file', 'submit', 'submit'])
  expect(await arrived(waveId)).toHaveLength(5)
})

test('signing out asks before anything is lost, then leaves nothing on the device', async ({ browser }) => {
  const { waveId } = await anOpenLink(manager.context.request, questionnaireId)
  const { context, page } = await aDevice(browser, waveId)
  await context.route('**/api/q/**', (route) => route.abort())
  await take(page, STORY)
  await waits(page, 1)
  const signOut = async (answer: 'accept' | 'dismiss') => {
    const questions: string[] = []
    page.once('dialog', (dialog) => {
      questions.push(dialog.message())
      void dialog[answer]()
    })
    await button(page, app('menu')).click()
    await button(page, app('signOut')).click()
    await expect.poll(() => questions.length).toBe(1)
    expect(questions[0]).toContain('pas encore envoyée')
  }
  await signOut('dismiss')
  await page.reload()
  await waits(page, 1)
  await signOut('accept')
  await expect(page.getByLabel(auth('password'), { exact: true })).toBeVisible()
  const left = await stored(page)
  expect(left).toMatchObject(NOTHING)
  expect(left.text).not.toContain('vises-device')
  await context.setOffline(true)
  await expect(page.reload()).rejects.toThrow('ERR_INTERNET_DISCONNECTED')
})

test('a device that nobody called their own keeps nothing', async ({ browser }) => {
  const { waveId } = await anOpenLink(manager.context.request, questionnaireId)
  expect(waveId).toBeTruthy()
  const context = await browserOf(browser, manager.email, PASSWORD, { locale: 'fr-BE' })
  const page = await context.newPage()
  await page.goto(DEVICE)
  await expect(button(page, say('mine'))).toBeVisible()
  await expect(page.getByLabel(say('which'))).toHaveCount(0)
  expect(await stored(page)).toMatchObject(NOTHING)
  await context.setOffline(true)
  await expect(page.reload()).rejects.toThrow('ERR_INTERNET_DISCONNECTED')
})

test('whose session was ended elsewhere, and who signs in after, sees nothing of what was kept', async ({
  browser,
}) => {
  const { waveId, linkId } = await anOpenLink(manager.context.request, questionnaireId)
  const { context, page } = await aDevice(browser, waveId)
  await context.setOffline(true)
  await take(page, STORY)
  await must(manager.context.request, 'CollectionPage_Revoke', { waveId, linkId })
  await endElsewhere(browser, context)
  await context.setOffline(false)
  await page.goto(DEVICE)
  await expect(page.getByLabel(auth('password'), { exact: true })).toBeVisible()
  // Locked: also without a network the device shows nothing until its owner is back.
  await expect.poll(() => page.evaluate(() => localStorage.getItem('vises-device'))).toMatch(/^locked:/)
  await context.setOffline(true)
  await page.goto(DEVICE)
  await expect(page.getByText(words('ui', 'fr')('retry'), { exact: true })).toBeVisible()
  await expect(page.getByText(TITLE)).toHaveCount(0)
  await context.setOffline(false)

  const { request } = manager.context
  const second = await joined(browser, request, 'manager', 'Seconde', manager.enterpriseId)
  await signInAs(context, second.email)
  await page.goto(DEVICE)
  await expect(page.getByText(say('foreign'))).toBeVisible()
  await expect(page.getByText(TITLE)).toHaveCount(0)
  await expect(page.getByText(STORY)).toHaveCount(0)

  // The owner still has what could not be sent.
  await signInAs(context, manager.email)
  await page.goto(DEVICE)
  await expect(page.getByText(say('reason.unknown'))).toBeVisible()
  page.once('dialog', (dialog) => void dialog.accept())
  await button(page, say('remove')).click()
  await waits(page, 0)

  // With nothing left to send, the device is emptied for whoever signs in next.
  await signInAs(context, second.email)
  await page.goto(DEVICE)
  await expect(button(page, say('mine'))).toBeVisible()
  const left = await stored(page)
  expect(left).toMatchObject(NOTHING)
  expect(left.text).not.toContain('vises-device')
})

test('an answer whose link was revoked is told, can be taken away, and goes by the link that is kept instead', async ({
  browser,
}) => {
  const { request } = manager.context
  const { waveId, linkId, token } = await anOpenLink(request, questionnaireId)
  await answerAlso(token, 4)
  const { context, page } = await aDevice(browser, waveId)
  const file = aDocument()
  await context.setOffline(true)
  await take(page, STORY, file)
  await must(request, 'CollectionPage_Revoke', { waveId, linkId })
  await must(request, 'CollectionPage_CreateLink', { input: { waveId, label: 'Affiche' } })
  await context.setOffline(false)
  await expect(page.getByText(say('reason.unknown'))).toBeVisible()
  expect(await barriers(page)).toEqual([])
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, say('takeAway')).click()])
  const archive = readFileSync(await download.path())
  expect(archive.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004')
  expect(archive.includes(STORY)).toBe(true)
  expect(archive.includes(file)).toBe(true)

  await page.goto(DEVICE)
  await keep(page, waveId)
  await button(page, say('tryAgain')).click()
  await waits(page, 0)
  await expect(page.getByText(say('reason.unknown'))).toHaveCount(0)
  await expect(button(page, say('answer'))).toHaveCount(1)
  expect(await arrived(waveId)).toHaveLength(5)
})

test('a device that is full says so, and the answer stays on the screen until it can be kept', async ({ browser }) => {
  const { waveId } = await anOpenLink(manager.context.request, questionnaireId)
  const { context, page } = await aDevice(browser, waveId)
  await context.setOffline(true)
  await button(page, say('answer')).click()
  await tell(page, STORY)
  await page.evaluate(() => {
    const own = IDBObjectStore.prototype.put
    Object.assign(window, { makeRoom: () => (IDBObjectStore.prototype.put = own) })
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('The disk is full.', 'QuotaExceededError')
    }
  })
  await send(page)
  await expect(page.getByRole('alert')).toHaveText(say('notKept'))
  await page.evaluate(() => (window as unknown as { makeRoom(): void }).makeRoom())
  await send(page)
  await expect(page.getByText(say('taken'))).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
})
