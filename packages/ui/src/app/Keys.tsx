import { lazy, Suspense, useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import type { NavEntry } from './areas.ts'
import { isTyping } from './typing.ts'

const KeysDialog = lazy(() => import('./KeysDialog.tsx'))

const OFF = 'vises.keysOff'

interface KeysProps {
  nav: NavEntry[]
  open: boolean
  onOpen: () => void
  onClose: () => void
}

/** The keys of the app: `?` shows them, `g` and a number go to a page. They can be turned off. */
export function Keys({ nav, open, onOpen, onClose }: KeysProps) {
  const navigate = useNavigate()
  const [off, setOff] = useState(() => localStorage.getItem(OFF) === 'yes')
  const reachable = nav.slice(0, 9)

  useEffect(() => void import('./keep-focus.ts'), [])
  useEffect(() => {
    if (off) return
    let going = false
    const onKey = (event: KeyboardEvent) => {
      if (
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        isTyping(event.target) ||
        document.querySelector('dialog[open]')
      )
        return
      const entry = going ? reachable[Number(event.key) - 1] : undefined
      going = event.key === 'g'
      if (entry) void navigate(entry.to)
      else if (event.key === '?') onOpen()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  })

  const turn = (value: boolean) => {
    setOff(value)
    localStorage.setItem(OFF, value ? 'yes' : 'no')
  }
  if (!open) return null
  return (
    <Suspense fallback={null}>
      <KeysDialog reachable={reachable} off={off} onTurn={turn} onClose={onClose} />
    </Suspense>
  )
}
