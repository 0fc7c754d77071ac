import { useEffect, useRef, type RefObject } from 'react'
import { firstControl } from './use-focus-after.ts'

/**
 * Where the keyboard goes on after a list has changed: into an item that was added, beside one that was removed, along with
 * one that was moved. The list is an `ol` of `li`; what stands under it adds to it.
 */
export function useItemFocus(items: string[]): {
  list: RefObject<HTMLOListElement | null>
  after: {
    added(): void
    removed(index: number): void
    moved(index: number, by: number): void
  }
} {
  const list = useRef<HTMLOListElement>(null)
  const next = useRef<(rows: Element[], list: Element) => Element | null | undefined>(undefined)
  const shown = items.join()
  useEffect(() => {
    const find = next.current
    next.current = undefined
    const target = list.current && find?.([...list.current.children], list.current)
    if (target instanceof HTMLElement) target.focus()
  }, [shown])
  return {
    list,
    after: {
      added: () => (next.current = (rows) => firstControl(rows.at(-1))),
      removed: (index) =>
        (next.current = (rows, within) => {
          const row = rows[index] ?? rows.at(-1)
          return row?.querySelector('h4') ?? row ?? within.parentElement?.querySelector(':scope > button')
        }),
      moved: (index, by) =>
        (next.current = (rows) => {
          const row = rows[index + by]
          return (
            row?.querySelector(`[data-move="${by < 0 ? 'up' : 'down'}"]`) ??
            row?.querySelector(`[data-move="${by < 0 ? 'down' : 'up'}"]`)
          )
        }),
    },
  }
}
