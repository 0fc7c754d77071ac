import { useTexts } from '@vises/ui/texts.tsx'
import styles from './Collection.module.css'
import own from './FollowUp.module.css'
import type { Progress } from './FollowUpPage.tsx'
import type { Wave } from './useWave.ts'

const DAY_MS = 86_400_000
const WIDTH = 720
const HEIGHT = 140

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS

/** Answers by day; days told together are one column as wide as they are many and as high as their mean. */
export function DaysPicture({ progress, wave }: { progress: Progress; wave: Wave }) {
  const { t, formatDay, formatNumber } = useTexts<typeof import('./texts.fr.json')>('collection')
  const columns = progress.days.map(({ from, to, answers }) => {
    const length = dayNumber(to) - dayNumber(from) + 1
    return { from, to, answers, length, mean: answers / length }
  })
  const first = dayNumber(columns[0]!.from)
  const days = dayNumber(columns.at(-1)!.to) - first + 1
  const highest = Math.max(...columns.map(({ mean }) => mean))
  const best = columns.find(({ mean }) => mean === highest)!
  const range = (from: string, to: string) =>
    from === to ? formatDay(from) : t('range', { from: formatDay(from), to: formatDay(to) })
  const total = columns.reduce((sum, { answers }) => sum + answers, 0)
  return (
    <section aria-labelledby="by-day">
      <h2 id="by-day">{t('byDay', { range: range(best.from, best.to) })}</h2>
      <figure className={own.figure}>
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden className={own.columns}>
          {columns.map(({ from, length, mean }) => {
            const x = ((dayNumber(from) - first) / days) * WIDTH
            const width = Math.max(1.5, (length / days) * WIDTH - 2)
            const height = Math.max(2, (mean / highest) * (HEIGHT - 4))
            return <rect key={from} x={x + 1} y={HEIGHT - height} width={width} height={height} />
          })}
        </svg>
        <div className={own.axis} aria-hidden>
          <span>{formatDay(columns[0]!.from, 'short')}</span>
          <span>{formatDay(columns.at(-1)!.to, 'short')}</span>
        </div>
        <figcaption className={styles.note}>
          {t('byDaySource', { count: total, highest: formatNumber(highest, { maximumFractionDigits: 1 }) })}{' '}
          {wave.status === 'open' && t('byDayTogether')}
        </figcaption>
      </figure>
      <details className={styles.fold}>
        <summary>{t('asTable')}</summary>
        <div className={styles.table}>
          <table>
            <caption>{t('answersByDay')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('days')}</th>
                <th scope="col">{t('answersColumn')}</th>
              </tr>
            </thead>
            <tbody>
              {columns.map(({ from, to, answers }) => (
                <tr key={from}>
                  <th scope="row">{range(from, to)}</th>
                  <td>{answers}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  )
}
