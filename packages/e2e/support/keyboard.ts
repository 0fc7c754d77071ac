import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'

/** Goes forward by Tab until this element has the focus, and sees that it shows; the mouse is never used. */
export async function tabTo(page: Page, target: Locator, most = 80): Promise<void> {
  await expect(target).toBeVisible()
  const isThere = () => target.evaluate((element) => element === document.activeElement)
  for (let presses = 0; presses < most; presses++) {
    if (await isThere()) return expectFocusToShow(target)
    await page.keyboard.press('Tab')
  }
  throw new Error(`${target} is not reached by ${most} presses of Tab`)
}

/** The focus shows: by an outline, a shadow, or the border of its frame in the colour of what can be acted on. */
async function expectFocusToShow(target: Locator): Promise<void> {
  const shows = () =>
    target.evaluate((element) => {
      const probe = document.createElement('span')
      probe.style.color = 'var(--accent)'
      document.body.append(probe)
      const accent = getComputedStyle(probe).color
      probe.remove()
      const frames: Element[] = []
      for (let frame: Element | null = element; frame && frames.length < 4; frame = frame.parentElement)
        frames.push(frame)
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
      return (
        (outlineStyle !== 'none' && outlineWidth !== '0px') ||
        boxShadow !== 'none' ||
        frames.some(
          (frame) =>
            getComputedStyle(frame).borderTopColor === accent && getComputedStyle(frame).borderTopWidth !== '0px',
        )
      )
    })
  await expect.poll(shows, { message: `the focus shows on ${target}` }).toBe(true)
}
