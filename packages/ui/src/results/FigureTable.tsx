import { useTexts } from '../texts.tsx'
import { untoldPlaces } from './map/place-circles.ts'
import type { ResultWords } from './result-words.ts'
import styles from './Results.module.css'
import type { Line, QuestionResult } from './useResults.ts'

/** The figures of a question as a table: what the picture shows, in words and numbers. */
export function FigureTable({ question, words }: { question: QuestionResult; words: ResultWords }) {
  const { t, formatNumber } = useTexts<typeof import('./figures/texts.fr.json')>('figures')
  /** Territories that a map shows as a dot without a circle. */
  const untold = (line: Line): [string, string][] => {
    const count = question.picture === 'map' ? untoldPlaces(question.choices, line).length : 0
    return count === 0 ? [] : [[t('map.otherTerritories', { count }), t('map.fewerThanFive')]]
  }
  const rowsOf = (line: Line): [string, string][] => [
    ...line.cells.map((cell): [string, string] => [
      line.part === 'change'
        ? cell.values.map((value) => t(`change.${value as 'higher'}`)).join(', ')
        : words.cell(question, cell),
      words.count(question, cell),
    ]),
    ...untold(line),
    ...line.ranks.map(({ value, meanPlace }): [string, string] => [
      words.choice(question, value),
      meanPlace === null || meanPlace === undefined ? t('notShown') : t('place', { value: formatNumber(meanPlace) }),
    ]),
    ...line.words.map(({ word, count }): [string, string] => [word, String(count)]),
    ...(line.mean === null || line.mean === undefined
      ? []
      : [[t('meanWord'), formatNumber(line.mean)] as [string, string]]),
    ...(line.median === null || line.median === undefined
      ? []
      : [[t('medianWord'), formatNumber(line.median)] as [string, string]]),
  ]
  return (
    <div className={styles.tables} tabIndex={0} role="region" aria-label={words.question(question)}>
      {question.lines.map((line) => (
        <table key={`${line.by}/${line.part}`}>
          <caption>
            {[words.group(line), line.part && words.part(question, line.part), words.base(line)]
              .filter(Boolean)
              .join(' · ')}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('answer')}</th>
              <th scope="col">{t('number')}</th>
            </tr>
          </thead>
          <tbody>
            {rowsOf(line).map(([name, value]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  )
}
