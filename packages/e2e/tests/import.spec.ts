import { readFileSync } from 'node:fs'
import { must } from '../support/api.ts'
import { choose, goTo, press, skipToContent } from '../support/keyboard.ts'
import { administratorOf } from '../support/people.ts'
import { say as words } from '../support/texts.ts'
import { expect, test } from '../support/test.ts'

const MESSY = `\uFEFFNaam;Land;KBO-nummer;Postcode;Gemeente;Website;Proefplatform;Opmerkingen
De Groene Vingers vzw;België;0403.170.701;9000;Gent;groenevingers.example;A;bellen
"De ""Kleine"" Werkplaats";BE;;8500;Kortrijk;;Onbekend platform;
;BE;;1000;Brussel;;;
Atelier aan de Vaart;Frankrijk;123;59000;Rijsel;geen adres;C;
Coöperatie Zon;;;9300;Aalst;;;
`

test('a messy file is tried, taken up without its faulty rows, and taken back, by keys alone', async ({ browser }) => {
  const { context } = await administratorOf(browser, '4werk', 'Griet')
  const page = await context.newPage()
  const say = words('imports', 'nl')
  const { keyboard } = page
  const button = (name: string | RegExp) => page.getByRole('main').getByRole('button', { name, exact: true })
  /** What the cohort holds under this name. */
  const found = async (name: string): Promise<number> => {
    const list = { filter: { text: name }, sort: 'NAME', descending: false, first: 5 }
    return (await must(context.request, 'Cohort_List', list)).cohort.totalCount
  }
  await page.goto('/admin/nl/imports')
  await skipToContent(page)

  // The key opens the system's own choice of files.
  const choice = page.waitForEvent('filechooser')
  await press(page, button(say('chooseFile')))
  await (await choice).setFiles({ name: 'ondernemingen.csv', mimeType: 'text/csv', buffer: Buffer.from(MESSY) })
  const title = page.getByRole('heading', { level: 1, name: 'ondernemingen.csv' })
  await expect(title).toBeFocused()

  // The headings were understood; the one that means nothing to us is left out; the cells are in sight.
  const meaning = (column: string) => page.getByLabel(say('meaningOf', { column }))
  await expect(meaning('Naam')).toHaveValue('name')
  await expect(meaning('KBO-nummer')).toHaveValue('identifier')
  await expect(meaning('Opmerkingen')).toHaveValue('')
  await expect(
    page
      .getByRole('cell', { name: 'Coöperatie Zon' })
      .or(page.getByText('Gent', { exact: true }))
      .first(),
  ).toBeVisible()
  // Without the name nothing can be tried.
  await goTo(page, meaning('Naam'))
  await keyboard.press('Home')
  await expect(meaning('Naam')).toHaveValue('')
  await expect(button(say('check'))).toBeDisabled()
  await choose(page, meaning('Naam'), say('field.name'))
  await choose(page, meaning('Opmerkingen'), say('field.description'))

  await press(page, button(say('check')))
  await expect(page.getByRole('heading', { name: say('tried') })).toBeFocused()
  await expect(page.getByText('2 nieuwe ondernemingen')).toBeVisible()
  await expect(page.getByText('3 rijen te verbeteren', { exact: true })).toBeVisible()
  const row = page.getByRole('row').filter({ hasText: 'Atelier aan de Vaart' })
  await expect(row).toContainText('KBO-nummer')
  await expect(row).toContainText(say('fault.notASiret'))
  await expect(row).toContainText('123')
  await expect(row).toContainText(say('fault.notAWebsite'))
  await expect(page.getByRole('row').filter({ hasText: '"Kleine"' })).toContainText(say('fault.unknownPlatform'))
  await expect(page.getByRole('row').filter({ hasText: say('nameless') })).toContainText(say('fault.required'))

  await press(page, button(say('kind.create', { count: 2 })), { key: 'Space' })
  await expect(page.getByRole('rowheader', { name: 'De Groene Vingers vzw' })).toBeVisible()
  await expect(row).toHaveCount(0)
  await goTo(page, button(say('kind.faulty', { count: 3 })), { back: true })
  await keyboard.press('Space')
  await expect(row).toBeVisible()
  await goTo(page, page.getByRole('link', { name: 'CSV' }))
  const [download] = await Promise.all([page.waitForEvent('download'), keyboard.press('Enter')])
  const faulty = readFileSync(await download.path(), 'utf8')
  expect(faulty).toContain('Atelier aan de Vaart')
  expect(faulty).toContain(say('fault.notASiret'))
  expect(faulty).not.toContain('Groene Vingers')

  // Back to the columns and to the result, each time to its beginning.
  await press(page, button(say('changeColumns')), { back: true })
  await expect(page.getByRole('heading', { name: say('columns') })).toBeFocused()
  await press(page, button(say('back')))
  await expect(page.getByRole('heading', { name: say('tried') })).toBeFocused()

  // Nothing is written before the word is given.
  expect(await found('Groene Vingers')).toBe(0)
  await press(page, button('2 ondernemingen importeren'))
  await expect(page.getByRole('status').filter({ hasText: '2 ondernemingen zijn geïmporteerd.' })).toBeFocused()
  expect(await found('Groene Vingers')).toBe(1)

  const undo = button(say('undo'))
  const dialog = page.getByRole('dialog')
  await press(page, undo)
  await expect(dialog).toContainText('2 ondernemingen')
  await keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(undo).toBeFocused()
  await keyboard.press('Enter')
  await press(page, dialog.getByRole('button', { name: say('undo') }))
  await expect(page.getByRole('status').filter({ hasText: say('undoneTitle') })).toBeFocused()
  expect(await found('Groene Vingers')).toBe(0)

  // The list of imports is one step back.
  await goTo(page, page.getByRole('main').getByRole('link', { name: say('title'), exact: true }), { back: true })
  await keyboard.press('Enter')
  await expect(page.getByRole('row').filter({ hasText: 'ondernemingen.csv' })).toContainText(say('state.undone'))
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
})

test('a file that is no table is refused with its reason', async ({ browser }) => {
  const { context } = await administratorOf(browser, '4werk', 'Tine')
  const page = await context.newPage()
  const say = words('imports', 'en')
  await page.goto('/admin/en/imports')
  const input = page.getByLabel(say('chooseFile')).and(page.locator('input'))
  await input.setInputFiles({ name: 'photo.png', mimeType: 'image/png', buffer: Buffer.from('not a table') })
  await expect(page.getByRole('alert')).toContainText(say('file.NOT_A_TABLE'))
  await input.setInputFiles({ name: 'empty.csv', mimeType: 'text/csv', buffer: Buffer.from('Name;City\n') })
  await expect(page.getByRole('alert')).toContainText(say('file.EMPTY'))
  await input.setInputFiles({ name: 'old.xlsx', mimeType: '', buffer: Buffer.from('d0cf11e0a1b11ae1', 'hex') })
  await expect(page.getByRole('alert')).toContainText(say('file.OLD_WORKBOOK'))
})
