import { lazy } from 'react'
import { Navigate, Route, Routes, useParams } from 'react-router'
import type { QuestionnairePageName } from '@vises/ui/questionnaire/QuestionnairePage.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { ListPage } from './ListPage.tsx'
import { NewPage } from './NewPage.tsx'

// The editor with its engine waits until a questionnaire is opened.
const QuestionnairePage = lazy(() =>
  import('@vises/ui/questionnaire/QuestionnairePage.tsx').then((file) => ({ default: file.QuestionnairePage })),
)

/** The questionnaires of the enterprise, and each of their pages. */
export default function QuestionnairesPages() {
  return (
    <Routes>
      <Route index element={<ListPage />} />
      <Route path="new" element={<NewPage />} />
      <Route path=":id" element={<Navigate to="edit" replace />} />
      <Route path=":id/edit" element={<One page="edit" />} />
      <Route path=":id/translate" element={<One page="translate" />} />
      <Route path=":id/preview" element={<One page="preview" />} />
      <Route path=":id/versions" element={<One page="versions" />} />
    </Routes>
  )
}

function One({ page }: { page: QuestionnairePageName }) {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('questionnaires')
  const { id = '' } = useParams()
  return (
    <QuestionnairePage key={id} id={id} page={page} list={{ label: t('title'), to: `/${language}/questionnaires` }} />
  )
}
