/** @jsxImportSource preact */
import type { Choice } from '@vises/questionnaire/model.ts'
import type { ComponentChildren } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { OTHER, said, wordsOf } from '../asking/answer-words.ts'
import type { FieldProps } from './desk.ts'
import { looksLike, useDesk } from './desk.ts'
import { Media } from './Media.tsx'
import { Say } from './Say.tsx'
import { SearchList } from './SearchList.tsx'

/** From here on a list is searched rather than read through. */
const LONG_LIST = 14

export interface Option {
  name: string
  label: ComponentChildren
  media?: Choice['media']
  exclusive?: boolean
}

/** What a question offers now, "other" at the end. */
export function useOptions({ question, view }: FieldProps): Option[] {
  const { session, t } = useDesk()
  const list = session.questionnaire.choiceLists[question.choices ?? ''] ?? []
  const offered = view.choices ? new Set(view.choices) : undefined
  const options: Option[] = list
    .filter(({ name }) => !offered || offered.has(name))
    .map(({ name, label, media, exclusive }) => ({
      name,
      label: said(session.reading, label) ? <Say of={label} /> : name,
      media,
      exclusive,
    }))
  if (question.other && !options.some(({ name }) => name === OTHER)) options.push({ name: OTHER, label: t('other') })
  return options
}

interface CardProps {
  type: 'radio' | 'checkbox'
  name: string
  option: Option
  number: number
  checked: boolean
  blocked?: boolean
  wrong: boolean
  choose: (checked: boolean) => void
}

function Card({ type, name, option, number, checked, blocked, wrong, choose }: CardProps) {
  const { session } = useDesk()
  return (
    <label class="card" data-on={checked || undefined} data-blocked={blocked || undefined}>
      <input
        type={type}
        name={name}
        value={option.name}
        checked={checked}
        aria-disabled={blocked || undefined}
        aria-invalid={(type === 'checkbox' && wrong) || undefined}
        onChange={(event) => {
          choose(event.currentTarget.checked)
          // What was not taken must not look as if it were.
          if (blocked) event.currentTarget.checked = checked
        }}
      />
      {session.mode === 'paper' && number < 10 && <kbd>{number}</kbd>}
      <span class="card-text">
        {option.label}
        <Media of={option.media} />
      </span>
    </label>
  )
}

/** The digits 1 to 9 choose an answer by its place, wherever the focus is in the question but in a text. */
function byDigit(event: KeyboardEvent, options: readonly Option[], choose: (option: Option) => void): void {
  const target = event.target as HTMLElement
  if (event.ctrlKey || event.metaKey || event.altKey || /^(text|search)$/.test((target as HTMLInputElement).type))
    return
  const option = /^[1-9]$/.test(event.key) ? options[Number(event.key) - 1] : undefined
  if (!option) return
  event.preventDefault()
  choose(option)
}

function OtherText({ path, id }: FieldProps) {
  const { session, t } = useDesk()
  return (
    <label class="other">
      <span>{t('otherText')}</span>
      <input
        type="text"
        id={`${id}-other`}
        autoComplete="off"
        value={session.form.view(path).otherText ?? ''}
        onInput={(event) => session.answer(`${path}_other`, event.currentTarget.value || undefined)}
      />
    </label>
  )
}

/** One of several answers. */
export function Single(props: FieldProps) {
  const { question, view, id, titled, described, wrong, answer } = props
  const { session, t } = useDesk()
  const options = useOptions(props)
  const plain = (name: string) => wordsOf(session.reading, question, name)[0] ?? name
  const value = typeof view.value === 'string' ? view.value : undefined
  if (options.length === 0) return <p class="terms">{t('choose.none')}</p>
  const other = value === OTHER && question.other && <OtherText {...props} />
  if (looksLike(question, 'minimal') && options.length <= 60)
    return <Dropdown {...props} options={options} plain={plain} other={other} />
  if (options.length > LONG_LIST || looksLike(question, 'autocomplete'))
    return (
      <>
        <SearchList {...props} options={options.map(({ name }) => ({ name, text: plain(name) }))} />
        {other}
      </>
    )
  const columns = looksLike(question, 'columns') || looksLike(question, 'columns-pack')
  return (
    <>
      <div
        class={columns ? 'cards columns' : 'cards'}
        role="radiogroup"
        aria-labelledby={titled}
        aria-describedby={described}
        aria-required={view.required || undefined}
        aria-invalid={wrong || undefined}
        onKeyDown={(event) => session.mode === 'paper' && byDigit(event, options, ({ name }) => answer(name))}
      >
        {options.map((option, index) => (
          <Card
            key={option.name}
            type="radio"
            name={id}
            option={option}
            number={index + 1}
            checked={value === option.name}
            wrong={wrong}
            choose={() => answer(option.name)}
          />
        ))}
      </div>
      {other}
    </>
  )
}

