import { Route, Routes } from 'react-router'
import NotFoundPage from '@vises/ui/app/NotFoundPage.tsx'
import { ReleasePage } from './ReleasePage.tsx'
import { ReleasesPage } from './ReleasesPage.tsx'

/** What evaluations have in common, release by release; nothing is ranked. */
export default function CompareArea() {
  return (
    <Routes>
      <Route index element={<ReleasesPage />} />
      <Route path=":number" element={<ReleasePage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  )
}
