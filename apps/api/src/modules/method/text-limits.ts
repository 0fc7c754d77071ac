import { LIMITS } from '@vises/schema/limits'
import type { FieldData } from './method-data.ts'

/** Most characters of a text, by the kind of its field. */
export const TEXT_LIMITS: Partial<Record<FieldData['kind'], number>> = {
  shortText: LIMITS.shortText,
  longText: LIMITS.longText,
}

/** Most items of a list of which the method says nothing. */
export const LIST_LIMIT = LIMITS.listItems
