import { useSearchParams } from 'react-router'
import { ButtonLink } from '../Button.tsx'
import { EmptyState } from '../EmptyState.tsx'
import { FailedState } from '../FailedState.tsx'
import { SelectField } from '../Field.tsx'
import { Notice } from '../Notice.tsx'
import { Page } from '../Page.tsx'
import { PartialState } from '../PartialState.tsx'
import { Skeleton } from '../Skeleton.tsx'
import { useTexts } from '../texts.tsx'
import { Exports } from './Exports.tsx'
import { QuestionFigure } from './QuestionFigure.tsx'
import { textIn, useResultWords } from './result-words.ts'
import styles from './Results.module.css'
import { useResults, type Results } from './useResults.ts'

const EXPLANATIONS = ['fewAnswers', 'countedTogether', 'smallGroups', 'waitingForFive', 'setAside', 'tooAlike'] as const

interface ResultsPageProps {
  waveId: string
  crumbs: { label: string; to: string }[]
  /** Whether the reader may read single answers of this wave and take them away. */
  readsAnswers: boolean
  /** Address of the page that follows the collection up. */
  followUp?: string
}

/** What people answered, question by question, each with its picture, its base and its table. */
export function ResultsPage({ waveId, ...frame }: ResultsPageProps) {
  const { t } = useTexts<typeof import('./figures/texts.fr.json')>('figures')
  const [address] = useSearchParams()
  const { results, error, loading, refetch } = useResults(waveId, address.get('by'))
  if (results) return <Shown {...frame} results={results} loading={loading} error={error} />
  return (
    <Page title={t('title')} crumbs={frame.crumbs}>
      {error ? <FailedState what={t('failed')} error={error} onRetry={() => refetch()} /> : <Skeleton rows={8} />}
    </Page>
  )
}

interface ShownProps extends Omit<ResultsPageProps, 'waveId'> {
  results: Results
  loading: boolean
  error: unknown
}

function Shown({ results, crumbs, readsAnswers, followUp, loading, error }: ShownProps) {
  const { t, language, formatDateTime } = useTexts<typeof import('./figures/texts.fr.json')>('figures')
  const words = useResultWords(results)
  const [, setAddress] = useSearchParams()
  const breakdownName = ({ by, label }: Results['breakdowns'][number]) =>
    by === '@group' ? t('byGroup') : by === '@wave' ? t('byWave') : textIn(label, language, results.baseLanguage)
  const explained = EXPLANATIONS.filter((one) => results.explanations.includes(one))
  const sections = results.questions.map(({ section }) =>
    section.map((one) => textIn(one, language, results.baseLanguage)).join(' · '),
  )
  return (
    <Page
      title={results.title}
      crumbs={crumbs}
      lead={
        results.answers.count === null || results.answers.count === undefined
          ? t('fewerThanFive')
          : t('answers', { count: results.answers.count })
      }
      status={results.asOf && t('asOf', { when: formatDateTime(results.asOf) })}
      actions={
        followUp && (
          <ButtonLink icon="people" to={followUp}>
            {t('toFollowUp')}
          </ButtonLink>
        )
      }
    >
      {Boolean(error) && <PartialState missing={[t('partly')]} />}
      {results.moreToCome && <Notice live="polite">{t('moreToCome')}</Notice>}
      {!results.shown && <EmptyState title={t('notYet')}>{t('notYetText')}</EmptyState>}
      {results.shown && (
        <>
          {results.breakdowns.length > 0 && (
            <div className={styles.by}>
              <SelectField
                label={t('by')}
                placeholder={t('everybody')}
                value={results.by ?? ''}
                aria-busy={loading}
                onChange={(event) =>
                  setAddress(event.target.value ? { by: event.target.value } : {}, { replace: true })
                }
                options={results.breakdowns.map((one) => ({ value: one.by, label: breakdownName(one) }))}
              />
            </div>
          )}
          {explained.length > 0 && (
            <details className={styles.explained}>
              <summary>{t('whyHidden')}</summary>
              <ul>
                {explained.map((one) => (
                  <li key={one}>{t(`explained.${one}`)}</li>
                ))}
              </ul>
            </details>
          )}
          {results.questions.map((question, index) => (
            <div key={question.key}>
              {sections[index] !== '' && sections[index] !== sections[index - 1] && <h2>{sections[index]}</h2>}
              <QuestionFigure
                question={question}
                words={words}
                waveId={results.waveId}
                level={sections[index] === '' ? 2 : 3}
                readsAnswers={readsAnswers}
              />
            </div>
          ))}
        </>
      )}
      {results.shown && readsAnswers && <Exports questionnaireId={results.questionnaireId} waveId={results.waveId} />}
    </Page>
  )
}
