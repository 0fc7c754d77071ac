import { must } from '../support/api.ts'
import { goTo, press } from '../support/keyboard.ts'
import { administratorOf, anEnterprise, joined, newPerson, PASSWORD } from '../support/people.ts'
import { say as words } from '../support/texts.ts'
import { expect, test } from '../support/test.ts'

const auth = words('auth', 'en')
const cohort = words('cohort', 'en')
const evaluation = words('evaluation', 'en')
const ui = words('ui', 'en')

test('an administrator signs in, narrows the cohort, chooses rows and assigns a coach without a mouse', async ({
  browser,
  page,
}) => {
  const admin = await administratorOf(browser, 'atout-ei', 'Clavier')
  const first = newPerson('Touche').name
  for (const name of [first, `${first} bis`]) await anEnterprise(admin.context.request, name)
  const { keyboard } = page

  await page.goto('/admin/en/sign-in')
  await goTo(page, page.getByLabel(auth('email'), { exact: true }))
  await keyboard.type(admin.email)
  await goTo(page, page.getByLabel(auth('password'), { exact: true }))
  await keyboard.type(PASSWORD)
  await keyboard.press('Enter')
  await page.waitForURL(/\/admin\/en\/?$/)

  // The first stop on a page is the way past the navigation.
  await goTo(page, page.getByRole('navigation').getByRole('link', { name: cohort('nav'), exact: true }))
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: cohort('title') })).toBeVisible()
  await goTo(page, page.getByRole('searchbox'))
  await keyboard.type(first)
  await expect(page.getByRole('table').getByRole('rowheader')).toHaveCount(2)
  // A list of choices opens, is walked and taken by keys alone.
  await goTo(
    page,
    page
      .getByRole('combobox', { name: cohort('recruitment') })
      .or(page.getByRole('textbox', { name: cohort('recruitment') })),
  )
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await keyboard.press('Escape')
  await expect(page).toHaveURL(/recruitments=recruited/)
  await expect(page.getByRole('table').getByRole('rowheader')).toHaveCount(2)

  await goTo(page, page.getByLabel(cohort('chooseOne', { name: first }), { exact: true }))
  await keyboard.press('Space')
  await keyboard.press('Shift+ArrowDown')
  await expect(page.getByText('2 enterprises chosen')).toBeVisible()

  // The acts stand before the table: one goes back to them.
  const assign = page.getByRole('button', { name: cohort('assign') })
  await press(page, assign, { back: true })
  const dialog = page.getByRole('dialog')
  await goTo(page, dialog.getByLabel(cohort('coach')))
  await keyboard.type('Maude')
  await goTo(page, dialog.getByRole('button', { name: cohort('assign') }))
  await keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('row').filter({ hasText: first }).filter({ hasText: 'Maude Renson' })).toHaveCount(2)

  await goTo(page, page.getByRole('button', { name: ui('undo.undo') }))
  await keyboard.press('Enter')
  await expect(page.getByText(ui('undo.done'))).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: first }).filter({ hasText: 'Maude Renson' })).toHaveCount(0)
})

test('a manager writes a step, finishes it and takes that back without a mouse', async ({ browser, page }) => {
  const admin = await administratorOf(browser, 'atout-ei', 'Molette')
  const enterpriseId = await anEnterprise(admin.context.request, newPerson('Atelier').name)
  const manager = await joined(browser, admin.context.request, 'manager', 'Odette', enterpriseId)
  await must(manager.context.request, 'Start_Evaluation', { input: { enterpriseId, route: 'light' } })
  const home = words('home', 'en', 'client')
  const { keyboard } = page

  await page.goto('/app/en/sign-in')
  await goTo(page, page.getByLabel(auth('email'), { exact: true }))
  await keyboard.type(manager.email)
  await goTo(page, page.getByLabel(auth('password'), { exact: true }))
  await keyboard.type(PASSWORD)
  await keyboard.press('Enter')
  await page.waitForURL(/\/app\/en\/?$/)

  const next = page.getByRole('link', { name: new RegExp(`^${home('continue', { step: '' })}`) })
  await goTo(page, next)
  await keyboard.press('Enter')
  await expect(page).toHaveURL(/\/journey\//)
  const step = page.url()

  const field = page.locator('section[aria-labelledby="artefact"] textarea').first()
  await goTo(page, field)
  await keyboard.type('Our mission is to give old soap a second life.')
  await expect(page.getByText(/^Saved at/)).toBeVisible()

  await goTo(page, page.getByRole('button', { name: evaluation('finish') }))
  await keyboard.press('Enter')
  await expect(page).not.toHaveURL(step)
  await goTo(page, page.getByRole('button', { name: ui('undo.undo') }), { most: 120 })
  await keyboard.press('Enter')
  await expect(page.getByText(ui('undo.done'))).toBeVisible()

  await page.goto(step)
  await expect(page.getByRole('button', { name: evaluation('finish') })).toBeVisible()
  await expect(field).toHaveValue('Our mission is to give old soap a second life.')
})
