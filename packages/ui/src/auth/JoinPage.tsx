import { useMutation, useQuery } from '@apollo/client/react'
import { graphql } from '@vises/schema/client'
import type { JoinPage_InvitationQuery } from '@vises/schema/client/graphql'
import { useState, type FormEvent } from 'react'
import { useNavigate, useParams } from 'react-router'
import { apiErrorOf } from '../api-error.ts'
import { Button, ButtonLink } from '../Button.tsx'
import { useErrorTexts } from '../error-texts.ts'
import { FailedState } from '../FailedState.tsx'
import { TextArea, TextField } from '../Field.tsx'
import { Notice } from '../Notice.tsx'
import { PasswordField } from '../PasswordField.tsx'
import { Skeleton } from '../Skeleton.tsx'
import { useTexts } from '../texts.tsx'
import { AuthFrame } from './AuthFrame.tsx'
import { focusNow } from './focus-now.ts'
import { identity } from './identity.ts'
import { useIdentityWords } from './identity-words.ts'
import styles from './JoinPage.module.css'
import { useRoleName } from './MembershipSwitch.tsx'
import { addressOf, appOf, useSession } from './Session.tsx'
import { useDeed } from './use-deed.ts'

const JoinPage_Invitation = graphql(`
  query JoinPage_Invitation($token: String!) {
    invitation(token: $token) {
      email
      role
      partnerName
      enterpriseName
      invitedByName
      message
      expiresAt
      accountExists
    }
  }
`)
const JoinPage_Accept = graphql(`
  mutation JoinPage_Accept($input: AcceptInvitationInput!) {
    acceptInvitation(input: $input) {
      membershipId
      problem
    }
  }
`)
const JoinPage_Decline = graphql(`
  mutation JoinPage_Decline($input: DeclineInvitationInput!) {
    declineInvitation(input: $input)
  }
`)

type Invitation = NonNullable<JoinPage_InvitationQuery['invitation']>

/** What an invitation's link opens: who invites, for what, and how to say yes or no. */
export function JoinPage() {
  const { t, formatDay } = useTexts<typeof import('./texts.fr.json')>('auth')
  const roleName = useRoleName()
  const { token = '' } = useParams()
  const { data, loading, error, refetch } = useQuery(JoinPage_Invitation, { variables: { token } })
  const [declining, setDeclining] = useState<boolean>()
  const [declined, setDeclined] = useState(false)
  const invitation = data?.invitation

  if (!invitation) {
    if (loading) {
      return (
        <AuthFrame title={t('join.title')}>
          <Skeleton rows={5} />
        </AuthFrame>
      )
    }
    const closed = !error || apiErrorOf(error).code === 'NOT_FOUND'
    return (
      <AuthFrame title={t(closed ? 'join.closedTitle' : 'join.title')}>
        {closed ? <p>{t('join.closed')}</p> : <FailedState error={error} onRetry={() => refetch()} />}
      </AuthFrame>
    )
  }
  const place = invitation.enterpriseName ?? invitation.partnerName
  if (declined) {
    return (
      <AuthFrame title={t('join.declinedTitle')}>
        <p>{t('join.declined', { name: invitation.invitedByName })}</p>
      </AuthFrame>
    )
  }
  return (
    <AuthFrame title={t('join.titleAt', { place })}>
      <dl className={styles.facts}>
        <dt>{t('join.by')}</dt>
        <dd>{invitation.invitedByName}</dd>
        <dt>{t('join.as')}</dt>
        <dd>
          {roleName(invitation.role)}
          <span className={styles.soft}>{t(`roleText.${invitation.role}`)}</span>
        </dd>
        {invitation.enterpriseName && (
          <>
            <dt>{t('join.partner')}</dt>
            <dd>{invitation.partnerName}</dd>
          </>
        )}
        <dt>{t('join.address')}</dt>
        <dd>{invitation.email}</dd>
        <dt>{t('join.until')}</dt>
        <dd>{formatDay(invitation.expiresAt)}</dd>
      </dl>
      {invitation.message && <blockquote>{invitation.message}</blockquote>}
      {declining ? (
        <Decline token={token} onBack={() => setDeclining(false)} onDone={() => setDeclined(true)} />
      ) : (
        <>
          <Accept token={token} invitation={invitation} />
          <p className={styles.decline}>
            <Button
              variant="quiet"
              // Back from declining, one is where one was.
              ref={declining === false ? focusNow : undefined}
              onClick={() => setDeclining(true)}
            >
              {t('join.decline')}
            </Button>
          </p>
        </>
      )}
    </AuthFrame>
  )
}

