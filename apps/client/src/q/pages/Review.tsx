/** @jsxImportSource preact */
import { wordsOf } from '../asking/answer-words.ts'
import type { PlacedQuestion } from '../asking/screens.ts'
import { useDesk } from '../question/desk.ts'
import { faultText } from '../question/fault-text.ts'
import { Say } from '../question/Say.tsx'
import { Icon } from './Icon.tsx'

interface Props {
  send: () => void
  /** Something to say before: the questionnaire changed, the server did not take it. */
  notice?: string
}

/** Before sending: what was answered, what is missing, each with the way to it. */
export function Review({ send, notice }: Props) {
  const { session, t, own } = useDesk()
  const asked = session.questions()
  const wrong = asked.filter(({ path }) => session.faultOf(path))
  const open = asked.filter(
    ({ path }) => !session.isAnswered(path) && !session.form.view(path).declined && !session.faultOf(path),
  )
  const stops = !session.isLenient && wrong.length > 0
  return (
    <>
      <h1 tabIndex={-1} class="title" {...own}>
        {stops ? t('review.mend') : t('review.title')}
      </h1>
      {notice && (
        <p class="notice" role="status" {...own}>
          {notice}
        </p>
      )}
      {wrong.length > 0 && (
        <section class="missing" aria-labelledby="missing-title">
          <h2 id="missing-title" {...own}>
            {t('review.wrong', { count: wrong.length })}
          </h2>
          <ul>
            {wrong.map((one) => (
              <Line key={one.path} {...one} />
            ))}
          </ul>
        </section>
      )}
      {wrong.length === 0 && (
        <p class="introduction" {...own}>
          {open.length ? t('review.open', { count: open.length }) : t('review.all')}
        </p>
      )}
      {!stops && session.mode === 'answer' && <p {...own}>{t('review.final')}</p>}
      <div class="acts" {...own}>
        <button type="button" class="button back" onClick={() => session.back()}>
          <Icon name="back" />
          <span>{t('back')}</span>
        </button>
        <button type="button" class="button main" onClick={stops ? () => session.toQuestion(wrong[0]!.path) : send}>
          {stops ? t('review.first') : t('send')}
        </button>
      </div>
      <section aria-labelledby="answers-title">
        <h2 id="answers-title" class="group-title" {...own}>
          {t('review.answers')}
        </h2>
        <ul class="answers">
          {asked.map((one) => (
            <Line key={one.path} {...one} answered />
          ))}
        </ul>
      </section>
    </>
  )
}

/** One question with its answer in words, or with what is wrong. */
function Line({ question, path, answered }: PlacedQuestion & { answered?: boolean }) {
  const { session, t, own } = useDesk()
  const view = session.form.view(path)
  const fault = session.faultOf(path)
  const words = wordsOf(session.reading, question, view.value, view.otherText)
  const row = [...path.matchAll(/\[(\d+)\]/g)].map(([, index]) => Number(index) + 1).join('.')
  return (
    <li>
      <div>
        <p class="answers-ask">
          {row && `${row}. `}
          <Say of={question.label} path={path} />
        </p>
        {answered &&
          words.map((line) => (
            <p key={line} class="answers-said">
              {line}
            </p>
          ))}
        {answered && words.length === 0 && (
          <p class="soft" {...own}>
            {t('review.none')}
          </p>
        )}
        {!answered && fault && <p class="fault">{faultText({ question, path, fault, session, t })}</p>}
      </div>
      <button type="button" class="link" {...own} onClick={() => session.toQuestion(path)}>
        {words.length ? t('review.change') : t('review.answer')}
        <span class="hidden">
          {' '}
          <Say of={question.label} path={path} />
        </span>
      </button>
    </li>
  )
}
