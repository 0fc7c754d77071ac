import { useEffect, useRef, useState } from 'react'
import { useMutation, useQuery } from '@apollo/client/react'
import { Link } from 'react-router'
import { graphql } from '@vises/schema/client'
import type { Gate, Gate_PageQuery } from '@vises/schema/client/graphql'
import { Button } from '../Button.tsx'
import { EmptyState } from '../EmptyState.tsx'
import { FailedState } from '../FailedState.tsx'
import { ChoiceField, TextArea } from '../Field.tsx'
import { Icon } from '../Icon.tsx'
import { Notice } from '../Notice.tsx'
import { Page } from '../Page.tsx'
import { Skeleton } from '../Skeleton.tsx'
import { useTexts } from '../texts.tsx'
import { useUndo } from '../Undo.tsx'
import { anchorOf } from './answer-field.ts'
import { EvaluationBanner, type JourneyLinks } from './EvaluationBanner.tsx'
import { useFocusAfter } from './use-focus-after.ts'
import { useEvaluation, type Evaluation } from './useEvaluation.ts'
import { gateOf, stepOf, useMethod, type Method, type MethodGate } from './useMethod.ts'
import styles from './Journey.module.css'

const Gate_Page = graphql(`
  query Gate_Page($evaluationId: ID!, $gate: Gate!) {
    gateCriteria(evaluationId: $evaluationId, gate: $gate) {
      gate
      state
      openSteps
      changedSinceRequest
      criteria {
        criterion
        holds
        missing {
          stepCode
          fieldKey
        }
      }
      record {
        id
        outcome
        remarks
        requestedByName
        requestedAt
        cosignedByName
        cosignedAt
        returnedAt
        returnedByName
        returnReason
        withdrawn
        exceptions {
          criterion
          reason
        }
      }
    }
    questionSheet(evaluationId: $evaluationId) {
      question
      audience
      intendedUse
      subQuestions {
        text
      }
    }
  }
`)
const Gate_Request = graphql(`
  mutation Gate_Request($input: RequestGateInput!) {
    requestGate(input: $input) {
      problem
      unexplained
      evaluation {
        ...EvaluationState
      }
    }
  }
`)
const Gate_Cosign = graphql(`
  mutation Gate_Cosign($input: GateInput!) {
    cosignGate(input: $input) {
      problem
      evaluation {
        ...EvaluationState
      }
    }
  }
`)
const Gate_Return = graphql(`
  mutation Gate_Return($input: ReturnGateInput!) {
    returnGate(input: $input) {
      problem
      evaluation {
        ...EvaluationState
      }
    }
  }
`)
const Gate_Withdraw = graphql(`
  mutation Gate_Withdraw($input: GateInput!) {
    withdrawGateRequest(input: $input) {
      problem
      evaluation {
        ...EvaluationState
      }
    }
  }
`)

type GateCriteria = Gate_PageQuery['gateCriteria']
type Sheet = Gate_PageQuery['questionSheet']

/** A gate: what holds, what is missing with links, who signs what. An agreement, not an approval. */
export function GateView({
  evaluationId,
  gate,
  links,
}: {
  evaluationId: string | undefined
  gate: string
  links: JourneyLinks
}) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('evaluation')
  const { evaluation, error, retry } = useEvaluation(evaluationId)
  const { method, error: methodError, retry: retryMethod } = useMethod(evaluation?.methodCode)
  const described = method && gateOf(method, gate)
  const {
    data,
    error: gateError,
    refetch,
  } = useQuery(Gate_Page, {
    variables: { evaluationId: evaluationId ?? '', gate: gate as Gate },
    skip: !evaluationId || !described,
    fetchPolicy: 'cache-and-network',
  })
  const failure = (!evaluation && error) || (!method && methodError) || (!data && gateError)
  if (failure) return <FailedState error={failure} onRetry={() => Promise.all([retry(), retryMethod(), refetch()])} />
  if (!evaluation || !method) return <Skeleton kind="page" rows={5} />
  if (!described) return <FailedState error={undefined} what={t('noSuchStep')} />

  return (
    <Page
      title={described.title}
      heading={`${gate} ${described.title}`}
      crumbs={[{ label: t('journey'), to: links.journey }]}
      lead={described.summary}
      status={data && t(`gateState.${data.gateCriteria.state}`)}
    >
      <EvaluationBanner {...{ evaluation, method, links }} />
      {!data && <Skeleton kind="cards" rows={4} />}
      {data && (
        <Loaded
          {...{ evaluation, method, links }}
          gate={described}
          criteria={data.gateCriteria}
          sheet={data.questionSheet}
          onChange={() => refetch()}
        />
      )}
    </Page>
  )
}

