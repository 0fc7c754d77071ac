import type { Page } from '@playwright/test'
import { goTo } from '../support/keyboard.ts'
import { aPicture } from '../support/picture.ts'
import { aManager, anOpenLink } from '../support/questionnaires.ts'
import { say as words } from '../support/texts.ts'
import { expect, test } from '../support/test.ts'

const list = words('questionnaires', 'fr', 'client')
const editor = words('questionnaire', 'fr', 'client')
const q = words('q', 'fr', 'client')

/** Two seconds of silence. */
function aSound(): Buffer {
  const head = Buffer.from(
    'RIFF\0\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x40\x1f\0\0\x01\0\x08\0data\0\0\0\0',
    'latin1',
  )
  head.writeUInt32LE(36 + 16_000, 4)
  head.writeUInt32LE(16_000, 40)
  return Buffer.concat([head, Buffer.alloc(16_000, 0x80)])
}

const GARDEN = {
  title: { fr: 'Le jardin partagé' },
  baseLanguage: 'fr',
  languages: ['fr'],
  choiceLists: {
    plots: [
      {
        name: 'north',
        label: { fr: 'Au nord' },
        media: { image: { fr: 'plan.png' }, alt: { fr: 'La parcelle du nord' } },
      },
      { name: 'south', label: { fr: 'La parcelle du sud' } },
    ],
  },
  items: [
    {
      key: 'plot',
      kind: 'single',
      choices: 'plots',
      label: { fr: 'Quelle parcelle préférez-vous ?' },
      media: { image: { fr: 'plan.png' } },
    },
  ],
}

/** Goes to a button by keys, presses it, and gives the file that it asks for. */
async function chooseByKeys(page: Page, name: string, file: { name: string; mimeType: string; buffer: Buffer }) {
  await goTo(page, page.getByRole('button', { name, exact: true }))
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')])
  await chooser.setFiles(file)
}

const widths = (page: Page) =>
  page.locator('.media img').evaluateAll((images) => (images as HTMLImageElement[]).map((one) => one.naturalWidth))

test('pictures that a file only names are added once, a sound beside them, and seen and heard by who answers', async ({
  browser,
}) => {
  const { context } = await aManager(browser, 'Ysaline')
  const page = await context.newPage()
  // While somebody listens, the browser asks us for files instead of opening a window of its own.
  page.on('filechooser', () => undefined)
  await page.goto('/app/fr/questionnaires/new')
  await page
    .getByLabel(list('workbook.choose'))
    .and(page.locator('input'))
    .setInputFiles({ name: 'jardin.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(GARDEN)) })
  await page.getByRole('link', { name: list('workbook.open') }).click()
  await page.getByRole('treeitem', { name: /Quelle parcelle/ }).click()
  const missing = editor('problem.missingFile', { file: 'plan.png' })
  await expect(page.getByText(missing).first()).toBeVisible()

  // What is no picture is refused with a sentence, and the place stays.
  await chooseByKeys(page, editor('media.choose'), {
    name: 'plan.png',
    mimeType: 'image/png',
    buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
  })
  await expect(page.getByRole('alert').filter({ hasText: 'JPEG' })).toBeVisible()
  await chooseByKeys(page, editor('media.choose'), { name: 'plan.png', mimeType: 'image/png', buffer: aPicture() })
  await expect(page.getByText(missing)).toHaveCount(0)
  await goTo(page, page.getByLabel(editor('media.alt'), { exact: true }))
  await page.keyboard.type('Le plan du jardin')
  await chooseByKeys(page, editor('media.add.audio'), { name: 'voix.wav', mimeType: 'audio/wav', buffer: aSound() })
  await expect(page.getByLabel(editor('media.audio'), { exact: true })).toBeVisible()
  await expect(page.getByText(/^Enregistré à/)).toBeVisible()

  // The preview is the page itself: the picture of the question and of the answer that had the same name.
  const preview = page.frameLocator('iframe')
  await expect(preview.getByRole('img', { name: 'Le plan du jardin' })).toBeVisible()
  await expect(preview.locator('.card img')).toHaveCount(1)

  await page.getByRole('link', { name: editor('publish.open') }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: editor('publish.publish', { number: 1 }) })
    .click()
  await expect(page.getByText(editor('publish.done', { number: 1 }))).toBeVisible()

  const questionnaireId = /questionnaires\/([^/]+)/.exec(page.url())![1]!
  const { path } = await anOpenLink(context.request, questionnaireId)
  const respondent = await (await browser.newContext({ baseURL: process.env.VISES_E2E_URL })).newPage()
  await respondent.goto(path)
  await respondent.getByRole('button', { name: q('start.go') }).click()
  await expect(respondent.getByRole('img', { name: 'Le plan du jardin' })).toBeVisible()
  await expect(respondent.getByRole('radio', { name: 'Au nord La parcelle du nord' })).toBeVisible()
  // No larger than a screen, whatever was chosen.
  await expect.poll(() => widths(respondent)).toEqual([1600, 1600])
  const seconds = respondent.locator('audio').evaluate(async (audio: HTMLAudioElement) => {
    audio.preload = 'metadata'
    audio.load()
    if (!(audio.duration > 0)) await new Promise((resolve) => (audio.onloadedmetadata = resolve))
    return audio.duration
  })
  expect(await seconds).toBe(2)

  // Without a connection the picture is there as well.
  await respondent.evaluate(() => navigator.serviceWorker.ready)
  await respondent.context().setOffline(true)
  await respondent.goto('about:blank')
  await respondent.goto(path)
  await respondent.getByRole('button', { name: q('start.go') }).click()
  await expect.poll(() => widths(respondent)).toEqual([1600, 1600])
  await expect(respondent.getByRole('img', { name: 'Le plan du jardin' })).toHaveAttribute('src', /^data:image\/png/)
})
