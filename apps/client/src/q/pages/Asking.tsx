/** @jsxImportSource preact */
import { isContainer } from '@vises/questionnaire/walk.ts'
import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import { beside, isShown } from '../asking/screens.ts'
import type { Screen } from '../asking/screens.ts'
import type { Session } from '../asking/session.ts'
import { useDesk } from '../question/desk.ts'
import { inside, Parts, Rows } from '../question/Parts.tsx'
import { RowButtons } from '../question/RowButtons.tsx'
import { Say } from '../question/Say.tsx'
import { Icon } from './Icon.tsx'

/** One screen of questions, with the way on and the way back. */
export function Asking({ foot }: { foot?: ComponentChildren }) {
  const { session, t, own } = useDesk()
  const form = useRef<HTMLFormElement>(null)
  const { screen, screens } = session
  if (!screen) return null
  const at = screens.indexOf(screen) + 1
  const of = session.screensAhead
  const asked = session.questions(screen)
  // What cannot be read is no answer yet, but nothing to pass over either.
  const begun = asked.some(({ path }) => session.isAnswered(path) || session.faultOf(path) === 'unreadable')
  const passes = asked.length > 0 && !begun && !asked.some(({ path }) => session.form.view(path).required)
  const wrong = asked.filter(({ path }) => session.shownFault(path))
  const go = (pass = false) => {
    if (!session.next(pass)) setTimeout(() => focusFirstFault(form.current))
  }
  const eyebrow = screen.within.findLast(({ label }) => label)
  return (
    <>
      {session.mode !== 'paper' && (
        <div class="progress" {...own}>
          <progress max={of} value={at} aria-label={t('progress', { at, of })} />
          <p aria-hidden="true">{t('progress', { at, of })}</p>
        </div>
      )}
      <form
        ref={form}
        noValidate
        class="screen"
        onSubmit={(event) => {
          event.preventDefault()
          go()
        }}
        onKeyDown={(event) => onKey(event, session)}
      >
        {eyebrow && (
          <p class="eyebrow">
            <Say of={eyebrow.label} path={beside(screen.id, eyebrow.key)} />
          </p>
        )}
        <Contents screen={screen} />
        {wrong.length > 0 && session.mode !== 'paper' && (
          <div class="stopped" {...own}>
            <p>{t('stopped', { count: wrong.length })}</p>
            <button type="button" class="button" onClick={() => go(true)}>
              {t('pass.now')}
            </button>
          </div>
        )}
        <div class="acts" {...own}>
          {session.mode !== 'paper' && (
            <button type="button" class="button back" onClick={() => session.back()}>
              <Icon name="back" />
              <span>{t('back')}</span>
            </button>
          )}
          <button type="submit" class={passes ? 'button main open' : 'button main'}>
            {session.fromReview ? t('toReview') : passes ? t('pass') : t('next')}
          </button>
        </div>
      </form>
      {foot}
    </>
  )
}

function Contents({ screen }: { screen: Screen }) {
  const { session, t } = useDesk()
  const { whole, row, parts } = screen
  if (!whole) return <Titled parts={parts} />
  const first = parts.find(({ item }) => item === whole)
  const before = row ? [] : parts.filter((part) => part !== first)
  const repeat = row && session.form.view(row.repeat)
  const path = row?.repeat ?? first?.path
  return (
    <>
      <Parts parts={before} level={2} />
      {whole.label && (
        <h1 tabIndex={-1} class="ask">
          <Say of={whole.label} path={path} /> {row && t('row', { at: row.index + 1, of: repeat?.rows ?? 0 })}
        </h1>
      )}
      {whole.hint && (
        <p class="hint">
          <Say of={whole.hint} path={path} />
        </p>
      )}
      {row ? (
        <>
          {repeat?.openEnded && <RowButtons remove={screen.id} />}
          <Parts parts={parts} level={2} />
          {repeat?.openEnded && row.index + 1 === repeat.rows && <RowButtons add={row.repeat} rows={repeat.rows} />}
        </>
      ) : whole.kind === 'repeat' ? (
        <Rows repeat={whole} path={screen.parts.at(-1)!.path} level={2} />
      ) : (
        <Parts parts={inside(whole, first?.path ?? screen.id)} level={whole.label ? 2 : 1} />
      )}
    </>
  )
}

/** Without a title of their own, the first question is the title of the screen; what follows stands under it. */
function Titled({ parts }: { parts: Screen['parts'] }) {
  const { session } = useDesk()
  const shown = parts.filter((part) => isShown(part, session.form))
  const main =
    session.mode === 'paper'
      ? undefined
      : (shown.find(({ item }) => !isContainer(item) && item.kind !== 'note') ?? shown[0])
  return (
    <>
      {shown.map((part) => (
        <Parts key={part.path} parts={[part]} level={part === main ? 1 : 2} />
      ))}
    </>
  )
}

/** To the first answer that is wrong, so that it can be mended at once and a screen reader says why. */
export function focusFirstFault(within: HTMLElement | null): void {
  const fault = within?.querySelector('.fault')
  const question = fault?.closest('.question')
  const field = question?.querySelector<HTMLElement>(
    ':is(input, select, textarea)[aria-invalid=true], [aria-invalid=true] input, input, select, textarea, button',
  )
  field?.focus()
  question?.scrollIntoView({ block: 'nearest' })
}

const WRITTEN = 'input:not([type=radio]):not([type=checkbox]):not([type=file]), textarea, select'

/** Enter goes on from a title and from every field; what is typed on a title goes into its field. */
function onKey(event: KeyboardEvent, session: Session): void {
  const target = event.target as HTMLElement
  const form = event.currentTarget as HTMLFormElement
  if (event.key === 'Enter' && !event.isComposing) {
    if (session.mode === 'paper' && !target.matches('textarea, button')) {
      event.preventDefault()
      focusNextQuestion(form, target)
    } else if (target.matches('h1, h2') || (target.matches('textarea') && (event.ctrlKey || event.metaKey))) {
      event.preventDefault()
      form.requestSubmit()
    }
    return
  }
  if (!target.matches('h1') || event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1) return
  const question = target.closest('.question')
  const field =
    question?.querySelector<HTMLElement>('.cards input, .scale input') ?? question?.querySelector<HTMLElement>(WRITTEN)
  if (!field || event.key === ' ') return
  if (field.matches('[type=radio], [type=checkbox]')) {
    // A digit on the title is a digit on the scale under it.
    if (/\d/.test(event.key))
      field.dispatchEvent(new KeyboardEvent('keydown', { key: event.key, bubbles: true, cancelable: true }))
  } else {
    field.focus()
  }
}

/** Typing from paper: Enter goes to the first field of the next question. */
function focusNextQuestion(form: HTMLFormElement, from: HTMLElement): void {
  const stops = [...form.querySelectorAll<HTMLElement>('.question, .matrix-row, .moment')].filter(
    (stop) => !stop.querySelector('.matrix-row, .moment') && stop.querySelector('input, select, textarea, button'),
  )
  const here = stops.findIndex((stop) => stop.contains(from))
  const next = stops[here + 1]
  const field = next?.querySelector<HTMLElement>('input:checked, input:not(.decline input), select, textarea, button')
  ;(field ?? form.querySelector<HTMLElement>('button[type=submit]'))?.focus()
}
