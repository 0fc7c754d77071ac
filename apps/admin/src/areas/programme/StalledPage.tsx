import { useQuery } from '@apollo/client/react'
import { useSearchParams } from 'react-router'
import { graphql } from '@vises/schema/admin'
import { Button } from '@vises/ui/Button.tsx'
import { EmptyState } from '@vises/ui/EmptyState.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { Page } from '@vises/ui/Page.tsx'
import { PlatformMark } from '@vises/ui/PlatformMark.tsx'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { useStepTitles } from '../../app/step-titles.ts'
import { TableRegion } from '../../pictures/TableRegion.tsx'
import { among } from '../../pictures/words-of-address.ts'
import { filterWords, readProgress } from './progress-address.ts'
import { ProgressFilters } from './ProgressFilters.tsx'
import styles from './Programme.module.css'
import { PLATFORMS, useTerritoryName } from './words.ts'

const Programme_Stalled = graphql(`
  query Programme_Stalled($filter: ProgressFilter!, $after: String) {
    programmeStalled(filter: $filter, first: 50, after: $after) {
      nodes {
        enterpriseId
        enterpriseName
        partnerId
        partnerName
        coachName
        platformCode
        territory
        currentStep
        reason
        since
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

const REASONS = ['overrun', 'noQuestion', 'stepStands', 'collectionStands', 'quiet', 'timeShort'] as const

/** The enterprises behind the count of those that stand still: why, since when, and whom to call. */
export function StalledPage() {
  const { t, language, formatDay, formatRelativeDay } = useTexts<typeof import('./texts.fr.json')>('programme')
  const [params] = useSearchParams()
  const { filter } = readProgress(params)
  const territoryName = useTerritoryName()
  const titleOf = useStepTitles()
  const { data, error, refetch, fetchMore, loading } = useQuery(Programme_Stalled, {
    variables: { filter },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  })
  const page = data?.programmeStalled
  const words = filterWords(filter)
  const reasonOf = (code: string) => {
    const known = among(REASONS, code)
    return known ? t(`stalled.reason.${known}`) : code
  }
  return (
    <Page
      title={t('stalled.title')}
      lead={t('stalled.lead')}
      crumbs={[{ label: t('progress.title'), to: `/${language}/programme${words.size ? `?${words}` : ''}` }]}
    >
      <ProgressFilters filter={filter} />
      {error && !data && <FailedState what={t('stalled.failed')} error={error} onRetry={() => refetch()} />}
      {!data && !error && <Skeleton kind="table" rows={8} />}
      {page?.nodes.length === 0 && <EmptyState title={t('stalled.emptyTitle')}>{t('stalled.empty')}</EmptyState>}
      {page && page.nodes.length > 0 && (
        <>
          <TableRegion label={t('stalled.title')}>
            <thead>
              <tr>
                <th scope="col">{t('stalled.enterprise')}</th>
                <th scope="col">{t('stalled.reason')}</th>
                <th scope="col">{t('stalled.since')}</th>
                <th scope="col">{t('stalled.step')}</th>
                <th scope="col">{t('partners.name')}</th>
                <th scope="col">{t('stalled.coach')}</th>
                <th scope="col">{t('column.platform')}</th>
                <th scope="col">{t('partners.territory')}</th>
              </tr>
            </thead>
            <tbody>
              {page.nodes.map((row) => (
                <tr key={row.enterpriseId}>
                  <th scope="row">{row.enterpriseName}</th>
                  <td>{reasonOf(row.reason)}</td>
                  <td className={styles.nowrap}>
                    <time dateTime={row.since}>{formatDay(row.since)}</time>
                    <span className={`${styles.soft} ${styles.block}`}>{formatRelativeDay(row.since)}</span>
                  </td>
                  <td>{row.currentStep ? `${row.currentStep} ${titleOf(row.currentStep) ?? ''}` : '–'}</td>
                  <td>{row.partnerName}</td>
                  <td>{row.coachName ?? t('stalled.noCoach')}</td>
                  <td>
                    {among(PLATFORMS, row.platformCode) ? (
                      <PlatformMark platform={row.platformCode as 'A'} size={20} />
                    ) : (
                      t('noPlatform')
                    )}
                  </td>
                  <td>{territoryName(row.territory)}</td>
                </tr>
              ))}
            </tbody>
          </TableRegion>
          {page.pageInfo.hasNextPage && (
            <Button busy={loading} onClick={() => void fetchMore({ variables: { after: page.pageInfo.endCursor } })}>
              {t('more')}
            </Button>
          )}
        </>
      )}
    </Page>
  )
}
