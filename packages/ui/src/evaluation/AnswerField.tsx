import { useRef, type ReactNode } from 'react'
import { Button } from '../Button.tsx'
import { ChoiceField, SelectField, TextArea, TextField } from '../Field.tsx'
import { useTexts } from '../texts.tsx'
import { anchorOf, type AnswerFieldProps } from './answer-field.ts'
import type { AnswerValue } from './answer-store.ts'
import { ConflictPanel } from './ConflictPanel.tsx'
import { ListField } from './ListField.tsx'
import { ReadValue } from './ReadValue.tsx'
import type { MethodField, MethodItemField } from './useMethod.ts'
import { useStore } from './useAnswers.ts'
import { firstControl, useFocusAfter } from './use-focus-after.ts'
import styles from './Journey.module.css'

/** One field of an artefact, saved as it is typed. */
export function AnswerField({ store, stepCode, fieldKey, field, readOnly }: AnswerFieldProps) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('evaluation')
  const { value, status, conflict } = useStore(store, () => {
    const { value, status, conflict } = store.state(stepCode, fieldKey)
    return { value, status, conflict }
  })
  const change = (next: AnswerValue) => store.change(stepCode, fieldKey, next)
  const place = useRef<HTMLDivElement>(null)
  // The choice between two texts goes away once it is made, and so does the button that takes a choice back.
  useFocusAfter(`${Boolean(conflict)} ${value === null}`, () => firstControl(place.current))

  if (field.kind === 'list' && 'item' in field) {
    return <ListField store={store} stepCode={stepCode} field={field} readOnly={readOnly} ItemField={AnswerField} />
  }
  if (readOnly) return <ReadField field={field} value={value} />

  const help = (
    <>
      {field.help}
      {'example' in field && field.example && (
        <details className={styles.example}>
          <summary>{t('example')}</summary>
          <p>{field.example}</p>
        </details>
      )}
    </>
  )
  const error = status === 'failed' ? t('refused') : undefined
  const common = {
    label: field.label,
    help: field.help || ('example' in field && field.example) ? help : undefined,
    error,
    required: false,
  }
  return (
    <div ref={place} className={styles.answer} id={anchorOf(stepCode, fieldKey)}>
      <Input {...{ field, value, change, common }} />
      {conflict && (
        <ConflictPanel
          mine={value}
          conflict={conflict}
          field={field}
          onSettle={(settled) => store.settle(stepCode, fieldKey, settled)}
        />
      )}
    </div>
  )
}

function Input({
  field,
  value,
  change,
  common,
}: {
  field: MethodField | MethodItemField
  value: AnswerValue
  change: (value: AnswerValue) => void
  common: { label: string; help: ReactNode; error: string | undefined; required: boolean }
}) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('evaluation')
  const text = typeof value === 'string' ? value : ''
  const maxLength = field.maxLength ?? undefined
  switch (field.kind) {
    case 'longText':
      return (
        <TextArea
          {...common}
          rows={rowsFor(text)}
          maxLength={maxLength}
          value={text}
          onChange={(event) => change(event.target.value || null)}
        />
      )
    case 'number':
      return (
        <TextField
          {...common}
          type="number"
          step="any"
          min={0}
          max={field.max ?? undefined}
          error={outOfRange(value, field.max) ? t('outOfRange', { max: field.max ?? 0 }) : common.error}
          inputMode="decimal"
          value={typeof value === 'number' ? value : ''}
          onChange={(event) => change(event.target.value === '' ? null : Number(event.target.value))}
        />
      )
    case 'date':
      return <TextField {...common} type="date" value={text} onChange={(event) => change(event.target.value || null)} />
    case 'choice':
      // Inside a list item many choices in sight would bury the other items.
      if (!('expected' in field)) {
        return (
          <SelectField
            {...common}
            placeholder={t('noChoice')}
            options={optionsOf(field)}
            value={text}
            onChange={(event) => change(event.target.value || null)}
          />
        )
      }
      return (
        <>
          <ChoiceField
            {...common}
            kind="one"
            options={optionsOf(field)}
            value={text ? [text] : []}
            onChange={([one]) => change(one ?? null)}
          />
          {text && (
            <Button variant="quiet" onClick={() => change(null)}>
              {t('clearChoice')}
            </Button>
          )}
        </>
      )
    case 'choices':
      return (
        <ChoiceField
          {...common}
          kind="many"
          options={optionsOf(field)}
          value={Array.isArray(value) ? value : []}
          onChange={(many) => change(many.length ? many : null)}
        />
      )
    default:
      return (
        <TextField
          {...common}
          maxLength={maxLength}
          value={text}
          onChange={(event) => change(event.target.value || null)}
        />
      )
  }
}

function ReadField({ field, value }: { field: MethodField | MethodItemField; value: AnswerValue }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('evaluation')
  return (
    <div className={styles.read}>
      <p className={styles.readLabel}>{field.label}</p>
      <ReadValue field={field} value={value} empty={t('nothingYet')} />
    </div>
  )
}

const optionsOf = (field: MethodField | MethodItemField) =>
  (field.options ?? []).map(({ code, label }) => ({ value: code, label }))

/** Room for what is there, from three lines to a screen. */
const outOfRange = (value: AnswerValue, max?: number | null) =>
  typeof value === 'number' && (value < 0 || value > (max ?? Infinity))
const rowsFor = (text: string) => Math.min(16, Math.max(3, Math.ceil(text.length / 70) + text.split('\n').length))
