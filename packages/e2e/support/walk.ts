import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import axe from 'axe-core'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { say, textsOf } from './texts.ts'
import type { Language } from './texts.ts'

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/**
 * Opens a page and waits until all of it is there; a page that tells of a failure, or breaks, is refused. Answers `absent`
 * for a page that is not there for this person.
 */
export async function openWhole(page: Page, address: string, language: Language): Promise<'there' | 'absent'> {
  const broken: string[] = []
  const note = (error: Error) => broken.push(error.message)
  page.on('pageerror', note)
  if (!(await walkTo(page, address))) await page.goto(address)
  await expect(page.getByRole('heading', { level: 1 }).first(), address).toBeVisible()
  await expect(page.locator('[class*="skeleton"]'), `${address} is whole`).toHaveCount(0)
  await expect(page.locator('html'), address).toHaveAttribute('lang', language)
  const ui = say('ui', language)
  for (const key of ['retry', 'broken.title']) {
    await expect(page.getByText(ui(key), { exact: true }), `${address} shows no failure`).toHaveCount(0)
  }
  page.off('pageerror', note)
  expect(broken, `${address} does not break`).toEqual([])
  return (await page.getByRole('heading', { name: ui('error.NOT_FOUND.title') }).count()) > 0 ? 'absent' : 'there'
}

/**
 * Goes to another page of the app that stands in the browser, as its own links do; false when that cannot be told from the
 * page before, or another app or language stands there.
 */
async function walkTo(page: Page, address: string): Promise<boolean> {
  const app = (path: string) => path.split('/').slice(0, 3).join('/')
  const [here, there] = [new URL(page.url()), new URL(address, process.env.VISES_E2E_URL)]
  if (here.origin !== there.origin || app(here.pathname) !== app(there.pathname)) return false
  if (!/^\/(app|admin)\//.test(there.pathname)) return false
  await page.evaluate((to) => {
    for (const title of document.querySelectorAll('h1')) title.dataset.before = ''
    history.pushState({}, '', to)
    dispatchEvent(new PopStateEvent('popstate', { state: {} }))
  }, address)
  // Two pages that share their title element are not told apart: such a one is loaded.
  const left = page.waitForFunction(() => !document.querySelector('h1[data-before]'), undefined, { timeout: 1000 })
  return left.then(
    () => true,
    () => false,
  )
}

/** What the rules of WCAG 2.2 A and AA find wrong that matters, in words. */
export async function barriers(page: Page): Promise<string[]> {
  // A page that the app went to by itself still has the rules of the page before.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const violations = await page.evaluate(async (tags) => {
    const rules = (window as unknown as { axe: typeof axe }).axe
    // Colours are judged once they have arrived.
    const moving = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(moving.map(({ finished }) => finished))
    return (await rules.run(document, { runOnly: tags, resultTypes: ['violations'] })).violations
  }, WCAG)
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, help, nodes }) =>
        `${id}: ${help} – ${nodes
          .slice(0, 3)
          .map(({ target, failureSummary }) => `${target.join(' ')} (${failureSummary?.split('\n').at(1)?.trim()})`)
          .join('; ')}`,
    )
}

let ids: Set<string> | undefined

/** Identifiers of texts that stand where their words should be. */
export async function nakedIds(page: Page): Promise<string[]> {
  ids ??= allTextIds()
  const text = await page.evaluate(() => document.body.innerText)
  const known = ids
  return text.split(/[\s«»“”"'(),;:]+/).filter((token) => known.has(token.replace(/\.$/, '')))
}

function allTextIds(): Set<string> {
  const repository = path.join(import.meta.dirname, '../../..')
  const areas = (app: 'admin' | 'client') =>
    readdirSync(path.join(repository, `apps/${app}/src/areas`)).map((area) => ({ app, area }))
  const shared = ['ui', 'auth', 'evaluation', 'questionnaire', 'glossary', 'app'].map((area) => ({
    app: 'admin' as const,
    area,
  }))
  const found = new Set<string>()
  for (const { app, area } of [...areas('admin'), ...areas('client'), ...shared]) {
    for (const key of Object.keys(textsOf(area, 'fr', app))) found.add(`${area}.${key}`)
  }
  return found
}
