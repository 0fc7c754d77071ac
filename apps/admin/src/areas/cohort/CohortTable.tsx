import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useApolloClient, useQuery } from '@apollo/client/react'
import { useNavigationType, useSearchParams } from 'react-router'
import { LIMITS } from '@vises/schema/limits'
import { graphql } from '@vises/schema/admin'
import { Button, ButtonLink } from '@vises/ui/Button.tsx'
import { EmptyState } from '@vises/ui/EmptyState.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useCan } from '@vises/ui/auth/Session.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { filterCount, withoutFilters, type CohortAddress } from './address.ts'
import { BulkBar } from './BulkBar.tsx'
import { CohortRows } from './CohortRows.tsx'
import { useStepTitles } from '../../app/step-titles.ts'
import styles from './Cohort.module.css'
import { Cohort_List, type useChoices } from './useCohort.ts'
import { useSelection } from './useSelection.ts'

const Cohort_Ids = graphql(`
  query Cohort_Ids($filter: CohortFilter, $first: Int!, $after: String) {
    cohort(filter: $filter, first: $first, after: $after) {
      nodes {
        id
        mine
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`)

const ROWS = 25
const MOST_ROWS = 100

/** The cohort as a table: page by page, with a selection to work on. */
export function CohortTable({ address, choices }: { address: CohortAddress; choices: ReturnType<typeof useChoices> }) {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('cohort')
  const { filter, sort, descending } = address
  const client = useApolloClient()
  const can = useCan()
  const [params, setParams] = useSearchParams()
  const titleOf = useStepTitles()
  // Coming back shows the rows that were there, so that the eye finds the same place.
  const cameBack = useNavigationType() === 'POP'
  const { data, previousData, error, refetch, fetchMore } = useQuery(Cohort_List, {
    variables: { filter, sort, descending, first: ROWS },
    fetchPolicy: cameBack ? 'cache-first' : 'cache-and-network',
    nextFetchPolicy: 'cache-first',
    notifyOnNetworkStatusChange: false,
  })
  const selection = useSelection(JSON.stringify(filter))
  const [more, setMore] = useState<'idle' | 'loading' | { failed: unknown }>('idle')
  const [allFailed, setAllFailed] = useState<unknown>()
  const body = useRef<HTMLDivElement>(null)
  const moreButton = useRef<HTMLDivElement>(null)
  useLastOpened(body, cameBack && data !== undefined)
  // Who asks for more by key reads on at the first of them.
  const [readOn, setReadOn] = useState<number>()
  const shown = data?.cohort.nodes.length ?? 0
  useEffect(() => {
    if (readOn === undefined || shown <= readOn) return
    setReadOn(undefined)
    body.current?.querySelectorAll<HTMLElement>('a[data-enterprise]')[readOn]?.focus()
  }, [readOn, shown])

  if (error && !data) return <FailedState what={t('listFailed')} error={error} onRetry={() => refetch()} />
  const page = (data ?? previousData)?.cohort
  if (!page) return <Skeleton kind="table" rows={10} />
  const { nodes, totalCount, pageInfo } = page

  if (totalCount === 0 && filterCount(params) > 0) {
    return (
      <EmptyState
        title={t('noneFound')}
        action={<Button onClick={() => setParams(withoutFilters(params))}>{t('clearFilters')}</Button>}
      >
        {t('noneFoundText')}
      </EmptyState>
    )
  }
  if (totalCount === 0) {
    return (
      <EmptyState
        title={t('empty')}
        action={
          can('enterprise:create') && (
            <>
              <ButtonLink variant="primary" icon="plus" to={`/${language}/enterprises/new`}>
                {t('newEnterprise')}
              </ButtonLink>
              <ButtonLink icon="upload" to={`/${language}/imports`}>
                {t('import')}
              </ButtonLink>
            </>
          )
        }
      >
        {t('emptyText')}
      </EmptyState>
    )
  }

  const manages = can('cohort:manage')
  const selectable = ({ mine }: { mine: boolean }) => manages || (mine && can('cohort:remind'))
  const showMore = async () => {
    setMore('loading')
    const byKey = moreButton.current?.querySelector(':focus-visible') != null
    try {
      await fetchMore({ variables: { first: ROWS, after: pageInfo.endCursor } })
      setMore('idle')
      if (byKey) setReadOn(nodes.length)
    } catch (failed) {
      setMore({ failed })
    }
  }
  const chooseAll = async () => {
    setAllFailed(undefined)
    try {
      const ids: string[] = []
      for (let after: string | null | undefined; ids.length < LIMITS.bulkEnterprises;) {
        const answer = await client.query({
          query: Cohort_Ids,
          variables: { filter, first: MOST_ROWS, after },
          fetchPolicy: 'no-cache',
        })
        const found = answer.data?.cohort
        ids.push(...(found?.nodes ?? []).filter(selectable).map(({ id }) => id))
        if (!found?.pageInfo.hasNextPage) break
        after = found.pageInfo.endCursor
      }
      selection.set(ids.slice(0, LIMITS.bulkEnterprises), true)
    } catch (failed) {
      setAllFailed(failed)
    }
  }
  // The bar goes with the last choice: who was in it is back at the boxes.
  const clear = () => {
    if (document.activeElement?.closest('[data-bulk]'))
      body.current?.querySelector<HTMLElement>('input')?.focus({ preventScroll: true })
    selection.clear()
  }
  // What was done stays done, whether the list can be read again or not.
  const readAgain = () =>
    Promise.allSettled([
      refetch({ first: Math.min(MOST_ROWS, Math.max(ROWS, nodes.length)) }),
      client.refetchQueries({ include: ['Cohort_Counts', 'Cohort_Choices'] }),
    ])

  return (
    <div
      onKeyDown={(event: KeyboardEvent) =>
        event.key === 'Escape' && !(event.target as Element).closest('dialog') && clear()
      }
    >
      <p className={styles.total} role="status">
        {t('total', { shown: nodes.length, total: totalCount })}
      </p>
      <BulkBar
        chosen={selection.chosen}
        coaches={choices.coaches}
        platforms={choices.platforms}
        offerAll={
          pageInfo.hasNextPage && nodes.filter(selectable).every(({ id }) => selection.chosen.has(id))
            ? Math.min(totalCount, LIMITS.bulkEnterprises)
            : undefined
        }
        onAll={() => void chooseAll()}
        onClear={clear}
        onChanged={readAgain}
      />
      {allFailed !== undefined && (
        <FailedState what={t('allFailed')} error={allFailed} onRetry={() => void chooseAll()} />
      )}
      <div ref={body}>
        <CohortRows rows={nodes} address={address} titleOf={titleOf} selectable={selectable} selection={selection} />
      </div>
      {typeof more === 'object' && <FailedState what={t('moreFailed')} error={more.failed} />}
      {pageInfo.hasNextPage && (
        <div ref={moreButton} className={styles.more}>
          <Button busy={more === 'loading'} onClick={() => void showMore()}>
            {t('showMore')}
          </Button>
        </div>
      )}
    </div>
  )
}

/** After going back, the enterprise that was opened is in sight and has the focus. */
function useLastOpened(place: { current: HTMLElement | null }, ready: boolean): void {
  const done = useRef(false)
  useEffect(() => {
    if (!ready || done.current) return
    done.current = true
    const id = sessionStorage.getItem('cohort.opened')
    const link = id && place.current?.querySelector<HTMLElement>(`a[data-enterprise="${CSS.escape(id)}"]`)
    if (!link) return
    sessionStorage.removeItem('cohort.opened')
    // After the page itself has put the focus on its title.
    setTimeout(() => {
      link.focus({ preventScroll: true })
      link.scrollIntoView({ block: 'center' })
    })
  }, [ready, place])
}