function Accept({ token, invitation }: { token: string; invitation: Invitation }) {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('auth')
  const { viewer, refresh, app } = useSession()
  const errorWords = useErrorTexts()
  const identityWords = useIdentityWords()
  const { busy, error, run } = useDeed()
  const [accept] = useMutation(JoinPage_Accept)
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [signInFirst, setSignInFirst] = useState(false)
  const navigate = useNavigate()
  const asSelf = viewer?.email.toLowerCase() === invitation.email.toLowerCase()
  const known = invitation.accountExists || signInFirst
  const signInAddress = `/${language}/sign-in?${new URLSearchParams({ next: `/${language}/join/${token}` })}`

  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    void run(async () => {
      const input = known ? { token, language } : { token, name, password, language }
      const { data } = await accept({ variables: { input } })
      if (data?.acceptInvitation.problem === 'SIGN_IN_FIRST') return setSignInFirst(true)
      if (!known && (await identity.signIn(invitation.email, password)) === 'codeNeeded') return navigate(signInAddress)
      const after = await refresh()
      const membership =
        after?.memberships.find(({ id }) => id === data?.acceptInvitation.membershipId) ?? after?.membership
      const home = membership ? appOf(membership) : app
      if (home === app) await navigate(`/${language}/`, { replace: true })
      else location.assign(addressOf(home, language))
    })
  }

  if (known && !asSelf) {
    return (
      <>
        <Notice>
          <p>
            {viewer
              ? t('join.otherAccount', { email: invitation.email, name: viewer.name })
              : t('join.signInFirst', { email: invitation.email })}
          </p>
        </Notice>
        <ButtonLink variant="primary" to={signInAddress}>
          {t('join.signIn')}
        </ButtonLink>
      </>
    )
  }
  const words = error === undefined ? undefined : errorWords(error)
  return (
    <form onSubmit={submit}>
      {error !== undefined && (
        <Notice tone="danger" live="assertive">
          <p>{identityWords(error)}</p>
        </Notice>
      )}
      {!known && (
        <>
          <TextField
            label={t('name')}
            help={t('nameHelp')}
            name="name"
            autoComplete="name"
            maxLength={120}
            value={name}
            error={words?.forField('name')}
            onChange={(event) => setName(event.target.value)}
          />
          <PasswordField
            label={t('choosePassword')}
            help={t('passwordHelp')}
            name="new-password"
            autoComplete="new-password"
            value={password}
            error={words?.forField('password')}
            onChange={(event) => setPassword(event.target.value)}
          />
        </>
      )}
      <Button type="submit" variant="primary" busy={busy}>
        {t('join.accept')}
      </Button>
    </form>
  )
}

function Decline({ token, onBack, onDone }: { token: string; onBack: () => void; onDone: () => void }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('auth')
  const words = useIdentityWords()
  const { busy, error, run } = useDeed()
  const [decline] = useMutation(JoinPage_Decline)
  const [reason, setReason] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void run(async () => {
      await decline({ variables: { input: { token, reason: reason.trim() || null } } })
      onDone()
    })
  }
  return (
    <form onSubmit={submit}>
      <TextArea
        label={t('join.reason')}
        help={t('join.reasonHelp')}
        optional
        maxLength={500}
        ref={focusNow}
        value={reason}
        error={error === undefined ? undefined : words(error)}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className={styles.row}>
        <Button onClick={onBack}>{t('back')}</Button>
        <Button type="submit" variant="primary" busy={busy}>
          {t('join.decline')}
        </Button>
      </div>
    </form>
  )
}
