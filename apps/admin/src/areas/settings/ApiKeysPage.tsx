import { useState } from 'react'
import { Table } from '@mantine/core'
import { useMutation, useQuery } from '@apollo/client/react'
import { graphql } from '@vises/schema/admin'
import { Button } from '@vises/ui/Button.tsx'
import { EmptyState } from '@vises/ui/EmptyState.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { SelectField, TextField } from '@vises/ui/Field.tsx'
import { Notice } from '@vises/ui/Notice.tsx'
import { Page } from '@vises/ui/Page.tsx'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { useUndo } from '@vises/ui/Undo.tsx'
import { VisuallyHidden } from '@vises/ui/VisuallyHidden.tsx'

const ApiKeysPage_Tokens = graphql(`
  query ApiKeysPage_Tokens {
    apiTokens {
      id
      name
      createdAt
      expiresAt
    }
  }
`)
const ApiKeysPage_Create = graphql(`
  mutation ApiKeysPage_Create($input: CreateApiTokenInput!) {
    createApiToken(input: $input) {
      secret
      apiToken {
        id
      }
    }
  }
`)
const ApiKeysPage_Revoke = graphql(`
  mutation ApiKeysPage_Revoke($tokenId: ID!) {
    revokeApiToken(tokenId: $tokenId)
  }
`)

/** API keys: for programs that act as this membership. */
export default function ApiKeysPage() {
  const { t, formatDay } = useTexts<typeof import('./texts.fr.json')>('settings')
  const { data, error, refetch } = useQuery(ApiKeysPage_Tokens, { fetchPolicy: 'cache-and-network' })
  const [revoke] = useMutation(ApiKeysPage_Revoke)
  const tell = useUndo()
  return (
    <Page title={t('title')} lead={t('lead')} width="text">
      <NewKey onMade={() => refetch()} />
      <h2 style={{ marginBlockStart: 40 }}>{t('keys')}</h2>
      {error && !data && <FailedState what={t('failed')} error={error} onRetry={() => refetch()} />}
      {!data && !error && <Skeleton kind="table" rows={3} />}
      {data && data.apiTokens.length === 0 && <EmptyState title={t('empty')} />}
      {data && data.apiTokens.length > 0 && (
        <Table aria-label={t('keys')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('name')}</Table.Th>
              <Table.Th>{t('expires')}</Table.Th>
              <Table.Th>
                <VisuallyHidden>{t('acts')}</VisuallyHidden>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.apiTokens.map((token) => (
              <Table.Tr key={token.id}>
                <Table.Td>{token.name}</Table.Td>
                <Table.Td>{formatDay(token.expiresAt)}</Table.Td>
                <Table.Td>
                  <Button
                    variant="quiet"
                    aria-label={t('revokeOne', { name: token.name })}
                    onClick={() =>
                      void revoke({ variables: { tokenId: token.id } })
                        .then(() => refetch())
                        .then(() => tell({ text: t('revoked', { name: token.name }) }))
                    }
                  >
                    {t('revoke')}
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Page>
  )
}

function NewKey({ onMade }: { onMade: () => unknown }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('settings')
  const [name, setName] = useState('')
  const [days, setDays] = useState(90)
  const [create, { loading, error, data, reset }] = useMutation(ApiKeysPage_Create)
  const secret = data?.createApiToken.secret
  if (secret) {
    return (
      <Notice tone="success" title={t('made')} actions={<Button onClick={() => reset()}>{t('done')}</Button>}>
        <p>{t('madeOnce')}</p>
        <TextField label={t('key')} readOnly value={secret} onFocus={(event) => event.target.select()} />
      </Notice>
    )
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void create({ variables: { input: { name, days } } })
          .then(() => {
            setName('')
            return onMade()
          })
          .catch(() => undefined)
      }}
    >
      <TextField
        label={t('name')}
        help={t('nameHelp')}
        value={name}
        maxLength={80}
        onChange={(event) => setName(event.target.value)}
      />
      <SelectField
        label={t('validFor')}
        value={String(days)}
        options={[30, 90, 365].map((n) => ({ value: String(n), label: t('days', { n }) }))}
        onChange={(event) => setDays(Number(event.target.value))}
      />
      {error && <FailedState error={error} />}
      <Button type="submit" variant="primary" busy={loading}>
        {t('make')}
      </Button>
    </form>
  )
}