interface LoadedProps {
  evaluation: Evaluation
  method: Method
  links: JourneyLinks
  gate: MethodGate
  criteria: GateCriteria
  sheet: Sheet
  onChange: () => unknown
}

function Loaded({ evaluation, method, links, gate, criteria, sheet, onChange }: LoadedProps) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('evaluation')
  const { record, state } = criteria
  const may = (action: string) => evaluation.can.includes(action)
  // Who has signed, sent back or withdrawn goes on reading what came of it.
  useFocusAfter(`${state} ${record?.id}`, () => document.getElementById('record') ?? document.getElementById('ask'))
  return (
    <>
      <section aria-labelledby="agreed-question">
        <h2 id="agreed-question">{t('gate.question')}</h2>
        {sheet.question ? (
          <blockquote className={styles.prose}>{sheet.question}</blockquote>
        ) : (
          <EmptyState title={t('gate.noQuestion')} />
        )}
      </section>
      <section aria-labelledby="criteria">
        <h2 id="criteria">{t('gate.criteria')}</h2>
        <ul className={styles.criteria}>
          {criteria.criteria.map((one) => (
            <Criterion
              key={one.criterion}
              state={one}
              {...{ gate, method, links }}
              reason={record?.exceptions.find(({ criterion }) => criterion === one.criterion)?.reason}
            />
          ))}
        </ul>
      </section>
      {record && state !== 'notYet' && <Record {...{ gate, state }} record={record} />}
      {state === 'open' && criteria.changedSinceRequest && <Notice tone="warning">{t('gate.changed')}</Notice>}
      {state === 'open' && may('gate:cosign') && <Cosign {...{ evaluation, onChange }} gate={gate.code as Gate} />}
      {state === 'open' && may('gate:request') && <Withdraw {...{ evaluation, onChange }} gate={gate.code as Gate} />}
      {(state === 'notYet' || state === 'returned') && may('gate:request') && evaluation.status === 'active' && (
        <Request {...{ evaluation, gate, criteria, onChange }} />
      )}
      {(state === 'notYet' || state === 'returned') && !may('gate:request') && <Notice>{t('gate.managerAsks')}</Notice>}
      {state === 'open' && !may('gate:cosign') && !may('gate:request') && (
        <Notice>{t(evaluation.coachName ? 'gate.coachSigns' : 'gate.noCoach')}</Notice>
      )}
    </>
  )
}

