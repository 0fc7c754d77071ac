/** Why a file cannot be read as a table; the apps have words for each. */
export type TableProblemCode =
  /** Nothing but blanks. */
  | 'EMPTY'
  | 'TOO_MANY_ROWS'
  | 'TOO_MANY_COLUMNS'
  /** More inside than a table of this many rows could hold: a bomb, or pictures. */
  | 'TOO_LARGE'
  | 'TOO_SLOW'
  /** A quotation mark opens and never closes. */
  | 'UNCLOSED_QUOTE'
  /** Neither CSV nor XLSX. */
  | 'NOT_A_TABLE'
  /** The format of before 2007 (.xls), or one with a password. */
  | 'OLD_WORKBOOK'
  /** It declares a document type, with which entities reach out or blow up; no spreadsheet writes one. */
  | 'DOCUMENT_TYPE'

/** A file that cannot be read, with one plain reason. */
export class TableProblem extends Error {
  constructor(readonly code: TableProblemCode) {
    super(`The file cannot be read: ${code}`)
  }
}
