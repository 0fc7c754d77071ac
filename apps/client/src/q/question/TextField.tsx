/** @jsxImportSource preact */
import { QUESTIONNAIRE_LIMITS } from '@vises/questionnaire/model.ts'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { FieldProps } from './desk.ts'
import { looksLike, useDesk } from './desk.ts'

/** Words, in one line or as many as it takes. */
export function TextField({ question, id, titled, described, wrong, view, answer }: FieldProps) {
  const { t } = useDesk()
  const area = useRef<HTMLTextAreaElement>(null)
  const value = typeof view.value === 'string' ? view.value : ''
  const long = question.kind === 'longText' || looksLike(question, 'multiline')
  const max = question.max ?? QUESTIONNAIRE_LIMITS.textAnswerLength
  const near = value.length > max * 0.8 || (question.max !== undefined && value.length > 0)
  useLayoutEffect(() => {
    // It grows with the text, so that all of it can be read again.
    const element = area.current
    if (!element) return
    element.style.height = 'auto'
    element.style.height = `${element.scrollHeight + 2}px`
  }, [value])
  const shared = {
    id: `${id}-field`,
    'aria-labelledby': titled,
    'aria-describedby': described,
    'aria-invalid': wrong || undefined,
    'aria-required': view.required || undefined,
    value,
    autoComplete: 'off',
    dir: 'auto',
  } as const
  return (
    <>
      {long ? (
        <textarea {...shared} ref={area} rows={4} onInput={(event) => answer(event.currentTarget.value || undefined)} />
      ) : (
        <input
          {...shared}
          type={(looksLike(question, 'email') ? 'email' : looksLike(question, 'tel') ? 'tel' : 'text') as 'text'}
          onInput={(event) => answer(event.currentTarget.value || undefined)}
        />
      )}
      {near && (
        <p class="told" aria-live="off">
          {t('letters', { count: value.length, max })}
        </p>
      )}
    </>
  )
}
