import { expect } from '@playwright/test'
import type { ElementHandle, Locator, Page } from '@playwright/test'

/** What a stop of the keyboard looks like. */
interface Stop {
  there: boolean
  name: string
  /** What hinders a person from seeing where they are. */
  fault: '' | 'nothing shows the focus' | 'something covers it'
}

/** Looks at the element with the focus; `target` is the one that is looked for. */
function lookAt(target: Element): Stop {
  const element = document.activeElement ?? document.body
  const there = element === target
  // A box or a round button may be drawn by its words.
  const drawn = [element, ...((element as HTMLInputElement).labels ?? [])]
  const words = drawn.map(({ textContent }) => textContent).join(' ')
  const name = `<${element.localName}> ${element.getAttribute('aria-label') ?? words.trim().slice(0, 40)}`
  // A title that a page or a window begins with is no stop: it is only read out.
  if (element.matches('body, main, h1, dialog h2')) return { there, name, fault: '' }
  const outlined = drawn.some((one) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(one)
    return outlineStyle !== 'none' && outlineWidth !== '0px'
  })
  // Inside a date the browser marks the part that is in hand.
  if (!outlined && !element.matches('input[type=date]')) {
    // A field may show it by its frame instead, in the colour of what can be acted on.
    const probe = document.createElement('span')
    probe.style.color = 'var(--accent)'
    element.parentElement?.append(probe)
    const accent = getComputedStyle(probe).color
    probe.remove()
    const frames = [element, element.parentElement, element.parentElement?.parentElement]
    const framed = frames.some((frame) => frame && getComputedStyle(frame).borderTopColor === accent)
    if (!framed) return { there, name, fault: 'nothing shows the focus' }
  }
  // At least a part of it is in sight, neither outside the window nor under a bar that stays in place.
  const seen = drawn.some((one) => {
    const { left, right, top, bottom } = one.getBoundingClientRect()
    const [l, r] = [Math.max(left, 0), Math.min(right, innerWidth)]
    const [t, b] = [Math.max(top, 0), Math.min(bottom, innerHeight)]
    return [0.1, 0.5, 0.9].some((x) =>
      [0.1, 0.5, 0.9].some((y) => {
        const hit = r > l && b > t && document.elementFromPoint(l + (r - l) * x, t + (b - t) * y)
        return hit && (one.contains(hit) || (hit.contains(element) && hit.matches('label, label *, fieldset')))
      }),
    )
  })
  return { there, name, fault: seen ? '' : 'something covers it' }
}

/** Back by Shift+Tab, and the most presses it may take. */
interface Way {
  back?: boolean
  most?: number
}

/** Goes on by Tab until this element has the focus, and sees at each stop that one sees where one is. */
export function goTo(page: Page, target: Locator, { back = false, most = 200 }: Way = {}): Promise<void> {
  return walk(page, target, back ? 'Shift+Tab' : 'Tab', most)
}

/** Goes along what belongs together: the tabs of a page, the entries of a menu. */
export function arrowTo(page: Page, target: Locator, key: `Arrow${'Right' | 'Left' | 'Down' | 'Up'}`): Promise<void> {
  return walk(page, target, key, 12)
}

async function walk(page: Page, target: Locator, key: string, most: number): Promise<void> {
  // What its words draw has no size of its own: it is enough that nothing hides it.
  await expect.poll(() => target.evaluate((element) => element.checkVisibility()), { message: `${target}` }).toBe(true)
  const handle = (await target.elementHandle()) as ElementHandle<Element>
  const passed: string[] = []
  for (let presses = 0; presses <= most; presses++) {
    let stop = await handle.evaluate(lookAt)
    // Where a pointer left the focus nothing needs to show it; what does may take a moment to appear.
    if (stop.fault && (presses > 0 || stop.there)) {
      const message = `one sees where one is: at ${stop.name}`
      await expect.poll(async () => (stop = await handle.evaluate(lookAt)).fault, { message }).toBe('')
    }
    if (stop.there) return handle.dispose()
    passed.push(stop.name)
    await page.keyboard.press(key)
  }
  throw new Error(`${target} is not reached by ${most} presses of ${key}. Passed: ${passed.slice(-40).join(' | ')}`)
}

