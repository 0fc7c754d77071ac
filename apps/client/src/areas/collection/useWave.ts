import { useEffect } from 'react'
import { useQuery } from '@apollo/client/react'
import { useParams } from 'react-router'
import { graphql } from '@vises/schema/client'
import type { CollectionWaveFragment } from '@vises/schema/client/graphql'
import { useViewer } from '@vises/ui/auth/Session.tsx'

const CollectionPage_Wave = graphql(`
  query CollectionPage_Wave($id: ID!) {
    wave(id: $id) {
      ...CollectionWave
    }
  }
  fragment CollectionWave on Wave {
    id
    title
    status
    questionnaireId
    questionnaireTitle
    version
    latestVersion
    openedAt
    closedAt
    opensOn
    closesOn
    languages
    anonymous
    askedBy
    purpose
    contact
    keepUntil
    quota
    breakdowns
    knownPopulation
    mostReminders
    coachReadsResponses
    expected
    answers {
      count
      atLeast
    }
    groups {
      id
      name
      expected
      quota
      answers {
        count
        atLeast
      }
    }
    links {
      id
      kind
      label
      language
      groupId
      groupName
      links
      quota
      revoked
      flaggedOn
      used {
        count
        atLeast
      }
    }
    mailings {
      id
      kind
      sentOn
      count
      finished
      message
      byName
    }
    mail {
      invitees
      waiting
      unsubscribed
      remindersLeft
      answered {
        count
        atLeast
      }
    }
  }
`)

export type Wave = CollectionWaveFragment
export type WaveLink = Wave['links'][number]
export type Count = Wave['answers']

/** The collection of the address, and whether the person may change it. */
export function useWave() {
  const { wave: id = '' } = useParams()
  const { can } = useViewer()
  const { data, error, refetch, startPolling, stopPolling } = useQuery(CollectionPage_Wave, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  })
  const leaving = data?.wave.mailings.some(({ finished }) => !finished) ?? false
  // Mails leave by a job: the page waits for it.
  useEffect(() => {
    if (!leaving) return
    startPolling(3000)
    return stopPolling
  }, [leaving, startPolling, stopPolling])
  return { id, wave: data?.wave, writes: can.includes('collection:write'), error, refetch }
}
