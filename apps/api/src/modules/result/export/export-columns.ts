import { readerOf } from '@vises/questionnaire/cells.ts'
import type { CellValue, ConsentRecord } from '@vises/questionnaire/cells.ts'
import { columnsOf, tablesOf } from '@vises/questionnaire/columns.ts'
import type { Column, ColumnChoice, ColumnType } from '@vises/questionnaire/columns.ts'
import { wordsIn } from '@vises/questionnaire/words.ts'
import type { Answers, Questionnaire } from '@vises/questionnaire/model.ts'
import type { Language } from '../../../platform/tri-text.ts'

/** An answer as it is read for a file. */
export interface ResponseRow {
  waveId: string
  groupId: string | null
  version: number
  language: string
  channel: string
  day: string
  seconds: number | null
  setAside: string | null
  answers: Answers
  consent: ConsentRecord
  /** The answers as the database prints them, for a format that asks for them so; `answers` is empty then. */
  text?: string
}

/** One line of a table: an answer, or one row of a repeat in it. */
export interface Entry {
  /** Place of the answer in the file, from 1: the tie between the tables. */
  number: number
  response: ResponseRow
  /** The answers of this line. */
  answers: Answers
  /** Where a row of a repeat stands, outermost first, from 1. */
  at: number[]
}

/** One column of a file. */
export interface ExportColumn {
  /** Never changes with the wording. */
  name: string
  type: ColumnType
  label: string
  choices: { name: string | number; label: string }[]
  /** Of a question: which, and what of it. */
  column?: Column
  /** What a text can be, for the codebook. */
  meanings?: { value: string; label: string }[]
  read(entry: Entry): CellValue
  /** Of a question: whether a version asks it. */
  isAskedIn?(version: number): boolean
}

/** A table of a file: the answers, or the rows of a repeat. */
export interface ExportTable {
  /** `answers`, or the keys of the repeat joined by dots. */
  name: string
  /** The repeat as `columnsOf` names it; empty for the answers. */
  repeat: string
  columns: ExportColumn[]
}

/** What the columns are made of. */
export interface ExportSource {
  /** The versions of the questionnaire, oldest first, with their numbers. */
  versions: { number: number; content: Questionnaire }[]
  waves: ReadonlyMap<string, string>
  /** How many other waves the questionnaire has, of which nothing is in. */
  otherWaves: number
  groups: ReadonlyMap<string, string>
  /** The language of labels. */
  language: string
  /** One column more with all choices of a multiple question. */
  joined: boolean
  /** Answers set aside are in, and a column says why. */
  setAside: boolean
}

const WORDS = {
  number: {
    fr: 'Numéro de la réponse dans ce fichier',
    nl: 'Nummer van het antwoord in dit bestand',
    en: 'Number of the answer in this file',
  },
  wave: { fr: 'Vague', nl: 'Meetmoment', en: 'Wave' },
  group: { fr: 'Groupe', nl: 'Groep', en: 'Group' },
  version: { fr: 'Version du questionnaire', nl: 'Versie van de vragenlijst', en: 'Version of the questionnaire' },
  language: { fr: 'Langue de la réponse', nl: 'Taal van het antwoord', en: 'Language of the answer' },
  channel: { fr: 'Canal', nl: 'Kanaal', en: 'Channel' },
  day: { fr: 'Jour de réception', nl: 'Dag van ontvangst', en: 'Day received' },
  seconds: { fr: 'Durée en secondes', nl: 'Duur in seconden', en: 'Duration in seconds' },
  setAside: { fr: 'Raison de la mise de côté', nl: 'Reden om het opzij te leggen', en: 'Why it was set aside' },
  row: { fr: 'Place dans la réponse', nl: 'Plaats in het antwoord', en: 'Place in the answer' },
  wording: { fr: 'version du texte', nl: 'versie van de tekst', en: 'version of the wording' },
  other: { fr: 'précision', nl: 'toelichting', en: 'specified' },
} as const

/** That a file does not hold every wave, without saying which are missing. */
const OTHER_WAVES: Record<'one' | 'several', Record<Language, string>> = {
  one: {
    fr: 'Une autre vague de ce questionnaire n’est pas dans ce fichier.',
    nl: 'Eén ander meetmoment van deze vragenlijst zit niet in dit bestand.',
    en: 'One other wave of this questionnaire is not in this file.',
  },
  several: {
    fr: '{count} autres vagues de ce questionnaire ne sont pas dans ce fichier.',
    nl: '{count} andere meetmomenten van deze vragenlijst zitten niet in dit bestand.',
    en: '{count} other waves of this questionnaire are not in this file.',
  },
}

