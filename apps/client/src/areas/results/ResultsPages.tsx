import { Route, Routes } from 'react-router'
import { ListPage } from './ListPage.tsx'
import { ResultsPage } from './ResultsPage.tsx'

/** What was answered: the collections there are, and the results of one. */
export default function ResultsPages() {
  return (
    <Routes>
      <Route index element={<ListPage />} />
      <Route path=":wave" element={<ResultsPage />} />
    </Routes>
  )
}
