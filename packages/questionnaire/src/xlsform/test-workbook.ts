import type { Finding, Workbook } from './finding.ts'
import { fromXlsform } from './from-xlsform.ts'
import type { Questionnaire } from '../model.ts'

type Rows = readonly (readonly string[])[]

/** A workbook as people write them: the survey, and what else it needs. */
export const aWorkbook = (
  survey: Rows,
  choices?: Rows,
  settings?: Rows,
  more: Record<string, Rows> = {},
): Workbook => ({
  sheets: Object.entries({ survey, choices, settings, ...more }).flatMap(([name, rows]) =>
    rows ? [{ name, rows }] : [],
  ),
})

/** The questionnaire of a workbook that has to be importable. */
export function imported(workbook: Workbook): Questionnaire {
  const found = fromXlsform(workbook)
  if ('problems' in found) throw new Error(JSON.stringify(found.problems))
  return found.questionnaire
}

/** What is not supported, as `survey 3 B typeUnknown geopoint`. */
export function problemsOf(workbook: Workbook): string[] {
  const found = fromXlsform(workbook)
  return 'problems' in found ? found.problems.map(short) : []
}

export const lossesOf = (workbook: Workbook): string[] => fromXlsform(workbook, { title: 'A title' }).losses.map(short)

const short = ({ sheet, row, column, code, detail, problem }: Finding): string =>
  [sheet, row, column, code, problem?.code, detail].filter(Boolean).join(' ')
