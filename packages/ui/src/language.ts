export const LANGUAGES = ['fr', 'nl', 'en'] as const

/** The three languages of the screens. */
export type Language = (typeof LANGUAGES)[number]

/** Each language by its own name. */
export const LANGUAGE_NAMES: Record<Language, string> = { fr: 'Français', nl: 'Nederlands', en: 'English' }

export const isLanguage = (value: unknown): value is Language => LANGUAGES.some((language) => language === value)

/** The first language of the browser that we speak, else French. */
export function preferredLanguage(wanted: readonly string[] = navigator.languages): Language {
  return wanted.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'fr'
}

/** The language that the page speaks. */
export function pageLanguage(): Language {
  const { lang } = document.documentElement
  return isLanguage(lang) ? lang : preferredLanguage()
}

/** The same address in another language: `/fr/cohort?phase=2` becomes `/nl/cohort?phase=2`. */
export function inLanguage(language: Language, place: { pathname: string; search: string; hash: string }): string {
  const [, , ...rest] = place.pathname.split('/')
  return `/${[language, ...rest].join('/')}${place.search}${place.hash}`
}
