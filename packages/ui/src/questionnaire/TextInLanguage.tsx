import type { Texts } from '@vises/questionnaire/model.ts'
import { written } from '@vises/questionnaire/texts.ts'
import { Field, type FieldWords } from '../Field.tsx'
import { withText } from './edits.ts'
import { useEditor } from './editor-context.ts'
import styles from './Form.module.css'

interface TextInLanguageProps extends Pick<FieldWords, 'label' | 'help' | 'error'> {
  texts: Texts | undefined
  onChange: (texts: Texts | undefined) => void
  /** The property, to be found by a problem that speaks of it. */
  place: string
  maxLength?: number
  placeholder?: string
}

/** One text in the language that is written in, with the base text in sight while another one is written. */
export function TextInLanguage(props: TextInLanguageProps) {
  const { label, help, error, texts, onChange, place, maxLength = 2000, placeholder } = props
  const { language, questionnaire } = useEditor()
  const { baseLanguage } = questionnaire
  const base = language === baseLanguage ? '' : written(texts ?? {}, baseLanguage)
  return (
    <div data-place={place}>
      <Field
        label={label}
        error={error}
        help={
          (help || base) && (
            <>
              {help}
              {base && (
                <span lang={baseLanguage} className={styles.base}>
                  {base}
                </span>
              )}
            </>
          )
        }
      >
        {(ids) => (
          <textarea
            {...ids}
            rows={1}
            lang={language}
            dir="auto"
            className={styles.text}
            maxLength={maxLength}
            placeholder={placeholder}
            value={texts?.[language] ?? ''}
            onChange={(event) => onChange(withText(texts, language, event.target.value))}
          />
        )}
      </Field>
    </div>
  )
}
