import type { LanguageTag } from '../model.ts'
import { isReservedName } from '../strict.ts'
import { readKept } from './kept.ts'
import type { Kept } from './kept.ts'
import { languageOf } from './languages.ts'
import { Sheet } from './sheet.ts'
import type { Findings } from './sheet.ts'
import type { Workbook } from './finding.ts'

/** What the sheet `settings` says. */
export interface Settings {
  title?: string
  defaultLanguage?: LanguageTag
  /** What we do not use, kept for the way back. */
  rest: Record<string, string>
  kept?: Kept
}

/** Reads the sheet `settings`: one row under its headers. */
export function readSettings(sheet: Workbook['sheets'][number] | undefined, findings: Findings): Settings {
  const settings: Settings = { rest: {} }
  if (!sheet) return settings
  const { columns, rows, name } = new Sheet<never>(sheet.name, sheet.rows, { names: {}, translated: new Set() })
  const [row, ...more] = rows
  for (const { number } of more) findings.lose({ sheet: name, row: number, column: 'A' }, 'notUsed')
  columns.forEach(({ header }, index) => {
    const value = row?.cells[index] ?? ''
    const setting = header.toLowerCase().replace(/\s+/g, '_')
    if (value === '' || setting === '') return
    if (setting === 'form_title' || setting === 'title' || setting === 'set_form_title') settings.title = value
    else if (setting === 'default_language') {
      if (value !== 'default') settings.defaultLanguage = languageOf(value)
    } else if (setting === 'vises') {
      const kept = readKept(value)
      if (kept) settings.kept = kept
      else findings.lose(row!.place(index), 'keptIgnored')
    } else if (isReservedName(header) || header.length > 100 || value.length > MOST_TEXT)
      findings.lose(row!.place(index), 'columnIgnored', header.slice(0, 100))
    else settings.rest[header] = value
  })
  return settings
}

const MOST_TEXT = 20_000

/** Whether a setting says yes. */
export const saysYes = (text: string | undefined): boolean => /^(yes|true|true\(\))$/i.test(text ?? '')
export const saysNo = (text: string | undefined): boolean => /^(no|false|false\(\))$/i.test(text ?? '')
