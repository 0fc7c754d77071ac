import { useEffect, useState } from 'react'
import { useQuery } from '@apollo/client/react'
import { graphql } from '@vises/schema/client'
import type { BankSource, QuestionBank_SearchQuery } from '@vises/schema/client/graphql'
import type { Choice, Question } from '@vises/questionnaire/model.ts'
import { Button } from '../Button.tsx'
import { Dialog } from '../Dialog.tsx'
import { EmptyState } from '../EmptyState.tsx'
import { FailedState } from '../FailedState.tsx'
import { TextField } from '../Field.tsx'
import { Skeleton } from '../Skeleton.tsx'
import { useTexts } from '../texts.tsx'
import type { Copied } from './edits.ts'
import { useEditor } from './editor-context.ts'
import { KindIcon } from './KindIcon.tsx'
import { wordsIn } from '@vises/questionnaire/words.ts'
import styles from './Bank.module.css'

const QuestionBank_Search = graphql(`
  query QuestionBank_Search($source: BankSource!, $enterpriseId: ID, $search: String, $after: String) {
    questionBank(source: $source, enterpriseId: $enterpriseId, search: $search, first: 25, after: $after) {
      nodes {
        source
        sourceId
        sourceTitle
        version
        key
        kind
        question
        choiceLists
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

type BankQuestion = QuestionBank_SearchQuery['questionBank']['nodes'][number]

interface BankDialogProps {
  onTake: (copied: Copied, label: string) => void
  onClose: () => void
}

const PAUSE_MS = 300

/** Questions that were asked before, by the enterprise itself, its partner or the method: copied, they know their origin. */
export function BankDialog({ onTake, onClose }: BankDialogProps) {
  const { t, language: reader } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const { design, questionnaire } = useEditor()
  const sources: BankSource[] = design.enterpriseId ? ['library', 'template', 'own'] : ['library', 'template']
  const [source, setSource] = useState<BankSource>('library')
  const [typed, setTyped] = useState('')
  const [search, setSearch] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed.trim()), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed])
  const variables = { source, enterpriseId: design.enterpriseId, search: search || null }
  const { data, error, loading, refetch, fetchMore } = useQuery(QuestionBank_Search, {
    variables,
    fetchPolicy: 'network-only',
    nextFetchPolicy: 'cache-first',
  })
  const bank = data?.questionBank
  const more = () =>
    fetchMore({
      variables: { ...variables, after: bank?.pageInfo.endCursor },
      updateQuery: (before, { fetchMoreResult: { questionBank: next } }) => ({
        ...before,
        questionBank: { ...next, nodes: [...before.questionBank.nodes, ...next.nodes] },
      }),
    })
  const take = (question: BankQuestion) => {
    const { sourceId, version, choiceLists } = question
    onTake(
      {
        items: [question.question as Question],
        choiceLists: choiceLists as Record<string, Choice[]>,
        origin: { source: sourceId, ...(version && { version }) },
      },
      labelOf(question),
    )
  }
  const labelOf = ({ question, key }: BankQuestion) =>
    wordsIn((question as Question).label, reader, questionnaire.baseLanguage) || key

  return (
    <Dialog open title={t('bank.title')} onClose={onClose} wide>
      <div className={styles.sources} role="group" aria-label={t('bank.sources')}>
        {sources.map((one) => (
          <button key={one} type="button" aria-pressed={source === one} onClick={() => setSource(one)}>
            {t(`bank.${one}`)}
          </button>
        ))}
      </div>
      <TextField
        label={t('bank.search')}
        type="search"
        required={false}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {error && !bank && <FailedState what={t('bank.failed')} error={error} onRetry={() => refetch()} />}
      {!bank && !error && <Skeleton rows={5} />}
      {bank?.nodes.length === 0 && <EmptyState title={t(search ? 'bank.nothingFound' : `bank.${source}None`)} />}
      <ul className={styles.questions} aria-busy={loading}>
        {bank?.nodes.map((question) => (
          <li key={`${question.sourceId} ${question.key}`}>
            <KindIcon kind={(question.question as Question).kind} />
            <div className={styles.words}>
              <p className={styles.label}>{labelOf(question)}</p>
              <p className={styles.about}>
                {t(`kind.${(question.question as Question).kind}`)} · {question.sourceTitle}
              </p>
            </div>
            <Button
              icon="plus"
              aria-label={t('bank.takeOne', { label: labelOf(question) })}
              onClick={() => take(question)}
            >
              {t('bank.take')}
            </Button>
          </li>
        ))}
      </ul>
      <div className={styles.acts}>
        {bank?.pageInfo.hasNextPage && (
          <Button busy={loading} onClick={() => void more().catch(() => undefined)}>
            {t('bank.more')}
          </Button>
        )}
        <Button variant="primary" onClick={onClose}>
          {t('bank.done')}
        </Button>
      </div>
    </Dialog>
  )
}
