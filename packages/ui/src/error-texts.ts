import { apiErrorOf, type ApiError } from './api-error.ts'
import { useTextById, useTexts } from './texts.tsx'

export interface ErrorWords {
  error: ApiError
  /** What is wrong. */
  title: string
  /** What to do. */
  todo: string
  /** Words for a field's problem, undefined when the field is fine. */
  forField(field: string): string | undefined
}

/** Words for what went wrong, in the reader's language. */
export function useErrorTexts(): (error: unknown) => ErrorWords {
  const { t } = useTexts<typeof import('./texts.fr.json')>('ui')
  const textById = useTextById()
  return (thrown) => {
    const error = apiErrorOf(thrown)
    const forField = (field: string) => {
      const code = error.problemOf(field)
      return code === undefined ? undefined : (textById(`ui.problem.${code}`) ?? t('problem.invalid'))
    }
    const todo = t(`error.${error.code}.todo`, { errorId: error.errorId ?? '' })
    return { error, title: t(`error.${error.code}.title`), todo, forField }
  }
}
