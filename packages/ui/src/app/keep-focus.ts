import { isTyping } from './typing.ts'

const PARTS = 'dialog[open], section, main'
const TITLES = 'h1, h2, h3, h4'
/** The part that took something away gets this long to put the focus where it knows best. */
const OWN_CARE_MS = 100

// From what had the focus up to the root; what lies beside the page (a menu, a message) leads back into it.
let trail: Element[] = []
let shown = false
let timer: ReturnType<typeof setTimeout> | undefined

const isLost = () =>
  trail.length > 0 && !trail[0]!.isConnected && (document.activeElement ?? document.body) === document.body

/**
 * Nobody who works by keyboard is thrown back to the top of the page: when what has the focus is taken away (a row that
 * was removed, a button whose deed is done), the focus goes to the title of the part it was in.
 */
function rescue(): void {
  if (!isLost()) return
  const left = trail.find((element) => element.isConnected)
  trail = []
  for (let part = left?.closest(PARTS); part; part = part.parentElement?.closest(PARTS)) {
    const title = part.querySelector<HTMLElement>(TITLES)
    if (!title?.checkVisibility()) continue
    if (!title.hasAttribute('tabindex')) title.tabIndex = -1
    // Whoever works with a pointer keeps the place they look at.
    return title.focus({ preventScroll: !shown })
  }
  document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true })
}

new MutationObserver(() => {
  if (!isLost()) return
  clearTimeout(timer)
  timer = setTimeout(rescue, OWN_CARE_MS)
}).observe(document.body, { childList: true, subtree: true })

document.addEventListener('focusin', ({ target }) => {
  if (!(target instanceof Element) || !target.closest('main')) return
  shown = target.matches(':focus-visible')
  trail = []
  for (let element: Element | null = target; element; element = element.parentElement) trail.push(element)
})

// Who clicks beside everything has left by themselves; some browsers tell of what is taken away in the same words.
document.addEventListener('focusout', ({ target, relatedTarget }) => {
  if (relatedTarget) return
  queueMicrotask(() => {
    if ((target as Element).isConnected && document.activeElement === document.body) trail = []
  })
})

/** The message of what was just done goes after a while: Ctrl Z takes it back without the way there. */
document.addEventListener('keydown', (event) => {
  if (
    event.defaultPrevented ||
    event.key.toLowerCase() !== 'z' ||
    !(event.ctrlKey || event.metaKey) ||
    event.altKey ||
    event.shiftKey
  )
    return
  if (isTyping(event.target) || document.querySelector('dialog[open]')) return
  const undo = document.querySelector<HTMLElement>('[aria-keyshortcuts="Control+Z"]')
  if (!undo) return
  // The browser would also take back what was last typed, wherever that was.
  event.preventDefault()
  undo.click()
})
