import { useMutation } from '@apollo/client/react'
import { useParams } from 'react-router'
import { graphql } from '@vises/schema/client'
import { Button } from '@vises/ui/Button.tsx'
import { DemoBadge } from '@vises/ui/DemoBadge.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { SelectField, TextField } from '@vises/ui/Field.tsx'
import { Notice } from '@vises/ui/Notice.tsx'
import { Page } from '@vises/ui/Page.tsx'
import { SaveState } from '@vises/ui/SaveState.tsx'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { useUndo } from '@vises/ui/Undo.tsx'
import { Notes } from './Notes.tsx'
import styles from './Records.module.css'
import { Register } from './Register.tsx'
import { useRecord } from './useRecord.ts'
import { KINDS, useRecords } from './useRecords.ts'

const RecordPage_Archive = graphql(`
  mutation RecordPage_Archive($id: ID!, $archived: Boolean!) {
    archiveRecord(recordId: $id, archived: $archived) {
      record {
        id
        archivedAt
      }
    }
  }
`)

const LANGUAGES = ['fr', 'nl', 'en', 'de', 'ar', 'tr', 'uk']

/** One record: its facts, its notes with the passages kept of them, or its rows. */
export function RecordPage() {
  const { id = '' } = useParams()
  return <One key={id} id={id} />
}

function One({ id }: { id: string }) {
  const { t, language, formatDay } = useTexts<typeof import('./texts.fr.json')>('records')
  const { writes } = useRecords()
  const { record, draft, error, refetch, change, send, status, savedAt, theirs, settle, failure } = useRecord(id)
  const [archive] = useMutation(RecordPage_Archive)
  const tell = useUndo()
  const put = (archived: boolean) => archive({ variables: { id, archived } })
  const crumbs = [{ label: t('title'), to: `/${language}/records` }]
  if (error && !record)
    return (
      <Page title={t('title')} crumbs={crumbs}>
        <FailedState what={t('oneFailed')} error={error} onRetry={() => refetch()} />
      </Page>
    )
  if (!record || !draft)
    return (
      <Page title={t('title')} crumbs={crumbs}>
        <Skeleton rows={6} />
      </Page>
    )
  const reads = !writes || Boolean(record.archivedAt)
  return (
    <Page
      title={draft.title || t(`kind.${draft.kind}`)}
      crumbs={crumbs}
      status={
        <span className={styles.acts}>
          <span>{t('writtenBy', { name: record.createdByName, day: formatDay(record.updatedAt) })}</span>
          {record.isDemo && <DemoBadge />}
        </span>
      }
      actions={
        writes &&
        !record.archivedAt && (
          <Button
            variant="quiet"
            icon="archive"
            onClick={() =>
              void put(true).then(
                () => tell({ text: t('archivedOne', { title: draft.title }), undo: () => put(false) }),
                () => undefined,
              )
            }
          >
            {t('archive')}
          </Button>
        )
      }
    >
      {record.archivedAt && (
        <Notice
          title={t('isArchived')}
          actions={writes && <Button onClick={() => void put(false)}>{t('restore')}</Button>}
        />
      )}
      {writes && <SaveState status={status} savedAt={savedAt} onResolve={() => void send()} />}
      {failure !== undefined && <FailedState what={t('saveFailed')} error={failure} onRetry={() => void send()} />}
      {theirs && (
        <Notice
          tone="warning"
          live="assertive"
          title={t('conflict')}
          actions={
            <>
              <Button variant="primary" onClick={() => settle(draft.notes ?? '')}>
                {t('keepMine')}
              </Button>
              <Button onClick={() => settle(theirs.notes)}>{t('keepTheirs')}</Button>
              <Button onClick={() => settle(`${theirs.notes}\n\n${draft.notes ?? ''}`)}>{t('keepBoth')}</Button>
            </>
          }
        >
          <p className={styles.quote}>{theirs.notes}</p>
        </Notice>
      )}
      <fieldset className={styles.fields} disabled={reads}>
        <legend className={styles.hiddenLegend}>{t('facts')}</legend>
        <TextField
          label={t('recordTitle')}
          help={t('recordTitleHelp')}
          maxLength={200}
          value={draft.title}
          onChange={(event) => change({ title: event.target.value })}
        />
        <SelectField
          label={t('kindOf')}
          value={draft.kind}
          onChange={(event) => change({ kind: event.target.value as (typeof KINDS)[number] })}
          options={KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        />
        <TextField
          label={t('happenedOn')}
          type="date"
          optional
          value={draft.happenedOn ?? ''}
          onChange={(event) => change({ happenedOn: event.target.value || null })}
        />
        <TextField
          label={t('participants')}
          help={t('participantsHelp')}
          optional
          maxLength={500}
          value={draft.participants ?? ''}
          onChange={(event) => change({ participants: event.target.value || null })}
        />
        <TextField
          label={t('participantCount')}
          type="number"
          min={0}
          max={100000}
          optional
          value={draft.participantCount ?? ''}
          onChange={(event) => change({ participantCount: event.target.value ? Number(event.target.value) : null })}
        />
        <SelectField
          label={t('languageOf')}
          value={draft.language}
          onChange={(event) => change({ language: event.target.value })}
          options={LANGUAGES.map((tag) => ({
            value: tag,
            label: new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? tag,
          }))}
        />
        {(draft.kind === 'document' || draft.kind === 'register') && (
          <TextField
            label={t('source')}
            help={t('sourceHelp')}
            optional
            maxLength={500}
            value={draft.source ?? ''}
            onChange={(event) => change({ source: event.target.value || null })}
          />
        )}
      </fieldset>
      {draft.kind === 'register' ? (
        <Register enterpriseId={record.enterpriseId} draft={draft} reads={reads} onChange={change} />
      ) : (
        <Notes record={record} draft={draft} reads={reads} onChange={change} onSend={send} />
      )}
    </Page>
  )
}
