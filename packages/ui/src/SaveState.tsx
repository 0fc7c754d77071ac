import { Button } from './Button.tsx'
import { Icon, type IconName } from './Icon.tsx'
import styles from './SaveState.module.css'
import { useTexts } from './texts.tsx'

/** `waiting`: kept on this device until there is a connection. `conflict`: someone else changed the same thing. */
export type SaveStatus = 'idle' | 'saving' | 'saved' | 'waiting' | 'conflict' | 'failed'

const ICONS: Record<Exclude<SaveStatus, 'idle'>, IconName> = {
  saving: 'clock',
  saved: 'check',
  waiting: 'offline',
  conflict: 'alert',
  failed: 'alert',
}

/** Tells in one fixed place of the page whether what was typed is kept. */
export function SaveState({
  status,
  savedAt,
  onResolve,
}: {
  status: SaveStatus
  savedAt?: Date | string
  onResolve?: () => void
}) {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('ui')
  const time = savedAt && new Date(savedAt).toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit' })
  return (
    <div className={styles.place}>
      <output className={`${styles.state} ${styles[status]}`}>
        {status !== 'idle' && <Icon name={ICONS[status]} size={18} />}
        <span>{status === 'saved' && time ? t('save.savedAt', { time }) : t(`save.${status}`)}</span>
      </output>
      {onResolve && (status === 'conflict' || status === 'failed') && (
        <Button variant="quiet" onClick={onResolve}>
          {t(status === 'conflict' ? 'save.resolve' : 'retry')}
        </Button>
      )}
    </div>
  )
}
