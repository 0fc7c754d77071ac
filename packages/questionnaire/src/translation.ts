import { QUESTIONNAIRE_LIMITS } from './model.ts'
import type { LanguageTag, Questionnaire, Texts } from './model.ts'
import { mapTexts, textsOf, variantOf, written } from './texts.ts'
import type { TextPlace } from './texts.ts'

/**
 * From which words each translation was made: by path and language `<language>:<hash>` of the text it was made from.
 * A translation without a mark counts as right.
 */
export type Marks = Readonly<Record<string, Readonly<Record<LanguageTag, string>>>>

/** How far one text is in one language. */
export type TextState = 'missing' | 'translated' | 'stale'

/** How much of what people see is there in one language. */
export interface Coverage {
  language: LanguageTag
  total: number
  translated: number
  stale: number
}

/** One text to translate. */
export interface TranslationUnit extends TextPlace {
  /** The language it is translated from: the mother of a variant, else the base. */
  sourceLanguage: LanguageTag
  source: string
  /** Send it back with the translation: it tells from which words it was made. */
  sourceHash: string
  target: string
  state: TextState
}

/** A translated text on its way in. */
export interface TranslatedText {
  path: string
  /** Empty takes the translation away. */
  text: string
  /** Of the words it was made from; those that stand now when it is not said. */
  sourceHash?: string
  /** What stood there when the translator began; another one by now is not overwritten. */
  was?: string
}

/** Why a translated text was not taken as it came. `sourceChanged` was taken, and marked as made from older words. */
export interface TranslationFault {
  path: string
  code: 'unknownPath' | 'tooLong' | 'changedMeanwhile' | 'sourceChanged'
  current?: string
}

/** Longest text of a place; what is read before and after the questions may go on longer than a label. */
export const TEXT_LIMITS = { label: QUESTIONNAIRE_LIMITS.labelLength, passage: 20_000 } as const

const { imul } = Math

/** The hash under which a text is remembered: 53 bits, the same everywhere, whatever ends its lines. */
export function hashOf(text: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57]
  const plain = (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text).trim()
  for (let at = 0; at < plain.length; at++) {
    const code = plain.charCodeAt(at)
    high = imul(high ^ code, 2654435761)
    low = imul(low ^ code, 1597334677)
  }
  high = imul(high ^ (high >>> 16), 2246822507) ^ imul(low ^ (low >>> 13), 3266489909)
  low = imul(low ^ (low >>> 16), 2246822507) ^ imul(high ^ (high >>> 13), 3266489909)
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36)
}

/** The language that a text is translated from: of a variant its mother, where the text is there, else the base. */
export function sourceOf(questionnaire: Questionnaire, texts: Texts, language: LanguageTag): LanguageTag {
  const { baseLanguage, languages } = questionnaire
  const mother = variantOf(language).find((tag) => languages.includes(tag) && written(texts, tag))
  if (mother) return mother
  if (written(texts, baseLanguage)) return baseLanguage
  return languages.find((tag) => tag !== language && written(texts, tag)) ?? baseLanguage
}

/** Coverage of every language: of the texts people see, those that are there, and those made from older words. */
export function coverageOf(questionnaire: Questionnaire, marks: Marks): Coverage[] {
  const seen = seenTexts(questionnaire)
  return questionnaire.languages.map((language) => {
    const states = seen.map(([{ path }, texts]) => stateOf(questionnaire, marks, path, texts, language))
    const count = (state: TextState) => states.filter((one) => one === state).length
    return { language, total: seen.length, translated: seen.length - count('missing'), stale: count('stale') }
  })
}

/** Everything to translate into a language, in the order people meet it. */
export function translationUnits(questionnaire: Questionnaire, marks: Marks, language: LanguageTag): TranslationUnit[] {
  return seenTexts(questionnaire).map(([place, texts]) => {
    const sourceLanguage = sourceOf(questionnaire, texts, language)
    const source = written(texts, sourceLanguage)
    return {
      ...place,
      sourceLanguage,
      source,
      sourceHash: hashOf(source),
      target: written(texts, language),
      state: stateOf(questionnaire, marks, place.path, texts, language),
    }
  })
}

