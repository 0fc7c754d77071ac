import type { Locator, Page } from '@playwright/test'
import { anEvaluation, fillInSheet } from '../support/evaluations.ts'
import { choose, expectFocusIn, pick, press, write } from '../support/keyboard.ts'
import { browserOf, demo } from '../support/people.ts'
import { say as words } from '../support/texts.ts'
import { expect, test } from '../support/test.ts'

// What an enterprise agrees on and shows to others, without a mouse.
test.describe.configure({ mode: 'serial' })

const evaluation = words('evaluation', 'en')
const ui = words('ui', 'en')

const WHY = evaluation('gate.why', { criterion: 'The days available are stated' })
let made: Awaited<ReturnType<typeof anEvaluation>>
let question: string
test.beforeAll(async ({ browser }) => {
  made = await anEvaluation(browser, 'atout-ei', 'light')
  question = `To what extent does ${made.name} change how people ask for help in 2018?`
  await fillInSheet(made, question)
})

const button = (within: Page | Locator, name: string) => within.getByRole('button', { name, exact: true })
const field = (within: Page | Locator, label: string) => within.getByLabel(label, { exact: true })

test('the first gate: asked for with an exception, sent back with a remark, asked for again and co-signed', async () => {
  const page = await made.manager.context.newPage()
  const coach = await made.coach.context.newPage()
  const record = (of: Page) => of.getByRole('region', { name: evaluation('gate.record') })

  await test.step('the manager reads what is missing and asks all the same', async () => {
    await page.goto('/app/en/journey')
    await press(page, page.getByRole('link', { name: /^G1 / }))
    await expect(page.getByText(question)).toBeVisible()
    await press(page, page.getByRole('link', { name: 'Days available' }))
    await expect(field(page, 'Days available')).toBeFocused()
    await page.goBack()
    await pick(page, page.getByRole('radio', { name: /^Go on with remarks/ }))
    await press(page, button(page, evaluation('gate.sign')))
    // Asked for without a reason: the keyboard is where one is missing.
    await expect(page.getByLabel(WHY)).toBeFocused()
    await page.keyboard.insertText('The board counts the days in March.')
    await write(page, page.getByRole('textbox', { name: evaluation('gate.remarks') }), 'Two teams take part.')
    await press(page, button(page, evaluation('gate.sign')))
    await expect(record(page)).toContainText(evaluation('gate.waiting'))
    await expectFocusIn(page, record(page).getByRole('heading'))
  })

  await test.step('it is taken back and asked for again', async () => {
    await press(page, button(page, evaluation('gate.withdraw')))
    await expectFocusIn(page, page.getByRole('region', { name: evaluation('gate.ask') }))
    await write(page, page.getByLabel(WHY), 'The board counts the days in March.')
    await press(page, button(page, evaluation('gate.sign')))
    await expectFocusIn(page, record(page))
  })

  await test.step('the coach finds it among the work that waits, and sends it back', async () => {
    await coach.goto('/admin/en/')
    await press(coach, coach.getByRole('main').getByRole('link', { name: made.name, exact: true }).first())
    await expect(coach.getByText(question)).toBeVisible()
    await write(coach, field(coach, evaluation('gate.returnReason')), 'Whom did you ask?')
    await press(coach, button(coach, evaluation('gate.return')))
    await expect(record(coach)).toContainText('Whom did you ask?')
    await expectFocusIn(coach, record(coach))
  })

  await test.step('the manager reads the remark and signs again', async () => {
    await page.reload()
    await expect(record(page)).toContainText('Whom did you ask?')
    await write(page, page.getByLabel(WHY), 'The board counts the days in March.')
    await press(page, button(page, evaluation('gate.sign')))
    await expect(record(page)).toContainText(evaluation('gate.waiting'))
    await expectFocusIn(page, record(page))
  })

  await test.step('the coach co-signs', async () => {
    await coach.reload()
    await press(coach, button(coach, evaluation('gate.cosign')))
    await expect(coach.getByText(evaluation('gateState.agreed'), { exact: true })).toBeVisible()
    await expectFocusIn(coach, record(coach))
  })
})

test('sharing: the exact preview, the choice, and another federation that reads it until it is taken back', async ({
  browser,
}) => {
  const page = await made.manager.context.newPage()
  const questions = words('shared-questions', 'en')
  const level = (name: string) => page.getByRole('radio', { name: new RegExp(`^${evaluation(name)}`) })
  const preview = page.getByRole('region', { name: evaluation('sharing.preview') })
  const save = button(page, evaluation('sharing.save'))
  await page.goto('/app/en/sharing')

  await test.step('the enterprise chooses what it has seen', async () => {
    await pick(page, level('sharing.crossBorder'))
    await expect(preview).toContainText(question)
    await press(page, save)
    await expect(
      page.getByText(evaluation('sharing.saved', { level: evaluation('sharing.crossBorder') })),
    ).toBeVisible()
    await expect(level('sharing.crossBorder')).toBeFocused()
  })

  const other = await (await browserOf(browser, demo('admin.cress'))).newPage()
  await test.step('another federation narrows the shared questions and reads it', async () => {
    await other.goto('/admin/en/compare/questions')
    await write(other, other.getByRole('searchbox'), made.name)
    await expect(other).toHaveURL(/text=/)
    // What is shared arrives a moment later.
    await expect(async () => {
      await other.reload()
      await expect(other.getByText(question)).toBeVisible({ timeout: 1_500 })
    }).toPass()
    await choose(other, other.getByLabel(questions('territory'), { exact: true }), questions('territory.FR'))
    await expect(other.getByText(questions('noneTitle'))).toBeVisible()
    await press(other, button(other, questions('clear')))
    await expect(button(other, questions('clear'))).toHaveCount(0)
    await expectFocusIn(other, other.getByRole('search'))
  })

  await test.step('it is taken back: at once for the enterprise, then for the others', async () => {
    await pick(page, level('sharing.private'), { back: true })
    await expect(preview).toContainText(evaluation('sharing.nothingPrivate'))
    await press(page, save)
    await expect(page.getByText(evaluation('sharing.saved', { level: evaluation('sharing.private') }))).toBeVisible()
    await expect(level('sharing.private')).toBeFocused()
    await page.keyboard.press('ControlOrMeta+z')
    await expect(level('sharing.crossBorder')).toBeChecked()
    await expect(page.getByText(ui('undo.done'))).toBeVisible()
    await expectFocusIn(page, page.getByRole('group', { name: evaluation('sharing.level') }))
    await pick(page, level('sharing.private'))
    await press(page, save)
    await expect(level('sharing.private')).toBeFocused()
    await expect(async () => {
      await other.goto(`/admin/en/compare/questions?text=${encodeURIComponent(made.name)}`)
      await expect(other.getByText(questions('noneTitle'))).toBeVisible({ timeout: 1_500 })
    }).toPass()
  })
})
