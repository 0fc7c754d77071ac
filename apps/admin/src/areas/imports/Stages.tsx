import { Icon } from '@vises/ui/Icon.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import type { ImportStatus } from '@vises/schema/admin/graphql'
import styles from './Imports.module.css'

const STAGES = ['file', 'columns', 'check', 'result'] as const
const PLACE: Record<ImportStatus, number> = {
  mapping: 1,
  failed: 1,
  checking: 2,
  checked: 2,
  applying: 3,
  applied: 4,
  undoing: 4,
  undone: 4,
}

/** The way of an import, and where this one is. */
export function Stages({ status }: { status: ImportStatus }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('imports')
  const place = PLACE[status]
  return (
    <ol className={styles.stages} aria-label={t('stages')}>
      {STAGES.map((stage, index) => (
        <li key={stage} aria-current={index === place ? 'step' : undefined} data-done={index < place || undefined}>
          {index < place ? (
            <Icon name="check" size={18} label={t('stageDone')} />
          ) : (
            <span className={styles.stageNumber}>{index + 1}</span>
          )}
          {t(`stage.${stage}`)}
        </li>
      ))}
    </ol>
  )
}
