import { readFileSync } from 'node:fs'
import type { Browser, Page } from '@playwright/test'
import { mailedLink } from '../support/outbox.ts'
import { browserOf, demo, newPerson, PASSWORD, signIn } from '../support/people.ts'
import { say as words } from '../support/texts.ts'
import { expect, test } from '../support/test.ts'

// One evaluation from the invitation to the first gate, and what others see of it: each part needs the one before.
test.describe.configure({ mode: 'serial' })

const QUESTION =
  'Dans quelle mesure, et pour qui, la première année à l’atelier change-t-elle la façon de demander de l’aide en 2018 ?'
const enterprise = newPerson('Savonnerie').name
const manager = newPerson('Odile')
const coach = newPerson('Gaston')

const cohort = words('cohort', 'fr')
const enterprises = words('enterprises', 'fr')
const evaluation = words('evaluation', 'fr')

let address = ''
let admin: Page
let lead: Page
let managerPage: Page
/** What the programme's lead counted for the federation when all began. */
let before: Record<string, number>

test.beforeAll(async ({ browser }) => {
  lead = await (await browserOf(browser, demo('lead'))).newPage()
  ;[admin, managerPage] = await Promise.all([newPage(browser), newPage(browser)])
})

const newPage = async (browser: Browser) => (await browser.newContext({ baseURL: process.env.VISES_E2E_URL })).newPage()

/** Opens the mailed link and makes an account with it. */
async function join(page: Page, person: { name: string; email: string }, app: 'admin' | 'app'): Promise<void> {
  const auth = words('auth', 'fr')
  await page.goto(await mailedLink(page.request, person.email, '/join/'))
  await expect(page.getByText(person.email)).toBeVisible()
  await page.getByLabel(auth('name'), { exact: true }).fill(person.name)
  await page.getByLabel(auth('choosePassword'), { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: auth('join.accept') }).click()
  await page.waitForURL(new RegExp(`/${app}/fr/?$`))
}

/** The row of a partner on the dashboard of the programme, by the heads of its columns. */
async function countsOf(page: Page, partner: string): Promise<Record<string, number>> {
  await page.goto('/admin/fr/programme?by=partner')
  const table = page.getByRole('tabpanel').getByRole('table')
  const row = table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: partner, exact: true }) })
  await expect(row).toBeVisible()
  const heads = await table.getByRole('columnheader').allInnerTexts()
  const cells = await row.locator('th, td').allInnerTexts()
  return Object.fromEntries(heads.map((head, place) => [head.trim(), Number(cells[place]?.replace(/\D/g, '') || 0)]))
}

