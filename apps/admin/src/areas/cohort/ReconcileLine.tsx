import { useState, type ReactNode } from 'react'
import { Table } from '@mantine/core'
import { useQuery } from '@apollo/client/react'
import { Link, useSearchParams } from 'react-router'
import { graphql } from '@vises/schema/admin'
import type { Cohort_CountsQuery } from '@vises/schema/admin/graphql'
import { Button } from '@vises/ui/Button.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { PlatformMark } from '@vises/ui/PlatformMark.tsx'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useCan } from '@vises/ui/auth/Session.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { WideTable } from '../../pictures/WideTable.tsx'
import { STATUSES, withoutFilters, withWords } from './address.ts'
import styles from './Cohort.module.css'
import { TargetsDialog } from './TargetsDialog.tsx'

const Cohort_Counts = graphql(`
  query Cohort_Counts {
    cohortCounts {
      total {
        target
        recruited
        notInvited
        invited
        pending
        declined
        started
        active
        paused
        stopped
        completed
        stoppedByReason {
          reason
          count
        }
      }
      byPlatform {
        platform
        target
        recruited
        notInvited
        invited
        pending
        declined
        started
        active
        paused
        stopped
        completed
      }
    }
  }
`)

type Total = Cohort_CountsQuery['cohortCounts']['total']
type Counts = Omit<Total, 'stoppedByReason'>
type Platform = { code: string; name: string }

/** Which part of the cohort a number stands for, as the address says it. */
const PARTS = {
  notInvited: { recruitments: 'recruited' },
  declined: { recruitments: 'declined' },
  pending: { recruitments: 'pending' },
  started: { statuses: STATUSES.join(',') },
  active: { statuses: 'active' },
  paused: { statuses: 'paused' },
  stopped: { statuses: 'stopped' },
  completed: { statuses: 'completed' },
} as const
const SHOWN = [
  'target',
  'recruited',
  'notInvited',
  'invited',
  'pending',
  'declined',
  'started',
  'active',
  'paused',
  'stopped',
  'completed',
] as const

/** The numbers of the whole cohort, written so that anyone can add them up; each opens the enterprises behind it. */
export function ReconcileLine({ platforms }: { platforms: Platform[] }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('cohort')
  const can = useCan()
  const [settingTargets, setSettingTargets] = useState(false)
  const { data, error, refetch } = useQuery(Cohort_Counts, { fetchPolicy: 'cache-and-network' })
  if (error && !data) return <FailedState what={t('countsFailed')} error={error} onRetry={() => refetch()} />
  if (!data) return <Skeleton rows={2} />
  const { total, byPlatform } = data.cohortCounts

  return (
    <section aria-label={t('counts')} className={styles.counts}>
      <Sums counts={total} />
      {total.stoppedByReason.length > 0 && (
        <p className={styles.reasons}>
          {t('stoppedBecause')}{' '}
          {total.stoppedByReason
            .map(({ reason, count }) => t('reasonCount', { reason: t(`stop.${reason as 'time'}`), count }))
            .join(', ')}
        </p>
      )}
      <details>
        <summary>{t('byPlatform')}</summary>
        <WideTable label={t('byPlatform')} minWidth={820}>
          <Table aria-label={t('byPlatform')} className={styles.numbers}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t('platform')}</Table.Th>
                {SHOWN.map((part) => (
                  <Table.Th key={part} scope="col">
                    {t(`count.${part}`)}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {byPlatform.map((counts) => (
                <Table.Tr key={counts.platform ?? 'none'}>
                  <Table.Th scope="row">
                    <PlatformName code={counts.platform} platforms={platforms} />
                  </Table.Th>
                  {SHOWN.map((part) => (
                    <Table.Td key={part}>{counts[part] ?? t('noTarget')}</Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </WideTable>
        {can('cohort:manage') && platforms.length > 0 && (
          <Button icon="flag" onClick={() => setSettingTargets(true)}>
            {t('setTargets')}
          </Button>
        )}
      </details>
      {settingTargets && (
        <TargetsDialog
          platforms={platforms}
          targets={new Map(byPlatform.map(({ platform, target }) => [platform, target ?? null]))}
          onClose={() => setSettingTargets(false)}
          onSaved={() => refetch()}
        />
      )}
    </section>
  )
}

function PlatformName({ code, platforms }: { code: string | null | undefined; platforms: Platform[] }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('cohort')
  if (!code) return <>{t('noPlatform')}</>
  return (
    <PlatformMark platform={code as 'A'} size={18} name={platforms.find((one) => one.code === code)?.name ?? code} />
  )
}

function Sums({ counts }: { counts: Counts }) {
  const { t, formatNumber } = useTexts<typeof import('./texts.fr.json')>('cohort')
  const [params] = useSearchParams()
  const part = (name: keyof typeof PARTS) => (
    <Link to={`?${withWords(withoutFilters(params), PARTS[name])}`}>{t(`part.${name}`, { count: counts[name] })}</Link>
  )
  return (
    <ul className={styles.sums}>
      <li>
        {counts.target != null
          ? t('recruitedOfTarget', { recruited: counts.recruited, target: counts.target })
          : t('recruitedOnly', { recruited: counts.recruited })}
        {counts.notInvited > 0 && (
          <>
            {t('colon')} {t('among')} {part('notInvited')}
          </>
        )}
      </li>
      <Sum
        label={t('sum.invited')}
        value={formatNumber(counts.invited)}
        parts={[part('started'), part('declined'), part('pending')]}
      />
      <Sum
        label={t('sum.started')}
        value={formatNumber(counts.started)}
        parts={[part('active'), part('paused'), part('stopped'), part('completed')]}
      />
    </ul>
  )
}

function Sum({ label, value, parts }: { label: string; value: string; parts: ReactNode[] }) {
  return (
    <li>
      <strong>{label}</strong> {value} ={' '}
      {parts.map((one, index) => (
        <span key={index}>
          {index > 0 && ' + '}
          {one}
        </span>
      ))}
    </li>
  )
}
