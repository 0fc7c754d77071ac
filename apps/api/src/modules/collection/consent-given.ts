import type { Compiled } from '@vises/questionnaire/compiled.ts'
import type { Answers } from '@vises/questionnaire/model.ts'
import { questionsOf } from '@vises/questionnaire/walk.ts'

/** Which wording of each consent question was answered: the version, and the language in which it was read. */
export function consentGiven(
  { questionnaire }: Compiled,
  answers: Answers,
  sent: { version: number; language: string; consent?: Record<string, string> },
  languages: readonly string[],
): Record<string, { version: number; language: string }> {
  const given: Record<string, { version: number; language: string }> = {}
  for (const [{ kind, key }] of questionsOf(questionnaire.items)) {
    if (kind !== 'consent' || !Object.hasOwn(answers, key)) continue
    const read = sent.consent && Object.hasOwn(sent.consent, key) ? sent.consent[key] : undefined
    given[key] = { version: sent.version, language: languages.find((language) => language === read) ?? sent.language }
  }
  return given
}
