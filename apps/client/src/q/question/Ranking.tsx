/** @jsxImportSource preact */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { wordsOf } from '../asking/answer-words.ts'
import { Icon } from '../pages/Icon.tsx'
import { useOptions } from './Choices.tsx'
import type { FieldProps } from './desk.ts'
import { useDesk } from './desk.ts'

/** Things put in order: tapped one after the other, then moved up and down by buttons that keep the focus. */
export function Ranking(props: FieldProps) {
  const { question, id, titled, described, view, answer } = props
  const { session, t } = useDesk()
  const options = useOptions(props)
  const [told, tell] = useState('')
  const box = useRef<HTMLDivElement>(null)
  const focusNext = useRef('')
  const ranked = (Array.isArray(view.value) ? (view.value as readonly string[]) : []).filter((name) =>
    options.some((option) => option.name === name),
  )
  const left = options.filter(({ name }) => !ranked.includes(name))
  const label = (name: string) => wordsOf(session.reading, { ...question, kind: 'single' }, name)[0] ?? name
  useLayoutEffect(() => {
    if (!focusNext.current) return
    // At either end the button to go on is dead: the other one of the pair takes the focus.
    const [act, name] = focusNext.current.split(' ') as [string, string]
    const find = (one: string) =>
      box.current?.querySelector<HTMLButtonElement>(`[data-act="${one}"][data-name="${CSS.escape(name)}"]`)
    const wanted = find(act)
    ;(wanted && !wanted.disabled ? wanted : find(act === 'up' ? 'down' : 'up'))?.focus()
    focusNext.current = ''
  })
  const put = (names: string[], moved: string) => {
    answer(names.length ? names : undefined)
    const place = names.indexOf(moved) + 1
    tell(
      place ? t('rank.at', { what: label(moved), place, of: options.length }) : t('rank.out', { what: label(moved) }),
    )
  }
  const move = (name: string, by: -1 | 1) => {
    const from = ranked.indexOf(name)
    const names = ranked.filter((one) => one !== name)
    names.splice(from + by, 0, name)
    focusNext.current = `${by < 0 ? 'up' : 'down'} ${name}`
    put(names, name)
  }
  const add = (name: string) => {
    const next =
      left[left.findIndex((option) => option.name === name) + 1] ?? left.find((option) => option.name !== name)
    focusNext.current = next ? `add ${next.name}` : `up ${name}`
    // The last one left needs no decision.
    const names = left.length === 2 && next ? [...ranked, name, next.name] : [...ranked, name]
    if (names.length === options.length && left.length === 2) focusNext.current = `up ${names.at(-1)}`
    put(names, name)
  }
  const button = (act: 'up' | 'down' | 'out', name: string, disabled = false) => (
    <button
      type="button"
      class="icon-button"
      data-act={act}
      data-name={name}
      disabled={disabled}
      aria-label={t(`rank.${act}.act`, { what: label(name) })}
      onClick={() => {
        if (act !== 'out') return move(name, act === 'up' ? -1 : 1)
        focusNext.current = `add ${name}`
        put(
          ranked.filter((one) => one !== name),
          name,
        )
      }}
    >
      <Icon name={act === 'out' ? 'close' : act} />
    </button>
  )
  return (
    <div ref={box} class="ranking" role="group" aria-labelledby={titled} aria-describedby={described}>
      {ranked.length > 0 && (
        <ol class="ranked">
          {ranked.map((name, index) => (
            <li key={name}>
              <span class="rank" aria-hidden="true">
                {index + 1}
              </span>
              <span class="ranked-label">{options.find((option) => option.name === name)!.label}</span>
              <span class="rank-acts">
                {button('up', name, index === 0)}
                {button('down', name, index === ranked.length - 1)}
                {button('out', name)}
              </span>
            </li>
          ))}
        </ol>
      )}
      {left.length > 0 && (
        <>
          <p class="terms" id={`${id}-left`}>
            {ranked.length ? t('rank.next', { place: ranked.length + 1 }) : t('rank.first')}
          </p>
          <ul class="unranked" aria-labelledby={`${id}-left`}>
            {left.map(({ name, label: shown }) => (
              <li key={name}>
                <button type="button" class="card" data-act="add" data-name={name} onClick={() => add(name)}>
                  <Icon name="plus" />
                  <span class="card-text">{shown}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="hidden" role="status">
        {told}
      </p>
    </div>
  )
}
