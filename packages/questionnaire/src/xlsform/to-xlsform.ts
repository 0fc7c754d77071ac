import { MEDIA_KINDS } from '../model.ts'
import type { Choice, Item, LanguageTag, Questionnaire, Texts } from '../model.ts'
import { isContainer, walk } from '../walk.ts'
import type { Workbook } from './finding.ts'
import { readWorkbook } from './from-xlsform.ts'
import { CHOICE_COLUMNS, CHOICE_HEADERS, SURVEY_COLUMNS, SURVEY_HEADERS } from './headers.ts'
import type { ChoiceField } from './headers.ts'
import { keep, writeKept } from './kept.ts'
import type { Kept } from './kept.ts'
import { headerOf } from './languages.ts'
import { rowsOf } from './questions-out.ts'
import type { WrittenRow } from './questions-out.ts'
import { ownChoices } from './steps.ts'

interface WrittenChoice {
  list: string
  choice: Choice
  kept?: Kept
}

/**
 * Writes a questionnaire as an XLSForm that any tool can run. What XLSForm has no words for stands besides in columns
 * `vises`, from which our own import makes the very same questionnaire again.
 */
export function toXlsform(questionnaire: Questionnaire): Workbook {
  const { rows, choices } = plainRows(questionnaire)
  const languages = [...new Set([questionnaire.baseLanguage, ...questionnaire.languages])]
  const write = (kept?: Kept): Workbook => ({
    sheets: [
      { name: 'survey', rows: surveyRows(rows, languages) },
      { name: 'choices', rows: choiceRows(choices, languages) },
      { name: 'settings', rows: settingsRows(questionnaire, kept) },
    ],
  })
  // What has to be kept is found out by reading the plain rows as any import would.
  const { questionnaire: plain } = readWorkbook(write(), { asWritten: true })
  if (!plain) throw new Error('A workbook without a survey was written.')
  const read = new Map(Array.from(walk(plain.items), ([item]) => [item.key, item]))
  for (const row of rows) {
    if (!row.item) continue
    const kept = keep(own(row.item), own(read.get(row.item.key)))
    if (kept ?? row.kept) row.kept = { ...row.kept, ...kept }
  }
  const places = new Map<string, number>()
  for (const written of choices) {
    const place = places.get(written.list) ?? 0
    places.set(written.list, place + 1)
    const kept = keep(written.choice, plain.choiceLists[written.list]?.[place] ?? {})
    if (kept && written.kept?.part === undefined) written.kept = kept
  }
  const lists = Object.entries(questionnaire.choiceLists).flatMap(([list, all]) => (all.length ? [] : [list]))
  const kept = keep(head(questionnaire), head(plain))
  return write(lists.length ? { ...kept, lists } : kept)
}

// The items of a group are rows of their own.
const own = (item: Item | undefined): object => {
  if (!item) return {}
  return isContainer(item) && item.items.length ? { ...item, items: undefined } : item
}

const head = ({ items: _items, choiceLists: _lists, ...rest }: Questionnaire): object => rest

function plainRows(questionnaire: Questionnaire): { rows: WrittenRow[]; choices: WrittenChoice[] } {
  const { items, choiceLists } = questionnaire
  const names = new Set(Array.from(walk(items), ([{ key }]) => key.toLowerCase()))
  const ownLists = new Map<string, string>()
  const free = (wanted: string, isTaken: (name: string) => boolean) => {
    let name = wanted
    for (let count = 2; isTaken(name); count++) name = `${wanted}_${count}`
    return name
  }
  const rows = rowsOf(items, {
    lists: choiceLists,
    ownList(wanted) {
      if (!ownLists.has(wanted))
        ownLists.set(
          wanted,
          free(wanted, (name) => Object.hasOwn(choiceLists, name)),
        )
      return ownLists.get(wanted)!
    },
    freeName(wanted) {
      const name = free(wanted, (one) => names.has(one.toLowerCase()))
      names.add(name.toLowerCase())
      return name
    },
  })
  const note = (part: 'introduction' | 'thanks'): WrittenRow[] => {
    const label = questionnaire[part]
    const name = free(`vises_${part}`, (one) => names.has(one.toLowerCase()))
    return label ? [{ cells: { type: 'note', name }, texts: { label }, kept: { part } }] : []
  }
  const choices: WrittenChoice[] = Object.entries(choiceLists).flatMap(([list, all]) =>
    all.map((choice) => ({ list, choice })),
  )
  for (const [ours, list] of ownLists)
    choices.push(
      ...ownChoices(ours, questionnaire.languages).map((choice) => ({ list, choice, kept: { part: 'written' } })),
    )
  return { rows: [...note('introduction'), ...rows, ...note('thanks')], choices }
}

