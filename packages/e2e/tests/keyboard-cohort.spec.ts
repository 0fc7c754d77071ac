import { readFileSync } from 'node:fs'
import { must } from '../support/api.ts'
import { arrowTo, choose, expectFocusIn, fromMenu, goTo, press, skipToContent, write } from '../support/keyboard.ts'
import { administratorOf, anEnterprise, joined, newPerson } from '../support/people.ts'
import { signedInRoles } from '../support/roles.ts'
import { say as words } from '../support/texts.ts'
import { expect, test } from '../support/test.ts'

// How federations manage their cohort, by keys alone: no step here touches the mouse.

const cohort = words('cohort', 'en')
const enterprises = words('enterprises', 'en')
const people = words('people', 'en')
const programme = words('programme', 'en')
const ui = words('ui', 'en')

test('an administrator invites a manager to an enterprise and a coach to the federation without a mouse', async ({
  browser,
}) => {
  const { context } = await administratorOf(browser, 'atout-ei', 'Manette')
  const page = await context.newPage()
  const { keyboard } = page
  const [manager, coach] = [newPerson('Odile'), newPerson('Gaston')]
  const id = await anEnterprise(context.request, newPerson('Forge').name)
  const dialog = page.getByRole('dialog')
  const main = page.getByRole('main')

  await page.goto(`/admin/en/enterprises/${id}?tab=people`)
  await skipToContent(page)
  const invite = main.getByRole('button', { name: enterprises('invite'), exact: true })
  await press(page, invite)
  const send = dialog.getByRole('button', { name: enterprises('sendInvitation') })
  const address = dialog.getByLabel(enterprises('email'), { exact: true })
  // What is missing is told at its field, and the focus is there.
  await press(page, send)
  await expect(address).toBeFocused()
  await expect(address).toHaveAttribute('aria-invalid', 'true')
  await keyboard.type(manager.email)
  await goTo(page, dialog.getByRole('radio').first())
  await keyboard.press('ArrowDown')
  await expect(dialog.getByRole('radio').nth(1)).toBeChecked()
  await keyboard.press('ArrowUp')
  // One Escape does not throw away what was written; the second does.
  await keyboard.press('Escape')
  await expect(dialog.getByRole('alert').filter({ hasText: ui('unsaved') })).toBeVisible()
  await press(page, send)
  await expect(main.getByRole('listitem').filter({ hasText: manager.email })).toBeVisible()
  await expect(page.getByRole('heading', { name: enterprises('tab.people') })).toBeFocused()
  // Who was invited already is not invited twice: the focus is at the address again.
  await press(page, invite)
  await write(page, address, manager.email)
  await press(page, send)
  await expect(dialog.getByText(enterprises('inviteProblem.ALREADY_INVITED'))).toBeVisible()
  await expect(address).toBeFocused()
  await keyboard.press('Escape')
  await keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(invite).toBeFocused()

  await goTo(page, page.getByRole('navigation').getByRole('link', { name: people('nav'), exact: true }), { back: true })
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: people('title') })).toBeFocused()
  const inviteHere = main.getByRole('button', { name: people('invite'), exact: true })
  await press(page, inviteHere)
  await write(page, dialog.getByLabel(people('email')), coach.email)
  await choose(page, dialog.getByLabel(people('role'), { exact: true }), ui('role.coach'))
  await press(page, dialog.getByRole('button', { name: people('send') }))
  const row = page.getByRole('row').filter({ hasText: coach.email })
  await expect(row).toContainText(ui('role.coach'))
  await expect(inviteHere).toBeFocused()
  // Who takes the invitation back is not thrown to the top of the page.
  await press(page, row.getByRole('button', { name: people('revoke') }))
  await expect(row).toHaveCount(0)
  await expect(page.getByRole('heading', { name: people('invitations'), exact: true })).toBeFocused()
})

