import type { DemoCalendar } from './demo-calendar.ts'
import { languageOf } from './demo-cast.ts'
import type { DemoPilotData, WorkedEnterpriseData } from './demo-data.ts'

const MONTHS = {
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  nl: 'januari februari maart april mei juni juli augustus september oktober november december'.split(' '),
}
type Words = keyof typeof MONTHS

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/
const YEAR = '(?:19|20)\\d{2}'

/**
 * What a text says of time: “du 7 au 25 mai 2018”, “avril à juin 2018”, “le 10 janvier”, “2018”. A month alone is left,
 * for it comes every year, and so is the year in the name of a version of the method.
 */
const timeIn = (language: Words) => {
  const month = MONTHS[language].join('|')
  const joint = language === 'fr' ? 'au|à|et' : 'tot|en'
  return new RegExp(
    `(?<of>\\bde |\\bd['’])?(?:(?:(?<firstDay>\\d{1,2})(?:er)?(?: (?<firstMonth>${month}))?|\\b(?<onlyMonth>${month})) (?<joint>${joint}) )?` +
      `(?:\\b(?<day>\\d{1,2})(?:er)? )?\\b(?<month>${month})(?: (?<year>${YEAR}))?\\b|(?<!\\d|version |versie |VISES )(?<bare>${YEAR})(?!\\d)`,
    'gi',
  )
}
const TIME_IN = { fr: timeIn('fr'), nl: timeIn('nl') }

/** A text of the data as it reads at the present of the demo: the days, months and years that it names are moved. */
export function wordsInTime(text: string, language: Words, calendar: DemoCalendar): string {
  if (ISO_DAY.test(text)) return text
  return text.replace(TIME_IN[language], (whole: string, ...rest: unknown[]) => {
    const part = rest.at(-1) as Record<string, string | undefined>
    if (part.bare) return calendar.day(`${part.bare}-06-30`).slice(0, 4)
    if (!part.day && !part.year) return whole
    return moved(part, language, calendar)
  })
}

function moved(part: Record<string, string | undefined>, language: Words, calendar: DemoCalendar): string {
  const names = MONTHS[language]
  // Without a year it is the one in which the data has its present; how far days move hardly depends on it.
  const at = (month: string, day = '15') =>
    calendar.day(
      `${part.year ?? 2018}-${String(names.indexOf(month.toLowerCase()) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`,
    )
  const last = at(part.month!, part.day)
  const first = part.joint && at(part.onlyMonth ?? part.firstMonth ?? part.month!, part.firstDay)
  const say = (on: string, day: string | undefined, withMonth: boolean, withYear: boolean) =>
    [
      day && (language === 'fr' && on.endsWith('-01') ? '1er' : String(Number(on.slice(8)))),
      withMonth && names[Number(on.slice(5, 7)) - 1],
      withYear && on.slice(0, 4),
    ]
      .filter(Boolean)
      .join(' ')
  const end = say(last, part.day, true, part.year !== undefined)
  const sameYear = first?.slice(0, 4) === last.slice(0, 4)
  const sameMonth = sameYear && first?.slice(5, 7) === last.slice(5, 7)
  const both = first
    ? `${say(first, part.firstDay, !sameMonth, !sameYear && part.year !== undefined)} ${part.joint} ${end}`
    : end
  const said = first && sameMonth && !part.firstDay ? end : both
  if (part.of) return (/^[ao]/.test(said) ? 'd’' : 'de ') + said
  const began = part.onlyMonth ?? (part.joint || part.day ? '' : part.month!)
  return /^\p{Lu}/u.test(began) ? said[0]!.toUpperCase() + said.slice(1) : said
}

/** The same for every text in a value. */
export function allInTime<T>(value: T, language: Words, calendar: DemoCalendar): T {
  if (typeof value === 'string') return wordsInTime(value, language, calendar) as T
  if (Array.isArray(value)) return value.map((one) => allInTime(one, language, calendar)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, allInTime(one, language, calendar)])) as T
}

/** A pilot whose texts speak of the same years as its dates. */
export function pilotInTime<T extends DemoPilotData>(pilot: T, calendar: DemoCalendar): T {
  const language = languageOf(pilot)
  const texts: (keyof WorkedEnterpriseData)[] = [
    'question',
    'description',
    'questionTexts',
    'steps',
    'comments',
    'sessions',
    'gates',
  ]
  return Object.fromEntries(
    Object.entries(pilot).map(([key, value]) => [
      key,
      (texts as string[]).includes(key) ? allInTime(value, language, calendar) : value,
    ]),
  ) as T
}