/** Whether a text is there in a language, and still says what its source says. */
export function stateOf(
  questionnaire: Questionnaire,
  marks: Marks,
  path: string,
  texts: Texts,
  language: LanguageTag,
  asked: readonly LanguageTag[] = [],
): TextState {
  if (!written(texts, language)) return 'missing'
  const mark = language === questionnaire.baseLanguage ? undefined : markOf(marks, path, language)
  if (!mark || asked.includes(language)) return 'translated'
  const [from, hash] = mark
  if (hash !== hashOf(written(texts, from))) return 'stale'
  // Made from a translation that is itself behind its source.
  return stateOf(questionnaire, marks, path, texts, from, [...asked, language]) === 'stale' ? 'stale' : 'translated'
}

/**
 * The marks after a change of the draft: a translation that is new or written anew was made from the words that stand
 * now; one that nobody touched keeps its mark, also when its item got another key or was copied.
 */
export function marksAfter(before: Questionnaire | undefined, after: Questionnaire, old: Marks): Marks {
  const known =
    before && before.baseLanguage !== after.baseLanguage ? marksForBase(before, old, after.baseLanguage) : old
  const stood = new Map(before ? textsOf(before).map(([{ path }, texts]) => [path, texts]) : [])
  const copies = new Map<string, string>()
  for (const [path, texts] of stood) {
    for (const language of Object.keys(known[path] ?? {}))
      copies.set(JSON.stringify([language, texts[language], texts[after.baseLanguage]]), path)
  }
  /** The mark that is kept, and whose text it was; undefined when the translation is a new one. */
  const keptMark = (path: string, texts: Texts, language: LanguageTag): { mark?: string } | undefined => {
    const was = stood.get(path)
    const from = was ? path : copies.get(JSON.stringify([language, texts[language], texts[after.baseLanguage]]))
    const then = from === undefined ? undefined : stood.get(from)
    if (!before || from === undefined || !then || then[language] !== texts[language]) return undefined
    const mark = known[from]?.[language]
    const source = mark && markOf(known, from, language)?.[0]
    if (source === undefined || after.languages.includes(source)) return { mark }
    // Its source language was taken out: what stands in for it says whether the translation is right.
    const stale = stateOf(before, known, from, then, language) === 'stale'
    return { mark: stale ? `${sourceOf(after, texts, language)}:stale` : freshMark(after, texts, language) }
  }
  const marks: Record<string, Record<LanguageTag, string>> = {}
  for (const [{ path }, texts] of textsOf(after)) {
    for (const language of Object.keys(texts)) {
      if (!written(texts, language) || !after.languages.includes(language)) continue
      const kept = keptMark(path, texts, language)
      const mark = kept ? kept.mark : freshMark(after, texts, language)
      if (mark) (marks[path] ??= {})[language] = mark
    }
  }
  return marks
}

/** The mark of a translation made just now; none for a text that has no source. */
function freshMark(questionnaire: Questionnaire, texts: Texts, language: LanguageTag): string | undefined {
  if (language === questionnaire.baseLanguage) return undefined
  const source = sourceOf(questionnaire, texts, language)
  const words = written(texts, source)
  return words && source !== language ? `${source}:${hashOf(words)}` : undefined
}

/**
 * The marks once another language is the base. What was the base becomes a translation: right where the two said the
 * same, stale where the new base was behind. Nothing else changes, so that the way back leads to where it began.
 */
export function marksForBase(questionnaire: Questionnaire, marks: Marks, base: LanguageTag): Marks {
  const old = questionnaire.baseLanguage
  if (old === base) return marks
  const changed: Record<string, Record<LanguageTag, string>> = {}
  for (const [path, byLanguage] of Object.entries(marks)) changed[path] = { ...byLanguage }
  for (const [{ path }, texts] of textsOf(questionnaire)) {
    if (!written(texts, old) || !written(texts, base)) continue
    const state = stateOf(questionnaire, marks, path, texts, base)
    ;(changed[path] ??= {})[old] = `${base}:${state === 'stale' ? 'stale' : hashOf(written(texts, base))}`
  }
  return changed
}

