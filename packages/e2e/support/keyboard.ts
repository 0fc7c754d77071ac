import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'

/**
 * Goes forward by Tab until this element has the focus, and sees that it shows; the mouse is never used. With 0 as the
 * most presses it has to be there already.
 */
export function tabTo(page: Page, target: Locator, most = 80): Promise<void> {
  return goTo(page, target, 'Tab', most)
}

/** Goes back to what stands before. */
export function tabBackTo(page: Page, target: Locator, most = 80): Promise<void> {
  return goTo(page, target, 'Shift+Tab', most)
}

/** Goes along what belongs together: the tabs of a page, the entries of a menu. */
export function arrowTo(page: Page, target: Locator, key: `Arrow${'Right' | 'Left' | 'Down' | 'Up'}`): Promise<void> {
  return goTo(page, target, key, 12)
}

async function goTo(page: Page, target: Locator, key: string, most: number): Promise<void> {
  await expect.poll(() => target.evaluate((element) => element.checkVisibility()), { message: `${target}` }).toBe(true)
  for (let presses = 0; presses <= most; presses++) {
    if (presses > 0) await page.keyboard.press(key)
    if (await hasFocus(target)) return expectFocusToShow(target)
  }
  throw new Error(`${target} is not reached by ${most} presses of ${key}`)
}

/** Passes the navigation of a page that was just loaded: its first stop is the way past it. */
export async function skipToContent(page: Page): Promise<void> {
  await tabTo(page, page.locator('a[href="#main"]'), 1)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
}

/** Goes to a button, a link, a tab and uses it. */
export async function press(page: Page, target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press(key)
}

/** Goes to a field and writes in the place of what stood there. */
export async function write(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field)
  await page.keyboard.press('Control+A')
  await page.keyboard.type(text)
}

/** Goes to a list of choices and takes one by the first letters of its words; without letters the next one. */
export async function choose(page: Page, list: Locator, letters = ''): Promise<string> {
  await expect.poll(() => list.evaluate((one: HTMLSelectElement) => one.options.length)).toBeGreaterThan(1)
  await tabTo(page, list)
  if (letters) await page.keyboard.type(letters)
  else await page.keyboard.press('ArrowDown')
  await expect(list).not.toHaveValue('')
  const chosen = await list.evaluate((one: HTMLSelectElement) => one.selectedOptions[0]?.label ?? '')
  expect(chosen.toLowerCase()).toContain(letters.toLowerCase())
  return chosen
}

/** Goes to a field that searches its choices, and takes the first that is found. */
export async function search(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field)
  await page.keyboard.type(text)
  const option = page.getByRole('option', { name: new RegExp(text) }).first()
  await expect(option).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
}

/** Opens a menu and goes down to one of its entries. */
export async function fromMenu(page: Page, menu: Locator, entry: string): Promise<void> {
  await press(page, menu)
  const item = page.getByRole('menuitem', { name: entry, exact: true })
  await expect(item).toBeVisible()
  await arrowTo(page, item, 'ArrowDown')
  await page.keyboard.press('Enter')
}

/** After a deed the focus is somewhere in the page, not thrown back to its beginning. */
export async function expectFocusToStay(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => (document.activeElement ?? document.body).tagName), {
      message: 'something has the focus',
    })
    .not.toBe('BODY')
}

const hasFocus = (target: Locator) => target.evaluate((element) => element === document.activeElement)

/**
 * The focus shows: by an outline, a shadow, or the border of its frame in the colour of what can be acted on; and
 * nothing lies over all of it.
 */
async function expectFocusToShow(target: Locator): Promise<void> {
  const shows = () =>
    target.evaluate((element) => {
      const probe = document.createElement('span')
      probe.style.color = 'var(--accent)'
      document.body.append(probe)
      const accent = getComputedStyle(probe).color
      probe.remove()
      // A box that is drawn by its words shows there.
      const drawn = [element, ...((element as HTMLInputElement).labels ?? [])]
      const frames: Element[] = [...drawn]
      for (let frame: Element | null = element; frame && frames.length < 5; frame = frame.parentElement)
        frames.push(frame)
      const marked =
        drawn.some((one) => {
          const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one)
          return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
        }) ||
        frames.some(
          (frame) =>
            getComputedStyle(frame).borderTopColor === accent && getComputedStyle(frame).borderTopWidth !== '0px',
        )
      if (!marked) return 'is not marked'
      const inSight = drawn.some((one) =>
        [...one.getClientRects()].some(({ left, right, top, bottom }) =>
          [0.1, 0.5, 0.9].some((part) => {
            const there = document.elementFromPoint(left + (right - left) * part, top + (bottom - top) * part)
            return there && (one.contains(there) || there.contains(one))
          }),
        ),
      )
      return inSight ? 'yes' : 'lies under something'
    })
  await expect.poll(shows, { message: `the focus shows on ${target}` }).toBe('yes')
}
