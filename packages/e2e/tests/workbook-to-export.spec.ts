import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { APIRequestContext, Page } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'
import { aManager, anOpenLink } from '../support/questionnaires.ts'
import { say as words } from '../support/texts.ts'
import { expect, test } from '../support/test.ts'

const list = words('questionnaires', 'fr', 'client')
const design = words('questionnaire', 'fr', 'client')
const results = words('results/figures', 'fr', 'client')
const respondents = words('q', 'nl', 'client')
const STORY = 'De dag dat de machine stilviel; "even" dan.'

/** A questionnaire as a federation has it lying about: a workbook in one language. */
async function aWorkbook(): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  const label = 'label::Français (fr)'
  book.addWorksheet('survey').addRows([
    ['type', 'name', label, 'required', 'constraint'],
    ['select_one since', 'since', 'Depuis quand venez-vous ?', 'yes', ''],
    ['integer', 'hours', 'Combien d’heures par semaine ?', '', '. >= 0 and . <= 80'],
    ['text', 'story', 'Racontez un moment.', '', ''],
  ])
  book.addWorksheet('choices').addRows([
    ['list_name', 'name', label],
    ['since', 'short', 'Moins d’un an'],
    ['since', 'long', 'Plus d’un an'],
  ])
  book.addWorksheet('settings').addRows([
    ['form_title', 'default_language'],
    ['Votre atelier', 'Français (fr)'],
  ])
  return Buffer.from(await book.xlsx.writeBuffer())
}

/** Answers through the link without the page: four people more, so that results may be shown. */
async function answerAlso(request: APIRequestContext, token: string, answers: object): Promise<void> {
  const open = (await (await request.post('/api/q/open', { data: { token } })).json()) as { version: number }
  const data = { token, id: randomUUID(), version: open.version, language: 'fr', answers }
  const answer = await request.post('/api/q/submit', { data })
  expect(await answer.json()).toEqual({ accepted: true })
}

const goOn = (page: Page) => page.locator('form button[type=submit]').click()

test('a workbook is taken in, translated, published, answered offline in Dutch, counted, and taken away', async ({
  browser,
}) => {
  test.setTimeout(150_000)
  const manager = await aManager(browser, 'Classeur')
  const page = await manager.context.newPage()
  const { request } = manager.context

  await test.step('the workbook', async () => {
    await page.goto('/app/fr/questionnaires/new')
    await page.locator('input[type=file]').setInputFiles({
      name: 'atelier.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: await aWorkbook(),
    })
    await page.getByRole('link', { name: list('workbook.open') }).click()
    await expect(page).toHaveURL(/\/questionnaires\/[0-9a-f-]+\/edit/)
  })
  const questionnaireId = new URL(page.url()).pathname.split('/')[4]!

  await test.step('Dutch beside French', async () => {
    await page.goto(`/app/fr/questionnaires/${questionnaireId}/translate`)
    await page.getByRole('button', { name: design('languages.open'), exact: true }).click()
    await page.getByLabel(design('languages.add')).selectOption('nl')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    const texts = page.locator('[data-path] textarea')
    await expect(texts.first()).toBeVisible()
    for (let at = 0; at < (await texts.count()); at++) await texts.nth(at).fill(`Nederlands ${at}`)
    await expect(page.getByText(design('translate.is.missing'), { exact: true })).toHaveCount(0)
  })

  await test.step('the version that stands', async () => {
    await page.goto(`/app/fr/questionnaires/${questionnaireId}/versions`)
    await page.getByRole('button', { name: design('publish.open') }).click()
    await page.getByRole('button', { name: design('publish.publish', { number: 1 }) }).click()
    await expect(page.getByText(design('publish.done', { number: 1 }))).toBeVisible()
  })
  const { path, token, waveId } = await anOpenLink(request, questionnaireId)

  await test.step('an answer in Dutch on a phone without a connection', async () => {
    const phone = await browser.newContext({
      baseURL: process.env.VISES_E2E_URL,
      locale: 'nl-BE',
      viewport: { width: 390, height: 844 },
      hasTouch: true,
    })
    const respondent = await phone.newPage()
    const title = respondent.getByRole('heading', { level: 1 })
    await respondent.goto(path)
    await expect(title).toHaveText('Nederlands 0')
    await phone.setOffline(true)
    await respondent.getByRole('button', { name: respondents('start.go'), exact: true }).click()
    await respondent.getByRole('radio').first().check()
    await goOn(respondent)
    await respondent.getByRole('spinbutton').or(respondent.getByRole('textbox')).fill('12')
    await goOn(respondent)
    await respondent.getByRole('textbox').fill(STORY)
    await goOn(respondent)
    await respondent.getByRole('button', { name: respondents('send'), exact: true }).click()
    await expect(title).toHaveText(respondents('waiting.title'))
    await phone.setOffline(false)
    await expect(title).toHaveText(respondents('thanks.title'), { timeout: 20_000 })
    await phone.close()
  })

  await test.step('counted, once five have answered', async () => {
    await page.goto(`/app/fr/results/${waveId}`)
    await expect(page.getByText(results('notYetText'))).toBeVisible()
    for (const hours of [5, 8, 20, 30]) await answerAlso(request, token, { since: 'short', hours, story: '=1+1' })
    await page.reload()
    await expect(page.getByText('n = 5').first()).toBeVisible()
  })

  await test.step('taken away, and read with another library', async () => {
    await page.getByRole('button', { name: results('export.start'), exact: true }).click()
    const link = page.getByRole('link', { name: /Télécharger/ })
    await expect(link).toBeVisible({ timeout: 30_000 })
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
    const text = readFileSync(await download.path(), 'utf8')
    const rows = parse(text, { bom: true, columns: true, delimiter: [',', ';'] }) as Record<string, string>[]
    expect(rows).toHaveLength(5)
    const cells = rows.flatMap((row) => Object.values(row))
    expect(cells).toContain(STORY)
    expect(cells).toContain('12')
    // What a spreadsheet would run is text.
    expect(cells.filter((cell) => cell.startsWith('='))).toEqual([])
  })
})
