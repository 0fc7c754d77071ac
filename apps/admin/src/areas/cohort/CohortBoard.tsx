import { useState } from 'react'
import { useApolloClient, useQuery } from '@apollo/client/react'
import { Link, useSearchParams } from 'react-router'
import { graphql } from '@vises/schema/admin'
import type { CohortFilter, Cohort_BoardQuery } from '@vises/schema/admin/graphql'
import { Button } from '@vises/ui/Button.tsx'
import { EmptyState } from '@vises/ui/EmptyState.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { Icon } from '@vises/ui/Icon.tsx'
import { PhaseMark } from '@vises/ui/PhaseMark.tsx'
import { PlatformMark } from '@vises/ui/PlatformMark.tsx'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { filterCount, withoutFilters } from './address.ts'
import { useStepTitles } from '../../app/step-titles.ts'
import { walkBoard } from './board-keys.ts'
import styles from './Board.module.css'
import { Stall, State } from './Marks.tsx'
import { Cohort_List, type CohortRow } from './useCohort.ts'

const Cohort_Board = graphql(`
  query Cohort_Board($filter: CohortFilter, $cards: Int!) {
    cohortBoard(filter: $filter, cards: $cards) {
      column
      count
      pageInfo {
        endCursor
        hasNextPage
      }
      cards {
        id
        name
        city
        platform
        coachName
        mine
        phase
        currentStep
        stepsDone
        stepsTotal
        lastActivityAt
        plannedEndOn
        daysLeft
        stallReason
        status
        recruitment
        column
      }
    }
  }
`)

type Column = Cohort_BoardQuery['cohortBoard'][number]
const CARDS = 10

/** The cohort as columns: phases, and the gates that were asked for between them. */
export function CohortBoard({ filter }: { filter: CohortFilter }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('cohort')
  const [params, setParams] = useSearchParams()
  const { data, previousData, error, refetch } = useQuery(Cohort_Board, {
    variables: { filter, cards: CARDS },
    fetchPolicy: 'cache-and-network',
  })
  if (error && !data) return <FailedState what={t('listFailed')} error={error} onRetry={() => refetch()} />
  const columns = (data ?? previousData)?.cohortBoard
  if (!columns) return <Skeleton kind="cards" rows={8} />
  const total = columns.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) {
    return (
      <EmptyState
        title={t(filterCount(params) > 0 ? 'noneFound' : 'empty')}
        action={
          filterCount(params) > 0 && (
            <Button onClick={() => setParams(withoutFilters(params))}>{t('clearFilters')}</Button>
          )
        }
      >
        {t(filterCount(params) > 0 ? 'noneFoundText' : 'emptyText')}
      </EmptyState>
    )
  }
  return (
    <>
      <p role="status">{t('totalBoard', { total })}</p>
      <p id="board-keys" className={styles.keys}>
        {t('boardKeys')}
      </p>
      <div
        className={styles.board}
        role="region"
        aria-label={t('view.board')}
        aria-describedby="board-keys"
        tabIndex={0}
        onKeyDown={walkBoard}
      >
        {columns.map((column) => (
          <BoardColumn key={`${column.column}${JSON.stringify(filter)}`} column={column} filter={filter} />
        ))}
      </div>
    </>
  )
}

function BoardColumn({ column, filter }: { column: Column; filter: CohortFilter }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('cohort')
  const client = useApolloClient()
  const titleOf = useStepTitles()
  const [more, setMore] = useState<CohortRow[]>([])
  const [pageInfo, setPageInfo] = useState(column.pageInfo)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<unknown>()
  const id = `column-${column.column}`
  const kind = column.column.startsWith('gate')
    ? styles.gate
    : column.column.startsWith('phase')
      ? styles[column.column]
      : undefined

  const showMore = async () => {
    setBusy(true)
    setFailed(undefined)
    try {
      const { data } = await client.query({
        query: Cohort_List,
        variables: {
          filter: { ...filter, column: column.column },
          sort: 'NAME',
          descending: false,
          first: CARDS,
          after: pageInfo.endCursor,
        },
        fetchPolicy: 'no-cache',
      })
      if (!data) return
      setMore([...more, ...data.cohort.nodes])
      setPageInfo(data.cohort.pageInfo)
    } catch (error) {
      setFailed(error)
    } finally {
      setBusy(false)
    }
  }

  const rows = [...column.cards, ...more]
  return (
    <section aria-labelledby={id} className={`${styles.column} ${kind ?? ''} ${column.count === 0 ? styles.bare : ''}`}>
      <h2 id={id} className={styles.head}>
        <ColumnMark column={column.column} />
        <span className={styles.columnName}>{t(`column.${column.column}`)}</span>
        <span className={styles.number}>{column.count}</span>
      </h2>
      {rows.length > 0 && (
        <ul className={styles.cards}>
          {rows.map((row) => (
            <Card key={row.id} row={row} titleOf={titleOf} />
          ))}
        </ul>
      )}
      {failed !== undefined && <FailedState what={t('moreFailed')} error={failed} />}
      {pageInfo.hasNextPage && (
        <Button variant="quiet" busy={busy} onClick={() => void showMore()}>
          {t('showMoreOf', { rest: column.count - rows.length })}
        </Button>
      )}
    </section>
  )
}

function ColumnMark({ column }: { column: Column['column'] }) {
  if (column.startsWith('phase')) return <PhaseMark phase={Number(column.at(-1)) as 1} size={20} />
  if (column.startsWith('gate')) return <Icon name="flag" size={18} />
  return <Icon name={column === 'closed' ? 'check' : 'clock'} size={18} />
}

function Card({ row, titleOf }: { row: CohortRow; titleOf: (code: string) => string | undefined }) {
  const { t, language, formatRelativeDay } = useTexts<typeof import('./texts.fr.json')>('cohort')
  const atWork = row.status === 'active' || row.status === 'paused'
  return (
    <li className={styles.card}>
      <p className={styles.cardName}>
        <Link to={`/${language}/enterprises/${row.id}`}>{row.name}</Link>
        {row.platform && <PlatformMark platform={row.platform as 'A'} size={20} />}
      </p>
      {row.currentStep && atWork && (
        <p className={styles.line}>
          {row.currentStep} {titleOf(row.currentStep)}
        </p>
      )}
      {!atWork && (
        <p className={styles.line}>
          <State row={row} />
        </p>
      )}
      {row.status === 'paused' && <p className={styles.line}>{t('status.paused')}</p>}
      <p className={styles.soft}>
        {row.coachName ?? t('withoutCoach')}
        {row.lastActivityAt && atWork && ` · ${formatRelativeDay(row.lastActivityAt)}`}
      </p>
      <Stall reason={row.stallReason} />
    </li>
  )
}
