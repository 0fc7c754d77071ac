import { builtParser, parseInProcess } from '../../platform/workbook/parse-in-process.ts'
import { tableInBatches } from './read-table.ts'
import type { TableLimits, TableRow } from './read-table.ts'

const PATIENCE = 20_000

/** The rows of a file in batches, read in a process of its own: neither a large nor a hostile file stops the API. */
export function parseFile(bytes: Uint8Array, limits: Partial<TableLimits> = {}): AsyncGenerator<TableRow[]> {
  const entry = builtParser('import-parser')
  return entry
    ? parseInProcess<TableRow[]>(entry, bytes, { patience: PATIENCE, told: limits })
    : tableInBatches(bytes, limits)
}
