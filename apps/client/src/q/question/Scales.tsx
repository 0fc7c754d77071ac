/** @jsxImportSource preact */
import { AGREEMENT } from '@vises/questionnaire/model.ts'
import type { Texts } from '@vises/questionnaire/model.ts'
import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import { digitOn, stepsOf } from '../asking/numbers.ts'
import type { FieldProps } from './desk.ts'
import { useDesk } from './desk.ts'
import { NumberField } from './NumberField.tsx'
import { Say } from './Say.tsx'

// More steps than this are typed, not tapped.
const MOST_STEPS = 12
const TOGETHER_MS = 800

interface RowProps {
  name: string
  titled: string
  described?: string
  required?: boolean
  wrong?: boolean
  steps: readonly number[]
  value: number | undefined
  choose: (step: number) => void
  /** What a step is called besides its number. */
  call?: (step: number) => string | undefined
}

/** Keys of digits choose on a scale; `1` and `0` soon after each other are ten. */
export function useDigits(steps: readonly number[], choose: (step: number) => void) {
  const typed = useRef({ text: '', at: 0 })
  return (event: KeyboardEvent) => {
    if (!/^\d$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey) return
    const before = event.timeStamp - typed.current.at < TOGETHER_MS ? typed.current.text : ''
    const found = digitOn(steps, event.key, before)
    typed.current = { text: found.typed, at: event.timeStamp }
    if (found.step === undefined) return
    event.preventDefault()
    choose(found.step)
  }
}

/** A row of numbers to tap; on a narrow screen in two lines. */
export function NumberRow({ name, titled, described, required, wrong, steps, value, choose, call }: RowProps) {
  const digits = useDigits(steps, choose)
  return (
    <div
      class="scale-row"
      data-steps={steps.length}
      role="radiogroup"
      aria-labelledby={titled}
      aria-describedby={described}
      aria-required={required || undefined}
      aria-invalid={wrong || undefined}
      onKeyDown={digits}
    >
      {steps.map((step) => (
        <label key={step} class="step" data-on={value === step || undefined}>
          <input
            type="radio"
            name={name}
            value={step}
            checked={value === step}
            aria-label={call?.(step)}
            onChange={() => choose(step)}
          />
          <span aria-hidden={call?.(step) ? 'true' : undefined}>{step}</span>
        </label>
      ))}
    </div>
  )
}

/** What the two ends of a scale mean. */
function Ends({ id, low, high, steps }: { id: string; low?: Texts; high?: Texts; steps: readonly number[] }) {
  if (!low && !high) return null
  return (
    <p class="ends" id={`${id}-ends`}>
      <span>
        {low && (
          <>
            <b>{steps[0]}</b> <Say of={low} />
          </>
        )}
      </span>
      <span>
        {high && (
          <>
            <b>{steps.at(-1)}</b> <Say of={high} />
          </>
        )}
      </span>
    </p>
  )
}

const both = (...ids: (string | false | undefined)[]) => ids.filter(Boolean).join(' ') || undefined

/** A number from one end to the other, 0 to 10 by default. */
export function Scale(props: FieldProps) {
  const { question, id, titled, described, wrong, view, answer } = props
  const steps = stepsOf(question.min, question.max)
  if (steps.length > MOST_STEPS)
    return (
      <>
        <Ends id={id} low={question.lowLabel} high={question.highLabel} steps={[steps[0]!, steps.at(-1)!]} />
        <NumberField {...props} />
      </>
    )
  const ends = question.lowLabel || question.highLabel
  return (
    <div class="scale">
      <NumberRow
        name={id}
        titled={titled}
        described={both(described, ends && `${id}-ends`)}
        required={view.required}
        wrong={wrong}
        steps={steps}
        value={typeof view.value === 'number' ? view.value : undefined}
        choose={answer}
      />
      <Ends id={id} low={question.lowLabel} high={question.highLabel} steps={steps} />
    </div>
  )
}

/** Five steps from "not at all" to "fully", in words; the questionnaire may call the ends otherwise. */
export function Agreement({ question, id, titled, described, wrong, view, answer }: FieldProps) {
  const { t, session } = useDesk()
  const digits = useDigits(AGREEMENT, answer)
  const label = (step: (typeof AGREEMENT)[number]): ComponentChildren => {
    const own = step === 1 ? question.lowLabel : step === 5 ? question.highLabel : undefined
    return own ? <Say of={own} /> : t(`agreement.${step}`)
  }
  return (
    <div
      class="cards likert"
      role="radiogroup"
      aria-labelledby={titled}
      aria-describedby={described}
      aria-required={view.required || undefined}
      aria-invalid={wrong || undefined}
      onKeyDown={digits}
    >
      {AGREEMENT.map((step) => (
        <label key={step} class="card" data-on={view.value === step || undefined}>
          <input type="radio" name={id} value={step} checked={view.value === step} onChange={() => answer(step)} />
          {session.mode === 'paper' && <kbd>{step}</kbd>}
          <span class="card-text">{label(step)}</span>
        </label>
      ))}
    </div>
  )
}

/** The same thing at two moments, one above the other. */
export function ThenNow({ question, id, titled, described, wrong, view, answer }: FieldProps) {
  const { t } = useDesk()
  const steps = stepsOf(question.min, question.max)
  const value = (view.value ?? {}) as { then?: number; now?: number }
  const row = (part: 'then' | 'now', label: Texts | undefined) => (
    <div class="moment">
      <p class="moment-label" id={`${id}-${part}`}>
        {label ? <Say of={label} /> : t(part)}
      </p>
      <NumberRow
        name={`${id}-${part}`}
        titled={`${titled} ${id}-${part}`}
        described={both(described, (question.lowLabel || question.highLabel) && `${id}-ends`)}
        required={view.required}
        wrong={wrong && value[part] === undefined}
        steps={steps}
        value={value[part]}
        choose={(step) => answer({ ...value, [part]: step })}
      />
    </div>
  )
  return (
    <div class="scale then-now">
      {row('then', question.thenLabel)}
      {row('now', question.nowLabel)}
      <Ends id={id} low={question.lowLabel} high={question.highLabel} steps={steps} />
    </div>
  )
}
