import { useQuery } from '@apollo/client/react'
import { useMemo } from 'react'
import { graphql } from '@vises/schema/admin'
import type { Cohort_ListQuery } from '@vises/schema/admin/graphql'
import { useLanguage } from '@vises/ui/texts.tsx'

export const Cohort_List = graphql(`
  query Cohort_List($filter: CohortFilter, $sort: CohortSort!, $descending: Boolean!, $first: Int!, $after: String) {
    cohort(filter: $filter, sort: $sort, descending: $descending, first: $first, after: $after) {
      totalCount
      nodes {
        id
        name
        city
        platform
        coachName
        mine
        phase
        currentStep
        stepsDone
        stepsTotal
        lastActivityAt
        plannedEndOn
        daysLeft
        stallReason
        status
        recruitment
        column
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`)
const Cohort_Choices = graphql(`
  query Cohort_Choices {
    testPlatforms {
      code
      name {
        fr
        nl
        en
      }
    }
    coaches {
      membershipId
      name
      enterpriseCount
    }
    territories {
      code
      level
      parentCode
      name {
        fr
        nl
        en
      }
    }
  }
`)
export type CohortRow = Cohort_ListQuery['cohort']['nodes'][number]

/** What the cohort can be narrowed to, in the reader's language. */
export function useChoices() {
  const language = useLanguage()
  const { data, error, refetch } = useQuery(Cohort_Choices)
  return useMemo(
    () => ({
      platforms: (data?.testPlatforms ?? []).map(({ code, name }) => ({ code, name: name[language] })),
      coaches: data?.coaches ?? [],
      territories: (data?.territories ?? []).map(({ code, level, name }) => ({ code, level, name: name[language] })),
      error: data ? undefined : error,
      retry: refetch,
    }),
    [data, error, refetch, language],
  )
}
