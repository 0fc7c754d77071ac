import { useState } from 'react'
import { Table } from '@mantine/core'
import { useMutation, useQuery } from '@apollo/client/react'
import { Link } from 'react-router'
import { graphql } from '@vises/schema/admin'
import type { PeoplePage_StaffQuery } from '@vises/schema/admin/graphql'
import { Button } from '@vises/ui/Button.tsx'
import { ConfirmDialog } from '@vises/ui/ConfirmDialog.tsx'
import { EmptyState } from '@vises/ui/EmptyState.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { Notice } from '@vises/ui/Notice.tsx'
import { Page } from '@vises/ui/Page.tsx'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useUndo } from '@vises/ui/Undo.tsx'
import { VisuallyHidden } from '@vises/ui/VisuallyHidden.tsx'
import { useViewer } from '@vises/ui/auth/Session.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { WideTable } from '../../pictures/WideTable.tsx'
import { InviteDialog } from './InviteDialog.tsx'
import { RoleSelect } from './RoleSelect.tsx'

const PeoplePage_Staff = graphql(`
  query PeoplePage_Staff {
    staff {
      members {
        id
        name
        email
        role
        since
        isMe
        enterpriseCount
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
const PeoplePage_EndMembership = graphql(`
  mutation PeoplePage_EndMembership($membershipId: ID!) {
    endMembership(membershipId: $membershipId) {
      problem
    }
  }
`)
const PeoplePage_ChangeRole = graphql(`
  mutation PeoplePage_ChangeRole($membershipId: ID!, $role: RoleName!) {
    changeMemberRole(membershipId: $membershipId, role: $role) {
      problem
    }
  }
`)
const PeoplePage_Resend = graphql(`
  mutation PeoplePage_Resend($invitationId: ID!) {
    resendInvitation(invitationId: $invitationId)
  }
`)
const PeoplePage_Revoke = graphql(`
  mutation PeoplePage_Revoke($invitationId: ID!) {
    revokeInvitation(invitationId: $invitationId)
  }
`)

type Member = PeoplePage_StaffQuery['staff']['members'][number]
type Invitation = PeoplePage_StaffQuery['staff']['invitations'][number]

/** The partner's people: who works here in which role, and who was invited. */
export default function PeoplePage() {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('people')
  const { can } = useViewer()
  const [inviting, setInviting] = useState(false)
  const { data, error, refetch } = useQuery(PeoplePage_Staff, { fetchPolicy: 'cache-and-network' })
  const manages = can.includes('member:manage')

  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        manages && (
          <Button variant="primary" icon="plus" onClick={() => setInviting(true)}>
            {t('invite')}
          </Button>
        )
      }
    >
      {error && !data && <FailedState what={t('failed')} error={error} onRetry={() => refetch()} />}
      {!data && !error && <Skeleton kind="table" rows={6} />}
      {data && (
        <>
          <Members members={data.staff.members} manages={manages} onChange={() => refetch()} />
          <Invitations invitations={data.staff.invitations} manages={manages} onChange={() => refetch()} />
        </>
      )}
      {can.includes('accessTable:read') && (
        <p style={{ marginBlockStart: 'var(--space-6)' }}>
          <Link to={`/${language}/access`}>{t('whoMayWhat')}</Link>
        </p>
      )}
      {inviting && <InviteDialog onClose={() => setInviting(false)} onInvited={() => refetch()} />}
    </Page>
  )
}

function Members({ members, manages, onChange }: { members: Member[]; manages: boolean; onChange: () => unknown }) {
  const { t, formatDay } = useTexts<typeof import('./texts.fr.json')>('people')
  const { t: word } = useTexts<typeof import('@vises/ui/texts.fr.json')>('ui')
  const [leaving, setLeaving] = useState<Member>()
  const [changing, setChanging] = useState<{ member: Member; role: Member['role'] }>()
  const [refusal, setRefusal] = useState<string>()
  const [end, ending] = useMutation(PeoplePage_EndMembership)
  const [change, { loading: isChanging }] = useMutation(PeoplePage_ChangeRole)
  const tell = useUndo()

  const changeRole = async (member: Member, role: Member['role']) => {
    const former = member.role
    setRefusal(undefined)
    const { data } = await change({ variables: { membershipId: member.id, role } })
    setChanging(undefined)
    await onChange()
    if (data?.changeMemberRole.problem === 'LAST_HOLDER')
      setRefusal(t('lastHolder', { name: member.name, role: word(`role.${former}`) }))
    else tell({ text: t('roleChanged', { name: member.name, role: word(`role.${role}`) }) })
  }
  const remove = async (member: Member) => {
    setRefusal(undefined)
    const { data } = await end({ variables: { membershipId: member.id } })
    setLeaving(undefined)
    await onChange()
    if (data?.endMembership.problem)
      setRefusal(t('lastHolder', { name: member.name, role: word(`role.${member.role}`) }))
    else tell({ text: t('removed', { name: member.name }) })
  }
  /** The enterprises that nobody accompanies once this person is no coach any more. */
  const leftAlone = (member: Member | undefined) =>
    member && member.enterpriseCount > 0 ? [t('removeEnterprises', { count: member.enterpriseCount })] : []

  return (
    <section aria-labelledby="members">
      <h2 id="members">{t('members')}</h2>
      {refusal && (
        <Notice tone="warning" live="assertive">
          <p>{refusal}</p>
        </Notice>
      )}
      <WideTable label={t('members')} minWidth={760}>
        <Table aria-labelledby="members">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('name')}</Table.Th>
              <Table.Th>{t('role')}</Table.Th>
              <Table.Th>{t('since')}</Table.Th>
              <Table.Th>
                <VisuallyHidden>{t('acts')}</VisuallyHidden>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {members.map((member) => (
              <Table.Tr key={member.id}>
                <Table.Td>
                  {member.name} {member.isMe && t('you')}
                  <br />
                  <span style={{ color: 'var(--ink-soft)' }}>{member.email}</span>
                </Table.Td>
                <Table.Td>
                  {manages ? (
                    <RoleSelect
                      label={t('roleOf', { name: member.name })}
                      value={member.role}
                      onChange={(role) =>
                        // A coach of nobody changes at once; others would leave enterprises alone by a slip of the hand.
                        member.enterpriseCount > 0 ? setChanging({ member, role }) : void changeRole(member, role)
                      }
                    />
                  ) : (
                    word(`role.${member.role}`)
                  )}
                </Table.Td>
                <Table.Td>{formatDay(member.since)}</Table.Td>
                <Table.Td>
                  {manages && (
                    <Button
                      variant="quiet"
                      onClick={() => setLeaving(member)}
                      aria-label={t('removeOne', { name: member.name })}
                    >
                      {t('remove')}
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
      <ConfirmDialog
        open={leaving !== undefined}
        title={t('removeTitle', { name: leaving?.name ?? '' })}
        losses={[t('removeLoss'), t('removeTokens'), ...leftAlone(leaving)]}
        confirmLabel={t('remove')}
        busy={ending.loading}
        onConfirm={() => leaving && void remove(leaving)}
        onCancel={() => setLeaving(undefined)}
      >
        <p>{t('removeKeeps')}</p>
      </ConfirmDialog>
      <ConfirmDialog
        open={changing !== undefined}
        title={t('changeTitle', { name: changing?.member.name ?? '' })}
        losses={[...leftAlone(changing?.member), t('removeTokens')]}
        confirmLabel={t('change')}
        busy={isChanging}
        onConfirm={() => changing && void changeRole(changing.member, changing.role)}
        onCancel={() => setChanging(undefined)}
      >
        {changing && <p>{t('changeText', { name: changing.member.name, role: word(`role.${changing.role}`) })}</p>}
      </ConfirmDialog>
    </section>
  )
}

function Invitations({
  invitations,
  manages,
  onChange,
}: {
  invitations: Invitation[]
  manages: boolean
  onChange: () => unknown
}) {
  const { t, formatDay } = useTexts<typeof import('./texts.fr.json')>('people')
  const { t: word } = useTexts<typeof import('@vises/ui/texts.fr.json')>('ui')
  const [resend] = useMutation(PeoplePage_Resend)
  const [revoke] = useMutation(PeoplePage_Revoke)
  const tell = useUndo()

  return (
    <section aria-labelledby="invitations">
      <h2 id="invitations">{t('invitations')}</h2>
      {invitations.length === 0 && <EmptyState title={t('noInvitations')} />}
      {invitations.length > 0 && (
        <WideTable label={t('invitations')} minWidth={760}>
          <Table aria-labelledby="invitations">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('email')}</Table.Th>
                <Table.Th>{t('role')}</Table.Th>
                <Table.Th>{t('invited')}</Table.Th>
                <Table.Th>
                  <VisuallyHidden>{t('acts')}</VisuallyHidden>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {invitations.map((invitation) => (
                <Table.Tr key={invitation.id}>
                  <Table.Td>{invitation.email}</Table.Td>
                  <Table.Td>{word(`role.${invitation.role}`)}</Table.Td>
                  <Table.Td>
                    {t('invitedBy', { name: invitation.invitedByName, day: formatDay(invitation.createdAt) })}
                    <br />
                    {invitation.expired ? t('expired') : t('validUntil', { day: formatDay(invitation.expiresAt) })}
                  </Table.Td>
                  <Table.Td>
                    {manages && (
                      <>
                        <Button
                          variant="quiet"
                          onClick={() =>
                            void resend({ variables: { invitationId: invitation.id } })
                              .then(onChange)
                              .then(() => tell({ text: t('resent', { email: invitation.email }) }))
                          }
                        >
                          {t('resend')}
                        </Button>
                        <Button
                          variant="quiet"
                          onClick={() =>
                            void revoke({ variables: { invitationId: invitation.id } })
                              .then(onChange)
                              .then(() => tell({ text: t('revoked', { email: invitation.email }) }))
                          }
                        >
                          {t('revoke')}
                        </Button>
                      </>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </WideTable>
      )}
    </section>
  )
}
