import { useState } from 'react'
import { useApolloClient, useMutation, useQuery } from '@apollo/client/react'
import { useSearchParams } from 'react-router'
import { graphql } from '@vises/schema/client'
import type { Answers } from '@vises/questionnaire/model.ts'
import { Button } from '../Button.tsx'
import { ConfirmDialog } from '../ConfirmDialog.tsx'
import { FailedState } from '../FailedState.tsx'
import { Notice } from '../Notice.tsx'
import { useTexts } from '../texts.tsx'
import { answerLines } from './answer-words.ts'
import type { TestAnswers } from './embedded.ts'
import { useLanguageName } from './language-names.ts'
import { Preview, type PreviewSize } from './Preview.tsx'
import { PreviewSwitch } from './PreviewSwitch.tsx'
import type { Design } from './useDesign.ts'
import styles from './Try.module.css'

const TestAnswers_List = graphql(`
  query TestAnswers_List($id: ID!, $after: String) {
    testAnswers(questionnaireId: $id, first: 25, after: $after) {
      nodes {
        id
        language
        answers
        receivedOn
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)
const TestAnswers_Save = graphql(`
  mutation TestAnswers_Save($input: SaveTestAnswerInput!) {
    saveTestAnswer(input: $input) {
      problems {
        path
        code
      }
      testAnswer {
        id
      }
    }
  }
`)
const TestAnswers_Clear = graphql(`
  mutation TestAnswers_Clear($id: ID!) {
    clearTestAnswers(questionnaireId: $id) {
      problem
      questionnaire {
        id
        testAnswers
      }
    }
  }
`)

/** The questionnaire as people will see it, to look at or to try; trial answers are kept until it is published. */
export function TestAnswersView({ design }: { design: Design }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const [address, setAddress] = useSearchParams()
  const nameOf = useLanguageName()
  const client = useApolloClient()
  const [size, setSize] = useState<PreviewSize>('phone')
  // Trial answers belong to the questionnaire of an enterprise; a template, and what is only read, is looked at.
  const tries = design.can.includes('questionnaire:write')
  const testing = tries && address.get('mode') === 'test'
  const language = design.languages.find((one) => one === address.get('language')) ?? design.draft.baseLanguage
  const put = (changes: Record<string, string>) =>
    setAddress({ ...Object.fromEntries(address), ...changes }, { replace: true })
  const save = async ({ answers, language: answered }: TestAnswers): Promise<boolean> => {
    const input = { questionnaireId: design.id, language: answered, answers, operationId: crypto.randomUUID() }
    const { data } = await client.mutate({
      mutation: TestAnswers_Save,
      variables: { input },
      refetchQueries: ['TestAnswers_List'],
    })
    return !!data?.saveTestAnswer.testAnswer
  }
  return (
    <>
      <div className={styles.bar}>
        {tries && (
          <div className={styles.modes} role="group" aria-label={t('try.mode')}>
            {(['look', 'test'] as const).map((mode) => (
              <button
                key={mode}
                type="button"
                aria-pressed={testing === (mode === 'test')}
                onClick={() => put({ mode })}
              >
                {t(`try.${mode}`)}
              </button>
            ))}
          </div>
        )}
        <PreviewSwitch size={size} onSize={setSize} />
        {design.languages.length > 1 && (
          <label className={styles.language}>
            {t('preview.language')}
            <select value={language} onChange={(event) => put({ language: event.target.value })}>
              {design.languages.map((tag) => (
                <option key={tag} value={tag}>
                  {nameOf(tag)}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      <div className={styles.layout}>
        <div className={styles.stage}>
          <Preview
            key={testing ? 'test' : 'look'}
            questionnaire={design.draft}
            language={language}
            size={size}
            onComplete={testing ? (answers) => save(answers).catch(() => false) : undefined}
          />
        </div>
        {tries && <TestAnswerList design={design} />}
      </div>
    </>
  )
}

function TestAnswerList({ design }: { design: Design }) {
  const { t, formatDay, language: reader } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const nameOf = useLanguageName()
  const [asking, setAsking] = useState(false)
  const { data, error, refetch, fetchMore } = useQuery(TestAnswers_List, {
    variables: { id: design.id },
    fetchPolicy: 'cache-and-network',
  })
  const [clear, clearing] = useMutation(TestAnswers_Clear)
  const page = data?.testAnswers
  const more = () =>
    fetchMore({
      variables: { after: page?.pageInfo.endCursor },
      updateQuery: (before, { fetchMoreResult: { testAnswers: next } }) => ({
        testAnswers: { ...next, nodes: [...before.testAnswers.nodes, ...next.nodes] },
      }),
    })
  const language = design.languages.includes(reader) ? reader : design.draft.baseLanguage
  return (
    <section aria-labelledby="test-answers">
      <h2 id="test-answers">{t('try.answers')}</h2>
      <p>{t('try.vanish')}</p>
      {error && !page && <FailedState error={error} onRetry={() => refetch()} />}
      {page?.nodes.length === 0 && <Notice>{t('try.none')}</Notice>}
      {page?.nodes.map((answer, at) => {
        const lines = answerLines(design.draft, answer.answers as Answers, language)
        return (
          <details key={answer.id} className={styles.answer}>
            <summary>
              {t('try.one', {
                n: at + 1,
                day: formatDay(answer.receivedOn),
                language: nameOf(answer.language, true),
                count: lines.length,
              })}
            </summary>
            <dl lang={language}>
              {lines.map(([label, words], line) => (
                <div key={line}>
                  <dt>{label}</dt>
                  <dd>{words}</dd>
                </div>
              ))}
            </dl>
          </details>
        )
      })}
      {page?.pageInfo.hasNextPage && (
        <Button onClick={() => void more().catch(() => undefined)}>{t('try.more')}</Button>
      )}
      {page && page.nodes.length > 0 && (
        <Button variant="quiet" icon="remove" onClick={() => setAsking(true)}>
          {t('try.clear')}
        </Button>
      )}
      <ConfirmDialog
        open={asking}
        title={t('try.clearTitle')}
        losses={[t('try.loss')]}
        confirmLabel={t('try.clear')}
        busy={clearing.loading}
        onConfirm={() =>
          void clear({ variables: { id: design.id } })
            .then(() => refetch())
            .catch(() => undefined)
            .then(() => setAsking(false))
        }
        onCancel={() => setAsking(false)}
      />
    </section>
  )
}
