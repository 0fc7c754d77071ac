import { useQuery } from '@apollo/client/react'
import { useSearchParams } from 'react-router'
import { graphql } from '@vises/schema/admin'
import type { SharedQuestions_ListQuery } from '@vises/schema/admin/graphql'
import { Button } from '@vises/ui/Button.tsx'
import { EmptyState } from '@vises/ui/EmptyState.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { Notice } from '@vises/ui/Notice.tsx'
import { Page } from '@vises/ui/Page.tsx'
import { PartialState } from '@vises/ui/PartialState.tsx'
import { PhaseMark } from '@vises/ui/PhaseMark.tsx'
import { PlatformMark } from '@vises/ui/PlatformMark.tsx'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { Term } from '@vises/ui/Term.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { among } from '../../pictures/words-of-address.ts'
import { PLATFORMS, QuestionFilters, readFilter, TERRITORIES } from './QuestionFilters.tsx'
import styles from './Questions.module.css'
import { useMethodWords, type MethodWords } from './useMethodWords.ts'

const SharedQuestions_List = graphql(`
  query SharedQuestions_List($filter: SharedQuestionFilter!, $after: String) {
    sharedQuestions(filter: $filter, first: 25, after: $after) {
      nodes {
        id
        sharing
        enterpriseName
        partnerName
        platformCode
        territory
        sharedOn
        question
        questionType
        purposes
        domains
        methods
        phase
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

type Question = SharedQuestions_ListQuery['sharedQuestions']['nodes'][number]

/** The evaluation questions that enterprises agreed to show, in full sentences, the latest first. */
export default function QuestionsPage() {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('shared-questions')
  const [params] = useSearchParams()
  const filter = readFilter(params)
  const words = useMethodWords()
  const { data, previousData, error, refetch, fetchMore, loading } = useQuery(SharedQuestions_List, {
    variables: { filter },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  })
  const page = (data ?? (error ? undefined : previousData))?.sharedQuestions
  const questions = page?.nodes ?? []
  const narrowed = Object.keys(filter).length > 0
  return (
    <Page
      title={t('title')}
      crumbs={[{ label: t('comparison'), to: `/${language}/compare` }]}
      lead={
        <>
          {t('lead')} <Term word="evaluationQuestion" />
          {t('leadEnd')}
        </>
      }
    >
      <QuestionFilters filter={filter} words={words} />
      {words.error !== undefined && <PartialState missing={[t('wordsMissing')]} onRetry={words.retry} />}
      {questions.length > 0 && questions.every(({ enterpriseName }) => enterpriseName == null) && (
        <Notice title={t('withoutNamesTitle')}>
          <p>{t('withoutNames')}</p>
        </Notice>
      )}
      {error && !data && <FailedState what={t('failed')} error={error} onRetry={() => refetch()} />}
      {!page && !error && <Skeleton kind="cards" rows={5} />}
      {page && questions.length === 0 && (
        <EmptyState title={narrowed ? t('noneTitle') : t('emptyTitle')}>{narrowed ? t('none') : t('empty')}</EmptyState>
      )}
      {questions.length > 0 && (
        <ul className={styles.questions} aria-busy={!data}>
          {questions.map((question) => (
            <QuestionCard key={question.id} question={question} words={words} />
          ))}
        </ul>
      )}
      {page?.pageInfo.hasNextPage && (
        <Button busy={loading} onClick={() => void fetchMore({ variables: { after: page.pageInfo.endCursor } })}>
          {t('more')}
        </Button>
      )}
    </Page>
  )
}

const SHARINGS = ['federation', 'platform', 'crossBorder'] as const

function QuestionCard({ question, words }: { question: Question; words: MethodWords }) {
  const { t, formatDay, formatList } = useTexts<typeof import('./texts.fr.json')>('shared-questions')
  const platform = among(PLATFORMS, question.platformCode)
  const territory = among(TERRITORIES, question.territory)
  const phase = among([1, 2, 3] as const, question.phase)
  const sharing = among(SHARINGS, question.sharing)
  const lists = [
    { label: t('type'), codes: question.questionType ? [question.questionType] : [], kind: 'questionTypes' as const },
    { label: t('purpose'), codes: question.purposes, kind: 'purposes' as const },
    { label: t('domain'), codes: question.domains, kind: 'domains' as const },
    { label: t('method'), codes: question.methods, kind: 'collectionMethods' as const },
  ].filter(({ codes }) => codes.length > 0)
  return (
    <li>
      <blockquote>{question.question}</blockquote>
      <p className={styles.who}>
        {platform && <PlatformMark platform={platform} size={20} />}
        {phase && <PhaseMark phase={phase} size={20} />}
        <span>
          {[
            question.enterpriseName,
            question.partnerName,
            territory ? t(`territory.${territory}`) : t('territory.none'),
          ]
            .filter((one) => one != null)
            .join(' · ')}
        </span>
      </p>
      <dl>
        {lists.map(({ label, codes, kind }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{formatList(codes.map((code) => words.wordOf(kind, code)))}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.soft}>
        {sharing && `${t(`sharing.${sharing}`)} · `}
        {t('sharedOn', { day: formatDay(question.sharedOn) })}
      </p>
    </li>
  )
}