const CHANNELS: Record<string, Record<Language, string>> = {
  online: { fr: 'En ligne', nl: 'Online', en: 'Online' },
  paper: { fr: 'Papier', nl: 'Papier', en: 'Paper' },
  assisted: { fr: 'Accompagné', nl: 'Begeleid', en: 'Assisted' },
  imported: { fr: 'Importé', nl: 'Ingevoerd uit bestand', en: 'Imported' },
}

/** The tables of a file with their columns, the same whatever the format. */
export function exportTables(source: ExportSource): ExportTable[] {
  const columns = columnsOf(source.versions.map(({ content }) => content)).filter(
    ({ role }) => source.joined || role !== 'joined',
  )
  return tablesOf(columns).map((repeat) => ({
    name: repeat === '' ? 'answers' : repeat.replaceAll('/', '.'),
    repeat,
    columns: [
      ...(repeat === '' ? headColumns(source) : rowColumns(repeat, source)),
      ...columns.filter(({ table }) => table === repeat).map((column) => questionColumn(column, source)),
    ],
  }))
}

const own = (
  name: keyof typeof WORDS,
  type: ColumnType,
  source: ExportSource,
  read: ExportColumn['read'],
): ExportColumn => ({
  name: `answer.${name}`,
  type,
  label: wordsIn(WORDS[name], source.language),
  choices: [],
  read,
})

/** What every answer has: which wave, which group, which day. */
function headColumns(source: ExportSource): ExportColumn[] {
  const { waves, groups, language } = source
  const channels = Object.entries(CHANNELS).map(([name, texts]) => ({ name, label: wordsIn(texts, language) }))
  return [
    own('number', 'number', source, ({ number }) => number),
    { ...own('wave', 'text', source, ({ response }) => waves.get(response.waveId)), meanings: wavesTold(source) },
    own('group', 'text', source, ({ response }) =>
      response.groupId === null ? undefined : groups.get(response.groupId),
    ),
    own('version', 'number', source, ({ response }) => response.version),
    own('language', 'text', source, ({ response }) => response.language),
    { ...own('channel', 'choice', source, ({ response }) => response.channel), choices: channels },
    own('day', 'date', source, ({ response }) => response.day),
    own('seconds', 'number', source, ({ response }) => response.seconds ?? undefined),
    ...(source.setAside
      ? [own('setAside', 'text', source, ({ response }: Entry) => response.setAside ?? undefined)]
      : []),
  ]
}

/** Which waves are in, and that there are others. */
function wavesTold({ waves, otherWaves, language }: ExportSource): { value: string; label: string }[] {
  const others = wordsIn(OTHER_WAVES[otherWaves === 1 ? 'one' : 'several'], language)
  return [
    ...[...waves.values()].map((title) => ({ value: title, label: title })),
    ...(otherWaves > 0 ? [{ value: '', label: others.replace('{count}', String(otherWaves)) }] : []),
  ]
}

/** What every row of a repeat has: its answer, and its place in it. */
function rowColumns(repeat: string, source: ExportSource): ExportColumn[] {
  return [
    own('number', 'number', source, ({ number }) => number),
    ...repeat.split('/').map((key, depth) => ({
      ...own('row', 'number', source, ({ at }: Entry) => at[depth]),
      name: `${key}.row`,
    })),
  ]
}

function questionColumn(column: Column, { versions, language }: ExportSource): ExportColumn {
  const base = versions.at(-1)!.content.baseLanguage
  const say = (label: ColumnChoice['label']) => wordsIn(label, language, base)
  const read = readerOf(column)
  const asked = new Set(column.versions.map((index) => versions[index]!.number))
  const always = asked.size === versions.length
  const part =
    column.role === 'other'
      ? wordsIn(WORDS.other, language)
      : column.role === 'consentVersion'
        ? wordsIn(WORDS.wording, language)
        : say(column.partLabel ?? {})
  return {
    name: column.name,
    type: column.type,
    label: [say(column.label), part].filter(Boolean).join(' – '),
    choices: column.choices.map(({ name, label }) => ({ name, label: say(label) || String(name) })),
    column,
    isAskedIn: (version) => asked.has(version),
    read: always
      ? ({ answers, response }) => read(answers, response.consent)
      : ({ answers, response }) => (asked.has(response.version) ? read(answers, response.consent) : undefined),
  }
}
