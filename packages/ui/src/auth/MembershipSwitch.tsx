import { useMutation } from '@apollo/client/react'
import { graphql } from '@vises/schema/client'
import { useId, useRef, useState } from 'react'
import { Button } from '../Button.tsx'
import { useErrorTexts } from '../error-texts.ts'
import { useTexts } from '../texts.tsx'
import styles from './MembershipSwitch.module.css'
import { addressOf, appOf, useSession, type Membership } from './Session.tsx'

const MembershipSwitch_Switch = graphql(`
  mutation MembershipSwitch_Switch($membershipId: ID!) {
    switchMembership(membershipId: $membershipId) {
      id
    }
  }
`)

/** Chooses the place one works in; plain words when there is only one. */
export function MembershipSwitch() {
  const { t, language } = useTexts<typeof import('../texts.fr.json')>('ui')
  const nameOf = useMembershipName()
  const { viewer } = useSession()
  const errorWords = useErrorTexts()
  const [error, setError] = useState<string>()
  const [switchTo, { loading }] = useMutation(MembershipSwitch_Switch)
  const [chosen, setChosen] = useState<string>()
  const byKeys = useRef(false)
  const id = useId()
  if (!viewer?.memberships.length) return null

  if (viewer.memberships.length === 1 && viewer.membership) {
    return (
      <p className={styles.single}>
        <span className={styles.label}>{t('workAs')}</span> {nameOf(viewer.membership)}
      </p>
    )
  }
  const change = async (membershipId: string) => {
    const chosen = viewer.memberships.find((one) => one.id === membershipId)
    if (!chosen) return
    setError(undefined)
    try {
      await switchTo({ variables: { membershipId } })
      await import('./other-windows.ts').then(
        ({ tellSwitched }) => tellSwitched(),
        () => undefined,
      )
      // A fresh start: nothing seen in one place is left in the other.
      location.assign(addressOf(appOf(chosen), language))
    } catch (thrown) {
      setError(errorWords(thrown).title)
    }
  }
  return (
    <div className={styles.switch}>
      <label htmlFor={id} className={styles.label}>
        {t('workAs')}
      </label>
      <select
        id={id}
        value={chosen ?? viewer.membership?.id ?? ''}
        aria-disabled={loading}
        // By keys one passes one place after the other: only the button goes there.
        onKeyDown={() => (byKeys.current = true)}
        onPointerDown={() => (byKeys.current = false)}
        onChange={({ target: { value } }) => {
          if (byKeys.current) setChosen(value)
          else void change(value)
        }}
      >
        {!viewer.membership && <option value="">{t('choosePlace')}</option>}
        {viewer.memberships.map((membership) => (
          <option key={membership.id} value={membership.id}>
            {nameOf(membership)}
          </option>
        ))}
      </select>
      {chosen && chosen !== viewer.membership?.id && (
        <Button busy={loading} onClick={() => void change(chosen)}>
          {t('switchPlace')}
        </Button>
      )}
      {error && (
        <span role="alert" className={styles.error}>
          {error}
        </span>
      )}
    </div>
  )
}

/** "Coach · Federation of the North", and for an enterprise its name first: "Textura · Evaluation manager". */
export function useMembershipName(): (
  membership: Pick<Membership, 'role' | 'partnerName' | 'enterpriseName'>,
) => string {
  const roleName = useRoleName()
  return ({ role, partnerName, enterpriseName }) =>
    enterpriseName ? `${enterpriseName} · ${roleName(role)}` : `${roleName(role)} · ${partnerName}`
}

/** A role in the reader's words. */
export function useRoleName(): (role: string) => string {
  const { t } = useTexts<typeof import('../texts.fr.json')>('ui')
  return (role) => t(`role.${role as 'coach'}`)
}
