import type { Choice, Texts } from '@vises/questionnaire/model.ts'

/** One text in the three languages of the project. */
export const text = (fr: string, nl: string, en: string): Texts => ({ fr, nl, en })

/** One choice of a list. */
export const choice = (name: string, fr: string, nl: string, en: string): Choice => ({ name, label: { fr, nl, en } })

/** What the two ends of a step of agreement mean. */
export const AGREE_ENDS = {
  lowLabel: text('Pas du tout d’accord', 'Helemaal niet akkoord', 'Strongly disagree'),
  highLabel: text('Tout à fait d’accord', 'Helemaal akkoord', 'Strongly agree'),
}
