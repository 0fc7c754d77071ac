import { useState } from 'react'
import { useMutation } from '@apollo/client/react'
import { Link } from 'react-router'
import { graphql } from '@vises/schema/client'
import { Button } from '@vises/ui/Button.tsx'
import { Dialog } from '@vises/ui/Dialog.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { TextArea, TextField } from '@vises/ui/Field.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { useUndo } from '@vises/ui/Undo.tsx'
import styles from './Records.module.css'
import type { Code } from './useRecords.ts'

const RecordsPage_SaveCode = graphql(`
  mutation RecordsPage_SaveCode($input: SaveCodeInput!) {
    saveCode(input: $input) {
      problem
      code {
        id
        name
        meaning
        excerptCount
        recordCount
      }
    }
  }
`)
const RecordsPage_ArchiveCode = graphql(`
  mutation RecordsPage_ArchiveCode($id: ID!, $archived: Boolean!) {
    archiveCode(codeId: $id, archived: $archived) {
      id
    }
  }
`)

interface CodesProps {
  codes: Code[]
  enterpriseId: string
  writes: boolean
  onChanged: () => Promise<unknown>
}

/** The themes of the enterprise: what each means and how often it occurs. */
export function Codes({ codes, enterpriseId, writes, onChanged }: CodesProps) {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('records')
  const [editing, setEditing] = useState<Code | 'new'>()
  const [archive] = useMutation(RecordsPage_ArchiveCode)
  const tell = useUndo()
  const put = (code: Code, archived: boolean) => archive({ variables: { id: code.id, archived } }).then(onChanged)
  return (
    <section aria-labelledby="codes">
      <h2 id="codes">{t('codes')}</h2>
      <p>{t('codesText')}</p>
      <ul className={styles.cards}>
        {codes.map((code) => (
          <li key={code.id} className={styles.card}>
            <Link to={`/${language}/records/excerpts?code=${code.id}`}>{code.name}</Link>
            <span className={styles.facts}>
              {t('codeCount', { excerpts: code.excerptCount, records: code.recordCount })}
            </span>
            {code.meaning && <span>{code.meaning}</span>}
            {writes && (
              <span className={styles.acts}>
                <Button
                  variant="quiet"
                  icon="edit"
                  aria-label={t('editCode', { name: code.name })}
                  onClick={() => setEditing(code)}
                >
                  {t('edit')}
                </Button>
                <Button
                  variant="quiet"
                  icon="archive"
                  aria-label={t('archiveCode', { name: code.name })}
                  onClick={() =>
                    void put(code, true).then(
                      () => tell({ text: t('codeArchived', { name: code.name }), undo: () => put(code, false) }),
                      () => undefined,
                    )
                  }
                >
                  {t('archive')}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {writes && (
        <Button icon="plus" onClick={() => setEditing('new')}>
          {t('newCode')}
        </Button>
      )}
      {editing && (
        <CodeDialog
          code={editing === 'new' ? undefined : editing}
          enterpriseId={enterpriseId}
          onClose={() => setEditing(undefined)}
          onSaved={async () => {
            setEditing(undefined)
            await onChanged()
          }}
        />
      )}
    </section>
  )
}

interface CodeDialogProps {
  code?: Code
  enterpriseId: string
  onClose: () => void
  onSaved: (id: string) => unknown
}

/** A new theme, or another name or meaning for one. */
export function CodeDialog({ code, enterpriseId, onClose, onSaved }: CodeDialogProps) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('records')
  const [name, setName] = useState(code?.name ?? '')
  const [meaning, setMeaning] = useState(code?.meaning ?? '')
  const [save, { loading, error, data }] = useMutation(RecordsPage_SaveCode)
  const submit = async () => {
    const input = { enterpriseId, codeId: code?.id ?? null, name, meaning: meaning || null }
    const answer = await save({ variables: { input } }).catch(() => undefined)
    const saved = answer?.data?.saveCode.code
    if (saved) await onSaved(saved.id)
  }
  return (
    <Dialog open title={code ? t('editCode', { name: code.name }) : t('newCode')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!loading) void submit()
        }}
      >
        <TextField
          label={t('codeName')}
          required
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={data?.saveCode.problem && t('codeExists')}
        />
        <TextArea
          label={t('codeMeaning')}
          help={t('codeMeaningHelp')}
          optional
          maxLength={500}
          value={meaning}
          onChange={(event) => setMeaning(event.target.value)}
        />
        {error && <FailedState error={error} />}
        <div className={styles.acts}>
          <Button type="submit" variant="primary" busy={loading}>
            {t('save')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
