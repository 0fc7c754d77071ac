import { Navigate, Route, Routes } from 'react-router'
import NotFoundPage from '@vises/ui/app/NotFoundPage.tsx'
import { useCan } from '@vises/ui/auth/Session.tsx'
import { useLanguage } from '@vises/ui/texts.tsx'
import { EnterprisePage } from './EnterprisePage.tsx'
import { NewEnterprisePage } from './NewEnterprisePage.tsx'

/** One enterprise, or a new one; the list of all is the cohort. */
export default function EnterprisesPages() {
  const language = useLanguage()
  const can = useCan()
  return (
    <Routes>
      <Route index element={<Navigate to={`/${language}/cohort`} replace />} />
      <Route path="new" element={can('enterprise:create') ? <NewEnterprisePage /> : <NotFoundPage />} />
      <Route path=":id" element={<EnterprisePage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  )
}
