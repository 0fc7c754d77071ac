import { useState } from 'react'
import { useApolloClient } from '@apollo/client/react'
import { graphql } from '@vises/schema/client'
import { Button } from '@vises/ui/Button.tsx'
import { Dialog } from '@vises/ui/Dialog.tsx'
import { EmptyState } from '@vises/ui/EmptyState.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { SelectField, TextArea } from '@vises/ui/Field.tsx'
import { FileField } from '@vises/ui/files/FileField.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { useUndo } from '@vises/ui/Undo.tsx'
import styles from './Records.module.css'
import type { Draft } from './useRecord.ts'

const RecordPage_ReadRegister = graphql(`
  query RecordPage_ReadRegister($enterpriseId: ID!, $text: String!) {
    readRegister(enterpriseId: $enterpriseId, text: $text) {
      columns
      rows
    }
  }
`)

interface RegisterProps {
  enterpriseId: string
  draft: Draft
  reads: boolean
  onChange: (part: Partial<Draft>) => void
}

const SHOWN = 50
/** A table has two million characters at most. */
const MOST_BYTES = 2 * 1024 * 1024

/** Rows that the enterprise keeps anyway, taken in from a spreadsheet, and how often each value stands. */
export function Register({ enterpriseId, draft, reads, onChange }: RegisterProps) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('records')
  const [pasting, setPasting] = useState(false)
  const [all, setAll] = useState(false)
  const tell = useUndo()
  const columns = draft.columns ?? []
  const rows = draft.rows ?? []
  const cell = (row: number, column: number, value: string) =>
    onChange({
      rows: rows.map((cells, at) => (at === row ? cells.map((old, c) => (c === column ? value : old)) : cells)),
    })
  const take = (table: { columns: string[]; rows: string[][] }) => {
    const before = { columns, rows }
    onChange(table)
    setPasting(false)
    tell({ text: t('registerTaken', { count: table.rows.length }), undo: () => onChange(before) })
  }
  return (
    <section aria-labelledby="register">
      <h2 id="register">{t('register')}</h2>
      <p>{t('registerText')}</p>
      {!reads && (
        <div className={styles.acts}>
          <Button icon="upload" onClick={() => setPasting(true)}>
            {t('takeTable')}
          </Button>
          {columns.length > 0 && (
            <Button icon="plus" onClick={() => onChange({ rows: [...rows, columns.map(() => '')] })}>
              {t('addRow')}
            </Button>
          )}
        </div>
      )}
      {columns.length === 0 ? (
        <EmptyState title={t('noRows')}>{t('noRowsText')}</EmptyState>
      ) : (
        <>
          <Counts columns={columns} rows={rows} />
          <div className={styles.table} tabIndex={0} role="region" aria-label={t('register')}>
            <table>
              <thead>
                <tr>
                  {columns.map((name) => (
                    <th key={name} scope="col">
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.slice(0, all ? undefined : SHOWN).map((cells, row) => (
                  // oxlint-disable-next-line react/no-array-index-key -- a row of a register has no other identity
                  <tr key={row}>
                    {columns.map((name, column) => (
                      <td key={name}>
                        <input
                          aria-label={t('cell', { column: name, row: row + 1 })}
                          value={cells[column] ?? ''}
                          maxLength={1000}
                          readOnly={reads}
                          onChange={(event) => cell(row, column, event.target.value)}
                        />
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {rows.length > SHOWN && !all && (
            <Button variant="quiet" onClick={() => setAll(true)}>
              {t('showAll', { count: rows.length })}
            </Button>
          )}
        </>
      )}
      {pasting && <PasteDialog enterpriseId={enterpriseId} onClose={() => setPasting(false)} onTaken={take} />}
    </section>
  )
}

/** How often each value of a column stands, as numbers and shares of the rows that say something. */
function Counts({ columns, rows }: { columns: string[]; rows: string[][] }) {
  const { t, formatPercent } = useTexts<typeof import('./texts.fr.json')>('records')
  const [column, setColumn] = useState(columns.length - 1)
  const values = rows.map((cells) => cells[column] ?? '').filter(Boolean)
  const counts = [...new Set(values)]
    .map((value) => ({ value, count: values.filter((one) => one === value).length }))
    .sort((a, b) => b.count - a.count)
  return (
    <div className={styles.counts}>
      <SelectField
        label={t('countBy')}
        value={String(column)}
        onChange={(event) => setColumn(Number(event.target.value))}
        options={columns.map((name, index) => ({ value: String(index), label: name }))}
      />
      {counts.length > 20 ? (
        <p>{t('tooManyValues', { count: counts.length })}</p>
      ) : (
        <ul>
          {counts.map(({ value, count }) => (
            <li key={value}>
              <span>{value}</span>
              <span className={styles.bar} style={{ inlineSize: `${(100 * count) / values.length}%` }} aria-hidden />
              <span className={styles.facts}>
                {count} ({formatPercent(count / values.length)})
              </span>
            </li>
          ))}
        </ul>
      )}
      <p className={styles.facts}>{t('base', { count: values.length, missing: rows.length - values.length })}</p>
    </div>
  )
}

interface PasteDialogProps {
  enterpriseId: string
  onClose: () => void
  onTaken: (table: { columns: string[]; rows: string[][] }) => void
}

function PasteDialog({ enterpriseId, onClose, onTaken }: PasteDialogProps) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('records')
  const client = useApolloClient()
  const [text, setText] = useState('')
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const read = async () => {
    setBusy(true)
    setError(undefined)
    try {
      const { data } = await client.query({
        query: RecordPage_ReadRegister,
        variables: { enterpriseId, text },
        fetchPolicy: 'no-cache',
      })
      onTaken({ columns: data!.readRegister.columns, rows: data!.readRegister.rows })
    } catch (thrown) {
      setError(thrown)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog open wide title={t('takeTable')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy) void read()
        }}
      >
        <p>{t('takeTableText')}</p>
        <FileField
          label={t('chooseFile')}
          accept=".csv,.tsv,.txt,text/csv"
          maxBytes={MOST_BYTES}
          onChoose={async (file) => setText(await file.text())}
        />
        <TextArea
          label={t('tableText')}
          rows={8}
          required
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {error !== undefined && <FailedState what={t('tableFailed')} error={error} />}
        <div className={styles.acts}>
          <Button type="submit" variant="primary" busy={busy}>
            {t('takeRows')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
