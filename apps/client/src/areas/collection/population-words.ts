import type { LanguageTag, Texts } from '@vises/questionnaire/model.ts'
import { wordsIn } from '@vises/questionnaire/words.ts'
import type { Progress } from './FollowUpPage.tsx'

type Line = Pick<Progress['population'][number], 'key' | 'values' | 'valueLabels'>

/** The words of the choices that a line tells together. */
export const choicesOf = ({ values, valueLabels }: Pick<Line, 'values' | 'valueLabels'>, language: LanguageTag) =>
  values.map((value, at) => wordsIn(valueLabels[at] as Texts, language) || value)

/** The line that a finding is about: it names the question and its choices. */
export const lineAbout = <Found extends Line>(lines: readonly Found[], about: string): Found | undefined =>
  lines.find(({ key, values }) => about === `${key}/${values.join(' ')}`)
