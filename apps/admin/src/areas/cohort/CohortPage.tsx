import { Menu } from '@mantine/core'
import { useSearchParams } from 'react-router'
import { Button, ButtonLink } from '@vises/ui/Button.tsx'
import { Page } from '@vises/ui/Page.tsx'
import { PartialState } from '@vises/ui/PartialState.tsx'
import { useCan } from '@vises/ui/auth/Session.tsx'
import { Term } from '@vises/ui/Term.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { exportAddress, readAddress } from './address.ts'
import { CohortBoard } from './CohortBoard.tsx'
import { CohortTable } from './CohortTable.tsx'
import { FilterBar } from './FilterBar.tsx'
import { ReconcileLine } from './ReconcileLine.tsx'
import { useChoices } from './useCohort.ts'

/** The federation's enterprises: how many, where they stand, whom to call. */
export default function CohortPage() {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('cohort')
  const [params] = useSearchParams()
  const can = useCan()
  const choices = useChoices()
  const address = readAddress(params)

  return (
    <Page
      title={t('title')}
      lead={
        <>
          {t('lead')} <Term word="cohort" />.
        </>
      }
      actions={
        <>
          {can('enterprise:create') && (
            <ButtonLink variant="primary" icon="plus" to={`/${language}/enterprises/new`}>
              {t('newEnterprise')}
            </ButtonLink>
          )}
          <Menu position="bottom-end" withinPortal>
            <Menu.Target>
              <Button icon="download">{t('export')}</Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Label>{t('exportHelp')}</Menu.Label>
              <Menu.Item component="a" href={exportAddress('xlsx', params, language)} download>
                {t('exportXlsx')}
              </Menu.Item>
              <Menu.Item component="a" href={exportAddress('csv', params, language)} download>
                {t('exportCsv')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </>
      }
    >
      <ReconcileLine platforms={choices.platforms} />
      <FilterBar address={address} choices={choices} />
      {choices.error !== undefined && <PartialState missing={[t('choicesMissing')]} onRetry={choices.retry} />}
      {address.view === 'board' ? (
        <CohortBoard filter={address.filter} />
      ) : (
        <CohortTable address={address} choices={choices} />
      )}
    </Page>
  )
}
