import type { Compiled } from '@vises/questionnaire/compiled.ts'
import type { LanguageTag, Texts } from '@vises/questionnaire/model.ts'

/** The properties whose values are texts by language. */
const TEXTS = new Set([
  'title',
  'introduction',
  'thanks',
  'label',
  'hint',
  'requiredMessage',
  'constraintMessage',
  'lowLabel',
  'highLabel',
  'thenLabel',
  'nowLabel',
  'image',
  'audio',
  'video',
])

/** What a person who answers alone never sees: help for interviewers, where a question comes from, a workbook's settings. */
const UNSEEN = new Set(['guidance', 'origin', 'settings'])

/** The languages a questionnaire is offered in by a wave, its base language first. */
export function offeredLanguages({ questionnaire }: Compiled, languages: readonly LanguageTag[]): LanguageTag[] {
  return questionnaire.languages.filter((language) => languages.includes(language))
}

/** A questionnaire as the page gets it: only what it shows, in the languages offered and the one they fall back on. */
export function pageContent(compiled: Compiled, languages: readonly LanguageTag[]): Compiled {
  const wanted = new Set([...languages, compiled.questionnaire.baseLanguage])
  const cut = (value: unknown, name: string): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map((inner) => cut(inner, ''))
    if (TEXTS.has(name)) return Object.fromEntries(Object.entries(value).filter(([language]) => wanted.has(language)))
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, inner]) => (UNSEEN.has(key) ? [] : [[key, cut(inner, key)]])),
    )
  }
  const { choiceLists, items, places, ...rest } = compiled.questionnaire
  // The names of lists are free: one may be called like a property.
  const cutLists = <List>(lists: Readonly<Record<string, List>>) =>
    Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, cut(list, '') as List]))
  const questionnaire = {
    ...(cut(rest, '') as typeof rest),
    items: cut(items, '') as typeof items,
    choiceLists: cutLists(choiceLists),
    ...(places && { places: cutLists(places) }),
  }
  return { ...compiled, questionnaire }
}

/** A text in a language, else in the base language, else in any. */
export function textIn(texts: Texts | undefined, language: LanguageTag, base: LanguageTag): string | null {
  return texts?.[language] || texts?.[base] || Object.values(texts ?? {}).find(Boolean) || null
}
