import type { TranslationUnit } from '@vises/questionnaire/translation.ts'
import type { TableFile } from '../../platform/table-file.ts'
import type { Language } from '../../platform/tri-text.ts'
import type { ReadWorkbook } from '../../platform/workbook/read-workbook.ts'
import { TableProblem } from '../../platform/workbook/table-problem.ts'
import { markOf, MOST_FILE_TEXTS } from './translation-file.ts'
import type { TranslationFile } from './translation-file.ts'

/** Headers that a file is known by on its way back, whatever the order of its columns; the others are languages. */
const HEADERS = { path: 'path', place: 'question', source: 'source', target: 'target', state: 'state', mark: 'mark' }

/** A questionnaire's texts as a sheet: one row for each, base beside target. */
export function translationTable(
  {
    name,
    sourceLanguage,
    language,
    reader,
  }: { name: string; sourceLanguage: string; language: string; reader: Language },
  units: readonly TranslationUnit[],
): TableFile {
  const columns = [
    HEADERS.path,
    HEADERS.place,
    `${HEADERS.source}::${sourceLanguage}`,
    `${HEADERS.target}::${language}`,
    HEADERS.state,
    HEADERS.mark,
  ]
  return {
    name,
    language: reader,
    columns: columns.map((header) => ({ header, kind: 'text' as const })),
    rows: units.map((unit) => [
      unit.path,
      unit.key ? `${unit.key}: ${unit.part}` : unit.part,
      unit.source,
      unit.target,
      unit.state,
      markOf(unit),
    ]),
  }
}

/** Reads the sheet that a translator sends back. @throws TableProblem */
export function readTranslationSheet({ sheets, formulas }: ReadWorkbook): TranslationFile {
  const sheet = sheets.find(({ rows }) => rows[0]?.some((cell) => plain(cell) === HEADERS.path))
  if (!sheet) throw new TableProblem('NOT_A_TABLE')
  const headers = sheet.rows[0]!.map(plain)
  const column = (name: string) => headers.findIndex((header) => header === name || header.startsWith(`${name}::`))
  const [path, source, target, mark] = [HEADERS.path, HEADERS.source, HEADERS.target, HEADERS.mark].map(column)
  if (target === undefined || target < 0 || path === undefined) throw new TableProblem('NOT_A_TABLE')
  if (sheet.rows.length > MOST_FILE_TEXTS) throw new TableProblem('TOO_MANY_ROWS')
  const computed = new Set(
    formulas.filter((place) => place.sheet === sheet.name).map(({ row, column: letters }) => `${letters}${row}`),
  )
  const language = sheet.rows[0]![target]!.trim().split('::')[1]
  return {
    ...(language && { language }),
    texts: sheet.rows.slice(1).flatMap((cells, index) => {
      const at = (place: number | undefined) => (place === undefined || place < 0 ? undefined : cells[place])
      if (!at(path)?.trim()) return []
      return {
        path: at(path)!.trim(),
        text: at(target) ?? '',
        source: at(source),
        mark: at(mark),
        ...(computed.has(`${lettersOf(target)}${index + 2}`) && { computed: true }),
      }
    }),
  }
}

const plain = (text: string): string => text.trim().toLowerCase()

/** 0 -> A, 26 -> AA. */
function lettersOf(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : lettersOf(Math.floor(column / 26) - 1) + letter
}
