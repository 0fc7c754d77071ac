import { signedInRoles } from '../support/roles.ts'
import type { Account } from '../support/roles.ts'
import { must } from '../support/api.ts'
import { LANGUAGES, say as words } from '../support/texts.ts'
import type { Language } from '../support/texts.ts'
import { expect, test } from '../support/test.ts'
import { nakedIds, openWhole } from '../support/walk.ts'

const LOCALES: Record<Language, string> = { fr: 'fr-BE', nl: 'nl-BE', en: 'en-GB' }
const long = (language: Language, moment: string) =>
  new Intl.DateTimeFormat(LOCALES[language], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'Europe/Brussels',
  }).format(new Date(moment))

async function pageOf(browser: import('@playwright/test').Browser, account: Account) {
  const { state } = signedInRoles().find((one) => one.account === account)!
  const context = await browser.newContext({
    baseURL: process.env.VISES_E2E_URL,
    storageState: state,
    timezoneId: 'Europe/Brussels',
  })
  return context.newPage()
}

for (const language of LANGUAGES) {
  test(`the console speaks ${language} throughout, dates included`, async ({ browser }) => {
    const page = await pageOf(browser, 'admin.sawb')
    const { staff } = await must(page.request, 'PeoplePage_Staff')
    const people = words('people', language)
    await openWhole(page, `/admin/${language}/people`, language)
    await expect(page.getByRole('heading', { level: 1, name: people('title') })).toBeVisible()
    await expect(page).toHaveTitle(`${people('title')} · VISES`)
    await expect(page.getByRole('row').filter({ hasText: staff.members[0].email })).toContainText(
      long(language, staff.members[0].since),
    )
    await expect(
      page.getByRole('navigation').getByRole('link', { name: words('cohort', language)('nav'), exact: true }),
    ).toBeVisible()

    await openWhole(page, `/admin/${language}/cohort`, language)
    expect(await nakedIds(page)).toEqual([])
    const others = LANGUAGES.filter((one) => one !== language)
    for (const other of others) await expect(page.getByText(words('cohort', other)('lead'))).toHaveCount(0)
  })

  test(`the enterprises’ app speaks ${language} throughout, the method included`, async ({ browser }) => {
    const page = await pageOf(browser, 'manager.marelle')
    await openWhole(page, `/app/${language}/journey`, language)
    await expect(
      page.getByRole('heading', { level: 1, name: words('journey', language, 'client')('title') }),
    ).toBeVisible()
    // The steps of the method are texts of the server.
    const step = {
      fr: 'Choisir la question évaluative',
      nl: 'De evaluatievraag kiezen',
      en: 'Choose the evaluation question',
    }
    await expect(page.getByRole('link', { name: `1.7 ${step[language]}` })).toBeVisible()
    expect(await nakedIds(page)).toEqual([])

    const { enterprisePeople } = await must(page.request, 'TeamPage_People', {
      enterpriseId: (await must(page.request, 'Session_Viewer')).viewer.membership.enterpriseId,
    })
    await openWhole(page, `/app/${language}/team`, language)
    await expect(page.getByRole('main')).toContainText(long(language, enterprisePeople.members[0].since))
  })
}

test('a change of language keeps the page, its filter and what stands behind the address', async ({ browser }) => {
  const page = await pageOf(browser, 'admin.sawb')
  await openWhole(page, '/admin/fr/cohort?view=board', 'fr')
  await page.getByRole('link', { name: 'NL Nederlands' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'nl')
  await expect(page).toHaveURL(/\/admin\/nl\/cohort\?view=board/)
  await expect(page.getByRole('heading', { level: 1, name: words('cohort', 'nl')('title') })).toBeVisible()
  await page.getByRole('link', { name: 'EN English' }).click()
  await expect(page.getByRole('heading', { level: 1, name: words('cohort', 'en')('title') })).toBeVisible()
  await page.goBack()
})

test('a visitor without a language in the address is met in the language of the browser', async ({ browser }) => {
  for (const language of LANGUAGES) {
    const context = await browser.newContext({ baseURL: process.env.VISES_E2E_URL, locale: LOCALES[language] })
    const page = await context.newPage()
    await page.goto('/app/')
    await expect(page).toHaveURL(new RegExp(`/app/${language}/`))
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    await page.goto('/')
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    await context.close()
  }
})
