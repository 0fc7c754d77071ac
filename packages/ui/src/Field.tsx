import {
  useId,
  type InputHTMLAttributes,
  type ReactElement,
  type ReactNode,
  type Ref,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
} from 'react'
import styles from './Field.module.css'
import { Icon } from './Icon.tsx'
import { useTexts } from './texts.tsx'
import { useNativeError } from './use-native-error.ts'

export interface FieldWords {
  label: ReactNode
  /** What belongs here, under the label. */
  help?: ReactNode
  /** What is wrong and what to do, under the field. */
  error?: ReactNode
  optional?: boolean
}

interface FieldIds {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

/** The grammar of every field: label above, help under it, the field, the error under the field. */
export function Field({
  label,
  help,
  error,
  optional,
  children,
}: FieldWords & { children: (ids: FieldIds) => ReactElement }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('ui')
  const id = useId()
  const described = [help && `${id}help`, error && `${id}error`].filter(Boolean).join(' ')
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
        {optional && <span className={styles.optional}> {t('optional')}</span>}
      </label>
      {help && (
        <div id={`${id}help`} className={styles.help}>
          {help}
        </div>
      )}
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      <FieldError id={`${id}error`} error={error} />
    </div>
  )
}

/** What is wrong and what to do, told as soon as it is there. */
export function FieldError({ id, error }: { id: string; error: ReactNode }) {
  return (
    <div id={id} className={styles.error} role={error ? 'alert' : undefined}>
      {error && (
        <>
          <Icon name="alert" size={18} />
          <span>{error}</span>
        </>
      )}
    </div>
  )
}

export function TextField({
  label,
  help,
  error,
  optional,
  ...input
}: FieldWords & InputHTMLAttributes<HTMLInputElement> & { ref?: Ref<HTMLInputElement> }) {
  const { nativeError, watch } = useNativeError()
  return (
    <Field {...{ label, help, optional }} error={error ?? nativeError}>
      {(ids) => (
        <input {...watch} {...input} {...ids} className={styles.input} required={input.required ?? !optional} />
      )}
    </Field>
  )
}

export function TextArea({
  label,
  help,
  error,
  optional,
  ...area
}: FieldWords & TextareaHTMLAttributes<HTMLTextAreaElement> & { ref?: Ref<HTMLTextAreaElement> }) {
  const { nativeError, watch } = useNativeError()
  return (
    <Field {...{ label, help, optional }} error={error ?? nativeError}>
      {(ids) => <textarea rows={4} {...watch} {...area} {...ids} className={styles.area} />}
    </Field>
  )
}

export interface Option {
  value: string
  label: string
}

export function SelectField(
  props: FieldWords & { options: Option[]; placeholder?: string } & SelectHTMLAttributes<HTMLSelectElement>,
) {
  const { label, help, error, optional, options, placeholder, ...select } = props
  const { nativeError, watch } = useNativeError()
  return (
    <Field {...{ label, help, optional }} error={error ?? nativeError}>
      {(ids) => (
        <select {...watch} {...select} {...ids} className={styles.select}>
          {placeholder !== undefined && <option value="">{placeholder}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** One yes or no, the box before its words. */
export function CheckField({
  label,
  help,
  error,
  ...input
}: Omit<FieldWords, 'optional'> & InputHTMLAttributes<HTMLInputElement>) {
  const id = useId()
  return (
    <div className={styles.field}>
      <label className={styles.choice}>
        <input
          {...input}
          type="checkbox"
          aria-describedby={[help && `${id}help`, error && `${id}error`].filter(Boolean).join(' ') || undefined}
          aria-invalid={error ? true : undefined}
        />
        <span>{label}</span>
      </label>
      {help && (
        <div id={`${id}help`} className={`${styles.help} ${styles.indented}`}>
          {help}
        </div>
      )}
      <FieldError id={`${id}error`} error={error} />
    </div>
  )
}

interface ChoiceFieldProps extends FieldWords {
  options: (Option & { help?: ReactNode })[]
  /** `one` shows round buttons, `many` boxes. */
  kind: 'one' | 'many'
  value: string[]
  onChange: (value: string[]) => void
  name?: string
}

/** A few choices, all in sight. */
export function ChoiceField({ label, help, error, optional, options, kind, value, onChange, name }: ChoiceFieldProps) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('ui')
  const id = useId()
  const described = [help && `${id}help`, error && `${id}error`].filter(Boolean).join(' ')
  const choose = (chosen: string, checked: boolean) => {
    if (kind === 'one') onChange([chosen])
    else onChange(checked ? [...value, chosen] : value.filter((one) => one !== chosen))
  }
  return (
    <fieldset className={styles.group} aria-describedby={described || undefined}>
      <legend className={styles.label}>
        {label}
        {optional && <span className={styles.optional}> {t('optional')}</span>}
      </legend>
      {help && (
        <div id={`${id}help`} className={styles.help}>
          {help}
        </div>
      )}
      {options.map((option) => (
        <label key={option.value} className={styles.choice}>
          <input
            type={kind === 'one' ? 'radio' : 'checkbox'}
            name={name ?? id}
            value={option.value}
            checked={value.includes(option.value)}
            onChange={(event) => choose(option.value, event.target.checked)}
          />
          <span>
            {option.label}
            {option.help && <span className={styles.choiceHelp}>{option.help}</span>}
          </span>
        </label>
      ))}
      <FieldError id={`${id}error`} error={error} />
    </fieldset>
  )
}
