import { useEffect, useRef, useState } from 'react'

/**
 * A form that takes the place of what it changes. Whoever opens it is in its first field; whoever leaves it is back at
 * the button that opened it (`data-opens`).
 */
export function useFormInPlace() {
  const [editing, setEditing] = useState(false)
  const place = useRef<HTMLElement>(null)
  const before = useRef(false)
  useEffect(() => {
    if (before.current === editing) return
    before.current = editing
    place.current?.querySelector<HTMLElement>(editing ? 'form input' : '[data-opens]')?.focus()
  }, [editing])
  return { editing, setEditing, place }
}
