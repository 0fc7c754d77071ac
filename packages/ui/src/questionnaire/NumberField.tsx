import { Field } from '../Field.tsx'
import styles from './Form.module.css'

interface NumberFieldProps {
  label: string
  value: number | undefined
  onChange: (value: number | undefined) => void
  place: string
  whole?: boolean
  least?: number
  placeholder?: string
}

/** A number that may be left open. */
export function NumberField({ label, value, onChange, place, whole, least, placeholder }: NumberFieldProps) {
  return (
    <div data-place={place} className={styles.number}>
      <Field label={label}>
        {(ids) => (
          <input
            {...ids}
            type="number"
            inputMode={whole ? 'numeric' : 'decimal'}
            step={whole ? 1 : 'any'}
            min={least}
            className={styles.input}
            placeholder={placeholder}
            value={value ?? ''}
            onChange={(event) => {
              const number = event.target.valueAsNumber
              onChange(Number.isFinite(number) ? number : undefined)
            }}
          />
        )}
      </Field>
    </div>
  )
}
