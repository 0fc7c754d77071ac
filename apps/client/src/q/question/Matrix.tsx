/** @jsxImportSource preact */
import { columnsOf } from '../asking/answer-words.ts'
import type { FieldProps } from './desk.ts'
import { useDesk } from './desk.ts'
import { useDigits } from './Scales.tsx'
import { Say } from './Say.tsx'

type Given = Readonly<Record<string, string | number>>

/** The same answers for several things: cards under each other on a phone, a table where there is room. */
export function Matrix({ question, id, titled, described, wrong, view, answer }: FieldProps) {
  const { session } = useDesk()
  const columns = columnsOf(session.reading, question)
  const rows = session.questionnaire.choiceLists[question.rows ?? ''] ?? []
  const given = (view.value ?? {}) as Given
  return (
    <div class="matrix" style={{ '--columns': columns.length }} data-wide={columns.length <= 7 || undefined}>
      <div class="matrix-head" aria-hidden="true">
        <span />
        {columns.map((column) => (
          <span key={column.name}>{column.label}</span>
        ))}
      </div>
      {rows.map((row) => (
        <MatrixRow
          key={row.name}
          name={`${id}-${row.name}`}
          label={<Say of={row.label} />}
          titled={titled}
          described={described}
          required={view.required}
          wrong={wrong && given[row.name] === undefined}
          columns={columns}
          value={given[row.name]}
          choose={(column) => answer({ ...given, [row.name]: column })}
        />
      ))}
    </div>
  )
}

interface RowProps {
  name: string
  label: preact.ComponentChildren
  titled: string
  described?: string
  required: boolean
  wrong: boolean
  columns: readonly { name: string | number; label: string }[]
  value: string | number | undefined
  choose: (column: string | number) => void
}

function MatrixRow({ name, label, titled, described, required, wrong, columns, value, choose }: RowProps) {
  const numbers = columns.map((_, index) => index + 1)
  const digits = useDigits(numbers, (number) => choose(columns[number - 1]!.name))
  return (
    <div
      class="matrix-row"
      role="radiogroup"
      aria-labelledby={`${titled} ${name}`}
      aria-describedby={described}
      aria-required={required || undefined}
      aria-invalid={wrong || undefined}
      onKeyDown={digits}
    >
      <p class="matrix-label" id={name} data-wrong={wrong || undefined}>
        {label}
      </p>
      {columns.map((column) => (
        <label key={column.name} class="matrix-cell" data-on={String(value) === String(column.name) || undefined}>
          <input
            type="radio"
            name={name}
            value={column.name}
            checked={String(value) === String(column.name)}
            onChange={() => choose(column.name)}
          />
          <span>{column.label}</span>
        </label>
      ))}
    </div>
  )
}
