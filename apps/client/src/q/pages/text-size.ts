// The size of the text, remembered on this device for this page only.
export const SIZES = ['normal', 'large', 'largest'] as const
type Size = (typeof SIZES)[number]

const KEY = 'vises-q-size'

export function sizeChosen(): Size {
  try {
    const kept = localStorage.getItem(KEY)
    return SIZES.find((size) => size === kept) ?? 'normal'
  } catch {
    return 'normal'
  }
}

export function chooseSize(size: Size): void {
  showSize(size)
  try {
    localStorage.setItem(KEY, size)
  } catch {
    // Not remembered; it holds as long as the page is open.
  }
}

export function showSize(size: Size = sizeChosen()): void {
  document.documentElement.dataset.size = size
}
