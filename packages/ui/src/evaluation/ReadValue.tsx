import { useTexts } from '../texts.tsx'
import type { AnswerValue } from './answer-store.ts'
import type { MethodField, MethodItemField } from './useMethod.ts'
import styles from './Journey.module.css'

/** An answer as words. */
export function ReadValue({
  field,
  value,
  empty,
}: {
  field: MethodField | MethodItemField
  value: AnswerValue
  empty: string
}) {
  const { formatDay, formatNumber } = useTexts<typeof import('./texts.fr.json')>('evaluation')
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0))
    return <p className={styles.soft}>{empty}</p>
  const wordOf = (code: string) => field.options?.find((option) => option.code === code)?.label ?? code
  if (Array.isArray(value)) {
    return (
      <ul>
        {value.map((code) => (
          <li key={code}>{wordOf(code)}</li>
        ))}
      </ul>
    )
  }
  if (typeof value === 'number') return <p>{formatNumber(value)}</p>
  if (field.kind === 'date') return <p>{formatDay(value)}</p>
  if (field.kind === 'choice') return <p>{wordOf(value)}</p>
  return <p className={styles.prose}>{value}</p>
}
