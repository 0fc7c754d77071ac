import { useState } from 'react'
import { useQuery } from '@apollo/client/react'
import { graphql } from '@vises/schema/admin'
import type { Programme_PartnersQuery } from '@vises/schema/admin/graphql'
import { Button } from '@vises/ui/Button.tsx'
import { EmptyState } from '@vises/ui/EmptyState.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { Page } from '@vises/ui/Page.tsx'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { VisuallyHidden } from '@vises/ui/VisuallyHidden.tsx'
import { useCan } from '@vises/ui/auth/Session.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { ExportMenu } from '../../pictures/ExportMenu.tsx'
import { TableRegion } from '../../pictures/TableRegion.tsx'
import table from '../../pictures/pictures.module.css'
import { Facts } from './Facts.tsx'
import { InviteAdminDialog } from './InviteAdminDialog.tsx'
import styles from './Programme.module.css'
import { TerritoryBudgets } from './TerritoryBudgets.tsx'
import { useTerritoryName } from './words.ts'

const Programme_Partners = graphql(`
  query Programme_Partners {
    programme {
      code
      sheetUpdatedOn
    }
    partners {
      id
      code
      name
      fullName
      territory
      kind
      funding
      isLead
      totalBudgetCents
      erdfCents
      joinedOn
      leftOn
    }
    budgetByTerritory {
      territories {
        territory
        funded
        associated
        totalBudgetCents
        erdfCents
        shareOfBudget
      }
      total {
        funded
        associated
        totalBudgetCents
        erdfCents
        shareOfBudget
      }
    }
    programmeFacts {
      code
      subject
      value
      statedOn
      precision
      source {
        fr
        nl
        en
      }
      label {
        fr
        nl
        en
      }
      reading {
        fr
        nl
        en
      }
    }
  }
`)

export type Partner = Programme_PartnersQuery['partners'][number]
export type Budgets = Programme_PartnersQuery['budgetByTerritory']
export type Fact = Programme_PartnersQuery['programmeFacts'][number]

/** Who takes part, with which approved budget; sums by territory; figures that disagree. */
export function PartnersPage() {
  const { t, language, formatDay } = useTexts<typeof import('./texts.fr.json')>('programme')
  const { data, error, refetch } = useQuery(Programme_Partners)
  const files = [
    { label: t('export.xlsx'), href: `/api/exports/partners.xlsx?lang=${language}` },
    { label: t('export.csv'), href: `/api/exports/partners.csv?lang=${language}` },
  ]
  return (
    <Page
      title={t('partners.title')}
      lead={data && t('partners.lead', { count: data.partners.length })}
      actions={<ExportMenu label={t('export.label')} help={t('partners.exportHelp')} files={files} />}
    >
      {error && !data && <FailedState what={t('partners.failed')} error={error} onRetry={() => refetch()} />}
      {!data && !error && <Skeleton kind="table" rows={12} />}
      {data?.partners.length === 0 && <EmptyState title={t('partners.emptyTitle')}>{t('partners.empty')}</EmptyState>}
      {data && data.partners.length > 0 && (
        <>
          <PartnerTable partners={data.partners} total={data.budgetByTerritory.total} />
          {data.programme && (
            <p className={styles.soft}>
              {t('partners.source', { day: formatDay(data.programme.sheetUpdatedOn) })} {t('partners.erdfStored')}
            </p>
          )}
          <TerritoryBudgets budgets={data.budgetByTerritory} />
          <Facts facts={data.programmeFacts} />
        </>
      )}
    </Page>
  )
}

function PartnerTable({ partners, total }: { partners: Partner[]; total: Budgets['total'] }) {
  const { t, formatMoney } = useTexts<typeof import('./texts.fr.json')>('programme')
  const invites = useCan()('partner:invite')
  const [invited, setInvited] = useState<Partner>()
  return (
    <>
      <TableRegion label={t('partners.title')}>
        <thead>
          <tr>
            <th scope="col">{t('partners.name')}</th>
            <th scope="col">{t('partners.territory')}</th>
            <th scope="col">{t('partners.kind')}</th>
            <th scope="col">{t('partners.funding')}</th>
            <th scope="col" className={table.number}>
              {t('partners.budget')}
            </th>
            <th scope="col" className={table.number}>
              {t('partners.erdf')}
            </th>
            {invites && (
              <th scope="col">
                <VisuallyHidden>{t('partners.acts')}</VisuallyHidden>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {partners.map((partner) => (
            <PartnerRow
              key={partner.id}
              partner={partner}
              {...(invites ? { onInvite: () => setInvited(partner) } : {})}
            />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('partners.total')}</th>
            <td colSpan={2} />
            <td>{t('partners.fundedAndAssociated', { funded: total.funded, associated: total.associated })}</td>
            <td className={table.number}>
              {total.totalBudgetCents == null ? '–' : formatMoney(total.totalBudgetCents)}
            </td>
            <td className={table.number}>{total.erdfCents == null ? '–' : formatMoney(total.erdfCents)}</td>
            {invites && <td />}
          </tr>
        </tfoot>
      </TableRegion>
      {invited && <InviteAdminDialog partner={invited} onClose={() => setInvited(undefined)} />}
    </>
  )
}

const KINDS = ['federation', 'research', 'finance', 'support'] as const

function PartnerRow({ partner, onInvite }: { partner: Partner; onInvite?: () => void }) {
  const { t, formatMoney, formatDay } = useTexts<typeof import('./texts.fr.json')>('programme')
  const territoryName = useTerritoryName()
  const kind = KINDS.find((one) => one === partner.kind)
  // An associated partner has no budget: the word stands in its place, for nought euros would be another statement.
  const money = (cents: number | null | undefined) =>
    cents == null ? <span className={table.soft}>{t('partners.associatedWord')}</span> : formatMoney(cents)
  return (
    <tr>
      <th scope="row">
        <strong>{partner.name}</strong>
        {partner.isLead && <span className={styles.badge}>{t('partners.leadPartner')}</span>}
        {partner.fullName && <span className={`${styles.soft} ${styles.block}`}>{partner.fullName}</span>}
        {partner.leftOn && (
          <span className={`${styles.soft} ${styles.block}`}>
            {t('partners.leftOn', { day: formatDay(partner.leftOn) })}
          </span>
        )}
      </th>
      <td>{territoryName(partner.territory)}</td>
      <td className={styles.nowrap}>{kind ? t(`partners.kind.${kind}`) : partner.kind}</td>
      <td>{partner.funding === 'associated' ? t('partners.associated') : t('partners.funded')}</td>
      <td className={table.number}>{money(partner.totalBudgetCents)}</td>
      <td className={table.number}>{money(partner.erdfCents)}</td>
      {onInvite && (
        <td className={styles.deed}>
          {!partner.leftOn && (
            <Button
              variant="quiet"
              icon="mail"
              onClick={onInvite}
              aria-label={t('invite.titleOf', { partner: partner.name })}
            >
              {t('invite.open')}
            </Button>
          )}
        </td>
      )}
    </tr>
  )
}
