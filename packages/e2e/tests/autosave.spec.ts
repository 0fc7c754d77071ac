import type { Browser, BrowserContext, Page } from '@playwright/test'
import { must } from '../support/api.ts'
import { administratorOf, anEnterprise, browserOf, joined, newPerson, PASSWORD } from '../support/people.ts'
import { say as words } from '../support/texts.ts'
import { expect, test } from '../support/test.ts'

const STEP = '/app/fr/journey/1.0'
const evaluation = words('evaluation', 'fr')
const ui = words('ui', 'fr')
const fieldOf = (page: Page) => page.getByLabel('Ce que nous partageons, et avec qui', { exact: true })

/** An evaluation that has just begun, with two people who write in it. */
async function aTeam(browser: Browser) {
  const admin = await administratorOf(browser, 'uriopss', 'Plume')
  const enterpriseId = await anEnterprise(admin.context.request, newPerson('Imprimerie').name)
  const manager = await joined(browser, admin.context.request, 'manager', 'Irma', enterpriseId)
  await must(manager.context.request, 'Start_Evaluation', { input: { enterpriseId, route: 'full' } })
  return {
    manager,
    contributor: () => joined(browser, admin.context.request, 'contributor', 'Basile', enterpriseId),
  }
}

async function openStep(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  await page.goto(STEP)
  await expect(fieldOf(page)).toBeVisible()
  return page
}

test('at most the last second of writing is lost when the browser crashes', async ({ browser }) => {
  const { manager } = await aTeam(browser)
  const page = await openStep(manager.context)
  await fieldOf(page).focus()

  const typed: { text: string; at: number }[] = []
  const text = 'Le conseil lira les constats, la fédération l’étape en cours, et personne les réponses brutes.'
  for (let length = 1; length <= text.length; length++) {
    await page.keyboard.type(text[length - 1]!)
    typed.push({ text: text.slice(0, length), at: Date.now() })
    await page.waitForTimeout(25)
  }
  const crashedAt = Date.now()
  const tools = await manager.context.newCDPSession(page)
  const crashed = page.waitForEvent('crash')
  // A page that has crashed does not answer.
  void tools.send('Page.crash').catch(() => undefined)
  await crashed
  const sure = typed.filter(({ at }) => at <= crashedAt - 1000).at(-1)!.text
  expect(sure.length, 'there is something to lose').toBeGreaterThan(10)

  // Another device has only what reached the server.
  const elsewhere = await openStep(await browserOf(browser, manager.email, PASSWORD))
  const kept = await fieldOf(elsewhere).inputValue()
  expect(text.startsWith(kept)).toBe(true)
  expect(kept.length).toBeGreaterThanOrEqual(sure.length)

  // The same device still has all of it, and sends it.
  const again = await openStep(manager.context)
  await expect(fieldOf(again)).toHaveValue(text)
  await expect(async () => {
    await elsewhere.reload()
    await expect(fieldOf(elsewhere)).toHaveValue(text, { timeout: 1000 })
  }).toPass({ timeout: 15_000 })
})

test('what is written without a connection waits, says so, and is sent when the connection is back', async ({
  browser,
}) => {
  const { manager } = await aTeam(browser)
  const page = await openStep(manager.context)
  await manager.context.setOffline(true)
  await fieldOf(page).fill('Écrit dans le train.')
  await expect(page.getByText(ui('save.waiting'))).toBeVisible()
  await fieldOf(page).fill('Écrit dans le train, entre deux gares.')
  await expect(page.getByText(ui('save.waiting'))).toBeVisible()

  const elsewhere = await openStep(await browserOf(browser, manager.email, PASSWORD))
  await expect(fieldOf(elsewhere)).toHaveValue('')
  await manager.context.setOffline(false)
  await expect(page.getByText(/^Enregistré à/)).toBeVisible()
  await elsewhere.reload()
  await expect(fieldOf(elsewhere)).toHaveValue('Écrit dans le train, entre deux gares.')
})

