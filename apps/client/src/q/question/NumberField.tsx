/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { readNumber, writeNumber } from '../asking/numbers.ts'
import type { FieldProps } from './desk.ts'
import { useDesk } from './desk.ts'

/** A number as people write it, with comma or point; a field of its own, since number fields of browsers differ. */
export function NumberField({ question, path, id, titled, described, wrong, view, answer }: FieldProps) {
  const { session, speech } = useDesk()
  const whole = question.kind !== 'decimal'
  const [raw, setRaw] = useState(() => writeNumber(view.value, speech))
  const read = readNumber(raw, whole)
  const usable = (number: number | undefined) => Number.isFinite(number) && (!whole || Number.isInteger(number))
  // The answer changed elsewhere (cleared, declined, calculated): the field follows. What cannot be read stays to be mended.
  const follows = typeof view.value === 'number' ? read !== view.value : view.declined || usable(read)
  const shown = follows ? writeNumber(view.value, speech) : raw
  return (
    <input
      id={`${id}-field`}
      class="number"
      type="text"
      inputMode={whole ? ((question.min ?? 0) < 0 ? 'text' : 'numeric') : 'decimal'}
      autoComplete="off"
      aria-labelledby={titled}
      aria-describedby={described}
      aria-invalid={wrong || undefined}
      aria-required={view.required || undefined}
      value={shown}
      onInput={(event) => {
        const text = event.currentTarget.value
        setRaw(text)
        const number = readNumber(text, whole)
        if (number === undefined || usable(number)) answer(number)
        else session.cannotRead(path)
      }}
    />
  )
}
