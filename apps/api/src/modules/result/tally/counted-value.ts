import { SCALE } from '@vises/questionnaire/answering/faults.ts'
import type { Question } from '@vises/questionnaire/model.ts'

/** Beside the values themselves: how many answered, left it empty though asked, preferred not to say. */
export const ANSWERED = '@answered'
export const MISSING = '@missing'
export const DECLINED = '@declined'
/** Matrices: people with three rows or more, and those of them who gave the same in all. */
export const ROWS_GIVEN = '@rowsGiven'
export const ROWS_ALIKE = '@rowsAlike'

/** Longest text that is counted as a value: what a calculation or a link sets; longer ones are prose. */
const LONGEST_CODE = 40

/** Longest word that is counted. */
const LONGEST_WORD = 40

/** A number as it is counted: four significant digits, so that a tally stays small however many answers there are. */
export function countedNumber(value: number): string {
  const short = Math.abs(value) < 10_000 && Number.isInteger(value) ? value : Number(value.toPrecision(4))
  // -0 and 0 are one number.
  return String(short + 0)
}

/** A short text that works like a choice; undefined when it is prose. */
export const countedCode = (value: unknown): string | undefined => {
  if (typeof value === 'number') return Number.isFinite(value) ? countedNumber(value) : undefined
  return typeof value === 'string' && value.length <= LONGEST_CODE ? countedName(value) : undefined
}

/** The name of a choice, kept apart from our own words, which begin with one @. */
export const countedName = (name: string): string => (name.startsWith('@') ? `@${name}` : name)

/** The name of a choice from what was counted. */
export const nameOfCounted = (value: string): string => (value.startsWith('@@') ? value.slice(1) : value)

/** How long it took, to ten seconds at first and to a minute later; who went away for hours counts as four. */
export const countedSeconds = (seconds: number): string =>
  String(Math.min(14_400, seconds <= 1800 ? seconds : Math.ceil(seconds / 60) * 60))

/** The steps of a scale or of the moments of a then/now question. */
export function stepsOf({ min = SCALE.min, max = SCALE.max }: Pick<Question, 'min' | 'max'>): number[] {
  return Array.from({ length: Math.max(0, Math.min(max - min, 100)) + 1 }, (_, index) => min + index)
}

const segmenters = new Map<string, Intl.Segmenter>()

/** The words of a text, each once, without the small ones that every sentence has. */
export function wordsOf(text: string, language: string): Set<string> {
  const main = language.split('-')[0]!
  let segmenter = segmenters.get(main)
  if (!segmenter) segmenters.set(main, (segmenter = segmenterOf(main)))
  const small = SMALL_WORDS[main]
  const words = new Set<string>()
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    if (!isWordLike || segment.length < 3 || segment.length > LONGEST_WORD || /\d/.test(segment)) continue
    const word = segment.toLocaleLowerCase(main).replace(/^[cdjlmnst]['’]|^qu['’]/u, '')
    if (word.length >= 3 && !small?.has(word)) words.add(word)
  }
  return words
}

function segmenterOf(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: 'word' })
  } catch {
    return new Intl.Segmenter('en', { granularity: 'word' })
  }
}

const SMALL_WORDS: Record<string, ReadonlySet<string>> = Object.fromEntries(
  Object.entries({
    fr: `les des une aux est sont pas plus que qui quoi dont par pour avec sans dans sur sous chez entre mais donc car nous vous
      ils elle elles leur leurs mon mes son ses ton tes notre nos votre vos cette ces cet tout tous toute toutes très bien
      être avoir fait faire été était ont avait peut aussi comme quand même encore parce alors trop peu cela ça moi toi lui
      aucun aucune autre autres chaque si non oui déjà après avant jamais toujours rien ici puis`,
    nl: `het een van der den des ten dat die dit deze wat wie hoe waar aan uit met zonder voor naar bij over onder tussen tot
      niet geen wel ook maar want dus als dan toen nog meer zeer heel veel alle alles iets niets zijn was waren ben bent is
      heb hebt heeft hebben had kan kunnen wordt worden werd wij jij zij hij hun ons onze mijn jouw zich haar hem men nu al er
      altijd nooit door omdat toch zoals zou moet moeten gaan gaat doen doet`,
    en: `the and but for with without from into onto about over under between that this these those what which who whom whose
      how when where why not are was were been being have has had does did done can could will would shall should may might
      must you your yours she her hers him his its they them their our ours out all any some more most very too also just
      than then there here because while only own same such each other yes nor`,
  }).map(([language, words]) => [language, new Set(words.split(/\s+/))]),
)
