import { useEffect, useRef, useState } from 'react'
import { useMutation, useQuery } from '@apollo/client/react'
import { useLocation, useNavigate } from 'react-router'
import { graphql } from '@vises/schema/client'
import { Button, ButtonLink } from '../Button.tsx'
import { Dialog } from '../Dialog.tsx'
import { FailedState } from '../FailedState.tsx'
import { TextArea } from '../Field.tsx'
import { Notice } from '../Notice.tsx'
import { Page } from '../Page.tsx'
import { SaveState } from '../SaveState.tsx'
import { Skeleton } from '../Skeleton.tsx'
import { useTexts } from '../texts.tsx'
import { useUndo } from '../Undo.tsx'
import type { AnswerStore, SavedAnswer } from './answer-store.ts'
import { anchorOf } from './answer-field.ts'
import { AnswerField } from './AnswerField.tsx'
import { Comments } from './Comments.tsx'
import { EvaluationBanner, type JourneyLinks } from './EvaluationBanner.tsx'
import { History } from './History.tsx'
import { QuestionSheetForm } from './QuestionSheetForm.tsx'
import { firstControl, useFocusAfter } from './use-focus-after.ts'
import { useAnswers, useStore } from './useAnswers.ts'
import { useEvaluation, type Evaluation } from './useEvaluation.ts'
import { stepOf, titleOf, useMethod, type Method, type MethodStep } from './useMethod.ts'
import styles from './Journey.module.css'

const Step_Page = graphql(`
  query Step_Page($evaluationId: ID!, $stepCode: String!) {
    evaluationStep(evaluationId: $evaluationId, stepCode: $stepCode) {
      evaluationId
      stepCode
      status
      skipReason
      isOnRoute
      mergedSteps
      answers {
        stepCode
        fieldKey
        value
        revision
        authorName
        savedAt
      }
      comments {
        id
        stepCode
        authorName
        authorRole
        body
        createdAt
        resolvedAt
        isMine
        canWithdraw
      }
      history {
        at
        authorName
        kind
        fields
        saves
        reason
      }
    }
  }
`)
const Step_Finish = graphql(`
  mutation Step_Finish($input: StepInput!) {
    finishStep(input: $input) {
      problem
      evaluation {
        ...EvaluationState
      }
    }
  }
`)
const Step_Skip = graphql(`
  mutation Step_Skip($input: SkipStepInput!) {
    skipStep(input: $input) {
      problem
      evaluation {
        ...EvaluationState
      }
    }
  }
`)
const Step_Reopen = graphql(`
  mutation Step_Reopen($input: StepInput!) {
    reopenStep(input: $input) {
      problem
      evaluation {
        ...EvaluationState
      }
    }
  }
`)

/** One step: guidance, its artefact, comments, history, and "done" or "skipped with a reason". */
export function StepView({
  evaluationId,
  stepCode,
  links,
}: {
  evaluationId: string | undefined
  stepCode: string
  links: JourneyLinks
}) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('evaluation')
  const { evaluation, error, retry } = useEvaluation(evaluationId)
  const { method, error: methodError, retry: retryMethod } = useMethod(evaluation?.methodCode)
  const step = method && stepOf(method, stepCode)

  if ((error && !evaluation) || (methodError && !method))
    return <FailedState error={error ?? methodError} onRetry={() => (error ? retry() : retryMethod())} />
  if (!evaluation || !method) return <Skeleton kind="page" rows={6} />
  if (!step) return <FailedState error={undefined} what={t('noSuchStep')} />
  return <LoadedStep key={stepCode} {...{ evaluation, method, step, links }} />
}

