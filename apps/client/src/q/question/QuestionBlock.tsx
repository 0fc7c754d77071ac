/** @jsxImportSource preact */
import type { Question } from '@vises/questionnaire/model.ts'
import type { Path } from '@vises/questionnaire/form.ts'
import { sayIn } from '../language.ts'
import { idOf, useDesk } from './desk.ts'
import { faultText } from './fault-text.ts'
import { Field } from './Field.tsx'
import { Media } from './Media.tsx'
import { Say } from './Say.tsx'

interface Props {
  question: Question
  path: Path
  /** 1: its label is the title of the screen. */
  level: number
}

// The longer a label, the more it reads as a text than as a title.
const sizeOf = (label: string) => (label.length > 140 ? 'ask long' : label.length > 60 ? 'ask medium' : 'ask')
/** What can be chosen but not un-chosen by its own control. */
const STICKY = new Set<Question['kind']>([
  'yesNo',
  'single',
  'scale',
  'agreement',
  'thenNow',
  'matrix',
  'consent',
  'place',
])
const NEVER_DECLINED = new Set<Question['kind']>(['note', 'consent', 'calculated', 'hidden'])

/** One question: what is asked, where the answer goes, what is wrong with it, and the ways not to answer. */
export function QuestionBlock({ question, path, level }: Props) {
  const { session, t, own } = useDesk()
  const view = session.form.view(path)
  const id = idOf(path)
  if (question.kind === 'note') return <Note question={question} path={path} id={id} level={level} />

  const fault = session.shownFault(path)
  const label = sayIn(question.label, session.tag, session.questionnaire.baseLanguage)?.text ?? ''
  const Title = `h${Math.min(level, 6)}` as 'h1'
  const demanded = view.required && !view.readOnly
  const described = [
    question.hint && `${id}-hint`,
    demanded && `${id}-demanded`,
    bounds(question) && `${id}-bounds`,
    fault && `${id}-fault`,
  ]
    .filter(Boolean)
    .join(' ')
  const answered = session.isAnswered(path) && !view.declined
  return (
    <section class="question" data-kind={question.kind} data-path={path} data-key={question.key}>
      <Title id={`${id}-label`} class={sizeOf(label)} tabIndex={level === 1 ? -1 : undefined}>
        <Say of={question.label} path={path} />
      </Title>
      {question.hint && (
        <p id={`${id}-hint`} class="hint">
          <Say of={question.hint} path={path} />
        </p>
      )}
      {session.mode === 'assisted' && question.guidance && (
        <p class="guidance">
          <Say of={question.guidance} path={path} />
        </p>
      )}
      <Media of={question.media} />
      {(demanded || bounds(question)) && (
        <p class="terms" {...own}>
          {demanded && <span id={`${id}-demanded`}>{t('demanded')}</span>}
          {bounds(question) && <span id={`${id}-bounds`}>{boundsText(question, t)}</span>}
        </p>
      )}
      <Field
        question={question}
        path={path}
        view={view}
        id={id}
        titled={`${id}-label`}
        described={described || undefined}
        wrong={Boolean(fault)}
        answer={(value) => session.answer(path, value)}
      />
      {fault && (
        <p id={`${id}-fault`} class="fault" role="alert">
          {faultText({ question, path, fault, session, t })}
        </p>
      )}
      {!view.readOnly && !NEVER_DECLINED.has(question.kind) && (
        <div class="under" {...own}>
          {question.declinable !== false && (
            <label class="decline">
              <input
                type="checkbox"
                checked={view.declined}
                onChange={(event) => session.answer(path, event.currentTarget.checked ? null : undefined)}
              />
              <span>{t('decline')}</span>
            </label>
          )}
          {answered && session.mode !== 'paper' && STICKY.has(question.kind) && (
            <button
              type="button"
              class="link"
              onClick={(event) => {
                // The button goes away with the answer; the focus must not get lost with it.
                const block = event.currentTarget.closest('section')
                session.answer(path, undefined)
                block?.querySelector<HTMLElement>('input, select')?.focus()
              }}
            >
              {t('clear')}
            </button>
          )}
        </div>
      )}
    </section>
  )
}

function Note({ question, path, id, level }: Props & { id: string }) {
  const Text = level === 1 ? 'h1' : 'p'
  return (
    <section class="question" data-kind="note" data-key={question.key}>
      <Text id={`${id}-label`} class={level === 1 ? 'ask long' : 'note-text'} tabIndex={level === 1 ? -1 : undefined}>
        <Say of={question.label} path={path} />
      </Text>
      {question.hint && (
        <p class="hint">
          <Say of={question.hint} path={path} />
        </p>
      )}
      <Media of={question.media} />
    </section>
  )
}

const bounds = ({ kind, min, max }: Question): boolean => kind === 'multiple' && (max !== undefined || (min ?? 0) > 1)

function boundsText({ min, max }: Question, t: ReturnType<typeof useDesk>['t']): string {
  if (max === undefined) return t('choose.least', { min: min ?? 0 })
  if (min === max) return t('choose.exactly', { max })
  return (min ?? 0) > 1 ? t('choose.between', { min: min!, max }) : t('choose.most', { max })
}
