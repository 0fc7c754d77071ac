import { useRef, useState } from 'react'
import { useMutation } from '@apollo/client/react'
import { LIMITS } from '@vises/schema/limits'
import { graphql } from '@vises/schema/admin'
import type { StopReason } from '@vises/schema/admin/graphql'
import { Button } from '@vises/ui/Button.tsx'
import { Dialog } from '@vises/ui/Dialog.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { ChoiceField, TextArea } from '@vises/ui/Field.tsx'
import { Notice } from '@vises/ui/Notice.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { useUndo } from '@vises/ui/Undo.tsx'
import styles from './Enterprise.module.css'
import type { Enterprise } from './useEnterprise.ts'

const Enterprise_Stop = graphql(`
  mutation Enterprise_Stop($input: StopEnterpriseInput!) {
    stopEnterprise(input: $input) {
      problem
    }
  }
`)
const Enterprise_UndoStop = graphql(`
  mutation Enterprise_UndoStop($evaluationId: ID!) {
    resumeEvaluation(evaluationId: $evaluationId) {
      problem
    }
  }
`)
const Enterprise_UndoDecline = graphql(`
  mutation Enterprise_UndoDecline($id: ID!) {
    reopenEnterprise(id: $id) {
      id
      recruitment
    }
  }
`)

const REASONS = ['time', 'staff', 'funding', 'noLongerRelevant', 'closure', 'other'] as const

/** Writes down that an enterprise goes on no further, and why; it can be taken up again. */
export function StopDialog({
  enterprise,
  onClose,
  onChanged,
}: {
  enterprise: Enterprise
  onClose: () => void
  onChanged: () => Promise<unknown>
}) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('enterprises')
  const [reason, setReason] = useState<StopReason>()
  const [note, setNote] = useState('')
  const [missing, setMissing] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const [stop, { loading, error, data }] = useMutation(Enterprise_Stop)
  const [resume] = useMutation(Enterprise_UndoStop)
  const [reopen] = useMutation(Enterprise_UndoDecline)
  const tell = useUndo()
  const evaluationId = enterprise.currentEvaluationId
  const problem = data?.stopEnterprise.problem

  const undo = async () => {
    if (evaluationId) await resume({ variables: { evaluationId } })
    else await reopen({ variables: { id: enterprise.id } })
    await onChanged()
  }
  const submit = async () => {
    setMissing(!reason)
    if (!reason) return form.current?.querySelector<HTMLElement>('input[type=radio]')?.focus()
    const input = { enterpriseId: enterprise.id, reason, note: note.trim() || null }
    const answer = await stop({ variables: { input } }).catch(() => undefined)
    if (!answer?.data || answer.data.stopEnterprise.problem) return
    const mayUndo = evaluationId || enterprise.can.includes('cohort:manage')
    tell({
      text: t(evaluationId ? 'stopped' : 'declined', { name: enterprise.name }),
      undo: mayUndo ? undo : undefined,
    })
    onClose()
    await onChanged()
  }

  return (
    <Dialog open title={t(evaluationId ? 'stopTitle' : 'declineTitle', { name: enterprise.name })} onClose={onClose}>
      <p>{t(evaluationId ? 'stopText' : 'declineText')}</p>
      <form
        ref={form}
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <ChoiceField
          label={t('reason')}
          kind="one"
          value={reason ? [reason] : []}
          onChange={([chosen]) => setReason(chosen as StopReason)}
          options={REASONS.map((one) => ({ value: one, label: t(`stopReason.${one}`) }))}
          error={missing && !reason && t('chooseReason')}
        />
        <TextArea
          label={t('note')}
          optional
          maxLength={LIMITS.stopNote}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        {problem && (
          <Notice tone="warning" live="assertive">
            <p>{t('alreadyEnded')}</p>
          </Notice>
        )}
        {error && <FailedState error={error} />}
        <div className={styles.dialogActs}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="danger" busy={loading}>
            {t(evaluationId ? 'stop' : 'decline')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
