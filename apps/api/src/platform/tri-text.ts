/** A text in the three languages of the product; every one is filled. */
export interface TriText {
  fr: string
  nl: string
  en: string
}

export const LANGUAGES = ['fr', 'nl', 'en'] as const
export type Language = (typeof LANGUAGES)[number]
