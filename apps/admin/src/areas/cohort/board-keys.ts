import type { KeyboardEvent } from 'react'

const STEPS: Record<string, [across: number, along: number]> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
}

/** Arrows walk the board: down and up along the cards of a column, right and left to the next column that has some. */
export function walkBoard(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key]
  const card = (event.target as Element).closest('li a')
  if (!step || !card || event.altKey || event.ctrlKey || event.metaKey) return
  const columns = [...event.currentTarget.children]
    .map((column) => [...column.querySelectorAll<HTMLElement>('li a')])
    .filter((cards) => cards.length > 0)
  const across = columns.findIndex((cards) => cards.some((one) => one === card))
  const along = columns[across]?.findIndex((one) => one === card) ?? 0
  const column = columns[across + step[0]]
  const next = column?.[Math.min(along, column.length - 1) + step[1]]
  // Also at the edge the key belongs to the board: the page does not move under the card.
  event.preventDefault()
  next?.focus()
}
