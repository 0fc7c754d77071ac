import type { Browser, Page } from '@playwright/test'
import { administratorOf, anEnterprise, joined, newPerson } from '../support/people.ts'
import { say as words } from '../support/texts.ts'
import { expect, test } from '../support/test.ts'

const list = words('questionnaires', 'fr', 'client')
const editor = words('questionnaire', 'fr', 'client')
const ui = words('ui', 'fr')

/** A manager of a new enterprise, who has no questionnaire yet. */
async function aManager(browser: Browser): Promise<Page> {
  const admin = await administratorOf(browser, 'uriopss', 'Berthe')
  const enterpriseId = await anEnterprise(admin.context.request, newPerson('Ludothèque').name)
  const { context } = await joined(browser, admin.context.request, 'manager', 'Rosine', enterpriseId)
  return context.newPage()
}

const rowOf = (page: Page, label: string) => page.getByRole('treeitem', { name: new RegExp(label) })
const saved = (page: Page) => expect(page.getByText(/^Enregistré à/)).toBeVisible()
const toPage = (page: Page, name: string) =>
  page
    .getByRole('navigation', { name: editor('page.label') })
    .getByRole('link', { name: editor(`page.${name}`) })
    .click()

test('a worked questionnaire is made one’s own by keyboard, translated, and published with a reason', async ({
  browser,
}) => {
  const page = await aManager(browser)
  const { keyboard } = page
  await page.goto('/app/fr/questionnaires')
  await expect(page.getByText(list('none'))).toBeVisible()
  await page.getByRole('button', { name: list('useOf', { title: 'La crèche, vos horaires et vous' }) }).click()
  await page.waitForURL(/\/edit$/)

  // A question below the one in hand: its kind, its words, its answers, all by keys.
  await rowOf(page, 'Sans ces horaires').click()
  await rowOf(page, 'Sans ces horaires').focus()
  await keyboard.press('Alt+Enter')
  const chooser = page.getByRole('dialog', { name: editor('tree.addTitle') })
  await expect(chooser.getByRole('button', { name: editor('kind.single') })).toBeFocused()
  await keyboard.press('ArrowRight')
  await keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: editor('item.label'), exact: true })).toBeFocused()
  await keyboard.type('Qui vous a aidé ?')
  const answer = (n: number) =>
    page.getByRole('textbox', { name: editor('choices.one', { one: editor('answers.one'), n }) })
  await answer(1).focus()
  await keyboard.type('Ma famille')
  await keyboard.press('Enter')
  await expect(answer(2)).toBeFocused()
  await keyboard.type('Mes voisins')
  await keyboard.press('Enter')
  await expect(answer(3)).toBeFocused()
  await keyboard.type('Personne')

  // Shown on a condition that is chosen from lists, and stands as an expression.
  const add = page.getByRole('button', { name: editor('logic.add') })
  const value = page.getByLabel(editor('logic.value', { number: 1 }))
  await add.click()
  await value.selectOption({ label: 'Fait garder par des proches' })
  // It goes and comes back in sight; a row that says nothing yet is no step between.
  await value.press('Control+z')
  await expect(value).toHaveCount(0)
  await expect(add).toBeFocused()
  await keyboard.press('Enter')
  await expect(value).toHaveValue('')
  await add.press('Control+Shift+z')
  await expect(value).not.toHaveValue('')
  await page.getByRole('button', { name: editor('logic.asText') }).click()
  await expect(page.getByRole('textbox', { name: editor('logic.expression') })).toHaveValue(/^\$\{\w+\} = '\w+'$/)

  // Moved, taken away and brought back without a mouse.
  const added = rowOf(page, 'Qui vous a aidé')
  await added.focus()
  const place = await added.getAttribute('aria-posinset')
  await keyboard.press('Alt+ArrowDown')
  await expect(added).toHaveAttribute('aria-posinset', String(Number(place) + 1))
  await keyboard.press('Control+z')
  await expect(added).toHaveAttribute('aria-posinset', place!)
  await added.focus()
  await keyboard.press('Delete')
  await expect(added).toHaveCount(0)
  await page.getByRole('button', { name: ui('undo.undo'), exact: true }).click()
  await expect(added).toBeVisible()
  await saved(page)
  await page.reload()
  await expect(added).toHaveAccessibleName(new RegExp(editor('tree.conditional')))

  // The preview is the page that people will answer on.
  await added.click()
  await expect(page.frameLocator('iframe').getByText('Qui vous a aidé ?').first()).toBeVisible()

  // Dutch is completed; English stays behind.
  await toPage(page, 'translate')
  await page.getByRole('button', { name: editor('translate.missing', { count: 4 }) }).click()
  await page.getByRole('button', { name: editor('translate.next') }).click()
  for (const text of ['Wie heeft u geholpen?', 'Mijn familie', 'Mijn buren', 'Niemand']) {
    await keyboard.type(text)
    await keyboard.press('Control+Enter')
  }
  await expect(page.getByRole('button', { name: editor('translate.missing', { count: 0 }) })).toBeVisible()
  await saved(page)

  await page.getByRole('link', { name: editor('publish.open') }).click()
  const dialog = page.getByRole('dialog', { name: editor('publish.title', { number: 1 }) })
  const publish = dialog.getByRole('button', { name: editor('publish.publish', { number: 1 }) })
  await publish.click()
  await expect(dialog.getByText(editor('publish.waiverNeeded'))).toHaveCount(1)
  await dialog
    .getByLabel(editor('publish.waiver', { language: 'anglais' }))
    .fill('Le groupe anglophone commence en janvier.')
  await publish.click()
  await expect(page.getByText(editor('publish.done', { number: 1 }))).toBeVisible()
  await expect(page.getByText('Le groupe anglophone commence en janvier.')).toBeVisible()

  // What would be lost is said, and has to be typed.
  await toPage(page, 'edit')
  await rowOf(page, 'Qui vous a aidé').focus()
  await keyboard.press('Delete')
  await saved(page)
  await page.getByRole('link', { name: editor('publish.open') }).click()
  const second = page.getByRole('dialog', { name: editor('publish.title', { number: 2 }) })
  await expect(second.getByRole('region', { name: editor('changeClass.losesData') })).toContainText('Qui vous a aidé ?')
  await second.getByRole('button', { name: editor('publish.publish', { number: 2 }) }).click()
  await expect(second.getByText(editor('publish.confirmNeeded'))).toBeVisible()
  await second.getByLabel(/^Pour confirmer/).fill('La crèche, vos horaires et vous')
  await second.getByRole('button', { name: editor('publish.publish', { number: 2 }) }).click()
  await expect(page.getByText(editor('publish.done', { number: 2 }))).toBeVisible()
})

