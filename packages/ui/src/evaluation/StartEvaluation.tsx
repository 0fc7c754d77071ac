import { useState } from 'react'
import { useMutation } from '@apollo/client/react'
import { graphql } from '@vises/schema/client'
import type { Route } from '@vises/schema/client/graphql'
import { Button } from '../Button.tsx'
import { FailedState } from '../FailedState.tsx'
import { ChoiceField } from '../Field.tsx'
import { Notice } from '../Notice.tsx'
import { useTexts } from '../texts.tsx'

const Start_Evaluation = graphql(`
  mutation Start_Evaluation($input: StartEvaluationInput!) {
    startEvaluation(input: $input) {
      problem
      warning
      evaluation {
        ...EvaluationState
      }
    }
  }
`)

/** Begins an evaluation: one choice, the route. */
export function StartEvaluation({
  enterpriseId,
  onStarted,
}: {
  enterpriseId: string
  onStarted: (evaluationId: string) => unknown
}) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('evaluation')
  const [route, setRoute] = useState<Route>('full')
  const [start, { loading, error, data }] = useMutation(Start_Evaluation)
  const problem = data?.startEvaluation.problem
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void start({ variables: { input: { enterpriseId, route } } }).then(
          (answer) => answer.data?.startEvaluation.evaluation && onStarted(answer.data.startEvaluation.evaluation.id),
          () => undefined,
        )
      }}
    >
      <ChoiceField
        label={t('start.route')}
        help={t('start.routeHelp')}
        kind="one"
        name="route"
        options={[
          { value: 'full', label: t('start.full'), help: t('start.fullHelp') },
          { value: 'light', label: t('start.light'), help: t('start.lightHelp') },
        ]}
        value={[route]}
        onChange={([one]) => setRoute((one as Route | undefined) ?? route)}
      />
      {problem && (
        <Notice tone="warning" live="assertive">
          {t(`journeyProblem.${problem}`)}
        </Notice>
      )}
      {error && <FailedState error={error} />}
      <Button type="submit" variant="primary" icon="path" busy={loading}>
        {t('start.start')}
      </Button>
    </form>
  )
}
