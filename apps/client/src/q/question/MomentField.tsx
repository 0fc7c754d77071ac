/** @jsxImportSource preact */
import type { FieldProps } from './desk.ts'

const TYPES = { date: 'date', time: 'time', dateTime: 'datetime-local' } as const

/** A day, an hour, or both, by the browser's own control: it is known, spoken and in the language of the device. */
export function MomentField({ question, id, titled, described, wrong, view, answer }: FieldProps) {
  const kind = question.kind as keyof typeof TYPES
  const value = typeof view.value === 'string' ? view.value : ''
  return (
    <input
      id={`${id}-field`}
      class="moment-field"
      type={TYPES[kind]}
      aria-labelledby={titled}
      aria-describedby={described}
      aria-invalid={wrong || undefined}
      aria-required={view.required || undefined}
      value={kind === 'dateTime' ? localOf(value) : value}
      onInput={(event) => {
        const text = event.currentTarget.value
        if (text === '' || kind !== 'dateTime') return answer(text || undefined)
        answer(withOffset(text))
      }}
    />
  )
}

/** `2018-03-14T14:30` of this device as a moment with its offset from UTC. */
function withOffset(local: string): string {
  const minutes = -new Date(local).getTimezoneOffset()
  const two = (number: number) => String(Math.floor(Math.abs(number))).padStart(2, '0')
  const seconds = local.length === 16 ? ':00' : ''
  return `${local}${seconds}${minutes < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`
}

const localOf = (moment: string): string => moment.slice(0, 16)
