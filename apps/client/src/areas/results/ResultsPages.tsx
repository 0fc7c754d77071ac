import { Route, Routes, useParams } from 'react-router'
import { useViewer } from '@vises/ui/auth/Session.tsx'
import { ResultsPage } from '@vises/ui/results/ResultsPage.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { ListPage } from './ListPage.tsx'

/** What was answered: the collections there are, and the results of one. */
export default function ResultsPages() {
  return (
    <Routes>
      <Route index element={<ListPage />} />
      <Route path=":wave" element={<Wave />} />
    </Routes>
  )
}

function Wave() {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('results')
  const { can } = useViewer()
  const { wave = '' } = useParams()
  return (
    <ResultsPage
      waveId={wave}
      crumbs={[{ label: t('title'), to: `/${language}/results` }]}
      readsAnswers={can.includes('response:read')}
      followUp={`/${language}/collection/${wave}`}
    />
  )
}
