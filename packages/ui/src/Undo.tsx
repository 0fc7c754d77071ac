import { createContext, useCallback, useContext, useEffect, useRef, useState, type ReactNode } from 'react'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'
import { useTexts } from './texts.tsx'
import styles from './Undo.module.css'

interface Toast {
  /** What was done: "The interview was deleted." */
  text: string
  undo?: () => unknown
}

const UndoContext = createContext<((toast: Toast) => void) | undefined>(undefined)
const SHOWN_MS = 12_000
/** The way to it by keys is longer. */
const SHOWN_TO_KEYS_MS = 60_000

/** The one place, at the bottom of the window, that tells what was done and offers to undo it. */
export function UndoProvider({ children }: { children: ReactNode }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('ui')
  const [toast, setToast] = useState<Toast>()
  const [held, setHeld] = useState(false)
  const [busy, setBusy] = useState(false)
  const current = useRef<Toast>(undefined)
  const close = useRef<HTMLButtonElement>(null)
  /** Where the keyboard came from. */
  const from = useRef<EventTarget>(null)
  const show = useCallback((next: Toast) => {
    current.current = next
    setToast(next)
    setHeld(close.current?.parentElement?.contains(document.activeElement) ?? false)
  }, [])

  useEffect(() => {
    if (!toast || held || busy) return
    const timer = setTimeout(
      () => setToast(undefined),
      document.querySelector(':focus-visible') ? SHOWN_TO_KEYS_MS : SHOWN_MS,
    )
    return () => clearTimeout(timer)
  }, [toast, held, busy])

  const undo = async () => {
    if (!toast?.undo) return
    setBusy(true)
    // The button to undo goes away with what it undoes.
    if (close.current?.parentElement?.contains(document.activeElement)) close.current.focus()
    try {
      await toast.undo()
      if (current.current === toast) show({ text: t('undo.done') })
    } catch {
      if (current.current === toast) show({ text: t('undo.failed'), undo: toast.undo })
    } finally {
      setBusy(false)
    }
  }

  return (
    <UndoContext value={show}>
      {children}
      <div className={styles.place} aria-live="polite">
        {toast && (
          <div
            className={styles.toast}
            onPointerEnter={() => setHeld(true)}
            onPointerLeave={() => setHeld(false)}
            onFocus={({ currentTarget, relatedTarget }) => {
              setHeld(true)
              if (!currentTarget.contains(relatedTarget)) from.current = relatedTarget
            }}
            onBlur={() => setHeld(false)}
          >
            <span>{toast.text}</span>
            {toast.undo && (
              <Button variant="quiet" icon="undo" busy={busy} aria-keyshortcuts="Control+Z" onClick={() => void undo()}>
                {t('undo.undo')}
              </Button>
            )}
            <button
              ref={close}
              type="button"
              className={styles.close}
              onClick={() => {
                setToast(undefined)
                setHeld(false)
                ;(from.current as HTMLElement | null)?.focus()
              }}
            >
              <Icon name="close" label={t('close')} />
            </button>
          </div>
        )}
      </div>
    </UndoContext>
  )
}

/** `const tell = useUndo()`: `tell({ text: 'Deleted.', undo: () => restore() })`. */
export function useUndo(): (toast: Toast) => void {
  const show = useContext(UndoContext)
  if (!show) throw new Error('useUndo needs an UndoProvider above it')
  return show
}
