import { Table } from '@mantine/core'
import { useQuery } from '@apollo/client/react'
import { graphql } from '@vises/schema/admin'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { Page } from '@vises/ui/Page.tsx'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useTextById, useTexts } from '@vises/ui/texts.tsx'
import { WideTable } from '../../pictures/WideTable.tsx'

const AccessPage_Table = graphql(`
  query AccessPage_Table {
    accessTable {
      action
      grants {
        role
        reach
      }
    }
  }
`)

const ROLES = ['platformLead', 'researcher', 'partnerAdmin', 'coach', 'manager', 'contributor'] as const
const REACHES = ['all', 'assigned', 'granted', 'own'] as const

/** Who may do what: the table that the server itself goes by. */
export default function AccessPage() {
  const { t } = useTexts<typeof import('./texts.fr.json')>('access')
  const textById = useTextById()
  const { data, error, refetch } = useQuery(AccessPage_Table)
  const reachWords = (reach: string) => REACHES.find((one) => one === reach)
  return (
    <Page title={t('title')} lead={t('lead')}>
      {error && !data && <FailedState what={t('failed')} error={error} onRetry={() => refetch()} />}
      {!data && !error && <Skeleton kind="table" rows={10} />}
      {data && (
        <WideTable label={t('title')} minWidth={880}>
          <Table stickyHeader aria-label={t('title')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('action')}</Table.Th>
                {ROLES.map((role) => (
                  <Table.Th key={role}>{textById(`ui.role.${role}`)}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.accessTable.map(({ action, grants }) => (
                <Table.Tr key={action}>
                  <Table.Th scope="row">{textById(`access.do.${action}`) ?? action}</Table.Th>
                  {ROLES.map((role) => {
                    const reach = reachWords(grants.find((grant) => grant.role === role)?.reach ?? '')
                    return <Table.Td key={role}>{reach ? t(`reach.${reach}`) : t('no')}</Table.Td>
                  })}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </WideTable>
      )}
    </Page>
  )
}
