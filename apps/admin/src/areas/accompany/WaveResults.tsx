import { useQuery } from '@apollo/client/react'
import { useParams } from 'react-router'
import { graphql } from '@vises/schema/admin'
import NotFoundPage from '@vises/ui/app/NotFoundPage.tsx'
import { useCan } from '@vises/ui/auth/Session.tsx'
import { ResultsPage } from '@vises/ui/results/ResultsPage.tsx'

const Reading_Wave = graphql(`
  query Reading_Wave($waveId: ID!) {
    wave(id: $waveId) {
      id
      enterpriseId
      coachReadsResponses
    }
  }
`)

interface WaveResultsProps {
  enterpriseId: string
  crumbs: { label: string; to: string }[]
}

/** The results of one collection; what single people wrote, and files of it, once the enterprise has opened them. */
export function WaveResults({ enterpriseId, crumbs }: WaveResultsProps) {
  const { wave: waveId = '' } = useParams()
  const can = useCan()
  const { data } = useQuery(Reading_Wave, { variables: { waveId }, fetchPolicy: 'cache-and-network' })
  if (data && data.wave.enterpriseId !== enterpriseId) return <NotFoundPage />
  const readsAnswers = can('response:read') && data?.wave.coachReadsResponses === true
  return <ResultsPage {...{ waveId, crumbs, readsAnswers }} />
}
