import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import styles from './Dialog.module.css'
import { useTexts } from './texts.tsx'

interface ConfirmDialogProps {
  open: boolean
  title: string
  children?: ReactNode
  /** What disappears, one line each. */
  losses?: string[]
  /** A verb and its object: "Delete the interview". */
  confirmLabel: string
  tone?: 'danger' | 'neutral'
  busy?: boolean
  onConfirm: () => void
  onCancel: () => void
}

/** Asks before something that cannot be undone, and names what disappears. Prefer `useUndo` where it can be undone. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, title, children, losses = [], confirmLabel, tone = 'danger', busy, onConfirm, onCancel } = props
  const { t } = useTexts<typeof import('./texts.fr.json')>('ui')
  return (
    <Dialog open={open} title={title} onClose={onCancel}>
      {children}
      {losses.length > 0 && (
        <>
          <p className={styles.lossesTitle}>{t('confirm.losses')}</p>
          <ul>
            {losses.map((loss) => (
              <li key={loss}>{loss}</li>
            ))}
          </ul>
        </>
      )}
      <div className={styles.actions}>
        <Button onClick={onCancel}>{t('cancel')}</Button>
        <Button variant={tone === 'danger' ? 'danger' : 'primary'} busy={busy} onClick={onConfirm}>
          {confirmLabel}
        </Button>
      </div>
    </Dialog>
  )
}
