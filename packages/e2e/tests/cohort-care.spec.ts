import { administratorOf, anEnterprise, joined, newPerson } from '../support/people.ts'
import { say as words } from '../support/texts.ts'
import { expect, test } from '../support/test.ts'

const say = words('enterprises', 'fr')
const work = words('my-work', 'fr')

test('a federation looks after an enterprise: identity, territories, links, people', async ({ browser }) => {
  const { context } = await administratorOf(browser, 'saw-b', 'Marthe')
  const page = await context.newPage()
  const { name } = newPerson('Ferronnerie')
  const id = await anEnterprise(context.request, name)
  const contributor = await joined(browser, context.request, 'contributor', 'Basile', id)
  await page.goto(`/admin/fr/enterprises/${id}`)

  await test.step('identity, with a number that is checked', async () => {
    await page.getByRole('button', { name: say('editIdentity') }).click()
    const number = page.getByLabel(say('field.bce'))
    await number.fill('0403.170.702')
    await page.getByRole('button', { name: say('save'), exact: true }).click()
    await expect(number).toHaveAttribute('aria-invalid', 'true')
    await number.fill('0403.170.701')
    await page.getByLabel(say('field.website')).fill('https://ferronnerie.example')
    await page.getByRole('button', { name: say('save'), exact: true }).click()
    await expect(page.getByText(say('saved'))).toBeVisible()
    await expect(page.getByText('0403.170.701')).toBeVisible()
  })

  await test.step('territories: the seat and whom it serves', async () => {
    await page.getByRole('button', { name: say('addTerritories') }).click()
    await page.getByRole('combobox', { name: say('link.seat') }).fill('Dinant')
    await page
      .getByRole('option', { name: /Dinant/ })
      .first()
      .click()
    await page.getByRole('combobox', { name: say('link.serviceArea') }).fill('Namur')
    await page.getByRole('option', { name: /Namur/ }).first().click()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: say('save'), exact: true }).click()
    await expect(page.getByRole('button', { name: say('editTerritories') })).toBeVisible()
    await expect(page.getByText(/Dinant/).first()).toBeVisible()
  })

  await test.step('a second federation, until it is none any more', async () => {
    await page.getByRole('tab', { name: say('tab.history') }).click()
    await page.getByRole('button', { name: say('addAffiliation') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(say('federation')).selectOption({ index: 1 })
    await dialog.getByRole('button', { name: say('save'), exact: true }).click()
    await expect(page.getByText(say('affiliationAdded'))).toBeVisible()
    // The page shows what it asked anew before the next act.
    await expect(dialog).toHaveCount(0)
    await page.reload()
    await page.getByRole('button', { name: new RegExp(say('endAffiliationOf', { name: '' }).trim()) }).click()
    await expect(
      page.getByRole('button', { name: new RegExp(say('endAffiliationOf', { name: '' }).trim()) }),
    ).toHaveCount(0)
  })

  await test.step('a person leaves: the next request is refused', async () => {
    await page.getByRole('tab', { name: say('tab.people') }).click()
    await page.getByRole('button', { name: say('removeOne', { name: contributor.name }) }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('remove'), exact: true })
      .click()
    await expect(page.getByText(say('removed', { name: contributor.name }))).toBeVisible()
    const left = await contributor.context.newPage()
    await left.goto('/app/fr')
    await expect(left.getByText(name)).toHaveCount(0)
  })
})

test('an evaluation pauses, resumes and stops; the enterprise is offered to another partner, who refuses', async ({
  browser,
}) => {
  const { context } = await administratorOf(browser, 'saw-b', 'Ursule')
  const page = await context.newPage()
  const { name } = newPerson('Verrerie')
  const id = await anEnterprise(context.request, name)
  await page.goto(`/admin/fr/enterprises/${id}`)

  await test.step('start, pause, resume', async () => {
    await page.getByRole('button', { name: say('start'), exact: true }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('start'), exact: true })
      .click()
    await expect(page.getByText(say('started'), { exact: true })).toBeVisible()
    await page.getByRole('button', { name: say('pause'), exact: true }).click()
    await expect(page.getByText(say('paused'), { exact: true })).toBeVisible()
    await page.getByRole('button', { name: say('resume'), exact: true }).click()
    await expect(page.getByRole('button', { name: say('pause'), exact: true })).toBeVisible()
  })

  await test.step('offered to another partner, who refuses; it stays with its own', async () => {
    const other = await administratorOf(browser, 'concertes', 'Lucienne')
    await page.getByRole('button', { name: say('more') }).click()
    await page.getByRole('menuitem', { name: say('transfer') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(say('toPartner')).selectOption({ label: 'ConcertES' })
    await dialog.getByLabel(say('transferReason'), { exact: true }).fill('Le siège déménage.')
    await dialog.getByRole('button', { name: say('askTransfer') }).click()
    await expect(page.getByText(say('transferWaits', { partner: 'ConcertES' }))).toBeVisible()
    const there = await other.context.newPage()
    await there.goto('/admin/fr')
    await there.getByRole('button', { name: work('refuseOne', { name }) }).click()
    await there
      .getByRole('dialog')
      .getByRole('button', { name: work('refuse'), exact: true })
      .click()
    await expect(there.getByText(work('refused', { name }))).toBeVisible()
    await page.reload()
    await expect(page.getByText(say('transferWaits', { partner: 'ConcertES' }))).toHaveCount(0)
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  })

  await test.step('stop, with the reason', async () => {
    await page.getByRole('button', { name: say('more') }).click()
    await page.getByRole('menuitem', { name: say('stop') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(say('stopReason.staff'), { exact: false }).check()
    await dialog.getByRole('button', { name: say('stop') }).click()
    await expect(page.getByText(say('stopReason.staff')).first()).toBeVisible()
  })
})
