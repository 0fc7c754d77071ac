/** @jsxImportSource preact */
import { placesOf } from '@vises/questionnaire/places.ts'
import { useState } from 'preact/hooks'
import { said } from '../asking/answer-words.ts'
import { findIn } from '../asking/find.ts'
import type { FieldProps } from './desk.ts'
import { useDesk } from './desk.ts'

const SHOWN = 30

/** One of many: written in part, then chosen from what fits. */
export function SearchList(props: FieldProps & { options: readonly { name: string; text: string }[] }) {
  const { id, titled, described, wrong, view, answer, options } = props
  const { t } = useDesk()
  const [query, setQuery] = useState<string>()
  const [active, setActive] = useState(-1)
  const chosen = typeof view.value === 'string' ? view.value : undefined
  const open = query !== undefined
  const found = open ? findIn(options, query) : []
  const shown = found.slice(0, SHOWN)
  const close = () => {
    setQuery(undefined)
    setActive(-1)
  }
  const take = (name: string) => {
    answer(name)
    close()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!open) return setQuery('')
      const step = event.key === 'ArrowDown' ? 1 : -1
      setActive((active + step + shown.length + (active < 0 && step < 0 ? 1 : 0)) % Math.max(shown.length, 1))
    } else if (event.key === 'Enter' && open) {
      const one = shown[active] ?? (shown.length === 1 ? shown[0] : undefined)
      if (!one) return
      event.preventDefault()
      event.stopPropagation()
      take(one.name)
    } else if (event.key === 'Escape' && open) {
      event.preventDefault()
      close()
    }
  }
  return (
    <div class="search">
      <input
        id={`${id}-field`}
        type="text"
        role="combobox"
        autoComplete="off"
        spellcheck={false}
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={active >= 0 && shown[active] ? `${id}-${active}` : undefined}
        aria-labelledby={titled}
        aria-describedby={described}
        aria-invalid={wrong || undefined}
        aria-required={view.required || undefined}
        placeholder={t('search')}
        value={query ?? options.find(({ name }) => name === chosen)?.text ?? ''}
        onFocus={(event) => event.currentTarget.select()}
        onInput={(event) => {
          setQuery(event.currentTarget.value)
          setActive(-1)
          if (event.currentTarget.value === '' && chosen !== undefined) answer(undefined)
        }}
        onKeyDown={onKeyDown}
        onBlur={close}
        onClick={() => !open && setQuery('')}
      />
      <div id={`${id}-list`} role="listbox" aria-labelledby={titled} hidden={!open || shown.length === 0}>
        {shown.map(({ name, text }, index) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field above hears the keys
          <div
            key={name}
            id={`${id}-${index}`}
            role="option"
            aria-selected={name === chosen}
            data-active={index === active || undefined}
            ref={(element) => {
              if (index === active) element?.scrollIntoView({ block: 'nearest' })
            }}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(name)}
          >
            {text}
          </div>
        ))}
      </div>
      <p class="told" role="status">
        {open && found.length === 0 && t('search.none')}
        {open && found.length > SHOWN && t('search.more', { count: found.length })}
      </p>
    </div>
  )
}

/** A territory, from the list that comes with the questionnaire; without a list it is written. */
export function Place(props: FieldProps) {
  const { session } = useDesk()
  const { question, id, titled, described, wrong, view, answer } = props
  const list = placesOf(question, session.questionnaire)
  if (list) {
    const options = list.map(({ name, label }) => ({ name, text: said(session.reading, label) || name }))
    return <SearchList {...props} options={options} />
  }
  return (
    <input
      id={`${id}-field`}
      type="text"
      autoComplete="off"
      aria-labelledby={titled}
      aria-describedby={described}
      aria-invalid={wrong || undefined}
      aria-required={view.required || undefined}
      value={typeof view.value === 'string' ? view.value : ''}
      onInput={(event) => answer(event.currentTarget.value || undefined)}
    />
  )
}
