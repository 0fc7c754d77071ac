import { lazy } from 'react'
import { Navigate, Route, Routes, useParams } from 'react-router'
import type { QuestionnairePageName } from '@vises/ui/questionnaire/QuestionnairePage.tsx'
import { useLanguage, useTexts } from '@vises/ui/texts.tsx'
import { ListPage } from './ListPage.tsx'
import { NewPage } from './NewPage.tsx'

// The editor with its engine waits until a template is opened.
const QuestionnairePage = lazy(() =>
  import('@vises/ui/questionnaire/QuestionnairePage.tsx').then((file) => ({ default: file.QuestionnairePage })),
)

/** The questionnaire templates of the partner, and each of their pages. */
export default function TemplatesPages() {
  return (
    <Routes>
      <Route index element={<ListPage />} />
      <Route path="new" element={<NewPage />} />
      <Route path=":id/edit" element={<One page="edit" />} />
      <Route path=":id/translate" element={<One page="translate" />} />
      <Route path=":id/preview" element={<One page="preview" />} />
      <Route path=":id/*" element={<ToEditor />} />
    </Routes>
  )
}

function One({ page }: { page: QuestionnairePageName }) {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('templates')
  const { id = '' } = useParams()
  return <QuestionnairePage key={id} id={id} page={page} list={{ label: t('title'), to: `/${language}/templates` }} />
}

/** A template has no versions of its own: whatever else is asked of it opens the editor. */
function ToEditor() {
  const language = useLanguage()
  const { id = '' } = useParams()
  return <Navigate to={`/${language}/templates/${id}/edit`} replace />
}
