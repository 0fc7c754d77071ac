/** @jsxImportSource preact */
import { useRef, useState } from 'preact/hooks'
import { asText } from '../asking/as-text.ts'
import type { Session } from '../asking/session.ts'
import { useDesk } from '../question/desk.ts'
import { Say } from '../question/Say.tsx'
import type { About, Closed } from '../send/api.ts'
import type { Speech, Words } from '../words.ts'
import { dayInWords } from '../days.ts'
import { Icon } from './Icon.tsx'

/** After the answers were taken: thanks, and what happens next. */
export function Thanks({
  keepUntil,
  again,
  before,
}: {
  keepUntil?: string | null
  again?: () => void
  before?: boolean
}) {
  const { session, t, speech, own } = useDesk()
  const written = session.questionnaire.thanks
  return (
    <div class="ended">
      <span class="done-mark">
        <Icon name="check" />
      </span>
      <h1 tabIndex={-1} class="title" {...own}>
        {before ? t('thanks.before') : t('thanks.title')}
      </h1>
      {written && (
        <p class="introduction">
          <Say of={written} />
        </p>
      )}
      <ul class="next-steps" {...own}>
        <li>{t('thanks.received')}</li>
        <li>{t('thanks.together')}</li>
        {keepUntil && <li>{t('start.kept', { day: dayInWords(keepUntil, speech) })}</li>}
        <li>{t('thanks.device')}</li>
      </ul>
      <p {...own}>{t('thanks.close')}</p>
      {again && (
        <p {...own}>
          <button type="button" class="button" onClick={again}>
            {t('thanks.again')}
          </button>
        </p>
      )}
    </div>
  )
}

/** A consent was refused: nothing is sent, and that is all right. */
export function Withheld({ remove }: { remove?: () => void }) {
  const { session, t, own } = useDesk()
  return (
    <div class="ended" {...own}>
      <h1 tabIndex={-1} class="title">
        {t('withheld')}
      </h1>
      <p class="introduction">{t('withheld.text')}</p>
      <div class="acts">
        <button type="button" class="button" onClick={() => session.back()}>
          {t('withheld.back')}
        </button>
        {remove && (
          <button type="button" class="button main" onClick={remove}>
            {t('withheld.remove')}
          </button>
        )}
      </div>
    </div>
  )
}

/** On the way to the server, for as long as it takes. */
export function Sending({
  waiting,
  kept,
  tryNow,
}: {
  waiting?: { offline: boolean }
  /** Whether it goes on when the page is closed and opened again. */
  kept: boolean
  tryNow: () => void
}) {
  const { t, own } = useDesk()
  return (
    <div class="ended" {...own}>
      <h1 tabIndex={-1} class="title">
        {waiting ? t('waiting.title') : t('sending.title')}
      </h1>
      <p class="introduction" role="status">
        {waiting ? t(waiting.offline ? 'waiting.offline' : 'waiting.busy') : t('sending.text')}
      </p>
      {waiting && (
        <>
          <p>{t(kept ? 'waiting.once' : 'waiting.stay')}</p>
          <p>
            <button type="button" class="button" onClick={tryNow}>
              {t('waiting.now')}
            </button>
          </p>
        </>
      )}
    </div>
  )
}

interface RefusedProps {
  why: Closed | 'incomplete'
  about?: About
  t: Words
  speech: Speech
  /** Answers that were begun on this device. */
  session?: Session
  remove?: () => void
}

/** Why this link takes no answers, in kind words; what was written is still there to be copied. */
export function Refused({ why, about, t, speech, session, remove }: RefusedProps) {
  const text = session && asText(session.reading, session.form)
  const day = why === 'notYet' ? about?.opensOn : about?.closesOn
  const explained =
    (why === 'notYet' || why === 'closed') && day
      ? t(`refused.${why}.day`, { day: dayInWords(day, speech) })
      : t(`refused.${why}.text`)
  return (
    <div class="ended">
      <h1 tabIndex={-1} class="title">
        {t(`refused.${why}`)}
      </h1>
      {about && <p class="eyebrow">{about.title}</p>}
      <p class="introduction">{explained}</p>
      <p>{about?.contact ? t('refused.contact', { contact: about.contact }) : t('refused.todo')}</p>
      {text ? (
        <Copyable text={text} sent={why === 'spent'} t={t} remove={remove} />
      ) : (
        <p class="soft">{t('refused.nothing')}</p>
      )}
    </div>
  )
}

function Copyable({ text, sent, t, remove }: { text: string; sent: boolean; t: Words; remove?: () => void }) {
  const area = useRef<HTMLTextAreaElement>(null)
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    area.current?.select()
    await navigator.clipboard?.writeText(text).catch(() => document.execCommand('copy'))
    setCopied(true)
  }
  return (
    <section class="own-text" aria-labelledby="own-text">
      <h2 id="own-text" class="group-title">
        {t('own.title')}
      </h2>
      <p>{t(sent ? 'own.here' : 'own.text')}</p>
      <textarea
        ref={area}
        readOnly
        rows={Math.min(14, text.split('\n').length + 1)}
        value={text}
        aria-labelledby="own-text"
        dir="auto"
      />
      <div class="acts">
        {remove && (
          <button type="button" class="button back" onClick={remove}>
            <Icon name="bin" /> <span>{t('own.remove')}</span>
          </button>
        )}
        <button type="button" class="button main" onClick={() => void copy()}>
          {copied ? t('copied') : t('copy')}
        </button>
      </div>
      <p class="hidden" role="status">
        {copied && t('copied')}
      </p>
    </section>
  )
}