test('the federation takes in an enterprise, invites its manager and a coach, and assigns the coach', async ({
  browser,
}) => {
  before = await countsOf(lead, 'SAW-B')
  await signIn(admin, demo('admin.sawb'))

  await test.step('a new enterprise', async () => {
    await admin.getByRole('link', { name: cohort('nav'), exact: true }).click()
    await admin.getByRole('link', { name: cohort('newEnterprise') }).click()
    await admin.getByLabel(enterprises('field.name'), { exact: true }).fill(enterprise)
    await admin.getByLabel(enterprises('field.city')).fill('Namur')
    await admin.getByRole('button', { name: enterprises('create') }).click()
    await expect(admin.getByRole('heading', { level: 1, name: enterprise })).toBeVisible()
    address = new URL(admin.url()).pathname
  })

  await test.step('its manager, by mail', async () => {
    await admin.getByRole('tab', { name: enterprises('tab.people') }).click()
    await admin.getByRole('button', { name: enterprises('invite') }).click()
    const dialog = admin.getByRole('dialog')
    await dialog.getByLabel(enterprises('email'), { exact: true }).fill(manager.email)
    await dialog.getByRole('button', { name: enterprises('sendInvitation') }).click()
    await expect(admin.getByRole('listitem').filter({ hasText: manager.email })).toBeVisible()
  })

  await test.step('a coach of the federation, by mail', async () => {
    const people = words('people', 'fr')
    await admin.getByRole('link', { name: people('nav'), exact: true }).click()
    await expect(admin.getByRole('heading', { level: 1, name: people('title') })).toBeVisible()
    await admin.getByRole('button', { name: people('invite'), exact: true }).click()
    const dialog = admin.getByRole('dialog')
    await dialog.getByLabel(people('email')).fill(coach.email)
    await dialog.getByLabel(people('role'), { exact: true }).selectOption('coach')
    await dialog.getByRole('button', { name: people('send') }).click()
    await expect(admin.getByRole('row').filter({ hasText: coach.email })).toBeVisible()
    const page = await newPage(browser)
    await join(page, coach, 'admin')
    await page.context().close()
  })

  await test.step('the coach in the cohort table', async () => {
    await admin.goto(`/admin/fr/cohort?text=${encodeURIComponent(enterprise)}`)
    await admin.getByLabel(cohort('chooseOne', { name: enterprise })).check()
    await admin.getByRole('button', { name: cohort('assign') }).click()
    const choice = admin.getByRole('dialog').getByLabel(cohort('coach'))
    const option = choice.locator('option').filter({ hasText: coach.name })
    await choice.selectOption((await option.getAttribute('value'))!)
    await admin
      .getByRole('dialog')
      .getByRole('button', { name: cohort('assign') })
      .click()
    await expect(admin.getByRole('row').filter({ hasText: enterprise })).toContainText(coach.name)
  })
})

test('the manager comes in by the mailed link, writes the evaluation question and asks for the first gate', async () => {
  const home = words('home', 'fr', 'client')
  const page = managerPage
  await join(page, manager, 'app')

  await page.getByRole('button', { name: evaluation('start.start') }).click()
  await expect(page.getByRole('link', { name: home('writeQuestion') })).toBeVisible()
  await page.getByRole('link', { name: home('writeQuestion') }).click()

  const labelled = (label: string) => page.getByLabel(label, { exact: true })
  await page.getByRole('button', { name: evaluation('sheet.firstCandidate') }).click()
  await page.getByRole('button', { name: evaluation('sheet.addCandidate') }).click()
  const candidates = page.getByRole('region', { name: 'Questions candidates' })
  await candidates.getByLabel('La question', { exact: true }).nth(0).fill(QUESTION)
  await candidates.getByLabel('La question', { exact: true }).nth(1).fill('Notre atelier est-il utile ?')
  // The checklist answers to the words that were written.
  await expect(candidates.getByText(evaluation('hint.yesOrNo'))).toBeVisible()
  const first = candidates.locator('ol > li').nth(0)
  for (const box of (await first.getByRole('checkbox').all()).slice(0, 4)) await box.check()
  await candidates
    .getByLabel('Si elle n’est pas retenue : pourquoi')
    .or(candidates.getByLabel('Si elle n’est pas retenue : pourquoi'))
    .nth(1)
    .fill('On y répond par oui ou par non.')
  await page.getByRole('button', { name: evaluation('sheet.choose', { n: 1 }) }).click()
  await expect(labelled('Notre question évaluative')).toHaveValue(QUESTION)

  await labelled('Pourquoi celle-ci').fill('Trois groupes sur quatre l’ont placée en tête.')
  await page.getByRole('group', { name: 'Type de question' }).getByRole('radio').first().check()
  await page.getByRole('group', { name: 'Finalités' }).getByRole('checkbox').first().check()
  await labelled('Ce que la réponse permettra de décider').fill(
    'En mars, le conseil choisira de garder ou non le binôme.',
  )
  await labelled('À qui la réponse est destinée').fill('Le conseil d’administration, puis les équipes.')
  await labelled('Périmètre').fill('Les personnes arrivées entre septembre 2017 et juin 2018.')
  await labelled('Jours disponibles').fill('12')
  await page.getByRole('group', { name: 'Domaines concernés' }).getByRole('checkbox').first().check()
  await page
    .getByRole('group', { name: 'Sous-questions' })
    .getByRole('button', { name: evaluation('addItem') })
    .click()
  await labelled('Sous-question').fill('À quels moments demande-t-on de l’aide, et à qui ?')
  await labelled('Parties prenantes consultées en dehors de la direction').fill(
    'Quatre personnes de l’atelier, à midi.',
  )
  await expect(page.getByText(/^Enregistré/)).toBeVisible()

  // What was written is there again after a reload: it was saved, not kept on the screen.
  await page.reload()
  await expect(labelled('Parties prenantes consultées en dehors de la direction')).toHaveValue(/Quatre personnes/)
  await page.getByRole('button', { name: evaluation('finish') }).click()

  await page.goto('/app/fr/gates/G1')
  await expect(page.getByText(QUESTION)).toBeVisible()
  await expect(page.getByText(evaluation('gate.holds.no'))).toHaveCount(0)
  await page.getByRole('button', { name: evaluation('gate.sign') }).click()
  await expect(page.getByText(evaluation('gate.coachSigns'))).toBeVisible()
  await expect(page.getByText(evaluation('gate.waiting'))).toBeVisible()
})

