import { QUESTIONNAIRE_LIMITS } from '../model.ts'
import type { LanguageTag } from '../model.ts'
import type { Lists } from './choices-in.ts'
import type { SurveyField } from './headers.ts'
import { SheetRow } from './sheet.ts'
import type { Findings } from './sheet.ts'
import { rowType } from './types.ts'

type Row = SheetRow<SurveyField>

const MOST_ROWS = QUESTIONNAIRE_LIMITS.questions * 4

/**
 * Writes out `begin loop over <list>`: one group for each choice, with the questions of the loop in it. `%(label)s` and
 * `%(name)s` stand for the choice; a question is called by its name and the choice's.
 */
export function unrollLoops(rows: Row[], lists: Lists, base: LanguageTag, findings: Findings): Row[] {
  const begin = rows.findIndex((row) => isLoop(row, 'begin'))
  if (begin < 0) return rows
  const first = rows[begin]!
  const end = endOf(rows, begin)
  const type = rowType(first.get('type'))
  const list = type.row === 'begin' ? type.list : undefined
  const choices = list === undefined ? undefined : lists.choices.get(list)
  if (!choices || end < 0) {
    if (!choices) findings.refuse(first.at('type'), 'listMissing', list ?? '')
    if (end < 0) findings.refuse(first.at('type'), 'beginWithoutEnd')
    return rows.filter((row) => !isLoop(row, 'begin') && !isLoop(row, 'end'))
  }
  const inner = rows.slice(begin + 1, end)
  if (rows.length + choices.length * (inner.length + 2) > MOST_ROWS) {
    findings.refuse(first.at('type'), 'tooMany', list)
    return []
  }
  findings.lose(first.at('type'), 'loopUnrolled', list)
  const names = new Set(inner.map((row) => row.get('name')).filter(Boolean))
  const groups = choices.flatMap((choice) => {
    const suffix = choice.name.replace(/[^A-Za-z0-9_.-]/g, '_')
    const group = withCells(first, (field, language) => {
      if (field === 'type') return 'begin group'
      if (field === 'name') return `${first.get('name')}_${suffix}`
      return field === 'label' ? (choice.label[language ?? base] ?? '') : ''
    })
    const asked = inner.map((row) =>
      withCells(row, (field, language, cell) => {
        if (field === 'name') return cell && `${cell}_${suffix}`
        return cell
          .replaceAll('%(label)s', () => choice.label[language ?? base] ?? choice.label[base] ?? choice.name)
          .replaceAll('%(name)s', () => choice.name)
          .replace(/\$\{\s*([^{}]+?)\s*\}/g, (whole, name) => (names.has(name) ? `\${${name}_${suffix}}` : whole))
      }),
    )
    return [group, ...asked, withCells(first, (field) => (field === 'type' ? 'end group' : ''))]
  })
  const whole = withCells(first, (field, _language, cell) => (field === 'type' ? 'begin group' : cell))
  const close = withCells(first, (field) => (field === 'type' ? 'end group' : ''))
  return unrollLoops([...rows.slice(0, begin), whole, ...groups, close, ...rows.slice(end + 1)], lists, base, findings)
}

function isLoop(row: Row, border: 'begin' | 'end'): boolean {
  const type = rowType(row.get('type'))
  return type.row === border && type.container === 'loop'
}

function endOf(rows: Row[], begin: number): number {
  let depth = 0
  for (let index = begin; index < rows.length; index++) {
    if (isLoop(rows[index]!, 'begin')) depth++
    else if (isLoop(rows[index]!, 'end') && --depth === 0) return index
  }
  return -1
}

function withCells(
  row: Row,
  cellOf: (field: SurveyField | undefined, language: LanguageTag | undefined, cell: string) => string,
): Row {
  const cells = row.sheet.columns.map(({ field, language }, index) => cellOf(field, language, row.cells[index] ?? ''))
  return new SheetRow(row.sheet, row.number, cells)
}
