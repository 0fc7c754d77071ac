import { useState, type ReactNode } from 'react'
import { Button, ButtonLink } from '@vises/ui/Button.tsx'
import { ConfirmDialog } from '@vises/ui/ConfirmDialog.tsx'
import { Notice } from '@vises/ui/Notice.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import styles from './Imports.module.css'
import { RowsSection } from './RowsSection.tsx'
import type { Import } from './useImport.ts'

interface AppliedImportProps {
  batch: Import
  busy: boolean
  onUndo: () => Promise<void>
  again: ReactNode
}

/** What an import did, and the way back. */
export function AppliedImport({ batch, busy, onUndo, again }: AppliedImportProps) {
  const { t, language, formatDateTime } = useTexts<typeof import('./texts.fr.json')>('imports')
  const [asking, setAsking] = useState(false)
  const { createdCount, updatedCount, unchangedCount, faultyCount } = batch
  return (
    <>
      <Notice
        tone="success"
        live="polite"
        title={t('appliedTitle', { count: (createdCount ?? 0) + (updatedCount ?? 0) })}
      >
        <p>{t('appliedAt', { moment: formatDateTime(batch.appliedAt ?? batch.createdAt) })}</p>
      </Notice>
      <ul className={styles.counts}>
        <li>{t('created', { count: createdCount })}</li>
        <li>{t('updated', { count: updatedCount })}</li>
        {(unchangedCount ?? 0) > 0 && <li>{t('isUnchanged', { count: unchangedCount })}</li>}
        <li>{t('isFaulty', { count: faultyCount })}</li>
      </ul>
      <div className={styles.acts}>
        <ButtonLink variant="primary" to={`/${language}/cohort`} icon="building">
          {t('toCohort')}
        </ButtonLink>
        {again}
        <Button variant="danger" icon="undo" onClick={() => setAsking(true)}>
          {t('undo')}
        </Button>
      </div>
      <RowsSection batch={batch} kinds={['faulty', 'create', 'update', 'unchanged']} />
      <ConfirmDialog
        open={asking}
        title={t('undoTitle')}
        losses={[
          ...(createdCount ? [t('undoCreated', { count: createdCount })] : []),
          ...(updatedCount ? [t('undoUpdated', { count: updatedCount })] : []),
        ]}
        confirmLabel={t('undo')}
        busy={busy}
        onConfirm={() => void onUndo().then(() => setAsking(false))}
        onCancel={() => setAsking(false)}
      >
        <p>{t('undoKeeps')}</p>
      </ConfirmDialog>
    </>
  )
}

/** What an undo took back, and what it left because people had worked with it. */
export function UndoneImport({ batch, again }: { batch: Import; again: ReactNode }) {
  const { t, formatDateTime } = useTexts<typeof import('./texts.fr.json')>('imports')
  const kept = batch.keptCount ?? 0
  return (
    <>
      <Notice tone={kept ? 'warning' : 'success'} live="polite" title={t(kept ? 'undoneButTitle' : 'undoneTitle')}>
        <p>{t(kept ? 'undoneButAt' : 'undoneAt', { moment: formatDateTime(batch.undoneAt ?? batch.createdAt) })}</p>
        {kept > 0 && <p>{t('keptText', { count: kept })}</p>}
      </Notice>
      <div className={styles.acts}>{again}</div>
      {kept > 0 && <RowsSection batch={batch} kinds={['kept']} />}
    </>
  )
}
