import { useRef, useState } from 'react'
import { useMutation, useQuery } from '@apollo/client/react'
import { graphql } from '@vises/schema/client'
import type { Sharing } from '@vises/schema/client/graphql'
import { Button } from '../Button.tsx'
import { FailedState } from '../FailedState.tsx'
import { ChoiceField } from '../Field.tsx'
import { Notice } from '../Notice.tsx'
import { Page } from '../Page.tsx'
import { Skeleton } from '../Skeleton.tsx'
import { useTexts } from '../texts.tsx'
import { useUndo } from '../Undo.tsx'
import { useFocusAfter } from './use-focus-after.ts'
import { useEvaluation, type Evaluation } from './useEvaluation.ts'
import { useMethod, type Method } from './useMethod.ts'
import styles from './Journey.module.css'

const Sharing_Preview = graphql(`
  query Sharing_Preview($evaluationId: ID!, $sharing: Sharing!) {
    sharingPreview(evaluationId: $evaluationId, sharing: $sharing) {
      evaluationId
      sharing
      enterpriseName
      content {
        question
        questionType
        purposes
        domains
        methods
        phase
        methodCode
      }
    }
  }
`)
const Sharing_Choose = graphql(`
  mutation Sharing_Choose($evaluationId: ID!, $sharing: Sharing!) {
    chooseSharing(evaluationId: $evaluationId, sharing: $sharing) {
      problem
      evaluation {
        ...EvaluationState
      }
    }
  }
`)

const LEVELS: Sharing[] = ['private', 'federation', 'platform', 'crossBorder']

/** Who sees what of the evaluation; with exactly what the others would read. */
export function SharingView({ evaluationId }: { evaluationId: string | undefined }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('evaluation')
  const { evaluation, error, retry } = useEvaluation(evaluationId)
  const { method } = useMethod(evaluation?.methodCode)
  return (
    <Page title={t('sharing.title')} lead={t('sharing.lead')} width="text">
      {error && !evaluation && <FailedState error={error} onRetry={retry} />}
      {(!evaluation || !method) && !error && <Skeleton kind="page" rows={5} />}
      {evaluation && method && <Choice evaluation={evaluation} method={method} />}
    </Page>
  )
}

function Choice({ evaluation, method }: { evaluation: Evaluation; method: Method }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('evaluation')
  const tell = useUndo()
  const [chosen, setChosen] = useState<Sharing>()
  const level = chosen ?? evaluation.sharing
  const choice = useRef<HTMLDivElement>(null)
  // Nothing is left to save: the keyboard is back at what was chosen.
  useFocusAfter(evaluation.sharing, () => choice.current?.querySelector<HTMLElement>(':checked'))
  const [choose, { loading, error }] = useMutation(Sharing_Choose)
  const may = evaluation.can.includes('sharing:choose')
  const save = async () => {
    const former = evaluation.sharing
    const { data } = await choose({ variables: { evaluationId: evaluation.id, sharing: level } })
    if (!data?.chooseSharing.evaluation) return
    setChosen(undefined)
    tell({
      text: t('sharing.saved', { level: t(`sharing.${level}`) }),
      undo: () => choose({ variables: { evaluationId: evaluation.id, sharing: former } }),
    })
  }
  return (
    <>
      {!may && <Notice>{t('sharing.managerChooses')}</Notice>}
      <div ref={choice}>
        <ChoiceField
          label={t('sharing.level')}
          kind="one"
          name="sharing"
          options={LEVELS.map((one) => ({ value: one, label: t(`sharing.${one}`), help: t(`sharing.${one}Help`) }))}
          value={[level]}
          onChange={([one]) => setChosen((one as Sharing | undefined) ?? level)}
        />
      </div>
      <Preview evaluation={evaluation} method={method} level={level} />
      {error && <FailedState error={error} />}
      {may && (
        <div className={styles.acts}>
          <Button
            variant="primary"
            icon="share"
            busy={loading}
            disabled={level === evaluation.sharing}
            onClick={() => void save().catch(() => undefined)}
          >
            {t('sharing.save')}
          </Button>
        </div>
      )}
    </>
  )
}

function Preview({ evaluation, method, level }: { evaluation: Evaluation; method: Method; level: Sharing }) {
  const { t, formatList } = useTexts<typeof import('./texts.fr.json')>('evaluation')
  const { data, error, refetch } = useQuery(Sharing_Preview, {
    variables: { evaluationId: evaluation.id, sharing: level },
    fetchPolicy: 'cache-and-network',
  })
  const shown = data?.sharingPreview
  const words = (options: { code: string; label: string }[], codes: readonly string[]) =>
    codes.length
      ? formatList(codes.map((code) => options.find((one) => one.code === code)?.label ?? code))
      : t('nothingYet')
  return (
    <section aria-labelledby="preview" className={styles.candidate}>
      <h2 id="preview">{t('sharing.preview')}</h2>
      {error && !shown && <FailedState error={error} onRetry={() => refetch()} />}
      {!shown && !error && <Skeleton rows={4} />}
      {shown && !shown.content && <p>{t(level === 'private' ? 'sharing.nothingPrivate' : 'sharing.nothingYet')}</p>}
      {shown?.content && (
        <>
          <p className={styles.soft}>{t('sharing.by', { enterprise: shown.enterpriseName })}</p>
          <blockquote className={styles.prose}>{shown.content.question}</blockquote>
          <dl>
            <dt>{t('sharing.type')}</dt>
            <dd>{words(method.questionTypes, shown.content.questionType ? [shown.content.questionType] : [])}</dd>
            <dt>{t('sharing.purposes')}</dt>
            <dd>{words(method.purposes, shown.content.purposes)}</dd>
            <dt>{t('sharing.domains')}</dt>
            <dd>{words(method.domains, shown.content.domains)}</dd>
            <dt>{t('sharing.methods')}</dt>
            <dd>{words(method.collectionMethods, shown.content.methods)}</dd>
            <dt>{t('sharing.phase')}</dt>
            <dd>{method.phases.find(({ number }) => number === shown.content?.phase)?.title}</dd>
          </dl>
        </>
      )}
      <p className={styles.soft}>{t('sharing.progress')}</p>
    </section>
  )
}
