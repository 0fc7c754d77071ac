import { lazy } from 'react'
import { Route, Routes } from 'react-router'
import { EntryPage } from './EntryPage.tsx'
import { FollowUpPage } from './FollowUpPage.tsx'
import { ImportPage } from './ImportPage.tsx'
import { LinksPage } from './LinksPage.tsx'
import { ListPage } from './ListPage.tsx'
import { NewPage } from './NewPage.tsx'
import { PeoplePage } from './PeoplePage.tsx'
import { SettingsPage } from './SettingsPage.tsx'
import { SheetPage } from './SheetPage.tsx'
import { SheetsPage } from './SheetsPage.tsx'
import { TypePage } from './TypePage.tsx'

// What is printed needs more than what is looked at.
const FormPage = lazy(() => import('./FormPage.tsx').then((page) => ({ default: page.FormPage })))

/** The collections of the enterprise, and what belongs to one: how it goes, the ways to answer, and what is printed. */
export default function CollectionPages() {
  return (
    <Routes>
      <Route index element={<ListPage />} />
      <Route path="new" element={<NewPage />} />
      <Route path=":wave" element={<FollowUpPage />} />
      <Route path=":wave/links" element={<LinksPage />} />
      <Route path=":wave/people" element={<PeoplePage />} />
      <Route path=":wave/entry" element={<EntryPage />} />
      <Route path=":wave/type" element={<TypePage />} />
      <Route path=":wave/sheets" element={<SheetsPage />} />
      <Route path=":wave/import" element={<ImportPage />} />
      <Route path=":wave/settings" element={<SettingsPage />} />
      <Route path=":wave/sheet" element={<SheetPage />} />
      <Route path=":wave/form" element={<FormPage />} />
    </Routes>
  )
}