/** The questionnaire with another base language; every text stays where it is. */
export function withBaseLanguage(questionnaire: Questionnaire, base: LanguageTag): Questionnaire {
  const others = questionnaire.languages.filter((language) => language !== base)
  return { ...questionnaire, baseLanguage: base, languages: [base, ...others] }
}

/** Texts that removing a language would lose. */
export const textsIn = (questionnaire: Questionnaire, language: LanguageTag): number =>
  textsOf(questionnaire).filter(([, texts]) => written(texts, language)).length

/** The questionnaire without a language, and the marks: what was translated from it keeps what is known of it. */
export function withoutLanguage(
  questionnaire: Questionnaire,
  marks: Marks,
  language: LanguageTag,
): { questionnaire: Questionnaire; marks: Marks } {
  const left = mapTexts(
    { ...questionnaire, languages: questionnaire.languages.filter((one) => one !== language) },
    (texts) => {
      if (!Object.hasOwn(texts, language)) return texts
      const { [language]: _gone, ...rest } = texts
      return rest
    },
  )
  return { questionnaire: left, marks: marksAfter(questionnaire, left, marks) }
}

/** Puts translated texts in their places: what was taken, and of the others why not. */
export function applyTranslations(
  questionnaire: Questionnaire,
  marks: Marks,
  language: LanguageTag,
  given: readonly TranslatedText[],
): { questionnaire: Questionnaire; marks: Marks; saved: number; faults: TranslationFault[] } {
  const units = new Map(translationUnits(questionnaire, marks, language).map((unit) => [unit.path, unit]))
  const taken = new Map<string, string>()
  const faults: TranslationFault[] = []
  const changed: Record<string, Record<LanguageTag, string>> = {}
  for (const { path, text, sourceHash, was } of given) {
    const unit = units.get(path)
    if (!unit) {
      faults.push({ path, code: 'unknownPath' })
      continue
    }
    if (text.length > (unit.passage ? TEXT_LIMITS.passage : TEXT_LIMITS.label)) {
      faults.push({ path, code: 'tooLong', current: unit.target })
      continue
    }
    if (was !== undefined && was.trim() !== unit.target.trim() && text.trim() !== unit.target.trim()) {
      faults.push({ path, code: 'changedMeanwhile', current: unit.target })
      continue
    }
    const behind = sourceHash !== undefined && sourceHash !== unit.sourceHash
    if (behind) faults.push({ path, code: 'sourceChanged', current: unit.source })
    taken.set(path, text.trim() ? text : '')
    if (language !== questionnaire.baseLanguage && unit.source && unit.sourceLanguage !== language)
      changed[path] = { [language]: `${unit.sourceLanguage}:${sourceHash ?? unit.sourceHash}` }
  }
  const next = mapTexts(questionnaire, (texts, { path }) => {
    const text = taken.get(path)
    if (text === undefined || text === (texts[language] ?? '')) return texts
    const { [language]: _old, ...rest } = texts
    return text ? { ...rest, [language]: text } : rest
  })
  const merged: Record<string, Record<LanguageTag, string>> = { ...marks }
  for (const path of taken.keys()) {
    const { [language]: _old, ...others } = merged[path] ?? {}
    const mark = taken.get(path) ? changed[path] : {}
    merged[path] = { ...others, ...mark }
    if (Object.keys(merged[path]).length === 0) delete merged[path]
  }
  return { questionnaire: next, marks: merged, saved: taken.size, faults }
}

const seenTexts = (questionnaire: Questionnaire): [TextPlace, Texts][] =>
  textsOf(questionnaire).filter(
    ([{ visible }, texts]) => visible && questionnaire.languages.some((language) => written(texts, language)),
  )

function markOf(marks: Marks, path: string, language: LanguageTag): [from: LanguageTag, hash: string] | undefined {
  const byLanguage = Object.hasOwn(marks, path) ? marks[path] : undefined
  const mark = byLanguage && Object.hasOwn(byLanguage, language) ? byLanguage[language] : undefined
  const at = mark?.indexOf(':') ?? -1
  return mark && at > 0 ? [mark.slice(0, at), mark.slice(at + 1)] : undefined
}
