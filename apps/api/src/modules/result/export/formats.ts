import type { Entry, ExportTable } from './export-columns.ts'

/** One way of writing a file: tables one after the other, each from its beginning to its end. */
export interface FormatWriter {
  /** Begins a table. `passes` of the same entries follow. */
  begin(table: ExportTable): Promise<void>
  /** Writes some lines of the table that was begun. */
  write(entries: readonly Entry[]): Promise<void>
  /** Ends the table. */
  end(): Promise<void>
  /** Ends the file. */
  finish(): Promise<void>
  /** Whether the lines of a table are made of the text of the answers. */
  readsText?(table: ExportTable): boolean
  /** How often the lines of a table are read: twice where the first time only measures. */
  passes: 1 | 2
  /** Between two passes. */
  nextPass?(): Promise<void>
}
