import { useQuery } from '@apollo/client/react'
import { graphql } from '@vises/schema/client'
import type { ResultsPage_WaveQuery } from '@vises/schema/client/graphql'

const ResultsPage_Wave = graphql(`
  query ResultsPage_Wave($waveId: ID!, $by: String) {
    results(waveId: $waveId, by: $by) {
      waveId
      title
      questionnaireId
      baseLanguage
      shown
      moreToCome
      asOf
      by
      explanations
      answers {
        count
        atLeast
      }
      breakdowns {
        by
        label
      }
      groups {
        value
        name
        label
        answers {
          count
          atLeast
        }
      }
      questions {
        key
        kind
        picture
        label
        section
        several
        repeated
        hasOpenAnswers
        comparable
        lowLabel
        highLabel
        choices {
          value
          label
        }
        parts {
          value
          label
        }
        lines {
          by
          groups
          part
          n
          missing
          declined
          notAsked
          mean
          median
          lowerQuartile
          upperQuartile
          cells {
            values
            from
            to
            count
            share
            largest
            atLeast
          }
          ranks {
            value
            meanPlace
            n
          }
          words {
            word
            count
          }
        }
      }
    }
  }
`)

export type Results = ResultsPage_WaveQuery['results']
export type QuestionResult = Results['questions'][number]
export type Line = QuestionResult['lines'][number]
export type Cell = Line['cells'][number]

/** The results of a wave, whole or by groups. The former figures stay in sight while others are loaded. */
export function useResults(waveId: string, by: string | null) {
  const { data, previousData, error, loading, refetch } = useQuery(ResultsPage_Wave, {
    variables: { waveId, by },
    fetchPolicy: 'cache-and-network',
  })
  return { results: (data ?? previousData)?.results, error, loading, refetch }
}
