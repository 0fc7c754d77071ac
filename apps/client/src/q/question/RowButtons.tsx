/** @jsxImportSource preact */
import { QUESTIONNAIRE_LIMITS } from '@vises/questionnaire/model.ts'
import type { Path } from '@vises/questionnaire/form.ts'
import { Icon } from '../pages/Icon.tsx'
import { idOf, useDesk } from './desk.ts'

/** Adds a row to a repeat or removes one; the focus goes to the new row, or stays near the one that went. */
export function RowButtons({ add, remove, rows = 0 }: { add?: Path; remove?: Path; rows?: number }) {
  const { session, t, own } = useDesk()
  const focus = (id: string) => setTimeout(() => document.getElementById(id)?.focus())
  if (remove) {
    return (
      <button
        type="button"
        class="link"
        {...own}
        onClick={() => {
          const index = Number(/\[(\d+)\]$/.exec(remove)![1])
          session.removeRow(remove)
          focus(index ? idOf(remove.replace(/\d+\]$/, `${index - 1}]`)) : 'row-add')
        }}
      >
        <Icon name="bin" /> {t('row.remove')}
      </button>
    )
  }
  return (
    <button
      type="button"
      id="row-add"
      class="button"
      {...own}
      disabled={rows >= QUESTIONNAIRE_LIMITS.repeatRows}
      onClick={() => {
        session.addRow(add!)
        focus(idOf(`${add}[${rows}]`))
      }}
    >
      <Icon name="plus" /> {rows ? t('row.another') : t('row.add')}
    </button>
  )
}
