import { useEffect, useState } from 'react'
import { useMutation, useQuery } from '@apollo/client/react'
import { graphql } from '@vises/schema/client'
import type { ExportFormat, ResultsPage_ExportsQuery } from '@vises/schema/client/graphql'
import { apiErrorOf } from '../api-error.ts'
import { Button } from '../Button.tsx'
import { FailedState } from '../FailedState.tsx'
import { CheckField, SelectField } from '../Field.tsx'
import { Icon } from '../Icon.tsx'
import { Notice } from '../Notice.tsx'
import { useTexts } from '../texts.tsx'
import styles from './Results.module.css'

const ResultsPage_Exports = graphql(`
  query ResultsPage_Exports($questionnaireId: ID!) {
    exports(questionnaireId: $questionnaireId) {
      id
      waveId
      format
      language
      status
      rowsDone
      rowsTotal
      bytes
      sha256
      problem
      address
      createdAt
      expiresAt
    }
    exportWaves(questionnaireId: $questionnaireId) {
      waves {
        id
        title
      }
      otherWaves
    }
  }
`)
const ResultsPage_StartExport = graphql(`
  mutation ResultsPage_StartExport($input: StartExportInput!) {
    startExport(input: $input) {
      problem
      export {
        id
      }
    }
  }
`)
const ResultsPage_CancelExport = graphql(`
  mutation ResultsPage_CancelExport($id: ID!) {
    cancelExport(exportId: $id) {
      id
      status
    }
  }
`)

const FORMATS: ExportFormat[] = ['csv', 'xlsx', 'sav', 'json', 'codebook']
const ASK_AGAIN_MS = 1500

type ResponseExport = ResultsPage_ExportsQuery['exports'][number]

/** Takes the answers away as a file: which one, how far it is, where it is. */
export function Exports({ questionnaireId, waveId }: { questionnaireId: string; waveId: string }) {
  const { t, language, formatList } = useTexts<typeof import('./figures/texts.fr.json')>('figures')
  const [format, setFormat] = useState<ExportFormat>('csv')
  const [allWaves, setAllWaves] = useState(false)
  const [bom, setBom] = useState(true)
  const [start, starting] = useMutation(ResultsPage_StartExport)
  const { data, error, refetch, startPolling, stopPolling } = useQuery(ResultsPage_Exports, {
    variables: { questionnaireId },
    fetchPolicy: 'cache-and-network',
  })
  const files = data?.exports ?? []
  const isBusy = files.some(({ status }) => status === 'waiting' || status === 'running')
  useEffect(() => {
    if (isBusy) startPolling(ASK_AGAIN_MS)
    else stopPolling()
    return stopPolling
  }, [isBusy, startPolling, stopPolling])
  const submit = async () => {
    const input = { questionnaireId, waveId: allWaves ? null : waveId, format, language, options: { bom } }
    await start({ variables: { input } }).catch(() => undefined)
    await refetch()
  }
  // No wave is open to this coach any more.
  if (error && !data && apiErrorOf(error).code === 'NOT_FOUND') return null
  const { waves = [], otherWaves = 0 } = data?.exportWaves ?? {}
  return (
    <section aria-labelledby="exports" className={styles.exports}>
      <h2 id="exports">{t('export.title')}</h2>
      <p>{t('export.text')}</p>
      <form
        className={styles.exportForm}
        onSubmit={(event) => {
          event.preventDefault()
          if (!starting.loading) void submit()
        }}
      >
        <SelectField
          label={t('export.format')}
          value={format}
          onChange={(event) => setFormat(event.target.value as ExportFormat)}
          options={FORMATS.map((one) => ({ value: one, label: t(`format.${one as 'csv'}`) }))}
        />
        {waves.length > 1 && (
          <CheckField
            label={t(otherWaves > 0 ? 'export.openWaves' : 'export.allWaves')}
            help={formatList(waves.map(({ title }) => title))}
            checked={allWaves}
            onChange={(event) => setAllWaves(event.target.checked)}
          />
        )}
        {otherWaves > 0 && <p className={styles.soft}>{t('export.otherWaves', { count: otherWaves })}</p>}
        {format === 'csv' && (
          <CheckField
            label={t('export.bom')}
            help={t('export.bomHelp')}
            checked={bom}
            onChange={(event) => setBom(event.target.checked)}
          />
        )}
        <Button type="submit" variant="primary" icon="download" busy={starting.loading}>
          {t('export.start')}
        </Button>
      </form>
      {starting.data?.startExport.problem && (
        <Notice tone="warning" live="assertive">
          {t(`export.problem.${starting.data.startExport.problem}`)}
        </Notice>
      )}
      {starting.error && <FailedState error={starting.error} />}
      {error && !data && <FailedState what={t('export.listFailed')} error={error} onRetry={() => refetch()} />}
      <ul className={styles.cards} aria-live="polite">
        {files.map((file) => (
          <ExportCard key={file.id} file={file} onChanged={refetch} />
        ))}
      </ul>
    </section>
  )
}

function ExportCard({ file, onChanged }: { file: ResponseExport; onChanged: () => Promise<unknown> }) {
  const { t, formatNumber, formatDateTime } = useTexts<typeof import('./figures/texts.fr.json')>('figures')
  const [cancel, { loading }] = useMutation(ResultsPage_CancelExport)
  const isUnderWay = file.status === 'waiting' || file.status === 'running'
  const size = file.bytes
    ? t('export.size', { kilobytes: formatNumber(Math.max(1, Math.round(file.bytes / 1000))) })
    : ''
  return (
    <li className={styles.card}>
      <span>
        <strong>{t(`format.${file.format as 'csv'}`)}</strong>{' '}
        <span className={styles.soft}>{formatDateTime(file.createdAt)}</span>
      </span>
      {isUnderWay && (
        <span className={styles.progress}>
          <progress max={file.rowsTotal ?? undefined} value={file.rowsTotal ? file.rowsDone : undefined} />{' '}
          {t('export.rows', { done: formatNumber(file.rowsDone), total: formatNumber(file.rowsTotal ?? 0) })}
        </span>
      )}
      {file.status === 'done' && file.address && (
        <a href={file.address} download className={styles.download}>
          <Icon name="download" size={18} /> {t('export.download', { rows: formatNumber(file.rowsTotal ?? 0), size })}
        </a>
      )}
      {file.status === 'failed' && <span className={styles.soft}>{t('export.failed')}</span>}
      {file.status === 'cancelled' && <span className={styles.soft}>{t('export.cancelled')}</span>}
      {file.status !== 'cancelled' && (
        <Button
          variant="quiet"
          busy={loading}
          onClick={() => void cancel({ variables: { id: file.id } }).then(onChanged, () => undefined)}
        >
          {t(isUnderWay ? 'export.cancel' : 'export.remove')}
        </Button>
      )}
    </li>
  )
}