test('a file becomes a questionnaire, another is refused with its reason; an archived one comes back', async ({
  browser,
}) => {
  const page = await aManager(browser)
  await page.goto('/app/fr/questionnaires/new')
  const input = page.getByLabel(list('workbook.choose')).and(page.locator('input'))
  await input.setInputFiles({ name: 'photo.png', mimeType: 'image/png', buffer: Buffer.from('not a workbook') })
  const wrong = { name: 'photo.png', types: '.xlsx ou .json' }
  await expect(page.getByRole('alert')).toHaveText(words('files', 'fr', 'client')('wrongType', wrong))
  await input.setInputFiles({ name: 'photo.xlsx', mimeType: '', buffer: Buffer.from('not a workbook') })
  await expect(page.getByRole('alert')).toContainText(list('file.NOT_A_TABLE'))

  const questionnaire = {
    title: { fr: 'Votre avis' },
    baseLanguage: 'fr',
    languages: ['fr'],
    choiceLists: {},
    items: [{ key: 'mood', kind: 'scale', label: { fr: 'Comment allez-vous ?' } }],
  }
  const buffer = Buffer.from(JSON.stringify(questionnaire))
  await input.setInputFiles({ name: 'avis.json', mimeType: 'application/json', buffer })
  await page.getByRole('link', { name: list('workbook.open') }).click()
  await expect(rowOf(page, 'Comment allez-vous')).toBeVisible()

  await page.goto('/app/fr/questionnaires')
  const row = page.getByRole('link', { name: 'Votre avis', exact: true })
  await page.getByRole('button', { name: list('archiveOf', { title: 'Votre avis' }) }).click()
  await expect(row).toHaveCount(0)
  await page.getByRole('button', { name: ui('undo.undo'), exact: true }).click()
  await expect(row).toBeVisible()
})
