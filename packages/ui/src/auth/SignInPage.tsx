import { useEffect, useState, type FormEvent } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { Button } from '../Button.tsx'
import { DemoBadge } from '../DemoBadge.tsx'
import { TextField } from '../Field.tsx'
import { Notice } from '../Notice.tsx'
import { PasswordField } from '../PasswordField.tsx'
import { useTexts } from '../texts.tsx'
import { AuthFrame } from './AuthFrame.tsx'
import { identity, readSite, type Site } from './identity.ts'
import { useIdentityWords } from './identity-words.ts'
import { useRoleName } from './MembershipSwitch.tsx'
import { addressOf, appOf, useSession } from './Session.tsx'
import styles from './SignInPage.module.css'
import { focusNow } from './focus-now.ts'
import { useDeed } from './use-deed.ts'

/** E-mail and password, then a code when the account has a second factor; or another provider; or a demo account. */
export function SignInPage() {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('auth')
  const [site, setSite] = useState<Site>()
  const [step, setStep] = useState<'password' | 'code' | 'backupCode'>('password')
  const [email, setEmail] = useState('')
  const [search] = useSearchParams()
  const elsewhere = useDeed()
  const signedIn = useGoOn(search.get('next'))
  const { viewer } = useSession()

  useEffect(() => {
    let live = true
    readSite().then(
      (answer) => live && setSite(answer),
      () => undefined,
    )
    return () => {
      live = false
    }
  }, [])

  const demo = site?.demo ? <DemoAccounts site={site} onSignedIn={signedIn} onChosen={setEmail} /> : undefined
  if (step !== 'password') {
    return (
      <AuthFrame title={t('code.title')} lead={t(step === 'code' ? 'code.lead' : 'code.backupLead')}>
        <CodeForm
          key={step}
          kind={step}
          onDone={signedIn}
          onOther={() => setStep(step === 'code' ? 'backupCode' : 'code')}
          onBack={() => setStep('password')}
        />
      </AuthFrame>
    )
  }
  return (
    <AuthFrame title={t('signIn.title')} aside={demo}>
      {(search.get('error') || elsewhere.error !== undefined) && (
        <Notice tone="warning" live="polite">
          <p>{t(search.get('error') === 'signup_disabled' ? 'signIn.elsewhereUnknown' : 'signIn.elsewhereFailed')}</p>
        </Notice>
      )}
      {search.get('reset') === 'done' && (
        <Notice tone="success" live="polite">
          <p>{t('reset.done')}</p>
        </Notice>
      )}
      {viewer && (
        <Notice>
          <p>{t('signIn.already', { name: viewer.name })}</p>
        </Notice>
      )}
      <PasswordForm email={email} onEmail={setEmail} onDone={signedIn} onCode={() => setStep('code')} />
      {site?.oidcName && (
        <p className={styles.elsewhere}>
          <Button
            icon="key"
            busy={elsewhere.busy}
            onClick={() => {
              const here = `${import.meta.env.BASE_URL}${language}`
              void elsewhere.run(() => identity.signInElsewhere(`${here}/`, `${here}/sign-in`))
            }}
          >
            {t('signIn.elsewhere', { name: site.oidcName })}
          </Button>
        </p>
      )}
      <p className={styles.hint}>{t('signIn.noAccount')}</p>
    </AuthFrame>
  )
}

/** Where to go after signing in: the page asked for, else the home of the app the person works in. */
function useGoOn(next: string | null): () => Promise<void> {
  const { refresh, app } = useSession()
  const { language } = useTexts<typeof import('./texts.fr.json')>('auth')
  const navigate = useNavigate()
  return async () => {
    const viewer = await refresh()
    const home = viewer?.membership ? appOf(viewer.membership) : app
    // Only a page of ours, and never a way out: "//elsewhere".
    const page = next && /^\/(fr|nl|en)(\/[^/\\]|$)/.test(next) ? next : undefined
    if (home !== app && !page) location.assign(addressOf(home, language))
    else await navigate(page ?? `/${language}/`, { replace: true })
  }
}

function PasswordForm(props: {
  email: string
  onEmail: (email: string) => void
  onDone: () => Promise<void>
  onCode: () => void
}) {
  const { email, onEmail, onDone, onCode } = props
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('auth')
  const words = useIdentityWords()
  const { busy, error, run } = useDeed()
  const [password, setPassword] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void run(async () => {
      if ((await identity.signIn(email, password)) === 'codeNeeded') onCode()
      else await onDone()
    })
  }
  return (
    <form onSubmit={submit}>
      {error !== undefined && (
        <Notice tone="danger" live="assertive">
          <p>{words(error)}</p>
        </Notice>
      )}
      <TextField
        label={t('email')}
        type="email"
        name="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        value={email}
        onChange={(event) => onEmail(event.target.value)}
      />
      <PasswordField
        label={t('password')}
        name="password"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <Button type="submit" variant="primary" busy={busy}>
        {t('signIn.submit')}
      </Button>
      <p className={styles.forgot}>
        <Link to={`/${language}/forgot-password`}>{t('signIn.forgot')}</Link>
      </p>
    </form>
  )
}

function CodeForm(props: {
  kind: 'code' | 'backupCode'
  onDone: () => Promise<void>
  onOther: () => void
  onBack: () => void
}) {
  const { kind, onDone, onOther, onBack } = props
  const { t } = useTexts<typeof import('./texts.fr.json')>('auth')
  const words = useIdentityWords()
  const { busy, error, run } = useDeed()
  const [code, setCode] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void run(async () => {
      await (kind === 'code' ? identity.verifyCode(code) : identity.verifyBackupCode(code))
      await onDone()
    })
  }
  return (
    <form onSubmit={submit}>
      <TextField
        label={t(kind === 'code' ? 'code.label' : 'code.backupLabel')}
        error={error === undefined ? undefined : words(error)}
        autoComplete="one-time-code"
        inputMode={kind === 'code' ? 'numeric' : 'text'}
        autoCapitalize="none"
        spellCheck={false}
        ref={focusNow}
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      <Button type="submit" variant="primary" busy={busy}>
        {t('code.submit')}
      </Button>
      <div className={styles.others}>
        <Button variant="quiet" onClick={onOther}>
          {t(kind === 'code' ? 'code.useBackup' : 'code.useCode')}
        </Button>
        <Button variant="quiet" onClick={onBack}>
          {t('back')}
        </Button>
      </div>
    </form>
  )
}

function DemoAccounts(props: { site: Site; onSignedIn: () => Promise<void>; onChosen: (email: string) => void }) {
  const { site, onSignedIn, onChosen } = props
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('auth')
  const words = useIdentityWords()
  const roleName = useRoleName()
  const { busy, error, run } = useDeed()
  const { accounts = [], demoPassword } = site
  const choose = (email: string) => {
    if (demoPassword === undefined) return onChosen(email)
    void run(async () => {
      await identity.signIn(email, demoPassword)
      await onSignedIn()
    })
  }
  return (
    <section className={styles.demo} aria-labelledby="demo">
      <h2 id="demo">
        {t('demo.title')} <DemoBadge />
      </h2>
      <p>{t('demo.text')}</p>
      {error !== undefined && (
        <Notice tone="danger" live="assertive">
          <p>{words(error)}</p>
        </Notice>
      )}
      <ul>
        {accounts.map(({ email, name, role, who }) => (
          <li key={email}>
            <button type="button" disabled={busy} onClick={() => choose(email)}>
              <span className={styles.demoName}>{name}</span>
              <span className={styles.demoRole}>{roleName(role)}</span>
              <span className={styles.demoWho}>{who[language]}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