function Criterion({
  state,
  gate,
  method,
  links,
  reason,
}: {
  state: GateCriteria['criteria'][number]
  gate: MethodGate
  method: Method
  links: JourneyLinks
  reason: string | undefined
}) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('evaluation')
  const words = gate.criteria.find(({ code }) => code === state.criterion)
  const holds = state.holds === null || state.holds === undefined ? 'people' : state.holds ? 'yes' : 'no'
  const labelOf = (stepCode: string, fieldKey: string) =>
    stepOf(method, stepCode)?.fields.find(({ key }) => key === fieldKey.split('/')[0])?.label ?? fieldKey
  return (
    <li className={styles.criterion}>
      <p className={styles.readLabel}>
        <Icon name={holds === 'yes' ? 'check' : holds === 'no' ? 'alert' : 'people'} />{' '}
        {words?.label ?? state.criterion}
      </p>
      <p className={styles.soft}>
        {t(`gate.holds.${holds}`)} {words?.help}
      </p>
      {state.missing.length > 0 && (
        <ul>
          {state.missing.map(({ stepCode, fieldKey }) => (
            <li key={`${stepCode}${fieldKey}`}>
              <Link to={`${links.step(stepCode)}#${anchorOf(stepCode, fieldKey ?? '')}`}>
                {labelOf(stepCode, fieldKey ?? '')}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {reason && <p>{t('gate.exception', { reason })}</p>}
    </li>
  )
}

function Record({
  gate,
  state,
  record,
}: {
  gate: MethodGate
  state: string
  record: NonNullable<GateCriteria['record']>
}) {
  const { t, formatDay } = useTexts<typeof import('./texts.fr.json')>('evaluation')
  const outcome = gate.outcomes.find(({ code }) => code === record.outcome)
  return (
    <section aria-labelledby="record">
      <h2 id="record" tabIndex={-1}>
        {t('gate.record')}
      </h2>
      <dl>
        <dt>{t('gate.outcome')}</dt>
        <dd>{outcome?.label ?? record.outcome}</dd>
        {record.remarks && (
          <>
            <dt>{t('gate.remarks')}</dt>
            <dd className={styles.prose}>{record.remarks}</dd>
          </>
        )}
        <dt>{t('gate.enterpriseSigned')}</dt>
        <dd>{t('gate.byOn', { name: record.requestedByName, day: formatDay(record.requestedAt) })}</dd>
        <dt>{t('gate.coachSigned')}</dt>
        <dd>
          {record.cosignedAt
            ? t('gate.byOn', { name: record.cosignedByName ?? '', day: formatDay(record.cosignedAt) })
            : state === 'returned'
              ? t('gate.returned', { name: record.returnedByName ?? '', reason: record.returnReason ?? '' })
              : t('gate.waiting')}
        </dd>
      </dl>
    </section>
  )
}

function Request({
  evaluation,
  gate,
  criteria,
  onChange,
}: {
  evaluation: Evaluation
  gate: MethodGate
  criteria: GateCriteria
  onChange: () => unknown
}) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('evaluation')
  const tell = useUndo()
  const [outcome, setOutcome] = useState(gate.outcomes[0]?.code ?? '')
  const [remarks, setRemarks] = useState('')
  const [reasons, setReasons] = useState<Record<string, string>>({})
  const [request, { loading, error, data }] = useMutation(Gate_Request)
  const [withdraw] = useMutation(Gate_Withdraw)
  const unmet = criteria.criteria.filter(({ holds }) => holds === false)
  const problem = data?.requestGate.problem
  const stops = outcome === 'stop'
  const [stopReason, setStopReason] = useState('time')
  const form = useRef<HTMLFormElement>(null)
  const unexplained = data?.requestGate.unexplained
  useEffect(() => {
    if (unexplained?.length) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [unexplained])

  const send = async () => {
    const input = {
      evaluationId: evaluation.id,
      gate: gate.code as Gate,
      outcome,
      remarks: remarks.trim() || null,
      exceptions: unmet.flatMap(({ criterion }) =>
        reasons[criterion]?.trim() ? [{ criterion, reason: reasons[criterion].trim() }] : [],
      ),
      stopReason: stops ? (stopReason as 'time') : null,
    }
    const answer = await request({ variables: { input } })
    if (answer.data?.requestGate.problem) return
    await onChange()
    tell({
      text: t('gate.requested'),
      undo: async () => {
        await withdraw({ variables: { input: { evaluationId: evaluation.id, gate: gate.code as Gate } } })
        await onChange()
      },
    })
  }

  return (
    <section aria-labelledby="ask">
      <h2 id="ask" tabIndex={-1}>
        {t('gate.ask')}
      </h2>
      <p>{t('gate.askText', { coach: evaluation.coachName ?? t('side.coach') })}</p>
      {criteria.openSteps > 0 && <Notice>{t('gate.openSteps', { n: criteria.openSteps })}</Notice>}
      <form
        ref={form}
        onSubmit={(event) => {
          event.preventDefault()
          void send().catch(() => undefined)
        }}
      >
        <ChoiceField
          label={t('gate.outcome')}
          kind="one"
          name="outcome"
          options={gate.outcomes.map(({ code, label, help }) => ({ value: code, label, help }))}
          value={[outcome]}
          onChange={([one]) => setOutcome(one ?? outcome)}
        />
        {stops && (
          <ChoiceField
            label={t('stopReason')}
            kind="one"
            name="stopReason"
            options={STOP_REASONS.map((one) => ({ value: one, label: t(`stop.${one}`) }))}
            value={[stopReason]}
            onChange={([one]) => setStopReason(one ?? stopReason)}
          />
        )}
        {unmet.map(({ criterion }) => (
          <TextArea
            key={criterion}
            label={t('gate.why', {
              criterion: gate.criteria.find(({ code }) => code === criterion)?.label ?? criterion,
            })}
            help={t('gate.whyHelp')}
            rows={2}
            value={reasons[criterion] ?? ''}
            maxLength={1000}
            error={unexplained?.includes(criterion) ? t('gate.reasonNeeded') : undefined}
            onChange={(event) => setReasons({ ...reasons, [criterion]: event.target.value })}
          />
        ))}
        <TextArea
          label={t('gate.remarks')}
          optional
          value={remarks}
          maxLength={5000}
          onChange={(event) => setRemarks(event.target.value)}
        />
        {problem && (
          <Notice tone="warning" live="assertive">
            {t(`gateProblem.${problem}`)}
          </Notice>
        )}
        {error && <FailedState error={error} />}
        <div className={styles.acts}>
          <Button type="submit" variant="primary" icon="flag" busy={loading}>
            {t('gate.sign')}
          </Button>
        </div>
      </form>
    </section>
  )
}

const STOP_REASONS = ['time', 'staff', 'funding', 'noLongerRelevant', 'closure', 'other'] as const

function Cosign({ evaluation, gate, onChange }: { evaluation: Evaluation; gate: Gate; onChange: () => unknown }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('evaluation')
  const tell = useUndo()
  const [reason, setReason] = useState('')
  const [cosign, cosigning] = useMutation(Gate_Cosign)
  const [giveBack, givingBack] = useMutation(Gate_Return)
  const problem = cosigning.data?.cosignGate.problem ?? givingBack.data?.returnGate.problem
  return (
    <section aria-labelledby="cosign">
      <h2 id="cosign">{t('gate.yourSignature')}</h2>
      <p>{t('gate.cosignText', { enterprise: evaluation.enterpriseName })}</p>
      {problem && (
        <Notice tone="warning" live="assertive">
          {t(`gateProblem.${problem}`)}
        </Notice>
      )}
      {(cosigning.error ?? givingBack.error) && <FailedState error={cosigning.error ?? givingBack.error} />}
      <div className={styles.acts}>
        <Button
          variant="primary"
          icon="check"
          busy={cosigning.loading}
          onClick={() =>
            void cosign({ variables: { input: { evaluationId: evaluation.id, gate } } }).then(
              async ({ data }) => {
                if (!data?.cosignGate.problem) tell({ text: t('gate.cosigned') })
                await onChange()
              },
              () => undefined,
            )
          }
        >
          {t('gate.cosign')}
        </Button>
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void giveBack({ variables: { input: { evaluationId: evaluation.id, gate, reason: reason.trim() } } }).then(
            onChange,
            () => undefined,
          )
        }}
      >
        <TextArea
          label={t('gate.returnReason')}
          help={t('gate.returnHelp')}
          required
          value={reason}
          maxLength={2000}
          onChange={(event) => setReason(event.target.value)}
        />
        <Button type="submit" busy={givingBack.loading}>
          {t('gate.return')}
        </Button>
      </form>
    </section>
  )
}

function Withdraw({ evaluation, gate, onChange }: { evaluation: Evaluation; gate: Gate; onChange: () => unknown }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('evaluation')
  const [withdraw, { loading, error }] = useMutation(Gate_Withdraw)
  return (
    <>
      <Notice>{t(evaluation.coachName ? 'gate.coachSigns' : 'gate.noCoach')}</Notice>
      {error && <FailedState error={error} />}
      <Button
        busy={loading}
        onClick={() =>
          void withdraw({ variables: { input: { evaluationId: evaluation.id, gate } } }).then(onChange, () => undefined)
        }
      >
        {t('gate.withdraw')}
      </Button>
    </>
  )
}
