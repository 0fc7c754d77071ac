import type { Locator, Page } from '@playwright/test'
import { must } from '../support/api.ts'
import { choose, expectFocusIn, goTo, pick, press, write } from '../support/keyboard.ts'
import { mailedLink } from '../support/outbox.ts'
import { administratorOf, anEnterprise, newPerson, PASSWORD } from '../support/people.ts'
import { signedInRoles } from '../support/roles.ts'
import { say as words } from '../support/texts.ts'
import { expect, test } from '../support/test.ts'

const button = (within: Page | Locator, name: string) => within.getByRole('button', { name, exact: true })
const field = (within: Page | Locator, label: string) => within.getByLabel(label, { exact: true })

test('a person comes in by the mailed link, goes to their other place, and signs out, without a mouse', async ({
  browser,
  page,
}) => {
  const auth = words('auth', 'fr')
  const evaluation = words('evaluation', 'fr')
  const home = words('home', 'fr', 'client')
  const team = words('team', 'fr', 'client')
  const ui = words('ui', 'fr')
  const app = words('app', 'fr', 'client')
  const { request } = (await administratorOf(browser, 'atout-ei', 'Agathe')).context
  const person = newPerson('Solange')
  const names = [newPerson('Verger').name, newPerson('Moulin').name]
  const invite = async (role: string, name: string) => {
    const enterpriseId = await anEnterprise(request, name)
    const input = { email: person.email, role, language: 'fr', enterpriseId }
    expect((await must(request, 'InviteDialog_Invite', { input })).inviteMember.problem).toBeNull()
  }
  await invite('manager', names[0]!)
  let first = ''

  await test.step('the invitation: nearly declined, then accepted with a new account', async () => {
    first = await mailedLink(page.request, person.email, '/join/')
    await page.goto(first)
    await press(page, button(page, auth('join.decline')))
    await expect(page.getByLabel(auth('join.reason'))).toBeFocused()
    await press(page, button(page, auth('back')))
    await expect(button(page, auth('join.decline'))).toBeFocused()
    await write(page, field(page, auth('name')), person.name, { back: true })
    await write(page, field(page, auth('choosePassword')), PASSWORD)
    await press(page, button(page, ui('showPassword')), { key: 'Space' })
    await expect(field(page, auth('choosePassword'))).toHaveAttribute('type', 'text')
    await press(page, button(page, auth('join.accept')))
    await page.waitForURL(/\/app\/fr\/?$/)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(person.name)
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  })

  await test.step('the first page: a route is chosen and the evaluation begins', async () => {
    await pick(page, page.getByRole('radio', { name: new RegExp(`^${evaluation('start.light')}`) }))
    await press(page, button(page, evaluation('start.start')))
    await goTo(page, page.getByRole('link', { name: home('writeQuestion') }))
    await expectFocusIn(page, page.getByRole('main'))
  })

  await test.step('on a telephone the menu opens, is left by Escape, and leads on', async () => {
    await page.setViewportSize({ width: 390, height: 800 })
    const menu = button(page, app('menu'))
    await press(page, menu, { back: true })
    const link = page.getByRole('link', { name: team('nav'), exact: true })
    await goTo(page, link)
    await page.keyboard.press('Escape')
    await expect(link).toBeHidden()
    await expect(menu).toBeFocused()
    await page.keyboard.press('Enter')
    await press(page, link)
    await expect(page.getByRole('heading', { level: 1, name: team('title') })).toBeFocused()
    await expect(link).toBeHidden()
    await page.setViewportSize({ width: 1280, height: 720 })
  })

  await test.step('a second person is invited; the invitation is taken back', async () => {
    const other = newPerson('Firmin').email
    await write(page, page.getByLabel(team('email')), other)
    await choose(page, page.getByLabel(team('role')), ui('role.manager'))
    await press(page, button(page, team('send')))
    await press(page, button(page, team('revoke', { email: other })), { back: true })
    await expect(page.getByText(other, { exact: false })).toHaveCount(0)
    await expectFocusIn(page, page.getByRole('main'))
  })

  await test.step('the other language, and the other place', async () => {
    await invite('contributor', names[1]!)
    let second = first
    await expect(async () => {
      second = await mailedLink(request, person.email, '/join/')
      expect(second).not.toBe(first)
    }).toPass()
    const token = /\/join\/([^/?#]+)/.exec(second)![1]
    await must(page.request, 'JoinPage_Accept', { input: { token, language: 'fr' } })
    await page.goto('/app/fr/team')
    await expect(page.getByRole('heading', { level: 1, name: team('title') })).toBeVisible()
    // Two more windows of the same person: one only reads, in the other something is being written.
    const [reading, writing] = [await page.context().newPage(), await page.context().newPage()]
    await reading.goto('/app/fr')
    await expect(reading.getByRole('link', { name: home('writeQuestion') })).toBeVisible()
    await writing.goto('/app/fr/journey/1.0')
    const answer = writing.getByLabel('Ce que nous partageons, et avec qui', { exact: true })
    await answer.fill('Au conseil')
    for (const window of [reading, writing])
      await expect(window.getByRole('combobox', { name: ui('workAs') }).locator(':checked')).toContainText(names[0]!)
    await page.bringToFront()
    const english = page.getByRole('navigation', { name: ui('language') }).getByRole('link', { name: /^EN/ })
    await press(page, english.filter({ visible: true }))
    await page.waitForURL(/\/app\/en\/team/)
    await expect(page.getByRole('heading', { level: 1, name: words('team', 'en', 'client')('title') })).toBeFocused()
    const say = words('ui', 'en')
    const places = page.getByRole('combobox', { name: say('workAs') })
    await choose(page, places, names[1]!)
    // Passing an entry is not yet going there.
    await expect(page.getByText(names[1]!, { exact: true })).toHaveCount(0)
    await press(page, button(page, say('switchPlace')))
    await page.waitForURL(/\/app\/en\/?$/)
    await expect(page.getByRole('main').getByText(names[1]!)).toBeVisible()
    // The others say so too, and nothing that is being written is gone.
    for (const window of [reading, writing])
      await expect(window.getByRole('combobox', { name: ui('workAs') }).locator(':checked')).toContainText(names[1]!)
    await expect(reading.getByRole('main').getByText(names[1]!)).toBeVisible()
    await expect(reading.getByRole('link', { name: home('writeQuestion') })).toHaveCount(0)
    await answer.press('End')
    await answer.pressSequentially(', et à tous')
    await expect(answer).toHaveValue('Au conseil, et à tous')
    await reading.close()
    await writing.close()
  })

  await test.step('a second factor is prepared, and all devices are signed out', async () => {
    const say = words('auth', 'en')
    await page.goto('/app/en/account')
    await press(page, button(page, say('factor.enable')))
    await expect(field(page, say('currentPassword')).last()).toBeFocused()
    await page.keyboard.insertText(PASSWORD)
    await page.keyboard.press('Enter')
    await expect(field(page, say('code.label'))).toBeFocused()
    await press(page, button(page, say('account.signOutEverywhere')))
    await expect(field(page, say('password'))).toBeVisible()
    await expectFocusIn(page, page.getByRole('main'))
  })
})

test('a federation reads what is for all, narrows it and takes it along, without a mouse', async ({ browser }) => {
  const [me] = signedInRoles().filter(({ account }) => account === 'admin.sawb')
  const context = await browser.newContext({ baseURL: process.env.VISES_E2E_URL, storageState: me!.state })
  const page = await context.newPage()
  const { keyboard } = page
  const compare = words('compare', 'en')
  const audit = words('audit', 'en')
  const programme = words('programme', 'en')
  const title = (name: string) => page.getByRole('heading', { level: 1, name, exact: true })
  const nav = (name: string) => page.getByRole('navigation').getByRole('link', { name, exact: true })

  await test.step('the comparison: a theme, a cut, the table, the file', async () => {
    await page.goto('/admin/en/compare')
    await press(page, page.getByRole('main').getByRole('heading', { level: 2 }).getByRole('link').first())
    const tabs = page.getByRole('tab')
    await expect(tabs.first()).toBeVisible()
    await goTo(page, tabs.first())
    await keyboard.press('ArrowRight')
    await expect(tabs.nth(1)).toBeFocused()
    await expect(tabs.nth(1)).toHaveAttribute('aria-selected', 'true')
    await choose(page, field(page, compare('across')), compare('across.territories'))
    await expect(page.getByRole('columnheader', { name: compare('territory.WA') })).toBeVisible()
    await expect(field(page, compare('across'))).toBeFocused()
    await press(page, page.getByText(compare('rules'), { exact: true }))
    await expect(page.getByText(compare('noRanking'))).toBeVisible()

    const files = button(page, compare('export'))
    await press(page, files, { back: true })
    const csv = page.getByRole('menuitem', { name: compare('exportCsv') })
    await expectFocusIn(page, page.getByRole('menu'))
    await keyboard.press('Escape')
    await expect(csv).toBeHidden()
    await expect(files).toBeFocused()
    await keyboard.press('Enter')
    await expectFocusIn(page, page.getByRole('menu'))
    while (!(await csv.evaluate((one) => one === document.activeElement))) await keyboard.press('ArrowDown')
    const [download] = await Promise.all([page.waitForEvent('download'), keyboard.press('Enter')])
    expect(download.suggestedFilename()).toContain('.csv')

    await press(page, button(page, compare('coverage')), { back: true })
    const drawer = page.getByRole('dialog')
    await expectFocusIn(page, drawer)
    await keyboard.press('Escape')
    await expect(drawer).toBeHidden()
    await expect(button(page, compare('coverage'))).toBeFocused()
  })

  await test.step('agenda and library', async () => {
    await page.goto('/admin/en/programme')
    for (const part of ['agenda', 'library'] as const) {
      await press(page, page.getByRole('main').getByRole('link', { name: programme(`pages.${part}`), exact: true }))
      await expect(title(programme(`${part}.title`))).toBeFocused()
    }
  })

  await test.step('who may do what, and who did what', async () => {
    const access = words('access', 'en')
    await press(page, nav(access('nav')))
    await expect(title(access('title'))).toBeFocused()
    // A long table is scrolled by keys as well.
    await expect(page.getByRole('table')).toBeVisible()
    await keyboard.press('Tab')
    await keyboard.press('End')
    await expect(page.getByRole('row').last()).toBeInViewport()

    await press(page, nav(audit('nav')))
    await expect(title(audit('title'))).toBeFocused()
    const rows = page.getByRole('table').getByRole('row')
    await expect(rows.nth(1)).toBeVisible()
    await write(page, page.getByLabel(audit('search')), 'zzz no such name')
    await expect(page.getByText(audit('empty'))).toBeVisible()
    await expect(page.getByLabel(audit('search'))).toBeFocused()
    await keyboard.press('ControlOrMeta+A')
    await keyboard.press('Delete')
    await expect(rows.nth(1)).toBeVisible()
    await goTo(page, page.getByLabel(audit('from')))
    await keyboard.type('01012019')
    await expect(page).toHaveURL(/from=2019-01-01/)
  })
})
