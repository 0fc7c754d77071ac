import { useState, type ReactNode } from 'react'
import { useMutation } from '@apollo/client/react'
import { graphql } from '@vises/schema/admin'
import { Button } from '@vises/ui/Button.tsx'
import { Dialog } from '@vises/ui/Dialog.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { SelectField } from '@vises/ui/Field.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { useUndo } from '@vises/ui/Undo.tsx'
import styles from './Cohort.module.css'
import { groupsToUndo } from './undo-groups.ts'

const Cohort_AssignCoach = graphql(`
  mutation Cohort_AssignCoach($enterpriseIds: [ID!]!, $coachMembershipId: ID) {
    assignCoach(enterpriseIds: $enterpriseIds, coachMembershipId: $coachMembershipId) {
      enterpriseId
      previousCoachMembershipId
      previousCoachName
    }
  }
`)
const Cohort_ChangePlatform = graphql(`
  mutation Cohort_ChangePlatform($enterpriseIds: [ID!]!, $platformCode: String) {
    changePlatform(enterpriseIds: $enterpriseIds, platformCode: $platformCode) {
      enterpriseId
      previousPlatformCode
    }
  }
`)

const NOBODY = 'none'

interface BulkProps {
  ids: string[]
  onClose: () => void
  onChanged: () => Promise<unknown>
}

/** Gives the chosen enterprises a coach; undo gives each the coach of before. */
export function AssignCoachDialog({
  ids,
  coaches,
  onClose,
  onChanged,
}: BulkProps & { coaches: { membershipId: string; name: string; enterpriseCount: number }[] }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('cohort')
  const [value, setValue] = useState('')
  const [assign, { loading, error }] = useMutation(Cohort_AssignCoach)
  const tell = useUndo()

  const submit = async () => {
    const coachMembershipId = value === NOBODY ? null : value
    const answer = await assign({ variables: { enterpriseIds: ids, coachMembershipId } }).catch(() => undefined)
    if (!answer?.data) return
    const changes = answer.data.assignCoach
    // Nobody can be given back to a coach who has left; those keep what they have now.
    const kept = changes.filter(
      ({ previousCoachMembershipId, previousCoachName }) => !previousCoachMembershipId && previousCoachName,
    )
    const groups = groupsToUndo(
      changes
        .filter((change) => !kept.includes(change))
        .map((change) => ({ enterpriseId: change.enterpriseId, previous: change.previousCoachMembershipId })),
    )
    tell({
      text: t('assigned', {
        count: changes.length,
        name: coaches.find(({ membershipId }) => membershipId === value)?.name ?? t('nobody'),
        kept: kept.length,
      }),
      undo:
        groups.length === 0
          ? undefined
          : async () => {
              for (const { previous, enterpriseIds } of groups)
                await assign({ variables: { enterpriseIds, coachMembershipId: previous } })
              await onChanged()
            },
    })
    onClose()
    await onChanged()
  }

  return (
    <ChoiceDialog
      title={t('assignTitle', { count: ids.length })}
      submitLabel={t('assign')}
      ready={value !== ''}
      busy={loading}
      error={error}
      onClose={onClose}
      onSubmit={submit}
    >
      <SelectField
        label={t('coach')}
        help={t('assignHelp')}
        required
        placeholder={t('choose')}
        value={value}
        onChange={(event) => setValue(event.target.value)}
        options={[
          ...coaches.map(({ membershipId, name, enterpriseCount }) => ({
            value: membershipId,
            label: t('coachWithCount', { name, count: enterpriseCount }),
          })),
          { value: NOBODY, label: t('nobody') },
        ]}
      />
    </ChoiceDialog>
  )
}

/** Moves the chosen enterprises to a test platform; undo moves each back. */
export function ChangePlatformDialog({
  ids,
  platforms,
  onClose,
  onChanged,
}: BulkProps & { platforms: { code: string; name: string }[] }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('cohort')
  const [value, setValue] = useState('')
  const [change, { loading, error }] = useMutation(Cohort_ChangePlatform)
  const tell = useUndo()

  const submit = async () => {
    const answer = await change({
      variables: { enterpriseIds: ids, platformCode: value === NOBODY ? null : value },
    }).catch(() => undefined)
    if (!answer?.data) return
    const changes = answer.data.changePlatform
    const groups = groupsToUndo(
      changes.map(({ enterpriseId, previousPlatformCode }) => ({ enterpriseId, previous: previousPlatformCode })),
    )
    tell({
      text: t('moved', { count: changes.length, platform: value === NOBODY ? t('noPlatform') : value }),
      undo:
        groups.length === 0
          ? undefined
          : async () => {
              for (const { previous, enterpriseIds } of groups)
                await change({ variables: { enterpriseIds, platformCode: previous } })
              await onChanged()
            },
    })
    onClose()
    await onChanged()
  }

  return (
    <ChoiceDialog
      title={t('platformTitle', { count: ids.length })}
      submitLabel={t('changePlatform')}
      ready={value !== ''}
      busy={loading}
      error={error}
      onClose={onClose}
      onSubmit={submit}
    >
      <SelectField
        label={t('platform')}
        help={t('platformHelp')}
        required
        placeholder={t('choose')}
        value={value}
        onChange={(event) => setValue(event.target.value)}
        options={[
          ...platforms.map(({ code, name }) => ({ value: code, label: `${code}. ${name}` })),
          { value: NOBODY, label: t('noPlatform') },
        ]}
      />
    </ChoiceDialog>
  )
}

interface ChoiceDialogProps {
  title: string
  submitLabel: string
  ready: boolean
  busy: boolean
  error: unknown
  onClose: () => void
  onSubmit: () => Promise<unknown>
  children: ReactNode
}

function ChoiceDialog({ title, submitLabel, ready, busy, error, onClose, onSubmit, children }: ChoiceDialogProps) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('cohort')
  return (
    <Dialog open title={title} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (ready && !busy) void onSubmit()
        }}
      >
        {children}
        {Boolean(error) && <FailedState error={error} />}
        <div className={styles.dialogActs}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="primary" busy={busy}>
            {submitLabel}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
