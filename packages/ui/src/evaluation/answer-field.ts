import type { AnswerStore } from './answer-store.ts'
import type { MethodField, MethodItemField } from './useMethod.ts'

export interface AnswerFieldProps {
  store: AnswerStore
  stepCode: string
  /** Full key: the field's own, or `list/item/field`. */
  fieldKey: string
  field: MethodField | MethodItemField
  /** Shows what is there without letting it be changed. */
  readOnly: boolean
}

/** Where a field stands in the page, for links to what is missing. */
export const anchorOf = (stepCode: string, fieldKey: string): string =>
  `field-${stepCode}-${fieldKey}`.replaceAll(/[^A-Za-z0-9-]/g, '-')
