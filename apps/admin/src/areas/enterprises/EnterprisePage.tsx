import { useState } from 'react'
import { Menu, Tabs } from '@mantine/core'
import { useParams, useSearchParams } from 'react-router'
import { Button, ButtonLink } from '@vises/ui/Button.tsx'
import { DemoBadge } from '@vises/ui/DemoBadge.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { Page } from '@vises/ui/Page.tsx'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import styles from './Enterprise.module.css'
import { History } from './History.tsx'
import { Identity } from './Identity.tsx'
import { People } from './People.tsx'
import { Sessions } from './Sessions.tsx'
import { Standing } from './Standing.tsx'
import { StopDialog } from './StopDialog.tsx'
import { Territories } from './Territories.tsx'
import { OpenTransferNotice, TransferDialog } from './Transfer.tsx'
import { useEnterprise, type Enterprise } from './useEnterprise.ts'

const TABS = ['overview', 'people', 'sessions', 'history'] as const

/** One enterprise of the cohort: where it stands, what it is, who works there, what was agreed. */
export function EnterprisePage() {
  const { id = '' } = useParams()
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('enterprises')
  const { enterprise, error, retry, changed } = useEnterprise(id)
  const crumbs = [{ label: t('cohort'), to: `/${language}/cohort` }]
  if (!enterprise) {
    return (
      <Page title={t('enterprise')} crumbs={crumbs}>
        {error ? (
          <FailedState what={t('failed')} error={error} onRetry={() => retry()} />
        ) : (
          <Skeleton kind="page" rows={6} />
        )}
      </Page>
    )
  }
  return <Loaded key={enterprise.id} enterprise={enterprise} crumbs={crumbs} onChanged={changed} />
}

interface LoadedProps {
  enterprise: Enterprise
  crumbs: { label: string; to: string }[]
  onChanged: () => Promise<unknown>
}

function Loaded({ enterprise, crumbs, onChanged }: LoadedProps) {
  const { t, language, formatRelativeDay } = useTexts<typeof import('./texts.fr.json')>('enterprises')
  const [params, setParams] = useSearchParams()
  const [doing, setDoing] = useState<'transfer' | 'stop'>()
  const may = (action: string) => enterprise.can.includes(action)
  const current = enterprise.evaluations.find((one) => one.current)
  const tabs = TABS.filter(
    (tab) =>
      tab === 'overview' ||
      tab === 'history' ||
      (tab === 'people' ? may('enterpriseMember:read') : may('supportSession:read')),
  )
  const tab = tabs.find((one) => one === params.get('tab')) ?? 'overview'
  const atWork = current?.status === 'active' || current?.status === 'paused'
  const canStop = may('evaluation:stop') && (current ? atWork : enterprise.recruitment !== 'declined')
  const canTransfer = may('enterprise:transfer') && !enterprise.openTransfer
  const change = { enterprise, onChanged }

  return (
    <Page
      title={enterprise.name}
      crumbs={crumbs}
      status={
        <span className={styles.status}>
          {enterprise.city && <span>{enterprise.city}</span>}
          <span>{t('changed', { when: formatRelativeDay(enterprise.updatedAt) })}</span>
          {enterprise.isDemo && <DemoBadge />}
        </span>
      }
      actions={
        <>
          {current && may('evaluation:read') && (
            <ButtonLink variant="primary" icon="path" to={`/${language}/enterprises/${enterprise.id}/evaluation`}>
              {t('openEvaluation')}
            </ButtonLink>
          )}
          {may('result:read') && (
            <ButtonLink icon="chart" to={`/${language}/enterprises/${enterprise.id}/results`}>
              {t('openResults')}
            </ButtonLink>
          )}
          {(canStop || canTransfer) && (
            <Menu position="bottom-start" withinPortal>
              <Menu.Target>
                <Button icon="more">{t('more')}</Button>
              </Menu.Target>
              <Menu.Dropdown>
                {canTransfer && <Menu.Item onClick={() => setDoing('transfer')}>{t('transfer')}</Menu.Item>}
                {canStop && <Menu.Item onClick={() => setDoing('stop')}>{t(current ? 'stop' : 'decline')}</Menu.Item>}
              </Menu.Dropdown>
            </Menu>
          )}
        </>
      }
    >
      {enterprise.openTransfer && (
        <OpenTransferNotice
          transfer={enterprise.openTransfer}
          mayWithdraw={may('enterprise:transfer')}
          onChanged={onChanged}
        />
      )}
      <Tabs
        value={tab}
        onChange={(next) => setParams(next && next !== 'overview' ? { tab: next } : {}, { replace: true })}
        keepMounted={false}
      >
        <Tabs.List aria-label={t('tabs')} className={styles.tabs}>
          {tabs.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`tab.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="overview">
          <Standing {...change} />
          <Identity {...change} />
          <Territories {...change} />
        </Tabs.Panel>
        {tabs.includes('people') && (
          <Tabs.Panel value="people">
            <People {...change} />
          </Tabs.Panel>
        )}
        {tabs.includes('sessions') && (
          <Tabs.Panel value="sessions">
            <Sessions {...change} />
          </Tabs.Panel>
        )}
        <Tabs.Panel value="history">
          <History {...change} />
        </Tabs.Panel>
      </Tabs>
      {doing === 'transfer' && <TransferDialog {...change} onClose={() => setDoing(undefined)} />}
      {doing === 'stop' && <StopDialog {...change} onClose={() => setDoing(undefined)} />}
    </Page>
  )
}
