import { useQuery } from '@apollo/client/react'
import { graphql } from '@vises/schema/client'
import { Button } from '@vises/ui/Button.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useTextById, useTexts } from '@vises/ui/texts.tsx'
import styles from './Collection.module.css'
import type { AnswerFile } from './ImportFile.tsx'

const CollectionPage_ImportFaults = graphql(`
  query CollectionPage_ImportFaults($id: ID!, $after: String) {
    answerImportFaults(importId: $id, first: 50, after: $after) {
      nodes {
        rowNumber
        cells
        faults {
          code
          column
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

/** Every row that cannot be taken: its number in the file, the column, what stands there, and what is wrong. */
export function ImportFaults({ file }: { file: AnswerFile }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('collection')
  const textById = useTextById()
  const { data, error, loading, refetch, fetchMore } = useQuery(CollectionPage_ImportFaults, {
    variables: { id: file.id },
    fetchPolicy: 'network-only',
  })
  const page = data?.answerImportFaults
  if (error && !page) return <FailedState what={t('importsFailed')} error={error} onRetry={() => refetch()} />
  if (!page) return <Skeleton kind="table" rows={4} />
  const lines = page.nodes.flatMap(({ rowNumber, cells, faults }) =>
    faults.map(({ code, column }, at) => ({ id: `${rowNumber} ${at}`, rowNumber, cells, code, column })),
  )
  return (
    <div className={styles.table}>
      <table>
        <caption>{t('faultyRows')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('row')}</th>
            <th scope="col">{t('columnHeader')}</th>
            <th scope="col">{t('cell')}</th>
            <th scope="col">{t('lineFault')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ id, rowNumber, cells, code, column }) => (
            <tr key={id}>
              <td>{rowNumber}</td>
              <td>{column === null ? t('wholeRow') : file.columns[column]?.header}</td>
              <td>{column === null ? '' : cells[column]}</td>
              <td>{textById(`collection.rowFault.${code}`) ?? t('rowFault.invalid')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {page.pageInfo.hasNextPage && (
        <Button
          busy={loading}
          onClick={() => void fetchMore({ variables: { after: page.pageInfo.endCursor } }).catch(() => undefined)}
        >
          {t('morePeople')}
        </Button>
      )}
    </div>
  )
}