function LoadedStep({
  evaluation,
  method,
  step,
  links,
}: {
  evaluation: Evaluation
  method: Method
  step: MethodStep
  links: JourneyLinks
}) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('evaluation')
  const store = useAnswers(evaluation.id)
  const { hash } = useLocation()
  const { data, error, refetch } = useQuery(Step_Page, {
    variables: { evaluationId: evaluation.id, stepCode: step.code },
    fetchPolicy: 'cache-and-network',
  })
  const page = data?.evaluationStep
  const canWrite = evaluation.can.includes('evaluation:write') && evaluation.status === 'active'
  const merged = (page?.mergedSteps ?? []).flatMap((code) => stepOf(method, code) ?? [])

  useEffect(() => {
    if (page) store.load(page.answers as SavedAnswer[])
  }, [page, store])
  useEffect(() => {
    const field = page && hash ? document.getElementById(hash.slice(1)) : null
    field?.scrollIntoView({ block: 'center' })
    // A link to what is missing leads into it.
    firstControl(field)?.focus({ preventScroll: true })
  }, [page === undefined, hash])

  return (
    <Page
      title={step.title}
      heading={`${step.code} ${step.title}`}
      crumbs={[{ label: t('journey'), to: links.journey }]}
      status={page && t(`status.${page.status}`)}
      lead={step.summary}
    >
      <EvaluationBanner {...{ evaluation, method, links }} />
      {page?.skipReason && <Notice title={t('wasSkipped')}>{page.skipReason}</Notice>}
      {!canWrite && evaluation.can.includes('evaluation:comment') && (
        <Notice>{t(evaluation.status === 'active' ? 'readAndComment' : 'readOnlyNow')}</Notice>
      )}
      <div className={styles.layout}>
        <div>
          {canWrite && <PageSaveState store={store} />}
          <Guidance step={step} />
          {error && !page && <FailedState what={t('stepFailed')} error={error} onRetry={() => refetch()} />}
          {!page && !error && <Skeleton kind="page" rows={5} />}
          {page && (
            <>
              <section aria-labelledby="artefact">
                <h2 id="artefact">{step.artefact}</h2>
                {step.tool === 'question' ? (
                  <QuestionSheetForm store={store} step={step} method={method} readOnly={!canWrite} />
                ) : (
                  <Fields store={store} step={step} readOnly={!canWrite} />
                )}
              </section>
              {merged.map((one) => (
                <section key={one.code} aria-labelledby={`merged-${one.code}`}>
                  <h2 id={`merged-${one.code}`}>{one.title}</h2>
                  <p>{one.summary}</p>
                  <Fields store={store} step={one} readOnly={!canWrite} />
                </section>
              ))}
              {canWrite && (
                <StepActs
                  {...{ evaluation, method, step, links, store }}
                  status={page.status}
                  onChange={() => refetch()}
                />
              )}
            </>
          )}
        </div>
        {page && (
          <aside className={styles.aside}>
            <Comments
              evaluationId={evaluation.id}
              stepCode={step.code}
              comments={page.comments}
              canComment={evaluation.can.includes('evaluation:comment')}
              onChange={() => refetch()}
            />
            <History entries={page.history} step={step} merged={merged} />
          </aside>
        )}
      </div>
    </Page>
  )
}

