import type { ReactNode } from 'react'
import { Button } from '@vises/ui/Button.tsx'
import { Notice } from '@vises/ui/Notice.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import styles from './Imports.module.css'
import { RowsSection } from './RowsSection.tsx'
import type { Import } from './useImport.ts'

interface CheckedImportProps {
  batch: Import
  busy: boolean
  onApply: () => void
  onMapping: () => void
  again: ReactNode
}

/** What an import would do, before it does it. */
export function CheckedImport({ batch, busy, onApply, onMapping, again }: CheckedImportProps) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('imports')
  const { createdCount, updatedCount, unchangedCount, faultyCount } = batch
  const toWrite = (createdCount ?? 0) + (updatedCount ?? 0)
  return (
    <>
      <h2>{t('tried')}</h2>
      <p className={styles.lead}>{t('triedHelp')}</p>
      <ul className={styles.counts}>
        <li>{t('willCreate', { count: createdCount })}</li>
        <li>{t('willUpdate', { count: updatedCount })}</li>
        {(unchangedCount ?? 0) > 0 && <li>{t('isUnchanged', { count: unchangedCount })}</li>}
        <li>{t('isFaulty', { count: faultyCount })}</li>
      </ul>
      {toWrite === 0 && (
        <Notice tone="info">
          <p>{t(faultyCount ? 'nothingSound' : 'nothingNew')}</p>
        </Notice>
      )}
      {toWrite > 0 && (faultyCount ?? 0) > 0 && (
        <Notice tone="warning">
          <p>{t('faultyStay', { count: faultyCount })}</p>
        </Notice>
      )}
      <div className={styles.acts}>
        {toWrite > 0 && (
          <Button variant="primary" icon="check" busy={busy} onClick={onApply}>
            {t('apply', { count: toWrite })}
          </Button>
        )}
        <Button icon="edit" onClick={onMapping}>
          {t('changeColumns')}
        </Button>
        {toWrite === 0 && again}
      </div>
      <RowsSection batch={batch} kinds={['faulty', 'create', 'update', 'unchanged']} />
    </>
  )
}
