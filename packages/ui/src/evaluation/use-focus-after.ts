import { useEffect, useRef } from 'react'

const isLost = () => document.activeElement?.matches('body, :disabled') ?? true

/**
 * A control goes away when its deed is done: once `state` has changed, the focus goes to what the deed led to. It stays
 * where it is if the person has gone on meanwhile.
 */
export function useFocusAfter(state: unknown, find: () => HTMLElement | null | undefined): void {
  const before = useRef(state)
  useEffect(() => {
    if (before.current === state) return
    before.current = state
    if (isLost()) find()?.focus()
  })
}

/** What can be pressed or written in. */
export const CONTROLS = 'input, textarea, select, button, a[href], summary'

/** The first thing to write in inside an element, else the first to press. */
export const firstControl = (within: Element | null | undefined): HTMLElement | null | undefined =>
  within?.querySelector<HTMLElement>('input, textarea, select') ?? within?.querySelector<HTMLElement>(CONTROLS)
