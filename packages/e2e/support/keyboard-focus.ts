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
  const name = `<${element.localName}> ${element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 40)}`
  // A title that a page or a window begins with is no stop: it is only read out.
  if (element.matches('body, main, h1, dialog h2')) return { there, name, fault: '' }
  const { outlineStyle, outlineWidth } = getComputedStyle(element)
  const outlined = outlineStyle !== 'none' && outlineWidth !== '0px'
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
  const { left, right, top, bottom } = element.getBoundingClientRect()
  const [l, r] = [Math.max(left, 0), Math.min(right, innerWidth)]
  const [t, b] = [Math.max(top, 0), Math.min(bottom, innerHeight)]
  const seen = [0.1, 0.5, 0.9].some((x) =>
    [0.1, 0.5, 0.9].some((y) => {
      const hit = document.elementFromPoint(l + (r - l) * x, t + (b - t) * y)
      return hit && (element.contains(hit) || (hit.contains(element) && hit.matches('label, label *, fieldset')))
    }),
  )
  return { there, name, fault: r > l && b > t && seen ? '' : 'something covers it' }
}

/** Goes on by Tab (`back`: by Shift+Tab) until this element has the focus, and sees at each stop where it is. */
export async function goTo(page: Page, target: Locator, { back = false, most = 200 } = {}): Promise<void> {
  await expect(target).toBeVisible()
  const handle = (await target.elementHandle()) as ElementHandle<Element>
  const passed: string[] = []
  for (let presses = 0; presses <= most; presses++) {
    let stop = await handle.evaluate(lookAt)
    // What shows it may take a moment to appear.
    for (let looks = 0; stop.fault && looks < 10; looks++) {
      await page.waitForTimeout(50)
      stop = await handle.evaluate(lookAt)
    }
    expect(`${stop.name}: ${stop.fault}`, 'one sees where one is').toBe(`${stop.name}: `)
    if (stop.there) return handle.dispose()
    passed.push(stop.name)
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab')
  }
  throw new Error(`${target} is not reached by ${most} presses. Passed: ${passed.slice(-40).join(' | ')}`)
}

/** Goes to something and presses it. */
export async function press(page: Page, target: Locator, options?: { back?: boolean; key?: string }): Promise<void> {
  await goTo(page, target, options)
  await page.keyboard.press(options?.key ?? 'Enter')
}

/** Goes to a field and writes there. */
export async function write(page: Page, field: Locator, text: string, options?: { back?: boolean }): Promise<void> {
  await goTo(page, field, options)
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.insertText(text)
}

/** Chooses one of several round buttons: Tab comes to the group, the arrows go through it. */
export async function pick(page: Page, radio: Locator, options?: { back?: boolean }): Promise<void> {
  const name = await radio.getAttribute('name')
  const group = page.locator(`input[type=radio][name="${name}"]`)
  const checked = group.and(page.locator(':checked'))
  const stop = (await checked.count()) > 0 ? checked : options?.back ? group.last() : group.first()
  await goTo(page, stop, options)
  if ((await checked.count()) === 0) await page.keyboard.press('Space')
  for (let presses = await group.count(); presses > 0 && !(await radio.isChecked()); presses--)
    await page.keyboard.press('ArrowDown')
  await expect(radio).toBeChecked()
}

/** Takes an entry of a list that opens, by its first letters. */
export async function take(page: Page, select: Locator, entry: string, options?: { back?: boolean }): Promise<void> {
  await goTo(page, select, options)
  // A letter that no key of its own writes would end up in the field before.
  await page.keyboard.type(/^[\x20-\x7e]+/.exec(entry)![0])
  await expect(select.locator('option:checked')).toHaveText(new RegExp(`^${entry}`))
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
