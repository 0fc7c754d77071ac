import type { LanguageTag, Questionnaire, Texts } from '@vises/questionnaire/model.ts'

/** What forms on paper are made of: plain data, for a process of its own. */
export interface PaperInput {
  content: Questionnaire
  language: LanguageTag
  wave: {
    askedBy: string
    purpose: Texts
    contact: string | null
    anonymous: boolean
    closesOn: string | null
    keepUntil: string | null
  }
  /** What the pictures of the questions show, as `data:` addresses by the addresses they have in the content. */
  pictures: Readonly<Record<string, string>>
  /** The number of the first sheet, and how many sheets. */
  first: number
  copies: number
}
