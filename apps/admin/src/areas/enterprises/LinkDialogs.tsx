import { useState, type ReactNode } from 'react'
import { useMutation, useQuery } from '@apollo/client/react'
import { graphql } from '@vises/schema/admin'
import { Button } from '@vises/ui/Button.tsx'
import { Dialog } from '@vises/ui/Dialog.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { SelectField, TextField } from '@vises/ui/Field.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { useUndo } from '@vises/ui/Undo.tsx'
import styles from './Enterprise.module.css'
import { today } from './today.ts'
import { usePartners } from './Transfer.tsx'
import type { Enterprise } from './useEnterprise.ts'

const Enterprise_LinkChoices = graphql(`
  query Enterprise_LinkChoices {
    coaches {
      membershipId
      name
    }
    testPlatforms {
      code
      name {
        fr
        nl
        en
      }
    }
  }
`)
const Enterprise_AssignCoach = graphql(`
  mutation Enterprise_AssignCoach($enterpriseIds: [ID!]!, $coachMembershipId: ID) {
    assignCoach(enterpriseIds: $enterpriseIds, coachMembershipId: $coachMembershipId) {
      enterpriseId
    }
  }
`)
const Enterprise_ChangePlatform = graphql(`
  mutation Enterprise_ChangePlatform($enterpriseIds: [ID!]!, $platformCode: String) {
    changePlatform(enterpriseIds: $enterpriseIds, platformCode: $platformCode) {
      enterpriseId
    }
  }
`)
const Enterprise_AddAffiliation = graphql(`
  mutation Enterprise_AddAffiliation($enterpriseId: ID!, $federationCode: String!, $startsOn: Day) {
    addAffiliation(enterpriseId: $enterpriseId, federationCode: $federationCode, startsOn: $startsOn) {
      id
      affiliations {
        id
        federationCode
        endsOn
      }
    }
  }
`)

interface LinkDialogProps {
  enterprise: Enterprise
  onClose: () => void
  onChanged: () => Promise<unknown>
}

/** Who accompanies the enterprise from today on. */
export function CoachDialog({ enterprise, onClose, onChanged }: LinkDialogProps) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('enterprises')
  const { data } = useQuery(Enterprise_LinkChoices)
  const before = enterprise.coachMembershipId ?? null
  const [value, setValue] = useState(before ?? '')
  const [assign, { loading, error }] = useMutation(Enterprise_AssignCoach)
  const tell = useUndo()
  const give = (coachMembershipId: string | null) =>
    assign({ variables: { enterpriseIds: [enterprise.id], coachMembershipId } })
  const submit = async () => {
    const answer = await give(value || null).catch(() => undefined)
    if (!answer) return
    // A coach who has left cannot be given back.
    const canUndo = before !== null || !enterprise.coachName
    tell({ text: t('coachChanged'), undo: canUndo ? () => give(before).then(onChanged) : undefined })
    onClose()
    await onChanged()
  }
  return (
    <LinkDialog title={t('changeCoach')} busy={loading} error={error} onClose={onClose} onSubmit={submit}>
      <SelectField
        label={t('coach')}
        help={t('keepsDates')}
        placeholder={t('noCoach')}
        value={value}
        onChange={(event) => setValue(event.target.value)}
        options={(data?.coaches ?? []).map(({ membershipId, name }) => ({ value: membershipId, label: name }))}
      />
    </LinkDialog>
  )
}

/** On which test platform the enterprise works from today on. */
export function PlatformDialog({ enterprise, onClose, onChanged }: LinkDialogProps) {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('enterprises')
  const { data } = useQuery(Enterprise_LinkChoices)
  const before = enterprise.participations.find(({ endsOn }) => !endsOn)?.platformCode ?? null
  const [value, setValue] = useState(before ?? '')
  const [change, { loading, error }] = useMutation(Enterprise_ChangePlatform)
  const tell = useUndo()
  const move = (platformCode: string | null) => change({ variables: { enterpriseIds: [enterprise.id], platformCode } })
  const submit = async () => {
    const answer = await move(value || null).catch(() => undefined)
    if (!answer) return
    tell({ text: t('platformChanged'), undo: () => move(before).then(onChanged) })
    onClose()
    await onChanged()
  }
  return (
    <LinkDialog title={t('changePlatform')} busy={loading} error={error} onClose={onClose} onSubmit={submit}>
      <SelectField
        label={t('platform')}
        help={t('keepsDates')}
        placeholder={t('noPlatform')}
        value={value}
        onChange={(event) => setValue(event.target.value)}
        options={(data?.testPlatforms ?? []).map(({ code, name }) => ({
          value: code,
          label: `${code}. ${name[language]}`,
        }))}
      />
    </LinkDialog>
  )
}

/** A federation the enterprise belongs to, from a day on. */
export function AffiliationDialog({ enterprise, onClose, onChanged }: LinkDialogProps) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('enterprises')
  const { partners, error: partnersError } = usePartners()
  const [federationCode, setFederationCode] = useState('')
  const [startsOn, setStartsOn] = useState(today)
  const [add, { loading, error }] = useMutation(Enterprise_AddAffiliation)
  const tell = useUndo()
  const open = new Set(enterprise.affiliations.filter(({ endsOn }) => !endsOn).map((one) => one.federationCode))
  const submit = async () => {
    if (!federationCode) return
    const answer = await add({ variables: { enterpriseId: enterprise.id, federationCode, startsOn } }).catch(
      () => undefined,
    )
    if (!answer) return
    tell({ text: t('affiliationAdded') })
    onClose()
    await onChanged()
  }
  return (
    <LinkDialog
      title={t('addAffiliation')}
      busy={loading}
      error={error ?? partnersError}
      onClose={onClose}
      onSubmit={submit}
    >
      <SelectField
        label={t('federation')}
        required
        placeholder={t('choose')}
        value={federationCode}
        onChange={(event) => setFederationCode(event.target.value)}
        options={partners.filter(({ code }) => !open.has(code)).map(({ code, name }) => ({ value: code, label: name }))}
      />
      <TextField
        label={t('since')}
        type="date"
        required
        value={startsOn}
        onChange={(event) => setStartsOn(event.target.value)}
      />
    </LinkDialog>
  )
}

interface LinkFormProps {
  title: string
  busy: boolean
  error: unknown
  onClose: () => void
  onSubmit: () => Promise<unknown>
  children: ReactNode
}

function LinkDialog({ title, busy, error, onClose, onSubmit, children }: LinkFormProps) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('enterprises')
  return (
    <Dialog open title={title} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy) void onSubmit()
        }}
      >
        {children}
        {Boolean(error) && <FailedState error={error} />}
        <div className={styles.dialogActs}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="primary" busy={busy}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
