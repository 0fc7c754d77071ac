import { useId, useLayoutEffect, useRef, useState, type FormEvent, type ReactNode } from 'react'
import styles from './Dialog.module.css'
import { useTexts } from './texts.tsx'

interface DialogProps {
  open: boolean
  title: string
  onClose: () => void
  children: ReactNode
  wide?: boolean
  /** What is written here is there again when the dialog opens anew: Escape need not warn of losing it. */
  keepsDraft?: boolean
}

/** A native dialog: the page behind is inert, Escape closes, the focus returns to where it was. */
export function Dialog({ open, ...rest }: DialogProps) {
  return open ? <OpenDialog {...rest} /> : null
}

type Written = HTMLInputElement | HTMLTextAreaElement
const WRITTEN = 'form :is(textarea, input:not([type=checkbox], [type=radio], [type=search], [type=file]))'

function OpenDialog({ title, onClose, children, wide, keepsDraft }: Omit<DialogProps, 'open'>) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('ui')
  const ref = useRef<HTMLDialogElement>(null)
  const id = useId()
  const closed = useRef(false)
  const written = useRef(new Set<Written>())
  const [warned, setWarned] = useState(false)

  // Before the element leaves the page: a dialog that is gone cannot give the focus back.
  useLayoutEffect(() => {
    const dialog = ref.current
    const opener = openerOf(document.activeElement)
    closed.current = false
    dialog?.showModal()
    return () => {
      closed.current = true
      dialog?.close()
      if (document.activeElement !== opener) opener?.focus({ preventScroll: true })
    }
  }, [])

  const note = ({ target }: FormEvent) => {
    if (keepsDraft || !(target as Element).matches(WRITTEN)) return
    written.current.add(target as Written)
    setWarned(false)
  }
  const wouldLose = () => [...written.current].some((field) => field.isConnected && field.value.trim() !== '')

  return (
    <dialog
      ref={ref}
      className={wide ? `${styles.dialog} ${styles.wide}` : styles.dialog}
      aria-labelledby={id}
      onInput={note}
      onCancel={(event) => {
        // Whoever closes the list of files of a field is still in the dialog.
        if (event.target !== event.currentTarget) return
        event.preventDefault()
        if (!warned && wouldLose()) setWarned(true)
        else onClose()
      }}
      // At a second Escape the browser closes without asking.
      onClose={() => closed.current || onClose()}
    >
      <h2 id={id} tabIndex={-1} autoFocus>
        {title}
      </h2>
      {warned && (
        <p ref={(words) => words?.scrollIntoView({ block: 'nearest' })} role="alert" className={styles.unsaved}>
          {t('unsaved')}
        </p>
      )}
      {children}
    </dialog>
  )
}

/** What gets the focus back: an entry of a menu is gone by then, the button of the menu is not. */
function openerOf(focused: Element | null): HTMLElement | null {
  const menu = focused?.closest('[role=menu]')
  const button = document.getElementById(menu?.getAttribute('aria-labelledby') ?? '')
  return button ?? (focused instanceof HTMLElement ? focused : null)
}
