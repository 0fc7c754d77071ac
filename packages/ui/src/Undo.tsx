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

/** The one place, at the bottom of the window, that tells what was done and offers to undo it. */
export function UndoProvider({ children }: { children: ReactNode }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('ui')
  const [toast, setToast] = useState<Toast>()
  const [held, setHeld] = useState(false)
  const [busy, setBusy] = useState(false)
  const current = useRef<Toast>(undefined)
  const show = useCallback((next: Toast) => {
    current.current = next
    setToast(next)
    setHeld(false)
  }, [])

  useEffect(() => {
    if (!toast || held || busy) return
    const timer = setTimeout(() => setToast(undefined), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [toast, held, busy])

  const undo = async () => {
    if (!toast?.undo) return
    setBusy(true)
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
            onFocus={() => setHeld(true)}
            onBlur={() => setHeld(false)}
          >
            <span>{toast.text}</span>
            {toast.undo && (
              <Button variant="quiet" icon="undo" aria-keyshortcuts="Control+Z" busy={busy} onClick={() => void undo()}>
                {t('undo.undo')}
              </Button>
            )}
            <button type="button" className={styles.close} onClick={() => setToast(undefined)}>
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
