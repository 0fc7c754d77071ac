import type { Choice, Question, Questionnaire, Texts } from './model.ts'
import { questionsOf } from './walk.ts'

/** A territory that can be an answer. */
export interface Territory {
  code: string
  level: string
  name: Texts
  parentCode?: string | null
}

/** What stands for "any level". */
const ANY = ''

/** The levels of territory that a questionnaire asks for; none when it asks for no place. */
export function levelsAsked({ items }: Pick<Questionnaire, 'items'>): string[] {
  const levels = [...questionsOf(items)].flatMap(([{ kind, level }]) => (kind === 'place' ? [level ?? ANY] : []))
  return [...new Set(levels)]
}

/** A questionnaire with the territories that it asks for, and no others; of a level nobody knows there are none. */
export function withPlaces(questionnaire: Questionnaire, territories: readonly Territory[]): Questionnaire {
  const places: Record<string, Choice[]> = {}
  for (const asked of levelsAsked(questionnaire)) {
    const found = territories.filter(({ level }) => asked === ANY || level === asked)
    if (found.length) places[asked] = found.map(asChoice)
  }
  return Object.keys(places).length ? { ...questionnaire, places } : questionnaire
}

const asChoice = ({ code, name, parentCode }: Territory): Choice => ({
  name: code,
  label: name,
  ...(parentCode && { columns: { parent: parentCode } }),
})

/** The territories that a place question is answered with; undefined when it is answered in one's own words. */
export function placesOf(question: Question, { places }: Questionnaire): readonly Choice[] | undefined {
  const level = question.level ?? ANY
  return question.kind === 'place' && places && Object.hasOwn(places, level) ? places[level] : undefined
}

/** More than this are not read through on paper: a place is written there. */
const MOST_ON_PAPER = 12

/** The territories to tick on paper; none when there are too many, or no list. */
export function placesToTick(question: Question, questionnaire: Questionnaire): readonly Choice[] {
  const places = placesOf(question, questionnaire) ?? []
  return places.length <= MOST_ON_PAPER ? places : []
}