test('the coach co-signs, and the board shows the enterprise past the first gate', async ({ browser }) => {
  const page = await newPage(browser)
  await signIn(page, coach.email, { password: PASSWORD })
  await admin.goto(`/admin/fr/cohort?view=board&text=${encodeURIComponent(enterprise)}`)
  const column = (name: string) => admin.getByRole('region', { name: new RegExp(`^\\D*${cohort(name)}`) })
  await expect(column('column.gate1')).toContainText(enterprise)

  await page.goto(`${address}/evaluation/gates/G1`)
  await expect(page.getByText(QUESTION)).toBeVisible()
  await page.getByRole('button', { name: evaluation('gate.cosign'), exact: true }).click()
  await expect(page.getByText(evaluation('gateState.agreed'), { exact: true })).toBeVisible()
  await page.context().close()

  await admin.reload()
  await expect(column('column.phase2')).toContainText(enterprise)
  await expect(column('column.gate1')).not.toContainText(enterprise)
})

test('the manager sees exactly what sharing shows before choosing it', async () => {
  const page = managerPage
  await page.goto('/app/fr/sharing')
  await expect(page.getByText(evaluation('sharing.nothingPrivate'))).toBeVisible()
  await page.getByRole('radio', { name: new RegExp(`^${evaluation('sharing.crossBorder')}`) }).check()
  const preview = page.getByRole('region', { name: evaluation('sharing.preview') })
  await expect(preview).toContainText(QUESTION)
  await expect(preview).not.toContainText('binôme')
  await page.getByRole('button', { name: evaluation('sharing.save') }).click()
  await expect(page.getByText(evaluation('sharing.saved', { level: evaluation('sharing.crossBorder') }))).toBeVisible()
})

test('the enterprise takes along everything it wrote', async () => {
  const data = words('data', 'fr', 'client')
  await managerPage.goto('/app/fr/data')
  const [download] = await Promise.all([
    managerPage.waitForEvent('download'),
    managerPage
      .getByRole('main')
      .getByRole('link', { name: data('download') })
      .click(),
  ])
  const archive = readFileSync(await download.path(), 'utf8')
  expect(archive).toContain(QUESTION)
  expect(archive).toContain('Quatre personnes de l’atelier')
})

test('who opens the app of the others is led to their own', async () => {
  const ui = words('ui', 'fr')
  await managerPage.goto('/admin/fr/')
  await expect(managerPage.getByText(ui('otherApp.toClient'))).toBeVisible()
  await managerPage.getByRole('link', { name: ui('otherApp.open') }).click()
  await expect(managerPage).toHaveURL(/\/app\/fr\/?$/)
  await expect(managerPage.getByRole('heading', { level: 1 })).toContainText(manager.name)
})

