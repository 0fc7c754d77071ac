import { useApolloClient, useQuery } from '@apollo/client/react'
import { useCallback, useMemo } from 'react'
import { graphql } from '@vises/schema/admin'
import type { Enterprise_PageQuery } from '@vises/schema/admin/graphql'
import { useLanguage } from '@vises/ui/texts.tsx'

const Enterprise_Page = graphql(`
  query Enterprise_Page($id: ID!) {
    enterprise(id: $id) {
      id
      name
      country
      legalForm
      identifier
      nace
      sizeBand
      address
      postalCode
      city
      website
      description
      recruitment
      currentEvaluationId
      coachMembershipId
      coachName
      isDemo
      updatedAt
      can
      territories {
        code
        link
        name {
          fr
          nl
          en
        }
      }
      accompaniments {
        id
        coachName
        startsOn
        endsOn
      }
      affiliations {
        id
        federationCode
        federationName
        startsOn
        endsOn
      }
      participations {
        id
        platformCode
        platformName {
          fr
          nl
          en
        }
        startsOn
        endsOn
      }
      openTransfer {
        id
        toPartnerName
        reason
        requestedByName
        requestedAt
      }
      evaluations {
        id
        current
        route
        status
        stopReason
        startedOn
        plannedEndOn
        endedOn
      }
    }
  }
`)
const Enterprise_Method = graphql(`
  query Enterprise_Method {
    methodVersions {
      code
      phases {
        number
        title {
          fr
          nl
          en
        }
        gate {
          code
          title {
            fr
            nl
            en
          }
        }
        steps {
          code
          title {
            fr
            nl
            en
          }
        }
      }
    }
  }
`)

export type Enterprise = Enterprise_PageQuery['enterprise']

/** One enterprise, and a way to read it again after a deed; the lists it stands in are read anew when next shown. */
export function useEnterprise(id: string) {
  const client = useApolloClient()
  const { data, error, refetch } = useQuery(Enterprise_Page, { variables: { id }, fetchPolicy: 'cache-and-network' })
  const forgetLists = useForgetLists()
  const changed = useCallback(async () => {
    forgetLists()
    // The deed is done; what cannot be read again now is read at the next visit.
    await Promise.allSettled([client.refetchQueries({ include: 'active' })])
  }, [forgetLists, client])
  return { enterprise: data?.enterprise, error, retry: refetch, changed }
}

/** Lets the cohort's lists be read anew the next time they are shown. */
export function useForgetLists(): () => void {
  const { cache } = useApolloClient()
  return useCallback(() => {
    for (const fieldName of ['cohort', 'cohortBoard', 'cohortCounts', 'myWork', 'mySessions'])
      cache.evict({ id: 'ROOT_QUERY', fieldName })
    cache.gc()
  }, [cache])
}

/** Phases with the words of one method version, and what each step and gate is called. */
export function useMethodWords(methodCode: string | undefined) {
  const language = useLanguage()
  const { data } = useQuery(Enterprise_Method)
  return useMemo(() => {
    const versions = data?.methodVersions ?? []
    const phases = (versions.find(({ code }) => code === methodCode) ?? versions[0])?.phases ?? []
    const titles = new Map(
      phases.flatMap(({ steps, gate }) => [...steps, gate]).map(({ code, title }) => [code, title[language]]),
    )
    return {
      phases: phases.map(({ number, title, gate }) => ({
        number: number as 1 | 2 | 3,
        title: title[language],
        gate: gate.code,
      })),
      titleOf: (code: string) => titles.get(code) ?? code,
    }
  }, [data, methodCode, language])
}
