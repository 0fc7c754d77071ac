import type { Locator, Page } from '@playwright/test'
import { must } from '../support/api.ts'
import {
  arrowTo,
  choose,
  expectFocusToStay,
  fromMenu,
  goTo,
  press,
  search,
  skipToContent,
  write,
} from '../support/keyboard.ts'
import { administratorOf, anEnterprise, joined, newPerson } from '../support/people.ts'
import { say as words } from '../support/texts.ts'
import { expect, test } from '../support/test.ts'

// What a federation does for one enterprise, by keys alone: no step here touches the mouse.

const say = words('enterprises', 'fr')
const work = words('my-work', 'fr')
const ui = words('ui', 'fr')

const button = (place: Page | Locator, name: string) => place.getByRole('button', { name, exact: true })

/** The arrows go from one tab of the enterprise to the next. */
async function openTab(page: Page, name: string): Promise<void> {
  const tab = page.getByRole('tab', { name, exact: true })
  await goTo(page, page.getByRole('tab', { selected: true }), { back: true })
  await arrowTo(page, tab, 'ArrowRight')
  await expect(tab).toHaveAttribute('aria-selected', 'true')
}

test('a federation looks after an enterprise: identity, territories, links, people', async ({ browser }) => {
  const { context } = await administratorOf(browser, 'atout-ei', 'Marthe')
  const page = await context.newPage()
  const { keyboard } = page
  const { name } = newPerson('Ferronnerie')
  const id = await anEnterprise(context.request, name)
  const contributor = await joined(browser, context.request, 'contributor', 'Basile', id)
  await page.goto(`/admin/fr/enterprises/${id}`)
  await skipToContent(page)
  const dialog = page.getByRole('dialog')
  const save = button(page, say('save'))

  await test.step('identity, with a number that is checked', async () => {
    const edit = button(page, say('editIdentity'))
    await press(page, edit)
    await expect(page.getByLabel(say('field.name'), { exact: true })).toBeFocused()
    const number = page.getByLabel(say('field.bce'))
    await write(page, number, '0403.170.702')
    await press(page, save)
    await expect(number).toHaveAttribute('aria-invalid', 'true')
    await expect(number).toBeFocused()
    await write(page, number, '0403.170.701')
    await write(page, page.getByLabel(say('field.website')), 'https://ferronnerie.example')
    await keyboard.press('Enter')
    await expect(page.getByText(say('saved'))).toBeVisible()
    await expect(page.getByText('0403.170.701')).toBeVisible()
    await expect(edit).toBeFocused()
  })

  await test.step('territories: the seat and whom it serves', async () => {
    await press(page, button(page, say('addTerritories')))
    await search(page, page.getByRole('combobox', { name: say('link.seat') }), 'Dinant')
    await search(page, page.getByRole('combobox', { name: say('link.serviceArea') }), 'Namur')
    // Escape closes the list of choices, not what was chosen.
    await keyboard.press('Escape')
    await expect(page.getByRole('option')).toHaveCount(0)
    await press(page, save)
    await expect(button(page, say('editTerritories'))).toBeFocused()
    await expect(page.getByText(/Dinant/).first()).toBeVisible()
    await expect(page.getByText(/Namur/).first()).toBeVisible()
  })

  await test.step('another coach, and a second federation until it is none any more', async () => {
    await openTab(page, say('tab.history'))
    const changeCoach = button(page, say('changeCoach'))
    await press(page, changeCoach)
    const coach = await choose(page, dialog.getByLabel(say('coach'), { exact: true }))
    await press(page, dialog.getByRole('button', { name: say('save'), exact: true }))
    await expect(page.getByText(say('coachedBy', { name: coach }))).toBeVisible()
    await expect(changeCoach).toBeFocused()

    const add = button(page, say('addAffiliation'))
    await press(page, add)
    const federation = await choose(page, dialog.getByLabel(say('federation')))
    await press(page, dialog.getByRole('button', { name: say('save'), exact: true }))
    await expect(page.getByText(say('affiliationAdded'))).toBeVisible()
    await expect(add).toBeFocused()
    const end = button(page, say('endAffiliationOf', { name: federation }))
    await press(page, end)
    await expect(end).toHaveCount(0)
    await expect(page.getByRole('heading', { name: say('tab.history') })).toBeFocused()
  })

  await test.step('a person leaves: the next request is refused', async () => {
    await openTab(page, say('tab.people'))
    const remove = button(page, say('removeOne', { name: contributor.name }))
    await press(page, remove)
    await press(page, dialog.getByRole('button', { name: ui('cancel') }))
    await expect(remove).toBeFocused()
    await keyboard.press('Enter')
    await press(page, dialog.getByRole('button', { name: say('remove'), exact: true }))
    await expect(page.getByText(say('removed', { name: contributor.name }))).toBeVisible()
    await expect(remove).toHaveCount(0)
    await expect(page.getByRole('heading', { name: say('tab.people') })).toBeFocused()
    const left = await contributor.context.newPage()
    await left.goto('/app/fr')
    await expect(left.getByText(name)).toHaveCount(0)
  })
})

