import { useState } from 'react'
import { Button } from '../Button.tsx'
import { useTexts } from '../texts.tsx'
import { FigureTable } from './FigureTable.tsx'
import { PlaceMap } from './map/PlaceMap.tsx'
import { OpenAnswers } from './OpenAnswers.tsx'
import { Bars, Moments, Places, Steps, Words } from './pictures.tsx'
import type { ResultWords } from './result-words.ts'
import styles from './Results.module.css'
import type { Line, QuestionResult } from './useResults.ts'

interface FigureProps {
  question: QuestionResult
  words: ResultWords
  waveId: string
  level: 2 | 3
  /** Whether the reader may read what single people wrote. */
  readsAnswers: boolean
}

/** One question: its words, its picture for everybody and each group, what it is based on, and the same as a table. */
export function QuestionFigure({ question, words, waveId, level, readsAnswers }: FigureProps) {
  const { t } = useTexts<typeof import('./figures/texts.fr.json')>('figures')
  const [asTable, setAsTable] = useState(false)
  const Heading = `h${level}` as const
  const id = `q-${question.key}`
  const groups = [...new Set(question.lines.map(({ by }) => by))]
  const hasTable = question.lines.some(({ cells, ranks, words: said }) => cells.length + ranks.length + said.length > 0)
  return (
    <section aria-labelledby={id} className={styles.figure}>
      <div className={styles.figureHead}>
        <Heading id={id}>{words.question(question)}</Heading>
        {hasTable && (
          <Button variant="quiet" icon={asTable ? 'chart' : 'document'} onClick={() => setAsTable(!asTable)}>
            {t(asTable ? 'asPicture' : 'asTable')}
          </Button>
        )}
      </div>
      {!question.comparable && <p className={styles.soft}>{t('notComparable')}</p>}
      {question.repeated && <p className={styles.soft}>{t('repeated')}</p>}
      {question.lines.length === 0 && <p className={styles.hidden}>{t('questionHidden')}</p>}
      {asTable ? (
        <FigureTable question={question} words={words} />
      ) : (
        groups.map((by) => (
          <Group key={by} question={question} words={words} lines={question.lines.filter((line) => line.by === by)} />
        ))
      )}
      {readsAnswers && question.hasOpenAnswers && <OpenAnswers waveId={waveId} questionKey={question.key} />}
    </section>
  )
}

function Group({ question, words, lines }: { question: QuestionResult; words: ResultWords; lines: Line[] }) {
  const { t, formatNumber } = useTexts<typeof import('./figures/texts.fr.json')>('figures')
  const [first] = lines
  if (!first) return null
  const several = question.lines.some(({ by }) => by !== '')
  const summary = (line: Line) =>
    [
      line.mean !== null && line.mean !== undefined && t('mean', { value: formatNumber(line.mean) }),
      line.median !== null && line.median !== undefined && t('median', { value: formatNumber(line.median) }),
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <div className={styles.group}>
      {several && <p className={styles.groupName}>{words.group(first)}</p>}
      {question.picture === 'thenNow' && <Moments question={question} words={words} lines={lines} />}
      {question.picture === 'ranking' && <Places question={question} words={words} line={first} />}
      {question.picture === 'words' && <Words line={first} />}
      {(question.picture === 'agreement' || question.picture === 'matrix') && (
        <Steps question={question} words={words} lines={lines} />
      )}
      {question.picture === 'map' && <PlaceMap question={question} words={words} line={first} />}
      {(question.picture === 'bars' || question.picture === 'histogram') && (
        <Bars question={question} words={words} line={first} />
      )}
      <p className={styles.base}>
        {[words.base(first), lines.length === 1 && summary(first)].filter(Boolean).join(' · ')}
        {question.several && ` · ${t('several')}`}
      </p>
    </div>
  )
}
