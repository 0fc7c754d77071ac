import { useQuery } from '@apollo/client/react'
import { useMemo } from 'react'
import { graphql } from '@vises/schema/admin'
import { useLanguage } from '@vises/ui/texts.tsx'

const Method_StepTitles = graphql(`
  query Method_StepTitles {
    methodVersions {
      code
      phases {
        number
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

/** What a step or gate code is called; the code alone until the method is there. */
export function useStepTitles(): (code: string) => string | undefined {
  const language = useLanguage()
  const { data } = useQuery(Method_StepTitles)
  const titles = useMemo(
    () =>
      new Map(
        (data?.methodVersions ?? [])
          .flatMap(({ phases }) => phases.flatMap(({ gate, steps }) => [...steps, gate]))
          .map(({ code, title }) => [code, title[language]]),
      ),
    [data, language],
  )
  return (code) => titles.get(code)
}
