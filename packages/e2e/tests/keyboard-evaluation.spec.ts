import type { Locator, Page } from '@playwright/test'
import { anEvaluation } from '../support/evaluations.ts'
import { expectFocusIn, goTo, pick, press, write } from '../support/keyboard.ts'
import { say as words } from '../support/texts.ts'
import { expect, test } from '../support/test.ts'

// One evaluation, written in without a mouse.
test.describe.configure({ mode: 'serial' })

const evaluation = words('evaluation', 'en')
const ui = words('ui', 'en')
const QUESTION = 'To what extent, and for whom, does the first year in the workshop change how people ask for help?'

let made: Awaited<ReturnType<typeof anEvaluation>>
test.beforeAll(async ({ browser }) => {
  made = await anEvaluation(browser, 'atout-ei', 'full')
})

const button = (within: Page | Locator, name: string) => within.getByRole('button', { name, exact: true })
const field = (within: Page | Locator, label: string) => within.getByLabel(label, { exact: true })

test('the question sheet: candidates, checklist, choice, frame and sub-questions', async () => {
  const page = await made.manager.context.newPage()
  const { keyboard } = page
  await page.goto('/app/en/question')
  const candidates = page.getByRole('region', { name: 'Candidate questions' })
  const candidate = (n: number) => candidates.locator('ol > li').nth(n - 1)

  await test.step('two candidates, with their example, their hints and the help of the checklist', async () => {
    await press(page, button(page, evaluation('sheet.firstCandidate')))
    await expect(field(candidate(1), 'The question')).toBeFocused()
    await keyboard.insertText(QUESTION)
    await press(page, candidate(1).getByRole('checkbox').first(), { key: 'Space' })
    await expect(candidate(1).getByRole('checkbox').first()).toBeChecked()
    await press(page, candidate(1).locator('fieldset summary').first())
    await expect(candidate(1).getByText(evaluation('sheet.weak')).first()).toBeVisible()

    await press(page, button(page, evaluation('sheet.addCandidate')))
    await expect(field(candidate(2), 'The question')).toBeFocused()
    await keyboard.insertText('Is our workshop useful?')
    await expect(candidate(2).getByText(evaluation('hint.yesOrNo'))).toBeVisible()
    await write(page, field(candidate(2), 'If not chosen: why not'), 'It can be answered by yes or no.')
  })

  await test.step('a third one, removed and taken back', async () => {
    await press(page, button(page, evaluation('sheet.addCandidate')))
    await keyboard.insertText('Too much?')
    await press(page, button(page, evaluation('sheet.removeCandidate', { n: 3 })))
    await expect(candidates.locator('ol > li')).toHaveCount(2)
    await expect(candidate(2).getByRole('heading')).toBeFocused()
    await keyboard.press('ControlOrMeta+z')
    await expect(field(candidate(3), 'The question')).toHaveValue('Too much?')
    await press(page, button(page, evaluation('sheet.removeCandidate', { n: 3 })))
    await expect(candidates.locator('ol > li')).toHaveCount(2)
  })

  await test.step('the choice, its reason and its frame', async () => {
    await press(page, button(page, evaluation('sheet.choose', { n: 1 })), { back: true })
    await expectFocusIn(page, candidate(1).getByRole('heading'))
    await expect(candidate(1).getByRole('heading')).toContainText(evaluation('sheet.isChosen'))
    const chosen = field(page, 'Our evaluation question')
    await goTo(page, chosen)
    await expect(chosen).toHaveValue(QUESTION)
    const example = page.locator('summary').filter({ hasText: evaluation('example') })
    await press(page, example.first())
    await expect(page.getByText(/^Three groups out of four put it first, and/)).toBeVisible()
    await write(page, field(page, 'Why this one'), 'Three groups out of four put it first.')
    const kinds = page.getByRole('group', { name: 'Type of question' })
    await pick(page, kinds.getByRole('radio').nth(1))
    await press(page, button(page, evaluation('clearChoice')))
    await expectFocusIn(page, kinds)
    await expect(kinds.getByRole('radio', { checked: true })).toHaveCount(0)
    await pick(page, kinds.getByRole('radio').nth(2))
    await press(page, page.getByRole('group', { name: 'Purposes' }).getByRole('checkbox').first(), { key: 'Space' })
    await write(page, field(page, 'What the answer will help decide'), 'In March the board keeps the pairs, or not.')
    await write(page, field(page, 'Whom the answer is for'), 'The board, then the teams.')
    await write(page, field(page, 'Scope'), 'People who arrived between September 2017 and June 2018.')
    await goTo(page, field(page, 'Days available'))
    await keyboard.type('12')
    const domains = page.getByRole('group', { name: 'Domains concerned' })
    await press(page, domains.getByRole('checkbox').nth(1), { key: 'Space' })
  })

  await test.step('four sub-questions, put in order; one removed and taken back', async () => {
    const list = page.getByRole('group', { name: 'Sub-questions' })
    const texts = field(list, 'Sub-question')
    for (let n = 0; n < 4; n++) {
      await press(page, button(list, evaluation('addItem')))
      await expect(texts.nth(n)).toBeFocused()
      await keyboard.insertText(`Sub ${n + 1}`)
    }
    // The fourth is the last: nothing is left to add, and the keyboard is in its text.
    await expect(button(list, evaluation('addItem'))).toHaveCount(0)
    const all = () =>
      texts.evaluateAll((areas) => areas.map((one) => (one as HTMLTextAreaElement).value.at(-1)).join(''))
    await press(page, button(list, evaluation('moveUp', { n: 2 })), { back: true })
    await expect.poll(all).toBe('2134')
    // It went to the top, from where it can only go down again.
    await expect(button(list, evaluation('moveDown', { n: 1 }))).toBeFocused()
    await keyboard.press('Enter')
    await expect.poll(all).toBe('1234')
    await expect(button(list, evaluation('moveDown', { n: 2 }))).toBeFocused()

    await press(page, button(list, evaluation('removeItem', { n: 2 })))
    await expect.poll(all).toBe('134')
    await expect(list.getByRole('listitem').nth(1)).toBeFocused()
    await press(page, button(page, ui('undo.undo')))
    await expect(page.getByText(ui('undo.done'))).toBeVisible()
    await expect.poll(all).toBe('1234')
    // What tells of it is closed from where the keyboard is, and gives it back.
    await expect(button(page, ui('close'))).toBeFocused()
    await keyboard.press('Enter')
    await expect(page.getByText(ui('undo.done'))).toBeHidden()
    await expectFocusIn(page, page.locator('main'))
  })

  await test.step('it is finished, and all of it is kept', async () => {
    await write(page, field(page, 'Stakeholders consulted outside management'), 'Four people, over lunch.')
    await expect(page.getByText(/^Saved at/)).toBeVisible()
    const step = page.url()
    await press(page, button(page, evaluation('finish')))
    await expect(page).not.toHaveURL(step)
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
    await page.goto(step)
    await expect(field(page, 'Days available')).toHaveValue('12')
    await expect(field(candidate(2), 'If not chosen: why not')).toHaveValue('It can be answered by yes or no.')
    await expect(field(page, 'Sub-question')).toHaveCount(4)
    await expect(field(page, 'Stakeholders consulted outside management')).toHaveValue('Four people, over lunch.')
  })
})

