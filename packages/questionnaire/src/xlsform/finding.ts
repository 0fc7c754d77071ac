import type { Problem } from '../problem.ts'

/** A workbook as its rows: the first entry of `rows` is row 1, so that places are those a spreadsheet shows. */
export interface Workbook {
  sheets: readonly { name: string; rows: readonly (readonly string[])[] }[]
  /** Cells that are computed: what they came to stands in the rows, and is nobody's word. */
  formulas?: readonly CellPlace[]
}

/** One cell as a spreadsheet names it. */
export interface CellPlace {
  sheet: string
  row: number
  column: string
}

/** Something about a cell: what is not supported, or what an import leaves out. The apps have words for each code. */
export interface Finding extends CellPlace {
  code: UnsupportedCode | LossCode
  /** What the sentence needs: the type, the name, the text. */
  detail: string
  /** What publishing would say of it, where it is the questionnaire's logic that is the matter. */
  problem?: Problem
  /** Where in the editor it is mended: an item, and its property. */
  goto?: { key: string; place: string }
}

/** Why a workbook is refused; each is told with its place, and all at once. */
export type UnsupportedCode = keyof typeof UNSUPPORTED

/** What a workbook asks for and we deliberately leave out or do otherwise; the rest of it is imported. */
export type LossCode = keyof typeof LOSSES

/** The same in English, for the command line and for the log. */
export const UNSUPPORTED = {
  formula: 'a formula is not taken for a text: put its value in its place',
  sheetMissing: 'the sheet is missing',
  columnMissing: 'the column is missing',
  columnTwice: 'another column has the same meaning',
  typeMissing: 'the row has no type',
  typeUnknown: 'this question type is not supported',
  mediaNotTaken: 'sounds and films are not taken, only photos and documents',
  choicesFromFile: 'choices in another file are not supported: put them in the sheet external_choices',
  choicesFromAnswers: 'choices made of earlier answers are not supported',
  listMissing: 'there are no choices of this list',
  nameMissing: 'the row has no name',
  nameNotAllowed: 'the name is not allowed: begin with a letter or _, go on with letters, figures, _, - and .',
  nameTwice: 'the name is given twice, and expressions speak of it',
  choiceTwice: 'the choice is there twice; if that is meant, the setting allow_choice_duplicates says so',
  choiceNameNotAllowed: 'names of choices hold no blanks where several may be chosen',
  endWithoutBegin: 'nothing begins that ends here',
  beginWithoutEnd: 'what begins here does not end',
  parameters: 'the parameters are not supported',
  notATruth: 'only yes or no is supported here',
  triggers: 'calculations that wait for another question are not supported',
  textTooLong: 'the text is too long',
  expressionTooLong: 'the expression is too long',
  expression: 'the expression is not supported',
  tooMany: 'there are more than can be asked',
  tooDeep: 'groups stand in each other too deeply',
} as const

export const LOSSES = {
  metadataDropped: 'left out, since answers are anonymous',
  metadataEmpty: 'stays empty, since answers are anonymous',
  columnIgnored: 'the column is not used',
  textTwice: 'the text in the column of this language counts',
  sheetIgnored: 'the sheet is not used',
  notUsed: 'not used by this type',
  labelOnly: 'shown as a note, since nothing is answered here',
  toMend: 'to be mended before publishing',
  otherOfRank: 'a ranking offers no "other"',
  barcodeTyped: 'bar codes are typed in',
  stepAsNumber: 'asked as a number with these steps',
  parameterIgnored: 'the parameter is not used',
  acknowledged: 'asked as a consent, answered by yes or no',
  loopUnrolled: 'written out for each choice',
  quoted: 'put in quotation marks, since it is a value and no column',
  renamed: 'called otherwise, since the name cannot be used',
  keptIgnored: 'what VISES had kept here does not fit any more',
} as const

/** One line about a finding: sheet, row, column and what is the matter. */
export function findingLine({ sheet, row, column, code, detail, problem }: Finding): string {
  const more = [...(problem ? [problem.code, ...Object.values(problem.detail ?? {})] : []), detail].filter(Boolean)
  const words = { ...UNSUPPORTED, ...LOSSES }[code]
  const remark = more.length ? ` (${more.join(', ').replace(/\s+/g, ' ').slice(0, 300)})` : ''
  return `sheet ${sheet}, row ${row}, column ${column}: ${words}${remark}`
}
