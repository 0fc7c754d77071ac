import { useState } from 'react'
import { useMutation } from '@apollo/client/react'
import { graphql } from '@vises/schema/admin'
import type { Route } from '@vises/schema/admin/graphql'
import { Button } from '@vises/ui/Button.tsx'
import { Dialog } from '@vises/ui/Dialog.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { ChoiceField, TextField } from '@vises/ui/Field.tsx'
import { Notice } from '@vises/ui/Notice.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { useUndo } from '@vises/ui/Undo.tsx'
import styles from './Enterprise.module.css'
import { today } from './today.ts'

const Enterprise_Start = graphql(`
  mutation Enterprise_Start($input: StartEvaluationInput!) {
    startEvaluation(input: $input) {
      problem
      warning
    }
  }
`)
const Enterprise_StartNext = graphql(`
  mutation Enterprise_StartNext($input: StartNextCycleInput!) {
    startNextCycle(input: $input) {
      problem
      warning
    }
  }
`)

interface StartDialogProps {
  enterpriseId: string
  /** The completed evaluation that a new cycle follows. */
  after?: { evaluationId: string; route: Route }
  onClose: () => void
  onChanged: () => Promise<unknown>
}

/** Begins an evaluation: which route, from when to when. */
export function StartDialog({ enterpriseId, after, onClose, onChanged }: StartDialogProps) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('enterprises')
  const [route, setRoute] = useState<Route>(after?.route ?? 'full')
  const [startedOn, setStartedOn] = useState(today)
  const [plannedEndOn, setPlannedEndOn] = useState('')
  const [start, starting] = useMutation(Enterprise_Start)
  const [startNext, startingNext] = useMutation(Enterprise_StartNext)
  const [problem, setProblem] = useState<string>()
  const tell = useUndo()
  const error = starting.error ?? startingNext.error
  const endsTooSoon = plannedEndOn !== '' && plannedEndOn <= startedOn

  const submit = async () => {
    if (endsTooSoon) return
    setProblem(undefined)
    const days = { route, startedOn, plannedEndOn: plannedEndOn || null }
    const answer = await (
      after
        ? startNext({ variables: { input: { ...days, evaluationId: after.evaluationId } } }).then(
            ({ data }) => data?.startNextCycle,
          )
        : start({ variables: { input: { ...days, enterpriseId } } }).then(({ data }) => data?.startEvaluation)
    ).catch(() => undefined)
    if (answer?.problem) setProblem(t(`journeyProblem.${answer.problem}`))
    else if (answer) {
      tell({ text: answer.warning ? t(`journeyWarning.${answer.warning}`) : t('started') })
      onClose()
      await onChanged()
    }
  }

  return (
    <Dialog open title={t(after ? 'startNext' : 'start')} onClose={onClose}>
      {after && <p>{t('startNextText')}</p>}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <ChoiceField
          label={t('route')}
          kind="one"
          value={[route]}
          onChange={([chosen]) => setRoute(chosen as Route)}
          options={[
            { value: 'full', label: t('route.full'), help: t('routeHelp.full') },
            { value: 'light', label: t('route.light'), help: t('routeHelp.light') },
          ]}
        />
        <TextField
          label={t('startedOn')}
          type="date"
          required
          value={startedOn}
          onChange={(event) => setStartedOn(event.target.value)}
        />
        <TextField
          label={t('plannedEndOn')}
          help={t('plannedEndHelp')}
          type="date"
          optional
          min={startedOn}
          value={plannedEndOn}
          onChange={(event) => setPlannedEndOn(event.target.value)}
          error={endsTooSoon && t('endsTooSoon')}
        />
        {problem && (
          <Notice tone="warning" live="assertive">
            <p>{problem}</p>
          </Notice>
        )}
        {error && <FailedState error={error} />}
        <div className={styles.dialogActs}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="primary" busy={starting.loading || startingNext.loading}>
            {t('start')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
