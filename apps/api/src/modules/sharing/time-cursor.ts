import { fromCursor } from '../../platform/connection.ts'

/**
 * The keys of a list ordered by a time and an identifier; two nulls for the first page.
 * @throws BadInput, so that an invented cursor never reaches the database
 */
export function timeCursor(after: string | undefined): [string, string] | [null, null] {
  if (!after) return [null, null]
  return fromCursor(after, ['timestamptz', 'uuid']) as [string, string]
}
