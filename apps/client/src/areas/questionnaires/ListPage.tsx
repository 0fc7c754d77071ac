import { useState } from 'react'
import { useMutation, useQuery } from '@apollo/client/react'
import { useSearchParams } from 'react-router'
import { graphql } from '@vises/schema/client'
import type { QuestionnairesPage_ListQuery } from '@vises/schema/client/graphql'
import { useViewer } from '@vises/ui/auth/Session.tsx'
import { Button, ButtonLink } from '@vises/ui/Button.tsx'
import { EmptyState } from '@vises/ui/EmptyState.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { TextField } from '@vises/ui/Field.tsx'
import { Page } from '@vises/ui/Page.tsx'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { useUndo } from '@vises/ui/Undo.tsx'
import { Library } from './Library.tsx'
import { QuestionnaireCard } from './QuestionnaireCard.tsx'
import styles from './Questionnaires.module.css'

const QuestionnairesPage_List = graphql(`
  query QuestionnairesPage_List($enterpriseId: ID!, $archived: Boolean!, $search: String, $after: String) {
    questionnaires(enterpriseId: $enterpriseId, archived: $archived, search: $search, first: 25, after: $after) {
      nodes {
        id
        title
        baseLanguage
        questions
        publication
        publishedVersion
        openWaves
        problemCount
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
const QuestionnairesPage_Archive = graphql(`
  mutation QuestionnairesPage_Archive($id: ID!) {
    archiveQuestionnaire(questionnaireId: $id) {
      problem
      questionnaire {
        id
        archivedAt
      }
    }
  }
`)
const QuestionnairesPage_Restore = graphql(`
  mutation QuestionnairesPage_Restore($id: ID!) {
    restoreQuestionnaire(questionnaireId: $id) {
      problem
      questionnaire {
        id
        archivedAt
      }
    }
  }
`)
const QuestionnairesPage_Duplicate = graphql(`
  mutation QuestionnairesPage_Duplicate($id: ID!) {
    duplicateQuestionnaire(questionnaireId: $id) {
      problem
      questionnaire {
        id
        title
      }
    }
  }
`)

export type QuestionnaireRow = QuestionnairesPage_ListQuery['questionnaires']['nodes'][number]

/** All questionnaires of the enterprise with their state, and the way to a new one. */
export function ListPage() {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('questionnaires')
  const { membership, can } = useViewer()
  const enterpriseId = membership?.enterpriseId ?? ''
  const [address, setAddress] = useSearchParams()
  const archived = address.has('archived')
  const search = address.get('search') ?? ''
  const [typed, setTyped] = useState(search)
  const tell = useUndo()
  const { data, error, loading, refetch, fetchMore } = useQuery(QuestionnairesPage_List, {
    variables: { enterpriseId, archived, search: search || null },
    fetchPolicy: 'cache-and-network',
  })
  const [archive] = useMutation(QuestionnairesPage_Archive)
  const [restore] = useMutation(QuestionnairesPage_Restore)
  const [duplicate] = useMutation(QuestionnairesPage_Duplicate)
  const [failed, setFailed] = useState<unknown>()
  const page = data?.questionnaires
  const writes = can.includes('questionnaire:write')
  const act = (deed: () => Promise<unknown>) => {
    setFailed(undefined)
    void deed().catch(setFailed)
  }
  const putAway = async ({ id, title }: QuestionnaireRow) => {
    await archive({ variables: { id } })
    await refetch()
    const undo = async () => {
      await restore({ variables: { id } })
      await refetch()
    }
    tell({ text: t('archivedOne', { title }), undo })
  }
  const takeBack = async ({ id, title }: QuestionnaireRow) => {
    await restore({ variables: { id } })
    await refetch()
    tell({ text: t('restoredOne', { title }) })
  }
  const copy = async ({ id }: QuestionnaireRow) => {
    const answer = await duplicate({ variables: { id } })
    await refetch()
    const title = answer.data?.duplicateQuestionnaire.questionnaire?.title
    if (title) tell({ text: t('copiedOne', { title }) })
  }
  const empty = page?.nodes.length === 0 && !search && !archived

  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        writes &&
        !empty && (
          <ButtonLink variant="primary" icon="plus" to={`/${language}/questionnaires/new`}>
            {t('create')}
          </ButtonLink>
        )
      }
    >
      {failed !== undefined && <FailedState error={failed} />}
      {error && !page && <FailedState what={t('failed')} error={error} onRetry={() => refetch()} />}
      {!page && !error && <Skeleton kind="cards" rows={3} />}
      {page && !empty && (
        <div className={styles.filters}>
          <form
            role="search"
            onSubmit={(event) => {
              event.preventDefault()
              setAddress({ ...(archived && { archived: '1' }), ...(typed.trim() && { search: typed.trim() }) })
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
          <Button variant="quiet" icon="archive" onClick={() => setAddress(archived ? {} : { archived: '1' })}>
            {t(archived ? 'showCurrent' : 'showArchived')}
          </Button>
        </div>
      )}
      {empty && (
        <>
          <EmptyState
            title={t('none')}
            action={
              writes && (
                <ButtonLink variant="primary" icon="plus" to={`/${language}/questionnaires/new`}>
                  {t('create')}
                </ButtonLink>
              )
            }
          >
            {t('noneText')}
          </EmptyState>
          {writes && (
            <section aria-labelledby="start-from">
              <h2 id="start-from">{t('startFrom')}</h2>
              <Library enterpriseId={enterpriseId} />
            </section>
          )}
        </>
      )}
      {page && page.nodes.length === 0 && !empty && <EmptyState title={t(archived ? 'noneArchived' : 'noneFound')} />}
      <ul className={styles.cards}>
        {page?.nodes.map((row) => (
          <QuestionnaireCard
            key={row.id}
            row={row}
            writes={writes}
            onCopy={() => act(() => copy(row))}
            onArchive={() => act(() => putAway(row))}
            onRestore={() => act(() => takeBack(row))}
          />
        ))}
      </ul>
      {page?.pageInfo.hasNextPage && (
        <Button busy={loading} onClick={() => act(() => fetchMore({ variables: { after: page.pageInfo.endCursor } }))}>
          {t('more')}
        </Button>
      )}
    </Page>
  )
}
