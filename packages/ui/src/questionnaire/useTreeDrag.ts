import { useEffect, useRef, useState, type PointerEvent, type RefObject } from 'react'

/** Where something would be put down: before or after a row, or into the container it shows. */
export interface DropPlace {
  key: string
  where: 'before' | 'after' | 'inside'
}

interface Drag {
  key: string
  over?: DropPlace
}

const FAR_ENOUGH = 5
const EDGE = 48

/**
 * Moving a row with mouse, pen or finger: it is taken at its grip, the line shows where it would stand, Escape lets it go.
 * `find` says where it may be put down.
 */
export function useTreeDrag(
  tree: RefObject<HTMLElement | null>,
  find: (dragged: string, row: string, share: number) => DropPlace | undefined,
  onDrop: (dragged: string, place: DropPlace) => void,
) {
  const [drag, setDrag] = useState<Drag>()
  const start = useRef<{ key: string; x: number; y: number }>(undefined)
  const end = () => {
    start.current = undefined
    setDrag(undefined)
  }
  useEffect(() => {
    if (!drag) return
    const cancel = (event: KeyboardEvent) => event.key === 'Escape' && end()
    document.addEventListener('keydown', cancel)
    return () => document.removeEventListener('keydown', cancel)
  }, [drag])

  const grip = (key: string) => ({
    onPointerDown(event: PointerEvent) {
      if (event.button !== 0) return
      event.preventDefault()
      start.current = { key, x: event.clientX, y: event.clientY }
      tree.current?.setPointerCapture(event.pointerId)
    },
  })
  const surface = {
    onPointerMove(event: PointerEvent) {
      const from = start.current
      if (!from || !tree.current) return
      if (!drag && Math.hypot(event.clientX - from.x, event.clientY - from.y) < FAR_ENOUGH) return
      const row = rowAt(tree.current, event.clientY)
      const over = row && find(from.key, row.key, row.share)
      if (!drag || drag.over?.key !== over?.key || drag.over?.where !== over?.where) setDrag({ key: from.key, over })
      scrollAtEdge(tree.current, event.clientY)
    },
    onPointerUp() {
      if (drag?.over) onDrop(drag.key, drag.over)
      end()
    },
    onPointerCancel: end,
  }
  return { drag, grip, surface }
}

/** The row under the pointer, and how far down in it: 0 at its top, 1 at its end. */
function rowAt(tree: HTMLElement, y: number): { key: string; share: number } | undefined {
  for (const row of tree.querySelectorAll<HTMLElement>('[data-key]')) {
    const { top, bottom } = row.getBoundingClientRect()
    if (y >= top && y < bottom) return { key: row.dataset['key'] ?? '', share: (y - top) / (bottom - top) }
  }
  return undefined
}

function scrollAtEdge(tree: HTMLElement, y: number): void {
  const zone = tree.closest<HTMLElement>('[data-scrolls]')
  if (!zone) return
  const { top, bottom } = zone.getBoundingClientRect()
  if (y < top + EDGE) zone.scrollBy(0, -12)
  else if (y > bottom - EDGE) zone.scrollBy(0, 12)
}
