import { useTexts } from '../texts.tsx'
import { useLanguageName } from './language-names.ts'

/** A sentence for what is wrong, without saying where. */
export function useProblemSentence(): (problem: { code: string; detail?: unknown }) => string {
  const { t } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const nameOf = useLanguageName()
  return ({ code, detail }) => {
    const given = { found: 'none', meant: 'none', name: '', ...(detail as Record<string, string | number> | undefined) }
    const language = 'language' in given && typeof given.language === 'string' && nameOf(given.language, true)
    return t(`problem.${code as 'syntax'}`, {
      ...given,
      ...(language && { language }),
      found: given.found || 'none',
    })
  }
}