/** Passes the navigation of a page that was just loaded: its first stop is the way past it. */
export async function skipToContent(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await goTo(page, page.locator('a[href="#main"]'), { most: 1 })
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
}

/** Goes to a button, a link, a tab and uses it. */
export async function press(page: Page, target: Locator, { key = 'Enter', ...way }: Way & { key?: string } = {}) {
  await goTo(page, target, way)
  await page.keyboard.press(key)
}

/** Goes to a field and writes in the place of what stood there. */
export async function write(page: Page, field: Locator, text: string, way?: Way): Promise<void> {
  await goTo(page, field, way)
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.insertText(text)
}

/** Chooses one of several round buttons: Tab comes to the group, the arrows go through it. */
export async function pick(page: Page, radio: Locator, way?: Way): Promise<void> {
  const name = await radio.getAttribute('name')
  const group = page.locator(`input[type=radio][name="${name}"]`)
  const checked = group.and(page.locator(':checked'))
  const stop = (await checked.count()) > 0 ? checked : way?.back ? group.last() : group.first()
  await goTo(page, stop, way)
  if ((await checked.count()) === 0) await page.keyboard.press('Space')
  for (let presses = await group.count(); presses > 0 && !(await radio.isChecked()); presses--)
    await page.keyboard.press('ArrowDown')
  await expect(radio).toBeChecked()
}

/** Goes to a list of choices and takes one by the first letters of its words; without letters the next one. */
export async function choose(page: Page, list: Locator, entry = '', way?: Way): Promise<string> {
  await expect.poll(() => list.evaluate((one: HTMLSelectElement) => one.options.length)).toBeGreaterThan(1)
  await goTo(page, list, way)
  // A letter that no key of its own writes would end up in the field before.
  if (entry) await page.keyboard.type(/^[\x20-\x7e]+/.exec(entry)![0])
  else await page.keyboard.press('ArrowDown')
  await expect(list).not.toHaveValue('')
  const chosen = await list.evaluate((one: HTMLSelectElement) => one.selectedOptions[0]?.label ?? '')
  expect(chosen.slice(0, entry.length)).toBe(entry)
  return chosen
}

/** Goes to a field that searches its choices, and takes the first that is found. */
export async function search(page: Page, field: Locator, text: string): Promise<void> {
  await goTo(page, field)
  await page.keyboard.type(text)
  const option = page.getByRole('option', { name: new RegExp(text) }).first()
  await expect(option).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
}

/** Opens a menu and goes down to one of its entries. */
export async function fromMenu(page: Page, menu: Locator, entry: string): Promise<void> {
  await press(page, menu)
  await expectFocusIn(page, page.getByRole('menu'))
  await arrowTo(page, page.getByRole('menuitem', { name: entry, exact: true }), 'ArrowDown')
  await page.keyboard.press('Enter')
}

/** After a deed the focus is at a place in the page that is named, not at its top as if the page had just been opened. */
export async function expectFocusIn(page: Page, place: Locator): Promise<void> {
  await expect(async () => {
    const handle = await place.elementHandle({ timeout: 500 })
    const at = await page.evaluate(
      (element) =>
        element?.contains(document.activeElement) ? 'there' : document.activeElement?.outerHTML.slice(0, 120),
      handle,
    )
    expect(at, `the focus is in ${place}`).toBe('there')
  }).toPass({ timeout: 5_000, intervals: [50, 100, 250] })
}

/** After a deed the focus is somewhere in the page, not thrown back to its beginning. */
export async function expectFocusToStay(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => (document.activeElement ?? document.body).tagName), {
      message: 'something has the focus',
    })
    .not.toBe('BODY')
}
