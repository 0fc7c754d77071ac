import { useState, type FormEvent } from 'react'
import { useTexts } from './texts.tsx'

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/**
 * The browser finds what is missing when a form is sent; the words are ours, under the field and in the reader's
 * language, instead of a bubble in the language of the browser.
 */
export function useNativeError(): {
  nativeError: string | undefined
  watch: { onInvalid: (event: FormEvent<Control>) => void; onInput: () => void }
} {
  const { t } = useTexts<typeof import('./texts.fr.json')>('ui')
  const [nativeError, setNativeError] = useState<string>()
  const wordsFor = ({ validity, type }: Control) => {
    if (validity.valueMissing) return t('problem.isNotEmpty')
    if (validity.typeMismatch && type === 'email') return t('problem.isEmail')
    if (validity.typeMismatch && type === 'url') return t('problem.isUrl')
    if (validity.badInput) return t(type === 'date' ? 'problem.isDateString' : 'problem.isNumber')
    if (validity.rangeUnderflow) return t('problem.min')
    if (validity.rangeOverflow) return t('problem.max')
    if (validity.tooShort) return t('problem.minLength')
    return t('problem.invalid')
  }
  return {
    nativeError,
    watch: {
      onInvalid(event) {
        event.preventDefault()
        const control = event.currentTarget
        setNativeError(wordsFor(control))
        if (control.form?.querySelector('input:invalid, select:invalid, textarea:invalid') === control) control.focus()
      },
      onInput: () => setNativeError(undefined),
    },
  }
}
