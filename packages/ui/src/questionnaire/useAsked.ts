import { useQuery } from '@apollo/client/react'
import { useMemo } from 'react'
import { graphql } from '@vises/schema/client'
import type { Questionnaire } from '@vises/questionnaire/model.ts'
import { levelsAsked, withPlaces } from '@vises/questionnaire/places.ts'

const Questionnaire_Territories = graphql(`
  query Questionnaire_Territories {
    territories {
      code
      level
      name {
        fr
        nl
        en
      }
      parentCode
    }
  }
`)

/** A draft as it would be asked if it were published now: with the territories that its place questions need. */
export function useAsked(questionnaire: Questionnaire): Questionnaire {
  const { data } = useQuery(Questionnaire_Territories, { skip: levelsAsked(questionnaire).length === 0 })
  return useMemo(() => {
    const territories = (data?.territories ?? []).map(({ code, level, name: { fr, nl, en }, parentCode }) => ({
      code,
      level,
      name: { fr, nl, en },
      parentCode,
    }))
    return withPlaces(questionnaire, territories)
  }, [questionnaire, data])
}
