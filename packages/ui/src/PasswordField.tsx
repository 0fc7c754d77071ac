import { useState, type InputHTMLAttributes, type Ref } from 'react'
import { Field, type FieldWords } from './Field.tsx'
import styles from './Field.module.css'
import { Icon } from './Icon.tsx'
import { useTexts } from './texts.tsx'
import { useNativeError } from './use-native-error.ts'

/** A password that can be looked at while it is typed. */
export function PasswordField({
  label,
  help,
  error,
  optional,
  ...input
}: FieldWords & InputHTMLAttributes<HTMLInputElement> & { ref?: Ref<HTMLInputElement> }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('ui')
  const [shown, setShown] = useState(false)
  const { nativeError, watch } = useNativeError()
  return (
    <Field {...{ label, help, optional }} error={error ?? nativeError}>
      {(ids) => (
        <div className={styles.withButton}>
          <input
            autoComplete="current-password"
            required
            {...watch}
            {...input}
            {...ids}
            type={shown ? 'text' : 'password'}
            className={styles.input}
            autoCapitalize="none"
            spellCheck={false}
          />
          <button type="button" className={styles.inside} aria-pressed={shown} onClick={() => setShown(!shown)}>
            <Icon name="eye" label={t('showPassword')} />
          </button>
        </div>
      )}
    </Field>
  )
}
