import { useEffect } from 'react'
import { useMutation, useQuery } from '@apollo/client/react'
import { graphql } from '@vises/schema/client'
import type { CollectionImportFragment } from '@vises/schema/client/graphql'
import { Button } from '@vises/ui/Button.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { Notice } from '@vises/ui/Notice.tsx'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import styles from './Collection.module.css'
import { ImportColumns } from './ImportColumns.tsx'
import { ImportFaults } from './ImportFaults.tsx'
import type { Wave } from './useWave.ts'

const CollectionPage_Import = graphql(`
  query CollectionPage_Import($id: ID!) {
    answerImport(importId: $id) {
      ...CollectionImport
    }
  }
  fragment CollectionImport on AnswerImport {
    id
    fileName
    status
    rowCount
    doneCount
    faultyCount
    problem
    columns {
      header
      sample
      target
    }
    targets {
      name
      label
      partLabel
    }
  }
`)
const CollectionPage_ApplyImport = graphql(`
  mutation CollectionPage_ApplyImport($id: ID!) {
    applyAnswerImport(importId: $id) {
      problem
      import {
        ...CollectionImport
      }
    }
  }
`)
const CollectionPage_UndoImport = graphql(`
  mutation CollectionPage_UndoImport($id: ID!) {
    undoAnswerImport(importId: $id) {
      problem
      import {
        ...CollectionImport
      }
    }
  }
`)

export type AnswerFile = CollectionImportFragment
const UNDER_WAY = ['checking', 'applying', 'undoing'] as const

/** One file of answers, step by step: what the columns hold, what is wrong, and then its answers in or out. */
export function ImportFile({ id, wave, onChanged }: { id: string; wave: Wave; onChanged: () => unknown }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('collection')
  const { data, error, refetch, startPolling, stopPolling } = useQuery(CollectionPage_Import, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  })
  const [apply, applying] = useMutation(CollectionPage_ApplyImport)
  const [undo, undoing] = useMutation(CollectionPage_UndoImport)
  const file = data?.answerImport
  const underWay = UNDER_WAY.find((one) => one === file?.status)
  useEffect(() => {
    if (!underWay) return
    startPolling(1000)
    return stopPolling
  }, [underWay, startPolling, stopPolling])
  useEffect(() => void onChanged(), [file?.status])

  if (!file) {
    if (!error) return <Skeleton kind="table" rows={4} />
    return <FailedState what={t('importsFailed')} error={error} onRetry={() => refetch()} />
  }
  const { fileName, status, rowCount, doneCount, faultyCount } = file
  const good = rowCount - (faultyCount ?? 0)
  const failure = applying.error ?? undoing.error
  const refused = applying.data?.applyAnswerImport.problem ?? undoing.data?.undoAnswerImport.problem
  const variables = { id }
  return (
    <section aria-labelledby="file" className={styles.part}>
      <h3 id="file">{fileName}</h3>
      {failure && <FailedState error={failure} />}
      {refused && (
        <Notice tone="warning" live="assertive">
          {t(`importProblem.${refused}`)}
        </Notice>
      )}
      {underWay && (
        <p role="status">
          <progress max={rowCount} value={doneCount} aria-label={t(`import.${underWay}`)} /> {t(`import.${underWay}`)} ·{' '}
          {t('importDone', { done: doneCount, count: rowCount })}
        </p>
      )}
      {status === 'failed' && <Notice tone="danger">{t('importFailed')}</Notice>}
      {(status === 'mapping' || status === 'checked') && (
        <ImportColumns key={status} file={file} wave={wave} onRefused={refetch} />
      )}
      {status === 'checked' && (
        <div className={styles.part}>
          <Notice
            tone={faultyCount ? 'warning' : 'success'}
            live="polite"
            title={t('importGood', { count: good })}
            actions={
              good > 0 && (
                <Button
                  variant="primary"
                  busy={applying.loading}
                  onClick={() => void apply({ variables }).catch(() => undefined)}
                >
                  {t('importApply', { count: good })}
                </Button>
              )
            }
          >
            {faultyCount ? t('importFaulty', { count: faultyCount }) : t('importFine')}
          </Notice>
          {faultyCount ? <ImportFaults file={file} /> : null}
        </div>
      )}
      {status === 'applied' && (
        <Notice
          tone="success"
          title={t('importApplied', { count: good })}
          actions={
            <Button icon="undo" busy={undoing.loading} onClick={() => void undo({ variables }).catch(() => undefined)}>
              {t('importUndo')}
            </Button>
          }
        >
          {t('importAppliedText')}
        </Notice>
      )}
      {status === 'undone' && <Notice>{t('importUndone')}</Notice>}
    </section>
  )
}
