import { useState } from 'react'
import { useQuery } from '@apollo/client/react'
import { Link, useSearchParams } from 'react-router'
import { graphql } from '@vises/schema/client'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { FileField } from '@vises/ui/files/FileField.tsx'
import { Notice } from '@vises/ui/Notice.tsx'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import styles from './Collection.module.css'
import { ImportFile } from './ImportFile.tsx'
import { MOST_BYTES, sendAnswers, type FileProblem } from './send-answers.ts'
import type { Wave } from './useWave.ts'
import { WaveFrame } from './WaveFrame.tsx'

const CollectionPage_Imports = graphql(`
  query CollectionPage_Imports($waveId: ID!) {
    answerImports(waveId: $waveId) {
      id
      fileName
      status
      rowCount
      createdAt
      authorName
    }
  }
`)

/** Answers that were collected elsewhere: a file comes in, is tried, and only then written; and can be taken out again. */
export function ImportPage() {
  return <WaveFrame>{(wave, writes) => writes && <Import wave={wave} />}</WaveFrame>
}

function Import({ wave }: { wave: Wave }) {
  const { t, language, formatDay } = useTexts<typeof import('./texts.fr.json')>('collection')
  const [address, setAddress] = useSearchParams()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<FileProblem>()
  const { data, error, refetch } = useQuery(CollectionPage_Imports, {
    variables: { waveId: wave.id },
    fetchPolicy: 'cache-and-network',
  })
  const chosen = address.get('file')
  const take = async (file: File) => {
    setBusy(true)
    setProblem(undefined)
    const outcome = await sendAnswers(wave.id, file)
    setBusy(false)
    if ('problem' in outcome) return setProblem(outcome.problem)
    setAddress({ file: outcome.id })
    await refetch()
  }
  const files = data?.answerImports
  return (
    <section aria-labelledby="import">
      <h2 id="import">{t('importTitle')}</h2>
      <p className={styles.lead}>{t('importLead')}</p>
      <div className={styles.narrow}>
        <FileField
          label={t('importFile')}
          help={t('importFileHelp')}
          accept=".csv,.xlsx,.txt"
          maxBytes={MOST_BYTES}
          busy={busy}
          onChoose={take}
          onRefused={() => setProblem(undefined)}
        />
        {busy && <p role="status">{t('importReading')}</p>}
        {problem && (
          <Notice tone="danger" live="assertive">
            {t(`file.${problem}`)}
          </Notice>
        )}
      </div>
      {chosen && <ImportFile key={chosen} id={chosen} wave={wave} onChanged={refetch} />}
      {error && !files && <FailedState what={t('importsFailed')} error={error} onRetry={() => refetch()} />}
      {!files && !error && <Skeleton rows={2} />}
      {files && files.length > 0 && (
        <>
          <h3>{t('importFiles')}</h3>
          <ul>
            {files.map(({ id, fileName, status, rowCount, createdAt, authorName }) => (
              <li key={id}>
                <Link to={`/${language}/collection/${wave.id}/import?file=${id}`}>{fileName}</Link>{' '}
                <span className={styles.facts}>
                  {[t(`import.${status}`), t('importRows', { count: rowCount }), formatDay(createdAt), authorName].join(
                    ' · ',
                  )}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
