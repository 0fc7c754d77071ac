import type { BenchPeople } from './data.ts'
import type { LoadRequest } from './load.ts'

/** An operation of ours beside its limit: the same work by one prepared statement behind node:http. */
export interface BenchOperation {
  name: string
  /** The least share of the limit that is asked for. */
  atLeast: number
  /** How many ask at the same time; 8 when absent. */
  clients?: number
  /** Proves that what was acknowledged is stored, and says so in one line. */
  afterwards?(): Promise<string>
  ours(port: number): LoadRequest
  limit(port: number): LoadRequest
}

const COHORT_PAGE = `{ cohort(first: 50) { totalCount pageInfo { hasNextPage endCursor } nodes { id name city platform coachName phase
  currentStep status stepsDone stepsTotal recruitment lastActivityAt stallReason } } }`
const EVALUATION_PAGE = `query ($id: ID!) { evaluation(id: $id) { id enterpriseName coachName route status phase currentStep nextStep daysLeft
  whoActs sharing plannedEndOn lastActivityAt stallReason progress { done total } gates { gate state }
  steps { code status changedAt changedByName answeredFields expectedFields openComments } } }`
const AUTOSAVE = `mutation ($input: SaveAnswerInput!) { saveAnswer(input: $input) { answer { revision savedAt } conflict { revision } problem } }`
const DASHBOARD = `{ programmeDashboard { asOf total { recruited started active completed } rows { platformCode territory partnerName
  counts { recruited started active phase1 phase2 phase3 completed stalled } } } }`

/** The operations of the table, on generated data. */
export function operations(people: BenchPeople): BenchOperation[] {
  const limit =
    (name: string) =>
    (port: number): LoadRequest => ({
      port,
      path: `/${name}`,
      good: (status, body) => status === 200 && body.length > 2,
    })
  const graphql =
    (token: string, query: string, variables: () => unknown, inside: string) =>
    (port: number): LoadRequest => ({
      port,
      path: '/graphql',
      headers: { authorization: `Bearer ${token}` },
      body: () => JSON.stringify({ query, variables: variables() }),
      good: (status, body) => status === 200 && !body.includes('"errors"') && body.includes(inside),
    })
  // Each client types in a field of its own, as people do, and knows the revision it wrote last.
  let turn = 0
  const revisions = new Map<string, number>()
  const autosave = (port: number): LoadRequest => {
    const request = graphql(people.manager, AUTOSAVE, () => ({}), '"revision"')(port)
    return {
      ...request,
      body: () => {
        const fieldKey = `candidates/c${1 + (turn++ % 30)}/text`
        const baseRevision = revisions.get(fieldKey) ?? 1
        revisions.set(fieldKey, baseRevision + 1)
        const input = {
          evaluationId: people.evaluationId,
          stepCode: '1.7',
          fieldKey,
          value: `text ${Math.random()}`,
          baseRevision,
          operationId: crypto.randomUUID(),
        }
        return JSON.stringify({ query: AUTOSAVE, variables: { input } })
      },
    }
  }
  return [
    {
      name: 'cohort-page',
      atLeast: 0.35,
      ours: graphql(people.admin, COHORT_PAGE, () => ({}), '"nodes":[{'),
      limit: limit('cohort-page'),
    },
    {
      name: 'evaluation-page',
      atLeast: 0.5,
      ours: graphql(people.manager, EVALUATION_PAGE, () => ({ id: people.evaluationId }), '"steps":[{'),
      limit: limit('evaluation-page'),
    },
    { name: 'autosave', atLeast: 0.35, ours: autosave, limit: limit('autosave') },
    {
      name: 'dashboard',
      atLeast: 0,
      ours: graphql(people.lead, DASHBOARD, () => ({}), '"asOf"'),
      limit: limit('dashboard'),
    },
  ]
}
