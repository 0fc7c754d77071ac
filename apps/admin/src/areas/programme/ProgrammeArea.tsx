import { Route, Routes } from 'react-router'
import NotFoundPage from '@vises/ui/app/NotFoundPage.tsx'
import { useCan } from '@vises/ui/auth/Session.tsx'
import { AboutPage } from './AboutPage.tsx'
import { AgendaPage } from './AgendaPage.tsx'
import { LibraryPage } from './LibraryPage.tsx'
import { PartnersPage } from './PartnersPage.tsx'
import { PlatformPage } from './PlatformPage.tsx'
import { PlatformsPage } from './PlatformsPage.tsx'
import { ProgrammeNav } from './ProgrammeNav.tsx'
import { ProgressPage } from './ProgressPage.tsx'
import { StalledPage } from './StalledPage.tsx'

/** The programme: for its lead it opens with where the pilots stand, for all others with what the programme is. */
export default function ProgrammeArea() {
  const leads = useCan()('programmeProgress:read')
  return (
    <>
      <ProgrammeNav />
      <Routes>
        <Route index element={leads ? <ProgressPage /> : <AboutPage />} />
        <Route path="about" element={<AboutPage />} />
        {leads && <Route path="stalled" element={<StalledPage />} />}
        <Route path="partners" element={<PartnersPage />} />
        <Route path="platforms" element={<PlatformsPage />} />
        <Route path="platforms/:code" element={<PlatformPage />} />
        <Route path="agenda" element={<AgendaPage />} />
        <Route path="library" element={<LibraryPage />} />
        <Route path="*" element={<NotFoundPage />} />
      </Routes>
    </>
  )
}
