import { QUESTIONNAIRE_LIMITS } from '../model.ts'
import type { LanguageTag, Questionnaire } from '../model.ts'
import { readQuestionnaire } from '../strict.ts'
import { Lists } from './choices-in.ts'
import type { CellPlace, Finding, Workbook } from './finding.ts'
import { CHOICE_HEADERS, SURVEY_HEADERS } from './headers.ts'
import { restore } from './kept.ts'
import { findLogic } from './logic.ts'
import { unrollLoops } from './loops.ts'
import { spokenOf } from './references.ts'
import { readSettings, saysYes } from './settings-in.ts'
import type { Settings } from './settings-in.ts'
import { Findings, Sheet } from './sheet.ts'
import { SurveyReader } from './survey-in.ts'

/** What an import came to: a questionnaire and what was left out of it, or all that is not supported. */
export type Imported = ({ questionnaire: Questionnaire } | { problems: Finding[] }) & { losses: Finding[] }

export interface ImportOptions {
  /** What it is called when the workbook does not say, for example the name of the file. */
  title?: string
  /** The language of texts for which the workbook names none. */
  language?: LanguageTag
  /** See `Surroundings`. */
  asWritten?: boolean
}

/** Reads an XLSForm. Nothing is imported by halves: what is not supported is told all at once, cell by cell. */
export function fromXlsform(workbook: Workbook, options: ImportOptions = {}): Imported {
  const { questionnaire, findings } = readWorkbook(workbook, options)
  const losses = inOrder(findings.losses, workbook)
  const problems = withFormulas(findings.problems, workbook.formulas ?? [])
  if (questionnaire && problems.length === 0) return { questionnaire, losses }
  return { problems: inOrder(problems, workbook), losses }
}

/** A cell that is computed is told as such alone: what else is wrong with it may come of that. */
function withFormulas(problems: readonly Finding[], formulas: readonly CellPlace[]): Finding[] {
  const at = ({ sheet, row, column }: CellPlace) => `${row} ${column} ${sheet}`
  const computed = new Set(formulas.map(at))
  return [
    ...formulas.map((place): Finding => ({ ...place, code: 'formula', detail: '' })),
    ...problems.filter((problem) => !computed.has(at(problem))),
  ]
}

/** As a reader goes through the workbook: sheet by sheet, row by row. */
function inOrder(findings: readonly Finding[], { sheets }: Workbook): Finding[] {
  const place = (sheet: string) => sheets.findIndex(({ name }) => name === sheet)
  const column = (letters: string) => letters.padStart(3)
  return findings.toSorted(
    (one, other) =>
      place(one.sheet) - place(other.sheet) ||
      one.row - other.row ||
      (column(one.column) < column(other.column) ? -1 : 1),
  )
}

/** The same with what could be read although it is refused. */
export function readWorkbook(
  workbook: Workbook,
  { title, language = 'en', asWritten = false }: ImportOptions = {},
): { questionnaire?: Questionnaire; findings: Findings } {
  const findings = new Findings()
  const sheets = new Map(workbook.sheets.map((sheet) => [sheet.name.trim().toLowerCase(), sheet]))
  for (const [name, sheet] of sheets)
    if (!SHEETS.has(name) && sheet.rows.some((cells) => cells.some((cell) => cell.trim() !== '')))
      findings.lose({ sheet: sheet.name, row: 1, column: 'A' }, 'sheetIgnored')

  const found = sheets.get('survey')
  if (!found) {
    findings.refuse(FIRST, 'sheetMissing')
    return { findings }
  }
  const survey = new Sheet(found.name, found.rows, SURVEY_HEADERS)
  const choices = ['choices', 'external_choices'].flatMap((name) => {
    const sheet = sheets.get(name)
    return sheet ? [new Sheet(sheet.name, sheet.rows, CHOICE_HEADERS)] : []
  })
  for (const field of ['type', 'name'] as const)
    if (!survey.has(field)) findings.refuse(survey.placeOf(0), 'columnMissing', field)

  const settings = readSettings(sheets.get('settings'), findings)
  const hasPlainTexts =
    survey.hasPlainTexts(SURVEY_HEADERS.translated) ||
    choices.some((sheet) => sheet.hasPlainTexts(CHOICE_HEADERS.translated))
  const languages = languagesOf(
    [survey, ...choices].flatMap((sheet) => sheet.languages()),
    settings,
    survey.hasPlainTexts(new Set(['label'])),
    hasPlainTexts,
    language,
  )
  const base = languages[0]!
  if (languages.length > QUESTIONNAIRE_LIMITS.languages)
    findings.refuse(survey.placeOf(0), 'tooMany', languages.join(', '))
  survey.findDoubles(findings, base)
  survey.findStrangers(findings)

  const lists = new Lists(findings, base)
  for (const sheet of choices) lists.read(sheet)
  lists.addEmpty(settings.kept?.lists ?? [])
  const reader = new SurveyReader({ base, lists, findings, asWritten, ...spokenOf([survey, ...choices]) })
  const items = reader.read(unrollLoops(survey.rows, lists, base, findings))
  lists.check(reader.severalOf, saysYes(settings.rest['allow_choice_duplicates']))

  const name = settings.title ?? reader.settings.get('title') ?? title ?? settings.rest['form_id']
  const questionnaire: Questionnaire = {
    title: name ? { [base]: name } : {},
    ...reader.texts,
    baseLanguage: base,
    languages,
    choiceLists: lists.usedBy(items),
    items,
    ...(Object.keys(settings.rest).length && { settings: settings.rest }),
  }
  const restored = checked(withSettings(questionnaire, settings), questionnaire, findings)
  if (!asWritten && findings.problems.length === 0)
    findLogic(restored, reader.rows, (list, twice) => lists.placeOf(list, twice), findings)
  return { questionnaire: restored, findings }
}

const SHEETS: ReadonlySet<string> = new Set(['survey', 'choices', 'external_choices', 'settings'])
const FIRST: CellPlace = { sheet: 'survey', row: 1, column: 'A' }

/** The languages of a workbook, the base language first. */
function languagesOf(
  named: LanguageTag[],
  { defaultLanguage }: Settings,
  hasPlainLabels: boolean,
  hasPlainTexts: boolean,
  otherwise: LanguageTag,
): LanguageTag[] {
  const of = (base: LanguageTag) => [...new Set([base, ...named])]
  if (defaultLanguage && (hasPlainTexts || named.includes(defaultLanguage) || named.length === 0))
    return of(defaultLanguage)
  if (!hasPlainLabels && named.length) return of(named[0]!)
  // Labels without a language stand beside others that have this one: theirs must be another.
  return of([otherwise, 'en', 'und'].find((language) => !named.includes(language))!)
}

function withSettings(questionnaire: Questionnaire, { kept }: Settings): Questionnaire {
  return (kept && restore(questionnaire, kept)) ?? questionnaire
}

/** The questionnaire, unless what its settings kept spoils it. */
function checked(restored: Questionnaire, plain: Questionnaire, findings: Findings): Questionnaire {
  if (!('problems' in readQuestionnaire(restored))) return restored
  const again = readQuestionnaire(plain)
  if ('problems' in again) {
    if (findings.problems.length === 0) for (const { path } of again.problems) findings.refuse(FIRST, 'tooMany', path)
  } else findings.lose({ ...FIRST, sheet: 'settings' }, 'keptIgnored')
  return plain
}
