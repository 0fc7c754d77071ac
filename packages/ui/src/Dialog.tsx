import { useEffect, useId, useRef, type ReactNode } from 'react'
import styles from './Dialog.module.css'

/** A native dialog: the page behind is inert, Escape closes, the focus returns to where it was. */
export function Dialog(props: {
  open: boolean
  title: string
  onClose: () => void
  children: ReactNode
  wide?: boolean
}) {
  const { open, title, onClose, children, wide } = props
  const ref = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const dialog = ref.current
    if (!open || !dialog) return
    dialog.showModal()
    return () => dialog.close()
  }, [open])
  if (!open) return null
  return (
    <dialog
      ref={ref}
      className={wide ? `${styles.dialog} ${styles.wide}` : styles.dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <h2 id={id} tabIndex={-1} autoFocus>
        {title}
      </h2>
      {children}
    </dialog>
  )
}