test('an evaluation pauses, resumes and stops; another partner refuses the enterprise, then accepts it', async ({
  browser,
}) => {
  const [{ context }, other] = await Promise.all([
    administratorOf(browser, 'atout-ei', 'Ursule'),
    administratorOf(browser, 'concertes', 'Lucienne'),
  ])
  const page = await context.newPage()
  const there = await other.context.newPage()
  const { keyboard } = page
  const { name } = newPerson('Verrerie')
  const id = await anEnterprise(context.request, name)
  await page.goto(`/admin/fr/enterprises/${id}`)
  await skipToContent(page)
  const dialog = page.getByRole('dialog')
  const more = button(page, say('more'))

  await test.step('start, pause, take that back, pause, resume', async () => {
    const start = button(page, say('start'))
    await press(page, start)
    await expect(dialog.getByRole('heading', { name: say('start') })).toBeFocused()
    await keyboard.press('Escape')
    await expect(start).toBeFocused()
    await keyboard.press('Enter')
    await press(page, dialog.getByRole('button', { name: say('start'), exact: true }))
    await expect(page.getByText(say('started'), { exact: true })).toBeVisible()
    const [pause, paused] = [button(page, say('pause')), page.getByText(say('paused'), { exact: true })]
    await expect(pause).toBeVisible()
    await expectFocusToStay(page)
    await press(page, pause)
    await expect(paused).toBeVisible()
    await expectFocusToStay(page)
    await keyboard.press('Control+z')
    await expect(page.getByText(ui('undo.done'))).toBeVisible()
    await press(page, pause)
    await expect(paused).toBeVisible()
    await press(page, button(page, say('resume')))
    await expect(pause).toBeVisible()
    await expectFocusToStay(page)
  })

  await test.step('stop, with the reason, and begin again', async () => {
    await goTo(page, more, { back: true })
    await fromMenu(page, more, say('stop'))
    const stop = dialog.getByRole('button', { name: say('stop') })
    await press(page, stop)
    // Without a reason one is led to the reasons.
    await expect(dialog.getByText(say('chooseReason'))).toBeVisible()
    await goTo(page, dialog.getByRole('radio').first(), { most: 0 })
    await keyboard.press('ArrowDown')
    await expect(dialog.getByLabel(say('stopReason.staff'))).toBeChecked()
    await press(page, stop)
    await expect(page.getByText(say('stoppedBecause', { reason: say('stopReason.staff') }))).toBeVisible()
    await expectFocusToStay(page)
    await press(page, button(page, say('resume')))
    await expect(button(page, say('pause'))).toBeVisible()
  })

  await test.step('offered to another partner: what was written is not lost by one Escape', async () => {
    const reason = dialog.getByLabel(say('transferReason'), { exact: true })
    await goTo(page, more, { back: true })
    await fromMenu(page, more, say('transfer'))
    await write(page, reason, 'Le siège')
    await keyboard.press('Escape')
    await expect(dialog.getByRole('alert').filter({ hasText: ui('unsaved') })).toBeVisible()
    await keyboard.type(' déménage.')
    await expect(reason).toHaveValue('Le siège déménage.')
    await keyboard.press('Escape')
    await keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await expect(more).toBeFocused()

    await fromMenu(page, more, say('transfer'))
    await choose(page, dialog.getByLabel(say('toPartner')), 'ConcertES')
    await write(page, reason, 'Le siège déménage.')
    await press(page, dialog.getByRole('button', { name: say('askTransfer') }))
    await expect(page.getByText(say('transferWaits', { partner: 'ConcertES' }))).toBeVisible()
    await expectFocusToStay(page)
  })

  await test.step('who refuses it; it stays with its own', async () => {
    await there.goto('/admin/fr')
    await skipToContent(there)
    await press(there, button(there, work('refuseOne', { name })))
    await press(there, there.getByRole('dialog').getByRole('button', { name: work('refuse'), exact: true }))
    await expect(there.getByText(work('refused', { name }))).toBeVisible()
    await expectFocusToStay(there)
    await page.reload()
    await expect(page.getByText(say('transferWaits', { partner: 'ConcertES' }))).toHaveCount(0)
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  })

  await test.step('offered again, and accepted without a coach yet', async () => {
    const offer = { enterpriseId: id, toPartnerCode: 'concertes', reason: 'Le siège a déménagé.' }
    expect((await must(context.request, 'Enterprise_RequestTransfer', offer)).requestTransfer.problem).toBeNull()
    await there.reload()
    await skipToContent(there)
    await press(there, button(there, work('acceptOne', { name })))
    await press(there, there.getByRole('dialog').getByRole('button', { name: work('accept'), exact: true }))
    await expect(there.getByText(work('accepted', { name }))).toBeVisible()
    await expectFocusToStay(there)
  })
})
