import { useState } from 'react'
import { useMutation, useQuery } from '@apollo/client/react'
import { graphql } from '@vises/schema/client'
import type { RoleName, TeamPage_PeopleQuery } from '@vises/schema/client/graphql'
import { useViewer } from '@vises/ui/auth/Session.tsx'
import { Button } from '@vises/ui/Button.tsx'
import { ConfirmDialog } from '@vises/ui/ConfirmDialog.tsx'
import { EmptyState } from '@vises/ui/EmptyState.tsx'
import { useErrorTexts } from '@vises/ui/error-texts.ts'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { SelectField, TextArea, TextField } from '@vises/ui/Field.tsx'
import { Notice } from '@vises/ui/Notice.tsx'
import { Page } from '@vises/ui/Page.tsx'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { useUndo } from '@vises/ui/Undo.tsx'
import styles from './Team.module.css'

const TeamPage_People = graphql(`
  query TeamPage_People($enterpriseId: ID!) {
    enterprisePeople(enterpriseId: $enterpriseId) {
      members {
        id
        name
        email
        role
        since
        isMe
      }
      invitations {
        id
        email
        role
        expiresAt
        expired
      }
    }
  }
`)
const TeamPage_Invite = graphql(`
  mutation TeamPage_Invite($input: InviteMemberInput!) {
    inviteMember(input: $input) {
      problem
      invitation {
        id
      }
    }
  }
`)
const TeamPage_End = graphql(`
  mutation TeamPage_End($membershipId: ID!) {
    endMembership(membershipId: $membershipId) {
      problem
    }
  }
`)
const TeamPage_Resend = graphql(`
  mutation TeamPage_Resend($invitationId: ID!) {
    resendInvitation(invitationId: $invitationId)
  }
`)
const TeamPage_Revoke = graphql(`
  mutation TeamPage_Revoke($invitationId: ID!) {
    revokeInvitation(invitationId: $invitationId)
  }
`)

type Member = TeamPage_PeopleQuery['enterprisePeople']['members'][number]

/** The people who take part in the evaluation. */
export default function TeamPage() {
  const { t, formatDay } = useTexts<typeof import('./texts.fr.json')>('team')
  const { t: word } = useTexts<typeof import('@vises/ui/texts.fr.json')>('ui')
  const { membership, can } = useViewer()
  const enterpriseId = membership?.enterpriseId ?? ''
  const { data, error, refetch } = useQuery(TeamPage_People, {
    variables: { enterpriseId },
    fetchPolicy: 'cache-and-network',
  })
  const [end, ending] = useMutation(TeamPage_End)
  const [resend] = useMutation(TeamPage_Resend)
  const [revoke] = useMutation(TeamPage_Revoke)
  const [leaving, setLeaving] = useState<Member>()
  const [refusal, setRefusal] = useState<string>()
  const tell = useUndo()
  const manages = can.includes('enterpriseMember:manage')
  const people = data?.enterprisePeople

  const remove = async (member: Member) => {
    const answer = await end({ variables: { membershipId: member.id } })
    setLeaving(undefined)
    await refetch()
    if (answer.data?.endMembership.problem) setRefusal(t('lastManager', { name: member.name }))
    else tell({ text: t('removed', { name: member.name }) })
  }
  const after = (deed: Promise<unknown>) =>
    void deed
      .then(() => refetch())
      .then(
        () => tell({ text: t('done') }),
        () => undefined,
      )

  return (
    <Page title={t('title')} lead={t('lead')} width="text">
      {error && !people && <FailedState what={t('failed')} error={error} onRetry={() => refetch()} />}
      {!people && !error && <Skeleton kind="cards" rows={3} />}
      {refusal && (
        <Notice tone="warning" live="assertive">
          {refusal}
        </Notice>
      )}
      {people && (
        <>
          <h2>{t('members')}</h2>
          <ul className={styles.people}>
            {people.members.map((member) => (
              <li key={member.id}>
                <span className={styles.who}>
                  <strong>{member.name}</strong>
                  {member.isMe && ` ${t('you')}`}, {word(`role.${member.role}`)},{' '}
                  {t('since', { day: formatDay(member.since) })}
                </span>
                {manages && (
                  <Button variant="quiet" onClick={() => setLeaving(member)}>
                    {t('remove', { name: member.name })}
                  </Button>
                )}
              </li>
            ))}
          </ul>
          <h2>{t('invitations')}</h2>
          {people.invitations.length === 0 && <EmptyState title={t('noInvitations')} />}
          <ul className={styles.people}>
            {people.invitations.map((invitation) => (
              <li key={invitation.id}>
                <span className={styles.who}>
                  {invitation.email}, {word(`role.${invitation.role}`)},{' '}
                  {invitation.expired ? t('expired') : t('validUntil', { day: formatDay(invitation.expiresAt) })}
                </span>
                {manages && (
                  <>
                    <Button
                      variant="quiet"
                      onClick={() => after(resend({ variables: { invitationId: invitation.id } }))}
                    >
                      {t('resend', { email: invitation.email })}
                    </Button>
                    <Button
                      variant="quiet"
                      onClick={() => after(revoke({ variables: { invitationId: invitation.id } }))}
                    >
                      {t('revoke', { email: invitation.email })}
                    </Button>
                  </>
                )}
              </li>
            ))}
          </ul>
          {manages && <Invite enterpriseId={enterpriseId} onInvited={() => refetch()} />}
        </>
      )}
      <ConfirmDialog
        open={leaving !== undefined}
        title={t('removeTitle', { name: leaving?.name ?? '' })}
        losses={[t('removeLoss')]}
        confirmLabel={t('removeConfirm')}
        busy={ending.loading}
        onConfirm={() => leaving && void remove(leaving).catch(() => undefined)}
        onCancel={() => setLeaving(undefined)}
      >
        <p>{t('removeKeeps')}</p>
      </ConfirmDialog>
    </Page>
  )
}

function Invite({ enterpriseId, onInvited }: { enterpriseId: string; onInvited: () => unknown }) {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('team')
  const { t: word } = useTexts<typeof import('@vises/ui/texts.fr.json')>('ui')
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<RoleName>('contributor')
  const [message, setMessage] = useState('')
  const [invite, { loading, error, data }] = useMutation(TeamPage_Invite)
  const words = useErrorTexts()
  const tell = useUndo()
  const problem = data?.inviteMember.problem
  const send = async () => {
    const answer = await invite({
      variables: { input: { email, role, enterpriseId, language, message: message || null } },
    })
    if (!answer.data?.inviteMember.invitation) return
    tell({ text: t('sent', { email }) })
    setEmail('')
    setMessage('')
    await onInvited()
  }
  return (
    <section aria-labelledby="invite">
      <h2 id="invite">{t('invite')}</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void send().catch(() => undefined)
        }}
      >
        <TextField
          label={t('email')}
          type="email"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
          error={problem ? t(`problem.${problem}`) : error ? words(error).forField('email') : undefined}
        />
        <SelectField
          label={t('role')}
          value={role}
          options={(['contributor', 'manager'] as const).map((one) => ({ value: one, label: word(`role.${one}`) }))}
          onChange={(event) => setRole(event.target.value as RoleName)}
        />
        <TextArea
          label={t('message')}
          optional
          value={message}
          maxLength={2000}
          onChange={(event) => setMessage(event.target.value)}
        />
        {error && !words(error).forField('email') && <FailedState error={error} />}
        <Button type="submit" variant="primary" icon="mail" busy={loading}>
          {t('send')}
        </Button>
      </form>
    </section>
  )
}
