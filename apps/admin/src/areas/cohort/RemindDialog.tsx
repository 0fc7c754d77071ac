import { useState } from 'react'
import { useMutation, useQuery } from '@apollo/client/react'
import { LIMITS } from '@vises/schema/limits'
import { graphql } from '@vises/schema/admin'
import type { Cohort_ReminderPreviewQuery } from '@vises/schema/admin/graphql'
import { Button } from '@vises/ui/Button.tsx'
import { Dialog } from '@vises/ui/Dialog.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { TextArea } from '@vises/ui/Field.tsx'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useErrorTexts } from '@vises/ui/error-texts.ts'
import { useTexts } from '@vises/ui/texts.tsx'
import { useUndo } from '@vises/ui/Undo.tsx'
import styles from './Cohort.module.css'

const Cohort_ReminderPreview = graphql(`
  query Cohort_ReminderPreview($enterpriseIds: [ID!]!) {
    reminderPreview(enterpriseIds: $enterpriseIds) {
      enterprises
      mails
      notReminded {
        enterpriseId
        enterpriseName
        reason
      }
    }
  }
`)
const Cohort_Remind = graphql(`
  mutation Cohort_Remind($enterpriseIds: [ID!]!, $message: String) {
    remindEnterprises(enterpriseIds: $enterpriseIds, message: $message) {
      enterprises
      mails
    }
  }
`)

const REASONS = ['notStarted', 'noManager', 'remindedToday'] as const

/** Shows who would get a reminder, and why the others would not, before anyone is written to. */
export function RemindDialog({
  ids,
  onClose,
  onChanged,
}: {
  ids: string[]
  onClose: () => void
  onChanged: () => Promise<unknown>
}) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('cohort')
  const [message, setMessage] = useState('')
  const preview = useQuery(Cohort_ReminderPreview, { variables: { enterpriseIds: ids }, fetchPolicy: 'no-cache' })
  const [remind, { loading, error }] = useMutation(Cohort_Remind)
  const words = useErrorTexts()
  const tell = useUndo()
  const round = preview.data?.reminderPreview

  const send = async () => {
    const answer = await remind({ variables: { enterpriseIds: ids, message: message.trim() || null } }).catch(
      () => undefined,
    )
    if (!answer?.data) return
    const { mails, enterprises } = answer.data.remindEnterprises
    tell({ text: t('reminded', { mails, enterprises }) })
    onClose()
    await onChanged()
  }

  return (
    <Dialog open wide title={t('remindTitle')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!loading) void send()
        }}
      >
        {preview.error && (
          <FailedState what={t('previewFailed')} error={preview.error} onRetry={() => preview.refetch()} />
        )}
        {!round && !preview.error && <Skeleton rows={3} />}
        {round && <Round round={round} />}
        {round && round.mails > 0 && (
          <TextArea
            label={t('message')}
            help={t('messageHelp')}
            optional
            maxLength={LIMITS.reminderMessage}
            value={message}
            onChange={(event) => setMessage(event.target.value)}
            error={error && words(error).forField('message')}
          />
        )}
        {error && <FailedState error={error} />}
        <div className={styles.dialogActs}>
          <Button onClick={onClose}>{t(round?.mails === 0 ? 'close' : 'cancel')}</Button>
          {round && round.mails > 0 && (
            <Button type="submit" variant="primary" icon="mail" busy={loading}>
              {t('sendReminders', { mails: round.mails })}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  )
}

function Round({ round }: { round: Cohort_ReminderPreviewQuery['reminderPreview'] }) {
  const { t, formatList } = useTexts<typeof import('./texts.fr.json')>('cohort')
  return (
    <>
      <p role="status">
        <strong>
          {round.mails > 0
            ? t('willRemind', { mails: round.mails, enterprises: round.enterprises })
            : t('willRemindNobody')}
        </strong>
      </p>
      {round.notReminded.length > 0 && (
        <>
          <p className={styles.listTitle}>{t('notReminded', { count: round.notReminded.length })}</p>
          <ul>
            {REASONS.map((reason) => {
              const names = round.notReminded
                .filter((one) => one.reason === reason)
                .map(({ enterpriseName }) => enterpriseName)
              return names.length === 0 ? null : (
                <li key={reason}>
                  {t(`notReminded.${reason}`)} {formatList(names)}
                </li>
              )
            })}
          </ul>
        </>
      )}
    </>
  )
}
