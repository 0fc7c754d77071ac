import type { WaveSettingsInput } from '@vises/schema/client/graphql'
import type { Choice, Questionnaire, Texts } from '@vises/questionnaire/model.ts'
import { YES_NO_WORDS } from '@vises/questionnaire/words.ts'
import { questionsOf } from '@vises/questionnaire/walk.ts'
import type { Wave } from './useWave.ts'

/** A group of people as it is written in the form. */
export interface GroupForm {
  /** Of a group there is already. */
  groupId?: string
  name: string
  expected: string
  quota: string
}

/** The settings of a collection as they are written in the form: numbers are still text. */
export interface WaveForm {
  title: string
  opensOn: string
  closesOn: string
  languages: string[]
  askedBy: string
  purpose: Record<string, string>
  contact: string
  keepUntil: string
  quota: string
  breakdowns: string[]
  /** Per question and choice. */
  knownPopulation: Record<string, Record<string, string>>
  mostReminders: string
  groups: GroupForm[]
}

export const NO_GROUP: GroupForm = { name: '', expected: '', quota: '' }

export const freshForm = (askedBy: string): WaveForm => ({
  title: '',
  opensOn: '',
  closesOn: '',
  languages: [],
  askedBy,
  purpose: {},
  contact: '',
  keepUntil: '',
  quota: '',
  breakdowns: [],
  knownPopulation: {},
  mostReminders: '2',
  groups: [NO_GROUP],
})

const textOf = (value: number | null): string => (value === null ? '' : String(value))

/** What stands in a collection, as the form writes it. */
export function formOf(wave: Wave): WaveForm {
  const known = wave.knownPopulation as Record<string, Record<string, number>>
  return {
    title: wave.title,
    opensOn: wave.opensOn ?? '',
    closesOn: wave.closesOn ?? '',
    languages: wave.languages,
    askedBy: wave.askedBy,
    purpose: wave.purpose as Record<string, string>,
    contact: wave.contact ?? '',
    keepUntil: wave.keepUntil ?? '',
    quota: textOf(wave.quota),
    breakdowns: wave.breakdowns,
    knownPopulation: mapTwice(known, String),
    mostReminders: String(wave.mostReminders),
    groups: wave.groups.map(({ id, name, expected, quota }) => ({
      groupId: id,
      name,
      expected: textOf(expected),
      quota: textOf(quota),
    })),
  }
}

const numberOf = (text: string): number | null => (text.trim() === '' ? null : Number(text))

/** The settings as the API takes them; what is empty is taken away. */
export function settingsOf(form: WaveForm): WaveSettingsInput {
  return {
    title: form.title,
    opensOn: form.opensOn || null,
    closesOn: form.closesOn || null,
    languages: form.languages,
    askedBy: form.askedBy,
    purpose: Object.fromEntries(
      Object.entries(form.purpose).filter(([language, text]) => form.languages.includes(language) && text.trim()),
    ),
    contact: form.contact.trim() || null,
    keepUntil: form.keepUntil || null,
    quota: numberOf(form.quota),
    breakdowns: form.breakdowns,
    knownPopulation: populationOf(form),
    mostReminders: numberOf(form.mostReminders) ?? 0,
  }
}

/** The groups that have a name. */
export const groupsOf = ({ groups }: WaveForm) =>
  groups
    .filter(({ name }) => name.trim())
    .map(({ groupId, name, expected, quota }) => ({
      ...(groupId && { groupId }),
      name,
      expected: numberOf(expected),
      quota: numberOf(quota),
    }))

function populationOf({ knownPopulation, breakdowns }: WaveForm): Record<string, Record<string, number>> {
  const known = Object.entries(knownPopulation)
    .filter(([key]) => breakdowns.includes(key))
    .map(([key, counts]): [string, [string, number][]] => [
      key,
      Object.entries(counts).flatMap(([name, text]) => (text.trim() === '' ? [] : [[name, Number(text)]])),
    ])
  return Object.fromEntries(
    known.filter(([, counts]) => counts.length > 0).map(([key, counts]) => [key, Object.fromEntries(counts)]),
  )
}

const mapTwice = <A, B>(given: Record<string, Record<string, A>>, change: (value: A) => B) =>
  Object.fromEntries(
    Object.entries(given).map(([key, inner]) => [
      key,
      Object.fromEntries(Object.entries(inner).map(([name, value]) => [name, change(value)])),
    ]),
  )

/** A question that tells people apart: one answer of few. */
export interface Breakdown {
  key: string
  label: Texts
  choices: Pick<Choice, 'name' | 'label'>[]
}

/** The questions by which results can be broken down. */
export function breakdownsOf({ items, choiceLists }: Questionnaire): Breakdown[] {
  const found: Breakdown[] = []
  for (const [{ kind, key, label = {}, choices }, within] of questionsOf(items)) {
    if (within.some((container) => container.kind === 'repeat')) continue
    if (kind === 'yesNo')
      found.push({ key, label, choices: (['yes', 'no'] as const).map((name) => ({ name, label: YES_NO_WORDS[name] })) })
    else if (kind === 'single' && choices) found.push({ key, label, choices: choiceLists[choices] ?? [] })
  }
  return found
}
