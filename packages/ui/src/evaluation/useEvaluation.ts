import { useQuery } from '@apollo/client/react'
import { graphql } from '@vises/schema/client'
import type { Evaluation_ViewQuery } from '@vises/schema/client/graphql'

const Evaluation_View = graphql(`
  query Evaluation_View($id: ID!) {
    evaluation(id: $id) {
      ...EvaluationState
    }
  }
  fragment EvaluationState on Evaluation {
    id
    enterpriseId
    enterpriseName
    coachName
    methodCode
    route
    status
    stopReason
    startedOn
    plannedEndOn
    endedOn
    daysLeft
    phase
    currentStep
    nextStep
    whoActs
    stallReason
    sharing
    lastActivityAt
    nextCycleOffered
    can
    progress {
      done
      total
      percent
    }
    steps {
      code
      phase
      status
      skipReason
      changedAt
      changedByName
      answeredFields
      expectedFields
      openComments
      mergedSteps
    }
    gates {
      gate
      state
      record {
        id
        outcome
        remarks
        requestedByName
        requestedAt
        cosignedByName
        cosignedAt
        returnedAt
        returnReason
      }
    }
  }
`)

export type Evaluation = Evaluation_ViewQuery['evaluation']
export type EvaluationStep = Evaluation['steps'][number]

/** Where an evaluation stands: the one reading of it that every page shares. */
export function useEvaluation(id: string | undefined) {
  const { data, error, refetch } = useQuery(Evaluation_View, {
    variables: { id: id ?? '' },
    skip: !id,
    fetchPolicy: 'cache-and-network',
  })
  return { evaluation: data?.evaluation, error, retry: refetch }
}
