import { readFileSync } from 'node:fs'
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

test('a messy file is tried, taken up without its faulty rows, and taken back', async ({ browser }) => {
  const { context } = await administratorOf(browser, '4werk', 'Griet')
  const page = await context.newPage()
  const say = words('imports', 'nl')
  await page.goto('/admin/nl/imports')

  await page
    .getByLabel(say('chooseFile'))
    .and(page.locator('input'))
    .setInputFiles({
      name: 'ondernemingen.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(MESSY),
    })
  await expect(page.getByRole('heading', { level: 1, name: 'ondernemingen.csv' })).toBeVisible()

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
  await meaning('Naam').selectOption('')
  await expect(page.getByRole('button', { name: say('check') })).toBeDisabled()
  await meaning('Naam').selectOption('name')

  await page.getByRole('button', { name: say('check') }).click()
  await expect(page.getByRole('heading', { name: say('tried') })).toBeVisible()
  await expect(page.getByText('2 nieuwe ondernemingen')).toBeVisible()
  await expect(page.getByText('3 rijen te verbeteren', { exact: true })).toBeVisible()
  const row = page.getByRole('row').filter({ hasText: 'Atelier aan de Vaart' })
  await expect(row).toContainText('KBO-nummer')
  await expect(row).toContainText(say('fault.notASiret'))
  await expect(row).toContainText('123')
  await expect(row).toContainText(say('fault.notAWebsite'))
  await expect(page.getByRole('row').filter({ hasText: '"Kleine"' })).toContainText(say('fault.unknownPlatform'))
  await expect(page.getByRole('row').filter({ hasText: say('nameless') })).toContainText(say('fault.required'))

  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'CSV' }).click()])
  const faulty = readFileSync(await download.path(), 'utf8')
  expect(faulty).toContain('Atelier aan de Vaart')
  expect(faulty).toContain(say('fault.notASiret'))
  expect(faulty).not.toContain('Groene Vingers')

  // Nothing is written before the word is given.
  const cohort = await context.newPage()
  await cohort.goto('/admin/nl/cohort?text=Groene+Vingers')
  await expect(cohort.getByText(words('cohort', 'nl')('noneFound'))).toBeVisible()

  await page.getByRole('button', { name: '2 ondernemingen importeren' }).click()
  await expect(page.getByText('2 ondernemingen zijn geïmporteerd.')).toBeVisible()
  await cohort.reload()
  await expect(cohort.getByRole('link', { name: 'De Groene Vingers vzw' })).toBeVisible()

  await page.getByRole('button', { name: say('undo') }).click()
  await expect(page.getByRole('dialog')).toContainText('2 ondernemingen')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('undo') })
    .click()
  await expect(page.getByText(say('undoneTitle'))).toBeVisible()
  await cohort.reload()
  await expect(cohort.getByText(words('cohort', 'nl')('noneFound'))).toBeVisible()

  // A file with the same headings gets the same choice.
  await page.goto('/admin/nl/imports')
  await expect(page.getByRole('row').filter({ hasText: 'ondernemingen.csv' })).toContainText(say('state.undone'))
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
