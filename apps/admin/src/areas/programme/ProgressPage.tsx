import { useQuery } from '@apollo/client/react'
import { Link, useSearchParams } from 'react-router'
import { graphql } from '@vises/schema/admin'
import { ButtonLink } from '@vises/ui/Button.tsx'
import { EmptyState } from '@vises/ui/EmptyState.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { Page } from '@vises/ui/Page.tsx'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { ExportMenu } from '../../pictures/ExportMenu.tsx'
import { PictureFacts } from '../../pictures/PictureFacts.tsx'
import { filterWords, readProgress } from './progress-address.ts'
import type { Dashboard } from './progress-sums.ts'
import { ProgressFilters } from './ProgressFilters.tsx'
import { ProgressTable } from './ProgressTable.tsx'
import styles from './Programme.module.css'
import { StandingTable } from './StandingTable.tsx'

const Programme_Progress = graphql(`
  query Programme_Progress($filter: ProgressFilter!) {
    programmeDashboard(filter: $filter) {
      asOf
      total {
        target
        declined
        recruited
        notStarted
        started
        active
        paused
        stopped
        completed
        phase1
        phase2
        phase3
        stalled
        stoppedBy {
          reason
          count
        }
      }
      rows {
        platformCode
        territory
        partnerId
        partnerName
        counts {
          declined
          recruited
          notStarted
          started
          active
          paused
          stopped
          completed
          phase1
          phase2
          phase3
          stalled
        }
      }
      targets {
        partnerId
        partnerName
        platformCode
        target
      }
    }
  }
`)

/** Where the pilots of the programme stand, for its lead: counts only, from what partners share. */
export function ProgressPage() {
  const { t, language, formatDateTime } = useTexts<typeof import('./texts.fr.json')>('programme')
  const [params] = useSearchParams()
  const { filter, cut } = readProgress(params)
  const { data, previousData, error, refetch } = useQuery(Programme_Progress, {
    variables: { filter },
    fetchPolicy: 'cache-and-network',
  })
  const dashboard = (data ?? (error ? undefined : previousData))?.programmeDashboard
  const words = filterWords(filter)
  const fileOf = (format: string) =>
    `/api/exports/programme.${format}?${new URLSearchParams([...words, ['lang', language]])}`
  const narrowed = words.size > 0
  return (
    <Page
      title={t('progress.title')}
      lead={t('progress.lead')}
      status={
        dashboard &&
        (dashboard.asOf ? t('progress.asOf', { when: formatDateTime(dashboard.asOf) }) : t('progress.never'))
      }
      actions={
        <ExportMenu
          label={t('progress.export')}
          help={t('progress.exportHelp')}
          files={[
            { label: t('export.xlsx'), href: fileOf('xlsx') },
            { label: t('export.csv'), href: fileOf('csv') },
          ]}
        />
      }
    >
      <ProgressFilters filter={filter} />
      {error && !data && <FailedState what={t('progress.failed')} error={error} onRetry={() => refetch()} />}
      {!dashboard && !error && <Skeleton kind="table" rows={10} />}
      {dashboard && dashboard.rows.length === 0 && dashboard.targets.length === 0 && (
        <EmptyState
          title={narrowed ? t('progress.noneTitle') : t('progress.emptyTitle')}
          action={
            !narrowed && (
              <ButtonLink variant="primary" icon="mail" to={`/${language}/programme/partners`}>
                {t('progress.invite')}
              </ButtonLink>
            )
          }
        >
          {narrowed ? t('progress.none') : t('progress.empty')}
        </EmptyState>
      )}
      {dashboard && (dashboard.rows.length > 0 || dashboard.targets.length > 0) && (
        <>
          <Sums
            total={dashboard.total}
            stalledAddress={`/${language}/programme/stalled${narrowed ? `?${words}` : ''}`}
          />
          <section aria-labelledby="standing" className={styles.section}>
            <h2 id="standing">{t('standing.title')}</h2>
            <StandingTable
              counts={dashboard.total}
              total={dashboard.total.recruited}
              totalLabel={t('count.recruited')}
            />
            <PictureFacts
              facts={[
                { label: t('picture.n'), value: t('platforms.enterprises', { count: dashboard.total.recruited }) },
                { label: t('picture.base'), value: t('standing.base') },
                ...(dashboard.asOf ? [{ label: t('picture.period'), value: formatDateTime(dashboard.asOf) }] : []),
                { label: t('picture.source'), value: t('standing.source') },
              ]}
            />
            <StopReasons total={dashboard.total} />
          </section>
          <ProgressTable dashboard={dashboard} cut={cut} filter={filter} />
        </>
      )}
    </Page>
  )
}

type Total = Dashboard['total']

/** The counts as sums that a reader can check; the target stands apart. */
function Sums({ total, stalledAddress }: { total: Total; stalledAddress: string }) {
  const { t, formatNumber } = useTexts<typeof import('./texts.fr.json')>('programme')
  const n = (
    name:
      | 'recruited'
      | 'notStarted'
      | 'started'
      | 'active'
      | 'paused'
      | 'stopped'
      | 'completed'
      | 'phase1'
      | 'phase2'
      | 'phase3',
  ) => formatNumber(total[name])
  return (
    <ul className={styles.sums} aria-label={t('sums.label')}>
      <li className={styles.big}>
        <strong>
          {t('sums.recruited', { recruited: n('recruited'), notStarted: n('notStarted'), started: n('started') })}
        </strong>
      </li>
      <li>
        {t('sums.byStatus', {
          started: n('started'),
          active: n('active'),
          paused: n('paused'),
          stopped: n('stopped'),
          completed: n('completed'),
        })}
      </li>
      <li>
        {t('sums.byPhase', {
          started: n('started'),
          phase1: n('phase1'),
          phase2: n('phase2'),
          phase3: n('phase3'),
          stopped: n('stopped'),
          completed: n('completed'),
        })}
      </li>
      <li>{t('sums.declined', { count: total.declined })}</li>
      <li>
        {total.stalled > 0 ? (
          <Link to={stalledAddress}>{t('sums.stalled', { count: total.stalled })}</Link>
        ) : (
          t('sums.noneStalled')
        )}
      </li>
      <li className={styles.soft}>
        {total.target == null ? t('sums.noTarget') : t('sums.target', { target: formatNumber(total.target) })}
      </li>
    </ul>
  )
}

const STOP_REASONS = ['time', 'staff', 'funding', 'noLongerRelevant', 'closure', 'other'] as const

function StopReasons({ total }: { total: Total }) {
  const { t, formatList } = useTexts<typeof import('./texts.fr.json')>('programme')
  const parts = STOP_REASONS.flatMap((reason) => {
    const found = total.stoppedBy.find((one) => one.reason === reason)
    return found ? [t('standing.stopPart', { reason: t(`stopReason.${reason}`), count: found.count })] : []
  })
  if (parts.length === 0) return null
  return <p className={styles.soft}>{t('standing.stoppedBecause', { reasons: formatList(parts) })}</p>
}