function Dropdown(
  props: FieldProps & { options: Option[]; plain: (name: string) => string; other: ComponentChildren },
) {
  const { id, titled, described, wrong, view, answer, options, plain, other } = props
  const { t } = useDesk()
  return (
    <>
      <select
        id={`${id}-field`}
        aria-labelledby={titled}
        aria-describedby={described}
        aria-invalid={wrong || undefined}
        aria-required={view.required || undefined}
        value={typeof view.value === 'string' ? view.value : ''}
        onChange={(event) => answer(event.currentTarget.value || undefined)}
      >
        <option value="">{t('choose')}</option>
        {options.map(({ name }) => (
          <option key={name} value={name}>
            {plain(name)}
          </option>
        ))}
      </select>
      {other}
    </>
  )
}

/** Several answers, within their bounds; one that excludes the others takes their place. */
export function Multiple(props: FieldProps) {
  const { question, view, id, titled, described, wrong, answer } = props
  const { session, t } = useDesk()
  const options = useOptions(props)
  const [told, tell] = useState('')
  const chosen = Array.isArray(view.value) ? (view.value as readonly string[]) : []
  const max = question.max ?? Infinity
  const full = chosen.length >= max
  const toggle = (option: Option, on: boolean) => {
    tell('')
    if (!on) {
      const left = chosen.filter((name) => name !== option.name)
      return answer(left.length ? left : undefined)
    }
    if (option.exclusive) {
      if (chosen.length) tell(t('choose.alone'))
      return answer([option.name])
    }
    const others = chosen.filter((name) => !options.find((one) => one.name === name)?.exclusive)
    if (others.length >= max) return tell(t('choose.full', { max }))
    // In the order of the list, whatever the order of choosing.
    answer(options.map(({ name }) => name).filter((name) => name === option.name || others.includes(name)))
  }
  return (
    <>
      <div
        class="cards"
        role="group"
        aria-labelledby={titled}
        aria-describedby={described}
        onKeyDown={(event) =>
          session.mode === 'paper' && byDigit(event, options, (option) => toggle(option, !chosen.includes(option.name)))
        }
      >
        {options.map((option, index) => (
          <Card
            key={option.name}
            type="checkbox"
            name={id}
            option={option}
            number={index + 1}
            checked={chosen.includes(option.name)}
            blocked={full && max > 1 && !option.exclusive && !chosen.includes(option.name)}
            wrong={wrong}
            choose={(on) => toggle(option, on)}
          />
        ))}
      </div>
      {chosen.includes(OTHER) && question.other && <OtherText {...props} />}
      <p class="told" role="status">
        {told || (max < Infinity && chosen.length > 0 ? t('choose.count', { count: chosen.length, max }) : '')}
      </p>
    </>
  )
}

/** Two answers side by side: yes and no, agree and do not agree. */
function Two({ id, titled, described, wrong, view, answer, words }: FieldProps & { words: [string, string] }) {
  const group = useRef<HTMLDivElement>(null)
  const { session } = useDesk()
  const options: Option[] = [
    { name: 'yes', label: words[0] },
    { name: 'no', label: words[1] },
  ]
  return (
    <div
      ref={group}
      class="cards two"
      role="radiogroup"
      aria-labelledby={titled}
      aria-describedby={described}
      aria-required={view.required || undefined}
      aria-invalid={wrong || undefined}
      onKeyDown={(event) => session.mode === 'paper' && byDigit(event, options, ({ name }) => answer(name))}
    >
      {options.map((option, index) => (
        <Card
          key={option.name}
          type="radio"
          name={id}
          option={option}
          number={index + 1}
          checked={view.value === option.name}
          wrong={wrong}
          choose={() => answer(option.name)}
        />
      ))}
    </div>
  )
}

export function YesNo(props: FieldProps) {
  const { t } = useDesk()
  return <Two {...props} words={[t('yes'), t('no')]} />
}

/** Agreement to a wording, which is told to the server with the language in which it was read. */
export function Consent(props: FieldProps) {
  const { t } = useDesk()
  return <Two {...props} words={[t('agree'), t('disagree')]} />
}