test('reminders to many, the export and the board work without a mouse', async ({ browser }) => {
  const { context } = await administratorOf(browser, 'atout-ei', 'Tirette')
  const page = await context.newPage()
  const { keyboard } = page
  const name = newPerson('Laverie').name
  const id = await anEnterprise(context.request, name)
  await anEnterprise(context.request, `${name} bis`)
  const manager = await joined(browser, context.request, 'manager', 'Prune', id)
  await must(manager.context.request, 'Start_Evaluation', { input: { enterpriseId: id, route: 'light' } })

  await page.goto(`/admin/en/cohort?text=${encodeURIComponent(name)}`)
  await skipToContent(page)
  await goTo(page, page.getByLabel(cohort('chooseOne', { name }), { exact: true }))
  await keyboard.press('Space')
  await keyboard.press('Shift+ArrowDown')
  await expect(page.getByText('2 enterprises chosen')).toBeVisible()
  const remind = page.getByRole('main').getByRole('button', { name: cohort('remind') })
  const dialog = page.getByRole('dialog')
  await goTo(page, remind, { back: true })
  await keyboard.press('Enter')
  await expect(dialog.getByRole('status')).toContainText('1 mail to 1 enterprise')
  await expect(dialog.getByRole('listitem')).toContainText(`${name} bis`)
  await write(page, dialog.getByLabel(cohort('message')), 'Shall we talk on Thursday?')
  await press(page, dialog.getByRole('button', { name: 'Send 1 mail' }))
  await expect(page.getByText('1 mail was sent to 1 enterprise.')).toBeVisible()
  await expect(remind).toBeFocused()
  // Escape gives up the choice; the bar goes, the focus stays with the table.
  await keyboard.press('Escape')
  await expect(remind).toHaveCount(0)
  await expect(page.getByLabel(cohort('chooseShown'))).toBeFocused()

  const menu = page.getByRole('button', { name: cohort('export'), exact: true })
  await goTo(page, menu, { back: true })
  await keyboard.press('Enter')
  await expect(page.getByRole('menuitem')).toHaveCount(2)
  await expectFocusIn(page, page.getByRole('menu'))
  await keyboard.press('Escape')
  await expect(page.getByRole('menuitem')).toHaveCount(0)
  await expect(menu).toBeFocused()
  const download = page.waitForEvent('download')
  await fromMenu(page, menu, cohort('exportCsv'))
  expect(readFileSync(await (await download).path(), 'utf8')).toContain(`${name} bis`)
  await expect(menu).toBeFocused()

  await goTo(page, page.getByRole('radio', { name: cohort('view.table') }))
  await keyboard.press('ArrowRight')
  await expect(page).toHaveURL(/view=board/)
  const board = page.getByRole('region', { name: cohort('view.board'), exact: true })
  await goTo(page, board)
  await expect(page.getByText(cohort('boardKeys'))).toBeInViewport()
  const card = (title: string) => board.getByRole('link', { name: title, exact: true })
  await goTo(page, card(`${name} bis`))
  await keyboard.press('ArrowRight')
  await goTo(page, card(name), { most: 0 })
  await keyboard.press('ArrowRight')
  await expect(card(name)).toBeFocused()
  await keyboard.press('ArrowLeft')
  await expect(card(`${name} bis`)).toBeFocused()
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: `${name} bis` })).toBeFocused()
})

test('the lead goes from a count to the enterprises behind it, and back, without a mouse', async ({ browser }) => {
  const { state } = signedInRoles().find(({ account }) => account === 'lead')!
  const context = await browser.newContext({ baseURL: process.env.VISES_E2E_URL, storageState: state })
  const page = await context.newPage()
  const { keyboard } = page
  const title = (key: string) => page.getByRole('heading', { level: 1, name: programme(key) })
  const rows = page.getByRole('main').getByRole('rowheader')

  await page.goto('/admin/en/programme')
  await skipToContent(page)
  await goTo(page, page.getByRole('list', { name: programme('sums.label') }).getByRole('link'))
  const all = Number.parseInt(await page.evaluate(() => document.activeElement?.textContent ?? ''))
  await keyboard.press('Enter')
  await expect(title('stalled.title')).toBeFocused()
  await expect(rows).toHaveCount(Math.min(all, 50))
  await goTo(page, page.getByRole('navigation').getByRole('link', { name: programme('progress.title') }), {
    back: true,
  })
  await keyboard.press('Enter')
  await expect(title('progress.title')).toBeFocused()

  // The same counts by partner: the number in a row opens the enterprises of that row.
  const cut = page.getByRole('tablist', { name: programme('cut.title') })
  await goTo(page, cut.getByRole('tab', { selected: true }))
  const byPartner = cut.getByRole('tab', { name: programme('cut.partner') })
  await arrowTo(page, byPartner, 'ArrowRight')
  await expect(byPartner).toHaveAttribute('aria-selected', 'true')
  const row = page
    .getByRole('tabpanel')
    .getByRole('row')
    .filter({ has: page.getByRole('link') })
    .first()
  const partner = await row.getByRole('rowheader').innerText()
  const count = row.getByRole('link')
  await goTo(page, count)
  const some = Number.parseInt(await count.innerText())
  expect(some).toBeLessThan(all)
  await keyboard.press('Enter')
  await expect(title('stalled.title')).toBeFocused()
  await expect(rows).toHaveCount(some)
  await expect(page.getByRole('row').filter({ hasText: partner })).toHaveCount(some)
  // A filter that is opened up again shows the others too.
  await goTo(page, page.getByLabel(programme('partners.name')))
  await keyboard.press('Home')
  await expect(rows).toHaveCount(Math.min(all, 50))
  await expect(page.getByLabel(programme('partners.name'))).toBeFocused()
})

test('on a telephone the menu is passed by while it is closed, and Escape closes it', async ({ browser }) => {
  const { state } = signedInRoles().find(({ account }) => account === 'admin.sawb')!
  const viewport = { width: 390, height: 844 }
  const context = await browser.newContext({ baseURL: process.env.VISES_E2E_URL, storageState: state, viewport })
  const page = await context.newPage()
  const { keyboard } = page
  const app = words('app', 'en', 'admin')
  const entry = page.getByRole('navigation').getByRole('link', { name: cohort('nav'), exact: true })

  await page.goto('/admin/en/programme')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await goTo(page, page.getByRole('main').getByRole('link').first(), { most: 6 })
  const menu = page.getByRole('button', { name: app('menu'), exact: true })
  await press(page, menu, { back: true })
  await goTo(page, entry)
  await keyboard.press('Escape')
  await expect(menu).toBeFocused()
  await expect(entry).toBeHidden()
  await keyboard.press('Enter')
  await press(page, entry)
  await expect(page.getByRole('heading', { level: 1, name: cohort('title') })).toBeFocused()
  await expect(entry).toBeHidden()
})
