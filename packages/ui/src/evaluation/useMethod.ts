import { useQuery } from '@apollo/client/react'
import { graphql } from '@vises/schema/client'
import type { Method_VersionQuery } from '@vises/schema/client/graphql'
import { useLanguage } from '../texts.tsx'

const Method_Version = graphql(`
  query Method_Version($code: String!) {
    methodVersion(code: $code) {
      code
      name {
        ...Words
      }
      phases {
        number
        title {
          ...Words
        }
        steps {
          code
          phase
          tool
          light
          mergedInto
          typicalDays
          leads
          joins
          title {
            ...Words
          }
          summary {
            ...Words
          }
          why {
            ...Words
          }
          artefact {
            ...Words
          }
          guidance {
            fr
            nl
            en
          }
          fields {
            key
            kind
            expected
            max
            maxLength
            label {
              ...Words
            }
            help {
              ...Words
            }
            example {
              ...Words
            }
            options {
              code
              label {
                ...Words
              }
            }
            item {
              key
              kind
              max
              maxLength
              label {
                ...Words
              }
              help {
                ...Words
              }
              options {
                code
                label {
                  ...Words
                }
              }
            }
          }
        }
        gate {
          code
          title {
            ...Words
          }
          summary {
            ...Words
          }
          criteria {
            code
            label {
              ...Words
            }
            help {
              ...Words
            }
          }
          outcomes {
            code
            label {
              ...Words
            }
            help {
              ...Words
            }
          }
        }
      }
      questionChecklist {
        code
        label {
          ...Words
        }
        hint {
          ...Words
        }
        weak {
          ...Words
        }
        better {
          ...Words
        }
      }
      questionTypes {
        code
        label {
          ...Words
        }
      }
      purposes {
        code
        label {
          ...Words
        }
      }
      domains {
        code
        label {
          ...Words
        }
      }
      collectionMethods {
        code
        label {
          ...Words
        }
      }
    }
  }
  fragment Words on TriText {
    fr
    nl
    en
  }
`)

/** A text in the three languages. */
export interface Words {
  fr: string
  nl: string
  en: string
}

type Raw = Method_VersionQuery['methodVersion']

/** The same shape with each three-language text replaced by the reader's. */
export type InLanguage<T> = T extends { fr: infer Text; nl: unknown; en: unknown }
  ? Text
  : T extends readonly (infer Item)[]
    ? InLanguage<Item>[]
    : T extends object
      ? { [Key in keyof T]: InLanguage<T[Key]> }
      : T

export type Method = InLanguage<Raw>
export type MethodStep = Method['phases'][number]['steps'][number]
export type MethodField = MethodStep['fields'][number]
export type MethodItemField = NonNullable<MethodField['item']>[number]
export type MethodGate = Method['phases'][number]['gate']

/** The method version in the reader's language; it never changes once used, so it is asked for once. */
export function useMethod(code: string | undefined): {
  method: Method | undefined
  error: unknown
  retry: () => unknown
} {
  const language = useLanguage()
  const { data, error, refetch } = useQuery(Method_Version, { variables: { code: code ?? '' }, skip: !code })
  return { method: data && (inLanguage(data.methodVersion, language) as Method), error, retry: refetch }
}

const cache = new WeakMap<object, Map<string, unknown>>()

function inLanguage(value: unknown, language: keyof Words): unknown {
  if (typeof value !== 'object' || value === null) return value
  const known = cache.get(value)?.get(language)
  if (known !== undefined) return known
  const result = translate(value, language)
  if (!cache.has(value)) cache.set(value, new Map())
  cache.get(value)!.set(language, result)
  return result
}

function translate(value: object, language: keyof Words): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => inLanguage(one, language))
  if ('fr' in value && 'nl' in value && 'en' in value) return (value as Record<string, unknown>)[language]
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inLanguage(one, language)]))
}

/** A step of the method by its code. */
export function stepOf(method: Method, code: string): MethodStep | undefined {
  return method.phases.flatMap(({ steps }) => steps).find((step) => step.code === code)
}

/** A gate of the method by its code. */
export function gateOf(method: Method, code: string): MethodGate | undefined {
  return method.phases.map(({ gate }) => gate).find((gate) => gate.code === code)
}

/** What a step or gate code is called. */
export function titleOf(method: Method, code: string): string {
  return stepOf(method, code)?.title ?? gateOf(method, code)?.title ?? code
}
