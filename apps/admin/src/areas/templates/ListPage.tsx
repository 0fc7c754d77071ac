import { useState } from 'react'
import { useQuery } from '@apollo/client/react'
import { useSearchParams } from 'react-router'
import { graphql } from '@vises/schema/admin'
import type { Templates_ListQuery } from '@vises/schema/admin/graphql'
import { useViewer } from '@vises/ui/auth/Session.tsx'
import { Button, ButtonLink } from '@vises/ui/Button.tsx'
import { EmptyState } from '@vises/ui/EmptyState.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { TextField } from '@vises/ui/Field.tsx'
import { Notice } from '@vises/ui/Notice.tsx'
import { Page } from '@vises/ui/Page.tsx'
import { PartialState } from '@vises/ui/PartialState.tsx'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { Library } from './Library.tsx'
import { TemplateCard } from './TemplateCard.tsx'
import { useTemplateDeeds } from './useTemplateDeeds.ts'
import styles from './Templates.module.css'

const Templates_List = graphql(`
  query Templates_List($archived: Boolean!, $search: String, $after: String) {
    questionnaireTemplates(archived: $archived, search: $search, first: 25, after: $after) {
      nodes {
        id
        title
        baseLanguage
        questions
        problemCount
        offeredAt
        updatedAt
        updatedByName
        archivedAt
        isDemo
        coverage {
          language
          total
          translated
          stale
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

export type TemplateRow = Templates_ListQuery['questionnaireTemplates']['nodes'][number]

/** All templates of the partner with their state, and the way to a new one. */
export function ListPage() {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('templates')
  const { membership, can } = useViewer()
  const [address] = useSearchParams()
  const archived = address.has('archived')
  const search = address.get('search') ?? ''
  const { data, error, loading, refetch, fetchMore } = useQuery(Templates_List, {
    variables: { archived, search: search || null },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  })
  const { act, busy, failed, problem } = useTemplateDeeds(refetch)
  const page = data?.questionnaireTemplates
  const writes = can.includes('template:write')
  const empty = page?.nodes.length === 0 && !search && !archived
  const create = writes && (
    <ButtonLink variant="primary" icon="plus" to={`/${language}/templates/new`}>
      {t('create')}
    </ButtonLink>
  )
  return (
    <Page
      title={t('title')}
      lead={t('lead', { partner: membership?.partnerName ?? '' })}
      actions={page && !empty && create}
    >
      {failed !== undefined && <FailedState error={failed} />}
      {problem && (
        <Notice tone="warning" live="assertive">
          {t(problem === 'archived' ? 'refused.archived' : 'refused.other')}
        </Notice>
      )}
      {error && !page && <FailedState what={t('failed')} error={error} onRetry={() => refetch()} />}
      {error && page && <PartialState missing={[t('partly')]} onRetry={() => refetch()} />}
      {!page && !error && <Skeleton kind="cards" rows={3} />}
      {page && !empty && <Filters key={search} {...{ archived, search }} />}
      {empty && (
        <>
          <EmptyState title={t('none')} action={create}>
            {t('noneText')}
          </EmptyState>
          {writes && (
            <section aria-labelledby="start-from">
              <h2 id="start-from">{t('fromLibrary')}</h2>
              <Library />
            </section>
          )}
        </>
      )}
      {page && page.nodes.length === 0 && !empty && <EmptyState title={t(search ? 'noneFound' : 'noneArchived')} />}
      <ul className={styles.cards}>
        {page?.nodes.map((row) => (
          <TemplateCard
            key={row.id}
            row={row}
            writes={writes}
            busy={busy?.id === row.id ? busy.deed : undefined}
            onDeed={(deed) => void act(deed, row)}
          />
        ))}
      </ul>
      {page?.pageInfo.hasNextPage && (
        <Button
          busy={loading}
          onClick={() => void fetchMore({ variables: { after: page.pageInfo.endCursor } }).catch(() => undefined)}
        >
          {t('more')}
        </Button>
      )}
    </Page>
  )
}

/** Part of the title, and the templates that are put away instead. */
function Filters({ archived, search }: { archived: boolean; search: string }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('templates')
  const [, setAddress] = useSearchParams()
  const [typed, setTyped] = useState(search)
  const show = (away: boolean, words: string) =>
    setAddress({ ...(away && { archived: '1' }), ...(words && { search: words }) })
  return (
    <div className={styles.filters}>
      <form
        role="search"
        onSubmit={(event) => {
          event.preventDefault()
          show(archived, typed.trim())
        }}
      >
        <TextField
          label={t('search')}
          type="search"
          required={false}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </form>
      <Button variant="quiet" icon="archive" onClick={() => show(!archived, '')}>
        {t(archived ? 'showCurrent' : 'showArchived')}
      </Button>
    </div>
  )
}
