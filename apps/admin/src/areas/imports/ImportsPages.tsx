import { Route, Routes } from 'react-router'
import NotFoundPage from '@vises/ui/app/NotFoundPage.tsx'
import { ImportPage } from './ImportPage.tsx'
import { ImportsPage } from './ImportsPage.tsx'

/** The list of imports, and one of them. */
export default function ImportsPages() {
  return (
    <Routes>
      <Route index element={<ImportsPage />} />
      <Route path=":id" element={<ImportPage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  )
}
