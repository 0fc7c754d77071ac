import { fromCursor } from '../../platform/connection.ts'
import { BadInput } from '../../platform/errors.ts'
import { isId } from '../../platform/id.ts'

const TIME = /^\d{4}-\d\d-\d\d( \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?)?$/

/**
 * The keys of a list ordered by a time and an identifier; two nulls for the first page.
 * @throws BadInput, so that an invented cursor never reaches the database
 */
export function timeCursor(after: string | undefined): [string, string] | [null, null] {
  if (!after) return [null, null]
  const [time, id] = fromCursor(after, 2)
  if (typeof time === 'string' && TIME.test(time) && !Number.isNaN(Date.parse(time)) && isId(id)) return [time, id]
  throw new BadInput([{ field: 'after', code: 'notACursor' }])
}
