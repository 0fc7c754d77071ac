import { useState } from 'react'
import { Button } from '@vises/ui/Button.tsx'
import { TextArea } from '@vises/ui/Field.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { ExcerptDialog } from './ExcerptDialog.tsx'
import { ExcerptList } from './ExcerptList.tsx'
import styles from './Records.module.css'
import type { Draft, FieldRecord } from './useRecord.ts'
import { useExcerpts } from './useExcerpts.ts'

interface NotesProps {
  record: FieldRecord
  draft: Draft
  reads: boolean
  onChange: (part: Partial<Draft>) => void
  onSend: () => Promise<void>
}

/** The notes in the words of those who spoke, and the passages kept of them. */
export function Notes({ record, draft, reads, onChange, onSend }: NotesProps) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('records')
  const [selected, setSelected] = useState('')
  const [keeping, setKeeping] = useState<string>()
  const excerpts = useExcerpts(record.enterpriseId, { recordId: record.id })
  const keep = async () => {
    // The passage has to stand in what is saved.
    await onSend()
    setKeeping(selected)
  }
  return (
    <>
      <TextArea
        label={t('notes')}
        help={t('notesHelp')}
        rows={16}
        maxLength={200_000}
        readOnly={reads}
        lang={draft.language}
        className={styles.notes}
        value={draft.notes}
        onChange={(event) => onChange({ notes: event.target.value })}
        onSelect={({ currentTarget: { value, selectionStart, selectionEnd } }) =>
          setSelected(value.slice(selectionStart, selectionEnd).trim())
        }
      />
      {!reads && (
        <div className={styles.acts}>
          <Button icon="quote" aria-disabled={!selected} onClick={() => selected && void keep()}>
            {t('keepPassage')}
          </Button>
          <span className={styles.facts} aria-live="polite">
            {selected ? t('selected', { count: selected.length }) : t('selectFirst')}
          </span>
        </div>
      )}
      <section aria-labelledby="excerpts">
        <h2 id="excerpts">{t('excerptsTitle')}</h2>
        <ExcerptList {...excerpts} empty={t('noExcerpts')} />
      </section>
      {keeping && (
        <ExcerptDialog
          enterpriseId={record.enterpriseId}
          recordId={record.id}
          text={keeping}
          language={draft.language}
          onClose={() => setKeeping(undefined)}
          onSaved={async () => {
            setKeeping(undefined)
            await excerpts.refetch()
          }}
        />
      )}
    </>
  )
}
