import { useEffect, useState, type FormEvent } from 'react'
import { Link } from 'react-router'
import { Button } from '../Button.tsx'
import { TextField } from '../Field.tsx'
import { Notice } from '../Notice.tsx'
import { useTexts } from '../texts.tsx'
import { AuthFrame } from './AuthFrame.tsx'
import { identity, readSite } from './identity.ts'
import { useIdentityWords } from './identity-words.ts'
import { useDeed } from './use-deed.ts'

/** Asks for a link to choose a new password; says the same whether the account exists or not. */
export function ForgotPasswordPage() {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('auth')
  const words = useIdentityWords()
  const { busy, error, run } = useDeed()
  const [email, setEmail] = useState('')
  const [asked, setAsked] = useState(false)
  const [outbox, setOutbox] = useState(false)

  useEffect(() => {
    readSite().then(
      ({ demo, smtp }) => setOutbox(demo && !smtp),
      () => undefined,
    )
  }, [])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    void run(async () => {
      await identity.askForReset(email)
      setAsked(true)
    })
  }
  return (
    <AuthFrame title={t('forgot.title')} lead={asked ? undefined : t('forgot.lead')}>
      {asked ? (
        <Notice tone="success" live="polite">
          <p>{t('forgot.asked', { email })}</p>
          {outbox && (
            <p>
              <a href="/outbox">{t('forgot.outbox')}</a>
            </p>
          )}
        </Notice>
      ) : (
        <form onSubmit={submit}>
          <TextField
            label={t('email')}
            type="email"
            name="email"
            autoComplete="username"
            value={email}
            error={error === undefined ? undefined : words(error)}
            onChange={(event) => setEmail(event.target.value)}
          />
          <Button type="submit" variant="primary" busy={busy}>
            {t('forgot.submit')}
          </Button>
        </form>
      )}
      <p style={{ margin: '16px 0 0' }}>
        <Link to={`/${language}/sign-in`}>{t('toSignIn')}</Link>
      </p>
    </AuthFrame>
  )
}