function surveyRows(rows: readonly WrittenRow[], languages: readonly LanguageTag[]): string[][] {
  const isUsed = (field: keyof WrittenRow['cells']) =>
    field === 'vises'
      ? rows.some(({ kept }) => kept)
      : rows.some(({ cells, texts }) => cells[field] || Object.keys(texts[field] ?? {}).length)
  const columns = SURVEY_COLUMNS.filter(([field]) => ALWAYS.has(field) || isUsed(field))
  return table(
    columns.flatMap(([field, header]) => headers(header, SURVEY_HEADERS.translated.has(field), languages)),
    rows.map((row) =>
      columns.flatMap(([field]) => {
        if (field === 'vises') return [writeKept(row.kept)]
        if (!SURVEY_HEADERS.translated.has(field)) return [row.cells[field] ?? '']
        return inLanguages(row.texts[field], languages)
      }),
    ),
  )
}

const ALWAYS: ReadonlySet<string> = new Set(['type', 'name', 'label'])

function choiceRows(choices: readonly WrittenChoice[], languages: readonly LanguageTag[]): string[][] {
  const media = MEDIA_KINDS.filter((kind) => choices.some(({ choice }) => choice.media?.[kind]))
  const columns = CHOICE_COLUMNS.filter(([field]) => !isMedia(field) || media.includes(field))
  // What a header of XLSForm is called cannot be a column of one's own; it is kept instead.
  const isOwn = (name: string) =>
    /^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(name) && !Object.hasOwn(CHOICE_HEADERS.names, name.toLowerCase())
  const further = [...new Set(choices.flatMap(({ choice }) => Object.keys(choice.columns ?? {})))].filter(isOwn)
  const hasKept = choices.some(({ kept }) => kept)
  return table(
    [
      ...columns.flatMap(([field, header]) => headers(header, CHOICE_HEADERS.translated.has(field), languages)),
      ...further,
      ...(hasKept ? ['vises'] : []),
    ],
    choices.map(({ list, choice, kept }) => [
      ...columns.flatMap(([field]) => {
        if (field === 'list') return [list]
        if (field === 'name') return [choice.name]
        return inLanguages(isMedia(field) ? choice.media?.[field] : choice.label, languages)
      }),
      ...further.map((name) => choice.columns?.[name] ?? ''),
      ...(hasKept ? [writeKept(kept)] : []),
    ]),
  )
}

const isMedia = (field: ChoiceField): field is 'image' | 'audio' | 'video' =>
  field === 'image' || field === 'audio' || field === 'video'

function settingsRows({ title, baseLanguage, settings = {} }: Questionnaire, kept: Kept | undefined): string[][] {
  const cells: [string, string][] = [
    ['form_title', title[baseLanguage] ?? ''],
    ['default_language', headerOf(baseLanguage)],
    ...Object.entries(settings),
  ]
  if (kept) cells.push(['vises', writeKept(kept)])
  return [cells.map(([name]) => name), cells.map(([, value]) => value)]
}

const headers = (header: string, isTranslated: boolean, languages: readonly LanguageTag[]): string[] =>
  isTranslated ? languages.map((language) => `${header}::${headerOf(language)}`) : [header]

const inLanguages = (texts: Texts | undefined, languages: readonly LanguageTag[]): string[] =>
  languages.map((language) => texts?.[language] ?? '')

const table = (header: string[], rows: string[][]): string[][] => [header, ...rows]
