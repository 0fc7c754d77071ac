import { useMemo } from 'react'
import { useQuery } from '@apollo/client/react'
import { graphql } from '@vises/schema/admin'
import { useLanguage } from '@vises/ui/texts.tsx'

const SharedQuestions_Words = graphql(`
  query SharedQuestions_Words {
    methodVersions {
      code
      questionTypes {
        code
        label {
          fr
          nl
          en
        }
      }
      purposes {
        code
        label {
          fr
          nl
          en
        }
      }
      domains {
        code
        label {
          fr
          nl
          en
        }
      }
      collectionMethods {
        code
        label {
          fr
          nl
          en
        }
      }
    }
    testPlatforms {
      code
      name {
        fr
        nl
        en
      }
    }
  }
`)

export interface Word {
  value: string
  label: string
}
const KINDS = ['questionTypes', 'purposes', 'domains', 'collectionMethods'] as const
export type WordKind = (typeof KINDS)[number]

/** The words behind the codes, of all versions of the method; those of the newest version come first and prevail. */
export function useMethodWords() {
  const language = useLanguage()
  const { data, error, refetch } = useQuery(SharedQuestions_Words)
  return useMemo(() => {
    const listOf = (kind: WordKind): Word[] => {
      const labels = new Map<string, string>()
      for (const version of data?.methodVersions ?? []) {
        for (const { code, label } of version[kind]) if (!labels.has(code)) labels.set(code, label[language])
      }
      return [...labels].map(([value, label]) => ({ value, label }))
    }
    const lists = Object.fromEntries(KINDS.map((kind) => [kind, listOf(kind)])) as Record<WordKind, Word[]>
    return {
      lists,
      platforms:
        data?.testPlatforms.map(({ code, name }) => ({ value: code, label: `${code} · ${name[language]}` })) ?? [],
      wordOf: (kind: WordKind, code: string) => lists[kind].find(({ value }) => value === code)?.label ?? code,
      error: data ? undefined : error,
      retry: refetch,
    }
  }, [data, error, refetch, language])
}

export type MethodWords = ReturnType<typeof useMethodWords>
