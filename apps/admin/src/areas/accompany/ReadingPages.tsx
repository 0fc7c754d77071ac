import { useQuery } from '@apollo/client/react'
import { lazy } from 'react'
import { Route, Routes, useParams } from 'react-router'
import { graphql } from '@vises/schema/admin'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { Notice } from '@vises/ui/Notice.tsx'
import { Page } from '@vises/ui/Page.tsx'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { QuestionnaireList } from './QuestionnaireList.tsx'
import { WaveList } from './WaveList.tsx'
import { WaveResults } from './WaveResults.tsx'

// The preview brings the engine of questionnaires along.
const QuestionnaireReading = lazy(() =>
  import('./QuestionnaireReading.tsx').then((file) => ({ default: file.QuestionnaireReading })),
)

const Reading_Enterprise = graphql(`
  query Reading_Enterprise($id: ID!) {
    enterprise(id: $id) {
      id
      name
      can
    }
  }
`)

/** What an enterprise asks people and what they answered, as its coach reads it. */
export default function ReadingPages() {
  const { id = '' } = useParams()
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('accompany')
  const { data, error, refetch } = useQuery(Reading_Enterprise, { variables: { id } })
  if (error && !data) return <FailedState error={error} onRetry={() => refetch()} />
  if (!data) return <Skeleton kind="page" rows={6} />
  const { name, can } = data.enterprise
  const list = { label: t('reading.title'), to: `/${language}/enterprises/${id}/results` }
  const crumbs = [{ label: name, to: `/${language}/enterprises/${id}` }]
  if (!can.includes('result:read')) {
    return (
      <Page title={list.label} crumbs={crumbs}>
        <Notice>{t('progressOnly')}</Notice>
      </Page>
    )
  }
  const within = { enterpriseId: id, crumbs: [...crumbs, list] }
  return (
    <Routes>
      <Route
        index
        element={
          <Page title={list.label} lead={t('reading.lead', { enterprise: name })} crumbs={crumbs}>
            <WaveList enterpriseId={id} base={list.to} />
            <QuestionnaireList enterpriseId={id} base={list.to} />
          </Page>
        }
      />
      <Route path=":wave" element={<WaveResults {...within} />} />
      <Route path="questionnaires/:questionnaire" element={<QuestionnaireReading {...within} />} />
    </Routes>
  )
}