function Guidance({ step }: { step: MethodStep }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('evaluation')
  return (
    <details className={styles.guidance} open>
      <summary>{t('guidance')}</summary>
      <p>{step.why}</p>
      <ul>
        {step.guidance.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  )
}

function Fields({ store, step, readOnly }: { store: AnswerStore; step: MethodStep; readOnly: boolean }) {
  return (
    <>
      {step.fields.map((field) => (
        <AnswerField
          key={field.key}
          store={store}
          stepCode={step.code}
          fieldKey={field.key}
          field={field}
          readOnly={readOnly}
        />
      ))}
    </>
  )
}

function PageSaveState({ store }: { store: AnswerStore }) {
  const { status, savedAt, conflicts } = useStore(store, () => store.summary())
  const first = conflicts[0]
  return (
    <div className={styles.state}>
      <SaveState
        status={status}
        savedAt={savedAt}
        onResolve={() => {
          if (!first) return store.retry()
          const field = document.getElementById(anchorOf(first.stepCode, first.fieldKey))
          field?.scrollIntoView({ block: 'center' })
          field?.querySelector<HTMLElement>('[data-conflict]')?.focus({ preventScroll: true })
        }}
      />
    </div>
  )
}

interface StepActsProps {
  evaluation: Evaluation
  method: Method
  step: MethodStep
  links: JourneyLinks
  store: AnswerStore
  status: string
  onChange: () => unknown
}

function StepActs({ evaluation, method, step, links, store, status, onChange }: StepActsProps) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('evaluation')
  const navigate = useNavigate()
  const tell = useUndo()
  const [skipping, setSkipping] = useState(false)
  const [finish, finishing] = useMutation(Step_Finish)
  const [reopen, reopening] = useMutation(Step_Reopen)
  const input = { evaluationId: evaluation.id, stepCode: step.code }
  const closed = status === 'done' || status === 'skipped'
  const undo = async () => {
    await reopen({ variables: { input } })
    await onChange()
  }
  const done = async () => {
    store.flush()
    const { data } = await finish({ variables: { input } })
    const after = data?.finishStep.evaluation
    if (!after) return
    tell({ text: t('stepDone', { step: step.title }), undo })
    const next = after.currentStep
    if (next && next !== step.code) void navigate(next.startsWith('G') ? links.gate(next) : links.step(next))
    else await onChange()
  }
  const failure = finishing.error ?? reopening.error
  const acts = useRef<HTMLDivElement>(null)
  // Other acts stand there once the step is closed or open again: the last leads on.
  useFocusAfter(status, () => [...(acts.current?.children ?? [])].at(closed ? -1 : 0) as HTMLElement | undefined)

  return (
    <>
      {failure && <FailedState error={failure} />}
      <div ref={acts} className={styles.acts}>
        {!closed && (
          <Button
            variant="primary"
            icon="check"
            busy={finishing.loading}
            onClick={() => void done().catch(() => undefined)}
          >
            {t('finish')}
          </Button>
        )}
        {!closed && <Button onClick={() => setSkipping(true)}>{t('skip')}</Button>}
        {closed && (
          <Button icon="undo" busy={reopening.loading} onClick={() => void undo().catch(() => undefined)}>
            {t('reopen')}
          </Button>
        )}
        {closed && evaluation.currentStep !== step.code && evaluation.status === 'active' && (
          <ButtonLink
            variant="primary"
            to={
              evaluation.currentStep.startsWith('G')
                ? links.gate(evaluation.currentStep)
                : links.step(evaluation.currentStep)
            }
          >
            {t('goOn', { step: titleOf(method, evaluation.currentStep) })}
          </ButtonLink>
        )}
      </div>
      {skipping && (
        <SkipDialog
          title={t('skipTitle', { step: step.title })}
          input={input}
          onClose={() => setSkipping(false)}
          onSkipped={async () => {
            setSkipping(false)
            tell({ text: t('stepSkipped', { step: step.title }), undo })
            await onChange()
          }}
        />
      )}
    </>
  )
}

function SkipDialog(props: {
  title: string
  input: { evaluationId: string; stepCode: string }
  onClose: () => void
  onSkipped: () => unknown
}) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('evaluation')
  const [reason, setReason] = useState('')
  const [skip, { loading, error }] = useMutation(Step_Skip)
  return (
    <Dialog open title={props.title} onClose={props.onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void skip({ variables: { input: { ...props.input, reason: reason.trim() } } }).then(
            props.onSkipped,
            () => undefined,
          )
        }}
      >
        <TextArea
          label={t('skipReason')}
          help={t('skipHelp')}
          required
          value={reason}
          maxLength={1000}
          onChange={(event) => setReason(event.target.value)}
        />
        {error && <FailedState error={error} />}
        <div className={styles.acts}>
          <Button type="submit" variant="primary" busy={loading}>
            {t('skip')}
          </Button>
          <Button onClick={props.onClose}>{t('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
