import { Button } from '../Button.tsx'
import { Notice } from '../Notice.tsx'
import { useTexts } from '../texts.tsx'
import type { AnswerValue, Conflict } from './answer-store.ts'
import { ReadValue } from './ReadValue.tsx'
import type { MethodField, MethodItemField } from './useMethod.ts'
import styles from './Journey.module.css'

interface ConflictPanelProps {
  mine: AnswerValue
  conflict: Conflict
  field: MethodField | MethodItemField
  onSettle: (value: AnswerValue) => void
}

/** Two people wrote in one field: both texts, with who and when; nothing is replaced until the person decides. */
export function ConflictPanel({ mine, conflict, field, onSettle }: ConflictPanelProps) {
  const { t, formatDateTime } = useTexts<typeof import('./texts.fr.json')>('evaluation')
  const theirs = conflict.value
  const joins = typeof mine === 'string' && typeof theirs === 'string' && field.kind === 'longText'
  return (
    <div tabIndex={-1} data-conflict>
      <Notice
        tone="warning"
        live="assertive"
        title={t('conflict.title')}
        actions={
          <>
            <Button variant="primary" onClick={() => onSettle(mine)}>
              {t('conflict.keepMine')}
            </Button>
            <Button onClick={() => onSettle(theirs)}>{t('conflict.keepTheirs')}</Button>
            {joins && <Button onClick={() => onSettle(`${theirs}\n\n${mine}`)}>{t('conflict.keepBoth')}</Button>}
          </>
        }
      >
        <div className={styles.versions}>
          <div>
            <p className={styles.readLabel}>{t('conflict.mine')}</p>
            <ReadValue field={field} value={mine} empty={t('nothingYet')} />
          </div>
          <div>
            <p className={styles.readLabel}>
              {t('conflict.theirs', {
                name: conflict.authorName ?? t('someone'),
                when: conflict.savedAt ? formatDateTime(conflict.savedAt) : '',
              })}
            </p>
            <ReadValue field={field} value={theirs} empty={t('nothingYet')} />
          </div>
        </div>
      </Notice>
    </div>
  )
}