test('a step: guidance, two texts for one field, a word with the coach, left out with a reason', async () => {
  const page = await made.manager.context.newPage()
  const { keyboard } = page
  const coach = await made.coach.context.newPage()
  const comments = (of: Page) => of.getByRole('region', { name: evaluation('comments') })
  const comment = (of: Page, text: string) => comments(of).getByRole('listitem').filter({ hasText: text })

  await test.step('the coach writes on the step', async () => {
    await coach.goto(`/admin/en/enterprises/${made.enterpriseId}/evaluation/steps/1.0`)
    await write(coach, field(coach, evaluation('newComment')), 'Who else could carry this with you?')
    await press(coach, button(coach, evaluation('sendComment')))
    await expect(comment(coach, 'Who else could carry this')).toBeVisible()
    await expect(button(coach, evaluation('sendComment'))).toBeFocused()
  })

  await page.goto('/app/en/journey/1.0')
  await test.step('the guidance closes and opens', async () => {
    const why = page.getByText(evaluation('guidance'), { exact: true })
    await press(page, why)
    await expect(page.getByText(/^Plan a meeting of an hour and a half/)).toBeHidden()
    await keyboard.press('Enter')
    await expect(page.getByText(/^Plan a meeting of an hour and a half/)).toBeVisible()
  })

  await test.step('two texts for one field: both are kept', async () => {
    const motives = field(page, 'What brings us here')
    await goTo(page, motives)
    await made.answer(made.manager, '1.0', 'motives', 'The team has doubled.')
    await keyboard.insertText('The town asks for it.')
    await press(page, button(page, ui('save.resolve')), { back: true })
    // It leads to the two texts, not yet to a decision.
    await expectFocusIn(page, page.getByRole('alert').locator('..'))
    await press(page, button(page, evaluation('conflict.keepBoth')))
    await expect(motives).toBeFocused()
    await expect(motives).toHaveValue('The team has doubled.\n\nThe town asks for it.')
    await expect(page.getByText(/^Saved at/)).toBeVisible()
  })

  await test.step('a day is written digit by digit', async () => {
    const day = field(page, 'Date you would like to finish')
    await goTo(page, day)
    await keyboard.type('12312027')
    await expect(day).toHaveValue('2027-12-31')
  })

  await test.step('an answer to the coach; a slip is withdrawn; the question is settled', async () => {
    await write(page, field(page, evaluation('newComment')), 'Karim, from the workshop.')
    await press(page, button(page, evaluation('sendComment')))
    await expect(comment(page, 'Karim')).toBeVisible()
    await write(page, field(page, evaluation('newComment')), 'A slip', { back: true })
    await press(page, button(page, evaluation('sendComment')))
    await press(page, button(comment(page, 'A slip'), evaluation('withdrawComment')), { back: true })
    await expect(comment(page, 'A slip')).toHaveCount(0)
    await expectFocusIn(page, comments(page))
    await press(page, button(comment(page, 'Who else'), evaluation('resolveComment')), { back: true })
    await expect(comment(page, 'Who else')).toContainText(evaluation('resolved'))
    await expect(button(comment(page, 'Who else'), evaluation('reopenComment'))).toBeFocused()
    await expect(page.getByRole('region', { name: evaluation('history') })).toContainText('What brings us here')
  })

  await test.step('left out: the reason is not lost by a slip', async () => {
    await page.goto('/app/en/journey/1.1')
    const skip = button(page, evaluation('skip'))
    const dialog = page.getByRole('dialog')
    const reason = field(dialog, evaluation('skipReason'))
    await press(page, skip)
    await expectFocusIn(page, dialog)
    await keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await expect(skip).toBeFocused()

    await keyboard.press('Enter')
    await write(page, reason, 'We told our story last year.')
    await keyboard.press('Escape')
    await expect(dialog.getByText(ui('unsaved'))).toBeVisible()
    await expect(reason).toBeFocused()
    await expect(reason).toHaveValue('We told our story last year.')
    // In a window the focus goes round inside it.
    await press(page, button(dialog, evaluation('cancel')))
    await press(page, skip)
    await write(page, reason, 'We told our story last year.')
    await press(page, button(dialog, evaluation('skip')))
    await expect(dialog).toBeHidden()
    await expect(page.getByText('We told our story last year.').first()).toBeVisible()
    await expect(page.getByRole('link', { name: new RegExp(`^${evaluation('goOn', { step: '' })}`) })).toBeFocused()
    await press(page, button(page, evaluation('reopen')), { back: true })
    await expect(button(page, evaluation('finish'))).toBeFocused()
  })
})
