import { useState, type FormEvent } from 'react'
import { Link, useLocation, useNavigate } from 'react-router'
import { Button } from '../Button.tsx'
import { Notice } from '../Notice.tsx'
import { PasswordField } from '../PasswordField.tsx'
import { useTexts } from '../texts.tsx'
import { AuthFrame } from './AuthFrame.tsx'
import { identity } from './identity.ts'
import { useIdentityWords } from './identity-words.ts'
import { useDeed } from './use-deed.ts'

/** Takes a new password with the secret of the mailed link, which stands behind `#` so that no server logs it. */
export function ResetPasswordPage() {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('auth')
  const words = useIdentityWords()
  const { hash, search } = useLocation()
  const token = new URLSearchParams(hash.slice(1)).get('token') ?? new URLSearchParams(search).get('token')
  const { busy, error, run } = useDeed()
  const [password, setPassword] = useState('')
  const navigate = useNavigate()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void run(async () => {
      await identity.resetPassword(token ?? '', password)
      await navigate(`/${language}/sign-in?reset=done`, { replace: true })
    })
  }
  return (
    <AuthFrame title={t('reset.title')}>
      {token ? (
        <form onSubmit={submit}>
          <PasswordField
            label={t('newPassword')}
            help={t('passwordHelp')}
            name="new-password"
            autoComplete="new-password"
            value={password}
            error={error === undefined ? undefined : words(error)}
            onChange={(event) => setPassword(event.target.value)}
          />
          <Button type="submit" variant="primary" busy={busy}>
            {t('reset.submit')}
          </Button>
        </form>
      ) : (
        <Notice tone="warning">
          <p>{t('refused.INVALID_TOKEN')}</p>
        </Notice>
      )}
      <p style={{ margin: '16px 0 0' }}>
        <Link to={`/${language}/forgot-password`}>{t('reset.again')}</Link>
      </p>
    </AuthFrame>
  )
}
