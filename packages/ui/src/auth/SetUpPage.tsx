import { useMutation, useQuery } from '@apollo/client/react'
import { graphql } from '@vises/schema/client'
import { useState, type FormEvent } from 'react'
import { useNavigate, useParams } from 'react-router'
import { apiErrorOf } from '../api-error.ts'
import { Button, ButtonLink } from '../Button.tsx'
import { useErrorTexts } from '../error-texts.ts'
import { FailedState } from '../FailedState.tsx'
import { TextField } from '../Field.tsx'
import { Notice } from '../Notice.tsx'
import { PasswordField } from '../PasswordField.tsx'
import { Skeleton } from '../Skeleton.tsx'
import { useTexts } from '../texts.tsx'
import { AuthFrame } from './AuthFrame.tsx'
import { identity } from './identity.ts'
import { useIdentityWords } from './identity-words.ts'
import { useSession } from './Session.tsx'
import { useDeed } from './use-deed.ts'

const SetUpPage_Open = graphql(`
  query SetUpPage_Open($token: String!) {
    setUpOpen(token: $token)
  }
`)
const SetUpPage_SetUp = graphql(`
  mutation SetUpPage_SetUp($input: SetUpFirstAdministratorInput!) {
    setUpFirstAdministrator(input: $input) {
      membershipId
    }
  }
`)

/** Makes the first account of a new installation, with the link the server printed at its start. */
export function SetUpPage() {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('auth')
  const { token = '' } = useParams()
  const errorWords = useErrorTexts()
  const identityWords = useIdentityWords()
  const { busy, error, run } = useDeed()
  const { refresh } = useSession()
  const navigate = useNavigate()
  const {
    data,
    loading,
    error: unasked,
    refetch,
  } = useQuery(SetUpPage_Open, { variables: { token }, fetchPolicy: 'network-only', nextFetchPolicy: 'cache-first' })
  const [setUp] = useMutation(SetUpPage_SetUp)
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const words = error === undefined ? undefined : errorWords(error)
  // While the account is being made the answer turns to no by this very deed.
  const closed = !busy && (data?.setUpOpen === false || (error !== undefined && apiErrorOf(error).code === 'NOT_FOUND'))

  const submit = (event: FormEvent) => {
    event.preventDefault()
    void run(async () => {
      await setUp({ variables: { input: { token, name, email, password, language } } })
      await identity.signIn(email, password)
      await refresh()
      await navigate(`/${language}/`, { replace: true })
    })
  }
  if (closed) {
    return (
      <AuthFrame title={t('setUp.closedTitle')}>
        <p>{t('setUp.closed')}</p>
        <ButtonLink variant="primary" to={`/${language}/sign-in`}>
          {t('signIn.submit')}
        </ButtonLink>
      </AuthFrame>
    )
  }
  if (!data && !busy) {
    return (
      <AuthFrame title={t('setUp.title')}>
        {unasked && !loading ? <FailedState error={unasked} onRetry={() => refetch()} /> : <Skeleton rows={5} />}
      </AuthFrame>
    )
  }
  return (
    <AuthFrame title={t('setUp.title')} lead={t('setUp.lead')}>
      <form onSubmit={submit}>
        {error !== undefined && (
          <Notice tone="danger" live="assertive">
            <p>{identityWords(error)}</p>
          </Notice>
        )}
        <TextField
          label={t('name')}
          name="name"
          autoComplete="name"
          maxLength={120}
          value={name}
          error={words?.forField('name')}
          onChange={(event) => setName(event.target.value)}
        />
        <TextField
          label={t('email')}
          type="email"
          name="email"
          autoComplete="username"
          value={email}
          error={words?.forField('email')}
          onChange={(event) => setEmail(event.target.value)}
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
        <Button type="submit" variant="primary" busy={busy}>
          {t('setUp.submit')}
        </Button>
      </form>
    </AuthFrame>
  )
}
