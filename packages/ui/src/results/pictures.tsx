import { useTexts } from '../texts.tsx'
import type { ResultWords } from './result-words.ts'
import styles from './Results.module.css'
import type { Cell, Line, QuestionResult } from './useResults.ts'

interface PictureProps {
  question: QuestionResult
  words: ResultWords
}

/** One bar for each value, as long as the share of those who gave it; what may not be told is a hatched bar. */
export function Bars({ question, words, line }: PictureProps & { line: Line }) {
  return (
    <ul className={styles.bars}>
      {line.cells.map((cell) => (
        <li key={cell.values.join()}>
          <span>{words.cell(question, cell)}</span>
          <Bar cell={cell} />
          <span className={styles.number}>{words.count(question, cell)}</span>
        </li>
      ))}
    </ul>
  )
}

function Bar({ cell }: { cell: Cell }) {
  const isTold = cell.count !== null && cell.count !== undefined
  return (
    <span className={styles.track} aria-hidden>
      <span
        className={isTold ? styles.bar : styles.hatched}
        style={{ inlineSize: `${isTold ? 100 * (cell.share ?? 0) : 100}%` }}
      />
    </span>
  )
}

/** Steps of agreement as one bar per row, the middle step in the middle of the row. */
export function Steps({ question, words, lines }: PictureProps & { lines: Line[] }) {
  const { t } = useTexts<typeof import('./figures/texts.fr.json')>('figures')
  const steps = question.choices.map(({ value }) => value)
  /** Where a value stands between the two ends, -1 to 1. */
  const place = (value: string) => (steps.length < 2 ? 0 : (2 * steps.indexOf(value)) / (steps.length - 1) - 1)
  const middle = ({ values }: Cell) => values.reduce((sum, value) => sum + place(value), 0) / values.length
  const before = (line: Line) =>
    line.cells.reduce((sum, cell) => {
      const at = middle(cell)
      return sum + (at < -0.2 ? (cell.share ?? 0) : at <= 0.2 ? (cell.share ?? 0) / 2 : 0)
    }, 0)
  return (
    <ul className={styles.steps}>
      {lines.map((line) => (
        <li key={line.part}>
          {line.part !== '' && (
            <span className={styles.row}>
              {words.part(question, line.part)} <span className={styles.number}>{words.base(line)}</span>
            </span>
          )}
          {line.cells.length === 0 ? (
            <span className={styles.hidden}>{t('lineHidden')}</span>
          ) : (
            <span className={styles.stack}>
              <span className={styles.shift} style={{ marginInlineStart: `${50 - 50 * before(line)}%` }}>
                {line.cells.map((cell) => {
                  const share = cell.share ?? 0
                  const text = `${words.cell(question, cell)} : ${words.count(question, cell)}`
                  return (
                    <span
                      key={cell.values.join()}
                      className={styles.step}
                      data-side={middle(cell) < -0.2 ? 'low' : middle(cell) > 0.2 ? 'high' : 'middle'}
                      data-end={Math.abs(middle(cell)) > 0.75 || undefined}
                      style={{ inlineSize: `${50 * share}%` }}
                      title={text}
                    >
                      <span aria-hidden>{share >= 0.12 ? cell.count : ''}</span>
                      <span className={styles.aloud}>{text}</span>
                    </span>
                  )
                })}
              </span>
            </span>
          )}
        </li>
      ))}
      <li className={styles.ends} aria-hidden>
        <span>← {words.choice(question, steps[0] ?? '')}</span>
        <span>{words.choice(question, steps.at(-1) ?? '')} →</span>
      </li>
    </ul>
  )
}

/** Then and now: two marks on one line of the scale, tied by a slope, and how many went up, stayed or went down. */
export function Moments({ question, words, lines }: PictureProps & { lines: Line[] }) {
  const { t, formatNumber } = useTexts<typeof import('./figures/texts.fr.json')>('figures')
  const line = (part: string) => lines.find((one) => one.part === part)
  const [then, now, change] = [line('then'), line('now'), line('change')]
  const numbers = question.choices.map(({ value }) => Number(value)).filter(Number.isFinite)
  const [low, high] = [Math.min(0, ...numbers), Math.max(10, ...numbers)]
  const at = (value: number) => (100 * (value - low)) / (high - low)
  if (then?.mean === null || then?.mean === undefined || now?.mean === null || now?.mean === undefined)
    return <p className={styles.hidden}>{t('lineHidden')}</p>
  return (
    <>
      <div className={styles.slope}>
        <svg
          viewBox="0 0 300 120"
          role="img"
          aria-label={t('fromTo', { then: formatNumber(then.mean), now: formatNumber(now.mean) })}
        >
          <line x1="60" y1="10" x2="60" y2="110" className={styles.axis} />
          <line x1="240" y1="10" x2="240" y2="110" className={styles.axis} />
          <line x1="60" y1={110 - at(then.mean)} x2="240" y2={110 - at(now.mean)} className={styles.tie} />
          <circle cx="60" cy={110 - at(then.mean)} r="6" className={styles.then} />
          <rect x="234" y={104 - at(now.mean)} width="12" height="12" className={styles.now} />
          <text x="48" y={114 - at(then.mean)} textAnchor="end">
            {formatNumber(then.mean)}
          </text>
          <text x="254" y={114 - at(now.mean)}>
            {formatNumber(now.mean)}
          </text>
        </svg>
        <p className={styles.slopeEnds} aria-hidden>
          <span>{words.part(question, 'then')}</span>
          <span>{words.part(question, 'now')}</span>
        </p>
      </div>
      {change && change.cells.length > 1 && (
        <ul className={styles.bars}>
          {change.cells.map((cell) => (
            <li key={cell.values.join()}>
              <span>{cell.values.map((value) => t(`change.${value as 'higher'}`)).join(', ')}</span>
              <Bar cell={cell} />
              <span className={styles.number}>{words.count(question, cell)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** The mean place of each thing that was ranked: the shorter the line, the nearer the top. */
export function Places({ question, words, line }: PictureProps & { line: Line }) {
  const { t, formatNumber } = useTexts<typeof import('./figures/texts.fr.json')>('figures')
  const last = question.choices.length
  const told = line.ranks.filter(({ meanPlace }) => meanPlace !== null && meanPlace !== undefined)
  if (told.length === 0) return <p className={styles.hidden}>{t('lineHidden')}</p>
  return (
    <ul className={styles.bars}>
      {told
        .toSorted((a, b) => a.meanPlace! - b.meanPlace!)
        .map(({ value, meanPlace }) => (
          <li key={value}>
            <span>{words.choice(question, value)}</span>
            <span className={styles.track} aria-hidden>
              <span className={styles.bar} style={{ inlineSize: `${(100 * (last + 1 - meanPlace!)) / last}%` }} />
            </span>
            <span className={styles.number}>{t('place', { value: formatNumber(meanPlace!) })}</span>
          </li>
        ))}
    </ul>
  )
}

/** Words that five people or more used, most used first. */
export function Words({ line }: { line: Line }) {
  const { t } = useTexts<typeof import('./figures/texts.fr.json')>('figures')
  if (line.words.length === 0) return <p className={styles.soft}>{t('noWords')}</p>
  return (
    <ul className={styles.words} aria-label={t('wordsUsed')}>
      {line.words.map(({ word, count }) => (
        <li key={word}>
          {word} <span className={styles.number}>{count}</span>
        </li>
      ))}
    </ul>
  )
}
