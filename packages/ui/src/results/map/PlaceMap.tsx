import { useTexts } from '../../texts.tsx'
import type { ResultWords } from '../result-words.ts'
import results from '../Results.module.css'
import type { Line, QuestionResult } from '../useResults.ts'
import styles from './PlaceMap.module.css'
import {
  besidesMap,
  circlesOf,
  frameOf,
  mostOf,
  namesOf,
  radiusOf,
  SHEET,
  spotOf,
  untoldPlaces,
} from './place-circles.ts'
import type { Frame } from './place-circles.ts'
import { BORDER, BRUSSELS, CENTRES, LAND, REGIONS } from './project-area.ts'
import type { Point } from './project-area.ts'

interface PlaceMapProps {
  question: QuestionResult
  words: ResultWords
  line: Line
}

/** Answers by territory: circles on a plain outline of the project area, and the same in words beside it. */
export function PlaceMap({ question, words, line }: PlaceMapProps) {
  const { t, language, formatList } = useTexts<typeof import('../figures/texts.fr.json')>('figures')
  // The maps of all groups are of one scale.
  const [most, frame] = [mostOf(question.lines), frameOf(question.lines)]
  const circles = circlesOf(line, most, frame)
  const besides = besidesMap(line)
  const dots = untoldPlaces(question.choices, line).filter((value) => CENTRES[value])
  /** On the map a territory is called by its own name alone. */
  const nameOf = (value: string) => words.choice(question, value).replace(KIND_OF_TERRITORY, '')
  const told = circles.toSorted((a, b) => nameOf(a.value).localeCompare(nameOf(b.value), language))
  if (line.cells.length === 0) return <p className={results.hidden}>{t('lineHidden')}</p>
  return (
    <div className={styles.map}>
      {circles.length > 0 && (
        <div>
          <svg
            viewBox={`0 0 ${SHEET.width} ${SHEET.height}`}
            role="img"
            aria-label={t('map.aloud', {
              places: formatList(told.map(({ value, count }) => `${words.choice(question, value)} ${count}`)),
            })}
          >
            <Outline frame={frame} />
            {dots.map((value) => {
              const { x, y } = spotOf(CENTRES[value]!, frame)
              return (
                <circle key={value} cx={x} cy={y} r="2.5" className={styles.dot}>
                  <title>{`${words.choice(question, value)} : ${t('map.fewerThanFive')}`}</title>
                </circle>
              )
            })}
            {circles.map(({ value, x, y, radius, cell }) => (
              <circle key={value} cx={x} cy={y} r={radius} className={styles.circle}>
                <title>{`${words.choice(question, value)} : ${words.count(question, cell)}`}</title>
              </circle>
            ))}
            {namesOf(circles, nameOf).map(({ value, x, y, anchor }) => (
              <text key={value} x={x} y={y} textAnchor={anchor}>
                {nameOf(value)}
              </text>
            ))}
          </svg>
          <Scale most={most} />
        </div>
      )}
      <div>
        <ul className={styles.list}>
          {told.map(({ value, cell }) => (
            <li key={value}>
              <span>{words.choice(question, value)}</span>
              <span className={results.number}>{words.count(question, cell)}</span>
            </li>
          ))}
          {besides.map((cell) => (
            <li key={cell.values.join()} className={styles.besides}>
              <span>
                {words.cell(question, cell)} <em>{t('map.besides')}</em>
              </span>
              <span className={results.number}>{words.count(question, cell)}</span>
            </li>
          ))}
        </ul>
        {dots.length > 0 && <p className={results.soft}>{t('map.dots')}</p>}
      </div>
    </div>
  )
}

const KIND_OF_TERRITORY =
  /^(?:(?:Arrondissement|Province|Département|Department) (?:of |de la |de l['’]|de |du |d['’])|(?:Arrondissement|Provincie|Departement) )/

function Outline({ frame }: { frame: Frame }) {
  const lineOf = (points: readonly Point[]): string =>
    points
      .map((point) => spotOf(point, frame))
      .map(({ x, y }) => `${x},${y}`)
      .join(' ')
  return (
    <>
      <polygon points={lineOf(LAND)} className={styles.land} />
      <polygon points={lineOf(BRUSSELS)} className={styles.land} />
      {REGIONS.map((points) => (
        <polyline key={points[0]!.join()} points={lineOf(points)} className={styles.region} />
      ))}
      <polyline points={lineOf(BORDER)} className={styles.border} />
    </>
  )
}

/** How large a circle stands for how many. */
function Scale({ most }: { most: number }) {
  const { t, formatNumber } = useTexts<typeof import('../figures/texts.fr.json')>('figures')
  const quarter = Math.round(most / 4)
  const largest = radiusOf(most, most)
  return (
    <p className={styles.scale} aria-hidden>
      {t('map.scale')}
      {[...(quarter >= 5 ? [quarter] : []), most].map((count) => {
        const radius = radiusOf(count, most)
        // As wide on the page as a circle of the map, which shrinks with its sheet.
        return (
          <span key={count}>
            <svg
              viewBox={`${-radius - 1} ${-largest - 1} ${2 * radius + 2} ${2 * largest + 2}`}
              style={{ inlineSize: `${(100 * (2 * radius + 2)) / SHEET.width}%` }}
            >
              <circle r={radius} className={styles.circle} />
            </svg>
            {formatNumber(count)}
          </span>
        )
      })}
    </p>
  )
}