test('a text the server refuses stays on the screen, and the mended one is taken', async ({ browser }) => {
  const { manager } = await aTeam(browser)
  const page = await openStep(manager.context)
  await page.route('**/graphql', async (route) => {
    const refused = route.request().postData()?.includes('trop long')
    if (refused) await route.fulfill({ json: { errors: [{ message: 'no', extensions: { code: 'BAD_INPUT' } }] } })
    else await route.fallback()
  })
  await fieldOf(page).fill('Un texte trop long.')
  await expect(page.getByText(ui('save.failed'))).toBeVisible()
  await expect(fieldOf(page)).toHaveValue('Un texte trop long.')
  await fieldOf(page).fill('Un texte court.')
  await expect(page.getByText(/^Enregistré à/)).toBeVisible()
  const elsewhere = await openStep(await browserOf(browser, manager.email, PASSWORD))
  await expect(fieldOf(elsewhere)).toHaveValue('Un texte court.')
})

test('two people who write in one field both see both texts, and nothing is lost', async ({ browser }) => {
  const team = await aTeam(browser)
  const contributor = await team.contributor()
  const hers = await openStep(team.manager.context)
  const his = await openStep(contributor.context)

  await fieldOf(hers).fill('Le texte d’Irma.')
  await expect(hers.getByText(/^Enregistré à/)).toBeVisible()
  await fieldOf(his).fill('Le texte de Basile.')

  const conflict = his.getByRole('alert').filter({ hasText: evaluation('conflict.title') })
  await expect(conflict).toContainText('Le texte de Basile.')
  await expect(conflict).toContainText('Le texte d’Irma.')
  await expect(conflict).toContainText(team.manager.name)
  // Nothing was replaced while he decides.
  await hers.reload()
  await expect(fieldOf(hers)).toHaveValue('Le texte d’Irma.')

  await conflict.getByRole('button', { name: evaluation('conflict.keepBoth') }).click()
  await expect(his.getByText(/^Enregistré à/)).toBeVisible()
  await hers.reload()
  await expect(fieldOf(hers)).toHaveValue(/Le texte d’Irma\.[\s\S]*Le texte de Basile\./)
})

test('who signs out with a text that was not saved is asked first, and leaves nothing of it behind', async ({
  browser,
}) => {
  const { manager } = await aTeam(browser)
  const page = await openStep(manager.context)
  await page.route('**/graphql', (route) =>
    route.request().postData()?.includes('jamais parti') ? route.abort() : route.fallback(),
  )
  await fieldOf(page).fill('Un texte jamais parti.')
  await expect(page.getByText(ui('save.waiting'))).toBeVisible()
  const questions: string[] = []
  const signOut = async (answer: 'accept' | 'dismiss', language: 'fr' | 'nl') => {
    const app = words('app', language, 'client')
    page.once('dialog', (dialog) => {
      questions.push(dialog.message())
      void dialog[answer]()
    })
    const menu = page.getByRole('button', { name: app('menu') })
    if (await menu.isVisible()) await menu.click()
    await page.getByRole('button', { name: app('signOut') }).click()
    await expect.poll(() => questions.length).toBe(language === 'fr' ? 1 : 2)
  }
  const kept = () => page.evaluate(() => JSON.stringify({ ...localStorage }))
  await page.evaluate(() => localStorage.setItem('vises-journal:somebody-else:x', '["à une autre"]'))
  await signOut('dismiss', 'fr')
  expect(await kept()).toContain('jamais parti')
  await expect(fieldOf(page)).toHaveValue('Un texte jamais parti.')
  // Asked in the language of the page, not of the browser.
  await page.goto(STEP.replace('/fr/', '/nl/'))
  await expect(page.getByLabel('Wat we delen, en met wie', { exact: true })).toHaveValue('Un texte jamais parti.')
  await signOut('accept', 'nl')
  expect(questions.map((question) => question.split('.')[0])).toEqual([
    'Un texte n’est pas encore enregistré',
    'Een tekst is nog niet opgeslagen',
  ])
  await expect(page.getByRole('heading', { level: 1, name: words('auth', 'nl')('signIn.title') })).toBeVisible()
  expect(await kept()).not.toContain('jamais parti')
  // What another person did not save here is not theirs to remove.
  expect(await kept()).toContain('à une autre')
})
