import { Route, Routes } from 'react-router'
import { ExcerptsPage } from './ExcerptsPage.tsx'
import { ListPage } from './ListPage.tsx'
import { RecordPage } from './RecordPage.tsx'

/** What was collected beside questionnaires: all of it, one record, and the passages by theme. */
export default function RecordsPages() {
  return (
    <Routes>
      <Route index element={<ListPage />} />
      <Route path="excerpts" element={<ExcerptsPage />} />
      <Route path=":id" element={<RecordPage />} />
    </Routes>
  )
}
