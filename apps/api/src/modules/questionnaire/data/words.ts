import type { Choice, Texts } from '@vises/questionnaire/model.ts'

/** A text in the three languages of the product. */
export const t = (fr: string, nl: string, en: string): Texts => ({ fr, nl, en })

/** A choice: what is stored, and what is read. */
export const choice = (name: string, fr: string, nl: string, en: string): Choice => ({ name, label: t(fr, nl, en) })
