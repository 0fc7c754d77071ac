import { useState } from 'react'
import { useMutation, useQuery } from '@apollo/client/react'
import { graphql } from '@vises/schema/admin'
import type { Enterprise_PeopleQuery } from '@vises/schema/admin/graphql'
import { Button } from '@vises/ui/Button.tsx'
import { ConfirmDialog } from '@vises/ui/ConfirmDialog.tsx'
import { EmptyState } from '@vises/ui/EmptyState.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { Notice } from '@vises/ui/Notice.tsx'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { useUndo } from '@vises/ui/Undo.tsx'
import styles from './Enterprise.module.css'
import { InviteDialog } from './InviteDialog.tsx'
import type { Enterprise } from './useEnterprise.ts'

const Enterprise_People = graphql(`
  query Enterprise_People($enterpriseId: ID!) {
    enterprisePeople(enterpriseId: $enterpriseId) {
      members {
        id
        name
        email
        role
        since
      }
      invitations {
        id
        email
        role
        invitedByName
        createdAt
        expiresAt
        expired
      }
    }
  }
`)
const Enterprise_RemovePerson = graphql(`
  mutation Enterprise_RemovePerson($membershipId: ID!) {
    endMembership(membershipId: $membershipId) {
      problem
    }
  }
`)
const Enterprise_ResendInvitation = graphql(`
  mutation Enterprise_ResendInvitation($invitationId: ID!) {
    resendInvitation(invitationId: $invitationId)
  }
`)
const Enterprise_RevokeInvitation = graphql(`
  mutation Enterprise_RevokeInvitation($invitationId: ID!) {
    revokeInvitation(invitationId: $invitationId)
  }
`)

type People = Enterprise_PeopleQuery['enterprisePeople']
type Member = People['members'][number]

/** Who works on the evaluation in the enterprise, and who was invited. */
export function People({ enterprise, onChanged }: { enterprise: Enterprise; onChanged: () => Promise<unknown> }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('enterprises')
  const { data, error, refetch } = useQuery(Enterprise_People, {
    variables: { enterpriseId: enterprise.id },
    fetchPolicy: 'cache-and-network',
  })
  const [inviting, setInviting] = useState(false)
  const manages = enterprise.can.includes('enterpriseMember:manage')
  const invite = manages && (
    <Button variant="primary" icon="plus" onClick={() => setInviting(true)}>
      {t('invite')}
    </Button>
  )
  const people = data?.enterprisePeople
  const nobody = people && people.members.length === 0 && people.invitations.length === 0

  return (
    <section aria-labelledby="people" className={styles.section}>
      <div className={styles.sectionHead}>
        <h2 id="people">{t('tab.people')}</h2>
        {!nobody && invite}
      </div>
      {error && !people && <FailedState what={t('peopleFailed')} error={error} onRetry={() => refetch()} />}
      {!people && !error && <Skeleton kind="table" rows={3} />}
      {nobody && (
        <EmptyState title={t('nobody')} action={invite}>
          {t('nobodyText')}
        </EmptyState>
      )}
      {people && people.members.length > 0 && (
        <Members members={people.members} manages={manages} onChanged={onChanged} />
      )}
      {people && people.invitations.length > 0 && (
        <Invitations invitations={people.invitations} manages={manages} onChanged={onChanged} />
      )}
      {inviting && (
        <InviteDialog enterpriseId={enterprise.id} onClose={() => setInviting(false)} onInvited={onChanged} />
      )}
    </section>
  )
}

function Members({
  members,
  manages,
  onChanged,
}: {
  members: Member[]
  manages: boolean
  onChanged: () => Promise<unknown>
}) {
  const { t, formatDay } = useTexts<typeof import('./texts.fr.json')>('enterprises')
  const { t: word } = useTexts<typeof import('@vises/ui/texts.fr.json')>('ui')
  const [leaving, setLeaving] = useState<Member>()
  const [refusal, setRefusal] = useState<string>()
  const [end, { loading, error }] = useMutation(Enterprise_RemovePerson)
  const tell = useUndo()
  const remove = async (member: Member) => {
    setRefusal(undefined)
    const answer = await end({ variables: { membershipId: member.id } }).catch(() => undefined)
    setLeaving(undefined)
    if (!answer?.data) return
    if (answer.data.endMembership.problem)
      setRefusal(t('lastHolder', { name: member.name, role: word(`role.${member.role}`) }))
    else tell({ text: t('removed', { name: member.name }) })
    await onChanged()
  }
  return (
    <>
      {refusal && (
        <Notice tone="warning" live="assertive">
          <p>{refusal}</p>
        </Notice>
      )}
      {error && <FailedState error={error} />}
      <ul className={styles.rows}>
        {members.map((member) => (
          <li key={member.id}>
            <span className={styles.rowWords}>
              <strong>{member.name}</strong>
              <span>{word(`role.${member.role}`)}</span>
              <span className={styles.soft}>
                {t('memberSince', { email: member.email, day: formatDay(member.since) })}
              </span>
            </span>
            {manages && (
              <Button
                variant="quiet"
                onClick={() => setLeaving(member)}
                aria-label={t('removeOne', { name: member.name })}
              >
                {t('remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ConfirmDialog
        open={leaving !== undefined}
        title={t('removeTitle', { name: leaving?.name ?? '' })}
        losses={[t('removeLoss')]}
        confirmLabel={t('remove')}
        busy={loading}
        onConfirm={() => leaving && void remove(leaving)}
        onCancel={() => setLeaving(undefined)}
      >
        <p>{t('removeKeeps')}</p>
      </ConfirmDialog>
    </>
  )
}

function Invitations({
  invitations,
  manages,
  onChanged,
}: {
  invitations: People['invitations']
  manages: boolean
  onChanged: () => Promise<unknown>
}) {
  const { t, formatDay } = useTexts<typeof import('./texts.fr.json')>('enterprises')
  const { t: word } = useTexts<typeof import('@vises/ui/texts.fr.json')>('ui')
  const [resend, resending] = useMutation(Enterprise_ResendInvitation)
  const [revoke, revoking] = useMutation(Enterprise_RevokeInvitation)
  const tell = useUndo()
  const error = resending.error ?? revoking.error
  const act = async (deed: Promise<unknown>, text: string) => {
    const done = await deed.then(
      () => true,
      () => false,
    )
    if (done) tell({ text })
    await onChanged()
  }
  return (
    <>
      <h3>{t('invitations')}</h3>
      {error && <FailedState error={error} />}
      <ul className={styles.rows}>
        {invitations.map(({ id, email, role, invitedByName, createdAt, expiresAt, expired }) => (
          <li key={id}>
            <span className={styles.rowWords}>
              <strong>{email}</strong>
              <span>{word(`role.${role}`)}</span>
              <span className={styles.soft}>{t('invitedBy', { name: invitedByName, day: formatDay(createdAt) })}</span>
              <span className={expired ? styles.late : styles.soft}>
                {expired ? t('expired') : t('validUntil', { day: formatDay(expiresAt) })}
              </span>
            </span>
            {manages && (
              <span className={styles.rowActs}>
                <Button
                  variant="quiet"
                  aria-label={t('resendOne', { email })}
                  onClick={() => void act(resend({ variables: { invitationId: id } }), t('resent', { email }))}
                >
                  {t('resend')}
                </Button>
                <Button
                  variant="quiet"
                  aria-label={t('revokeOne', { email })}
                  onClick={() => void act(revoke({ variables: { invitationId: id } }), t('revoked', { email }))}
                >
                  {t('revoke')}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
