import { useQuery } from '@apollo/client/react'
import { graphql } from '@vises/schema/client'

const MyEvaluation = graphql(`
  query MyEvaluation {
    myEvaluation {
      ...EvaluationState
    }
  }
`)

/** The current evaluation of the enterprise one acts for; null when none has begun. */
export function useMyEvaluation() {
  const { data, error, refetch } = useQuery(MyEvaluation, { fetchPolicy: 'cache-and-network' })
  return { evaluation: data ? (data.myEvaluation ?? null) : undefined, error, refetch }
}
