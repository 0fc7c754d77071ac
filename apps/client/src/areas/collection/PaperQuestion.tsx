import type { ReactNode } from 'react'
import { isDeclinable } from '@vises/questionnaire/effort.ts'
import { listOf } from '@vises/questionnaire/layout.ts'
import { isShowable } from '@vises/questionnaire/media.ts'
import { AGREEMENT, type Question, type Questionnaire } from '@vises/questionnaire/model.ts'
import { printWords, type PrintWords } from '@vises/questionnaire/paper/print-words.ts'
import { relevanceWords, type OnPaper } from '@vises/questionnaire/paper/skips.ts'
import { placesToTick } from '@vises/questionnaire/places.ts'
import { AGREEMENT_WORDS, MOMENT_WORDS, wordsIn } from '@vises/questionnaire/words.ts'
import styles from './Paper.module.css'

/** A mention of another answer cannot be filled in on paper. */
const MENTION = /\$\{[^{}]*\}/g

/** One question with its boxes or lines. */
export function PaperQuestion({ question, form }: { question: Question; form: OnPaper }) {
  const { content, language, numbers } = form
  const { kind, label, hint, media } = question
  if (kind === 'calculated' || kind === 'hidden') return null
  const words = printWords(language)
  const say = (texts: Question['label']) => wordsIn(texts, language, content.baseLanguage).replace(MENTION, '…')
  if (kind === 'note')
    return (
      <>
        <p className={styles.lines}>{say(label)}</p>
        <Picture file={say(media?.image)} />
      </>
    )
  const how = HOW[kind]
  const hints = [hint && say(hint), how && words[how], relevanceWords(question, form)].filter(Boolean)
  return (
    <div className={styles.question}>
      <p className={styles.label}>
        <span className={styles.number}>{numbers.get(question.key)}</span> {say(label)}
      </p>
      {hints.length > 0 && <p className={styles.hint}>{hints.join(' · ')}</p>}
      <Picture file={say(media?.image)} />
      <Answer {...{ content, question, words, say }} />
      {isDeclinable(question) && (
        <p className={styles.decline}>
          <Box /> {words.decline}
        </p>
      )}
    </div>
  )
}

/** The words beside it say what it shows. */
function Picture({ file }: { file: string }) {
  return isShowable(file) ? <img src={file} alt="" className={styles.picture} /> : null
}

const HOW: Partial<Record<Question['kind'], 'one' | 'many' | 'rank' | 'date' | 'time' | 'apart'>> = {
  single: 'one',
  multiple: 'many',
  ranking: 'rank',
  date: 'date',
  time: 'time',
  file: 'apart',
}

interface AnswerProps {
  content: Questionnaire
  question: Question
  words: PrintWords
  say: (texts: Question['label']) => string
}

function Answer({ content, question, words, say }: AnswerProps) {
  const { kind, choices, other, rows } = question
  const places = placesToTick(question, content)
  switch (kind) {
    case 'single':
    case 'multiple':
    case 'ranking':
    case 'place':
      if (kind === 'place' && places.length === 0) return <Line />
      return (
        <ul className={styles.boxes}>
          {[...listOf(content, choices), ...places].map((choice) => (
            <li key={choice.name}>
              <Box /> {say(choice.label)}
              <Picture file={say(choice.media?.image)} />
            </li>
          ))}
          {other && (
            <li className={styles.open}>
              <Box /> {words.other} <Line />
            </li>
          )}
        </ul>
      )
    case 'yesNo':
    case 'consent':
      return (
        <ul className={styles.boxes}>
          <li>
            <Box /> {words.yes}
          </li>
          <li>
            <Box /> {words.no}
          </li>
        </ul>
      )
    case 'agreement':
      return <Steps steps={AGREEMENT.map((step) => say(AGREEMENT_WORDS[step]))} />
    case 'scale':
      return <Scale {...{ question, say }} />
    case 'thenNow':
      return (
        <>
          {(['then', 'now'] as const).map((moment) => (
            <Scale
              key={moment}
              {...{ question, say }}
              title={say(moment === 'then' ? question.thenLabel : question.nowLabel) || say(MOMENT_WORDS[moment])}
            />
          ))}
        </>
      )
    case 'matrix':
      return <Matrix {...{ content, say }} rows={rows} choices={choices} />
    case 'longText':
      return (
        <>
          <Line />
          <Line />
          <Line />
        </>
      )
    case 'file':
      return null
    default:
      return <Line />
  }
}

const Box = () => <span className={styles.box} aria-hidden />
const Line = () => <span className={styles.line} aria-hidden />

function Steps({ steps }: { steps: string[] }) {
  return (
    <ul className={styles.steps}>
      {steps.map((step) => (
        <li key={step}>
          <Box />
          <span>{step}</span>
        </li>
      ))}
    </ul>
  )
}

/** Boxes with their numbers between what the two ends mean. */
function Scale({ question, say, title }: { question: Question; say: AnswerProps['say']; title?: ReactNode }) {
  const { min = 0, max = 10, lowLabel, highLabel } = question
  const steps = Array.from({ length: Math.min(21, max - min + 1) }, (_, at) => min + at)
  return (
    <div className={styles.scale}>
      {title && <span className={styles.moment}>{title}</span>}
      <span>{say(lowLabel)}</span>
      <ul>
        {steps.map((step) => (
          <li key={step}>
            <Box />
            {step}
          </li>
        ))}
      </ul>
      <span>{say(highLabel)}</span>
    </div>
  )
}

interface MatrixProps {
  content: Questionnaire
  rows?: string
  choices?: string
  say: AnswerProps['say']
}

function Matrix({ content, rows, choices, say }: MatrixProps) {
  const columns = choices
    ? listOf(content, choices).map(({ name, label }) => ({ name, words: say(label) }))
    : AGREEMENT.map((step) => ({ name: String(step), words: say(AGREEMENT_WORDS[step]) }))
  return (
    <table className={styles.matrix}>
      <thead>
        <tr>
          <td />
          {columns.map(({ name, words }) => (
            <th key={name} scope="col">
              {words}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {listOf(content, rows).map((row) => (
          <tr key={row.name}>
            <th scope="row">{say(row.label)}</th>
            {columns.map(({ name }) => (
              <td key={name}>
                <Box />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