test('the lead’s dashboard counts the enterprise, and the lead publishes a new release', async () => {
  const programme = words('programme', 'fr')
  await expect(async () => {
    const now = await countsOf(lead, 'SAW-B')
    expect(now[programme('count.recruited')]).toBe(before[programme('count.recruited')]! + 1)
    const phase2 = Object.keys(now).find((head) => head.includes('2'))!
    expect(now[phase2]).toBe(before[phase2]! + 1)
  }).toPass({ timeout: 30_000 })

  const compare = words('compare', 'fr')
  await lead.goto('/admin/fr/compare')
  const releases = lead.getByRole('main').getByRole('heading', { level: 2 })
  await expect(releases.first()).toBeVisible()
  const former = await releases.count()
  await lead.getByRole('button', { name: compare('publish') }).click()
  const dialog = lead.getByRole('dialog')
  // Nobody publishes by one careless click.
  await dialog.getByRole('button', { name: compare('publishNow') }).click()
  await expect(dialog.getByText(compare('understoodFirst'))).toBeVisible()
  await dialog.getByLabel(compare('understood')).check()
  await dialog.getByRole('button', { name: compare('publishNow') }).click()
  await expect(lead.getByText(compare('made', { number: former + 1 }))).toBeVisible({ timeout: 30_000 })
  await lead.getByRole('link', { name: compare('openMade') }).click()
  await expect(lead.getByRole('heading', { level: 1 })).toContainText(String(former + 1))
  await expect(lead.getByText(enterprise)).toHaveCount(0)
})

test('another federation finds the enterprise nowhere but reads the question it shares', async ({ browser }) => {
  const id = address.split('/').at(-1)!
  const search = `text=${encodeURIComponent(enterprise)}`
  const own = await admin.request.get(`/api/exports/cohort.csv?lang=fr&${search}`)
  expect(await own.text(), 'its own federation exports it').toContain(enterprise)

  const other = await (await browserOf(browser, demo('admin.cress'))).newPage()
  await other.goto('/admin/fr/cohort')
  await expect(other.getByRole('table').getByRole('link').first()).toBeVisible()
  const more = other.getByRole('button', { name: cohort('showMore') })
  while (await more.isVisible()) {
    const rows = await other.getByRole('row').count()
    await more.click()
    await expect.poll(() => other.getByRole('row').count()).toBeGreaterThan(rows)
  }
  await expect(other.getByText(enterprise)).toHaveCount(0)
  await other.goto(`/admin/fr/cohort?${search}`)
  await expect(other.getByText(cohort('noneFound'))).toBeVisible()

  const absent = words('ui', 'fr')('error.NOT_FOUND.title')
  for (const page of ['', '/evaluation', '/evaluation/gates/G1', '/evaluation/steps/1.7']) {
    await other.goto(`${address}${page}`)
    await expect(other.getByText(absent)).toBeVisible()
    await expect(other.getByText(enterprise)).toHaveCount(0)
  }
  const file = await other.request.get(`/api/exports/cohort.csv?lang=fr&${search}`)
  expect(file.ok()).toBe(true)
  expect(await file.text()).not.toContain(enterprise)
  const whole = await (await other.request.get('/api/exports/cohort.csv?lang=fr')).text()
  expect(whole).not.toContain(enterprise)
  const archive = await other.request.get(`/api/exports/enterprise/${id}.json`)
  expect(archive.status()).toBe(404)

  // What the enterprise chose to share across the border is there, and nothing beside it.
  await other.goto('/admin/fr/compare/questions')
  await other.getByRole('searchbox').fill('première année à l’atelier')
  await expect(other.getByText(QUESTION)).toBeVisible()
  await expect(other.getByText('binôme')).toHaveCount(0)
})
