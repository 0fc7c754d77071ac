import { useState, type FormEvent, type ReactNode } from 'react'
import { useLocation, useNavigate, useSearchParams } from 'react-router'
import { Button } from '../Button.tsx'
import { SelectField, TextField } from '../Field.tsx'
import { inLanguage, LANGUAGE_NAMES, LANGUAGES } from '../language.ts'
import { Notice } from '../Notice.tsx'
import { Page } from '../Page.tsx'
import { PasswordField } from '../PasswordField.tsx'
import { useTexts } from '../texts.tsx'
import styles from './AccountPage.module.css'
import { identity } from './identity.ts'
import { useIdentityWords } from './identity-words.ts'
import { useSession, useViewer } from './Session.tsx'
import { TwoFactor } from './TwoFactor.tsx'
import { useDeed } from './use-deed.ts'

/** One's own account: name and language, password, second factor, devices. */
export function AccountPage() {
  const { t } = useTexts<typeof import('./texts.fr.json')>('auth')
  const viewer = useViewer()
  const [search] = useSearchParams()
  const factor = (
    <Part title={t('factor.title')}>
      <TwoFactor />
    </Part>
  )
  return (
    <Page title={t('account.title')} width="text" lead={viewer.email}>
      {viewer.needsTwoFactor && search.get('factor') === 'needed' && (
        <Notice tone="warning" live="polite" title={t('factor.neededTitle')}>
          <p>{t('factor.needed')}</p>
        </Notice>
      )}
      {viewer.needsTwoFactor && factor}
      <Part title={t('account.profile')}>
        <Profile />
      </Part>
      <Part title={t('account.password')}>
        <Password />
      </Part>
      {!viewer.needsTwoFactor && factor}
      <Part title={t('account.devices')}>
        <Devices />
      </Part>
    </Page>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

function Answer({ error, done }: { error: unknown; done: string | undefined }) {
  const words = useIdentityWords()
  if (error !== undefined) {
    return (
      <Notice tone="danger" live="assertive">
        <p>{words(error)}</p>
      </Notice>
    )
  }
  return done ? (
    <Notice tone="success" live="polite">
      <p>{done}</p>
    </Notice>
  ) : null
}

function Profile() {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('auth')
  const viewer = useViewer()
  const { refresh } = useSession()
  const place = useLocation()
  const navigate = useNavigate()
  const { busy, error, run } = useDeed()
  const [name, setName] = useState(viewer.name)
  const [chosen, setChosen] = useState<string>(language)
  const [done, setDone] = useState<string>()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setDone(undefined)
    void run(async () => {
      await identity.updateProfile({ name: name.trim(), language: chosen })
      await refresh()
      setDone(t('account.saved'))
      const target = LANGUAGES.find((one) => one === chosen)
      if (target && target !== language) await navigate(inLanguage(target, place), { replace: true })
    })
  }
  return (
    <form onSubmit={submit}>
      <TextField
        label={t('name')}
        name="name"
        autoComplete="name"
        maxLength={120}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <SelectField
        label={t('account.language')}
        help={t('account.languageHelp')}
        options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        value={chosen}
        onChange={(event) => setChosen(event.target.value)}
      />
      <Answer error={error} done={done} />
      <Button type="submit" variant={viewer.needsTwoFactor ? 'secondary' : 'primary'} busy={busy}>
        {t('account.save')}
      </Button>
    </form>
  )
}

function Password() {
  const { t } = useTexts<typeof import('./texts.fr.json')>('auth')
  const viewer = useViewer()
  const { busy, error, run } = useDeed()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [done, setDone] = useState<string>()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setDone(undefined)
    void run(async () => {
      await identity.changePassword(current, next)
      setCurrent('')
      setNext('')
      setDone(t('account.passwordChanged'))
    })
  }
  return (
    <form onSubmit={submit}>
      <input type="text" name="email" autoComplete="username" defaultValue={viewer.email} hidden readOnly />
      <PasswordField
        label={t('currentPassword')}
        value={current}
        onChange={(event) => setCurrent(event.target.value)}
      />
      <PasswordField
        label={t('newPassword')}
        help={t('passwordHelp')}
        autoComplete="new-password"
        value={next}
        onChange={(event) => setNext(event.target.value)}
      />
      <Answer error={error} done={done} />
      <Button type="submit" busy={busy}>
        {t('account.changePassword')}
      </Button>
    </form>
  )
}

function Devices() {
  const { t } = useTexts<typeof import('./texts.fr.json')>('auth')
  const { refresh, signOut } = useSession()
  const { busy, error, run } = useDeed()
  return (
    <>
      <p>{t('account.devicesText')}</p>
      <Answer error={error} done={undefined} />
      <div className={styles.row}>
        <Button icon="signOut" busy={busy} onClick={() => void run(signOut)}>
          {t('account.signOutHere')}
        </Button>
        <Button
          busy={busy}
          onClick={() =>
            void run(async () => {
              await identity.signOutEverywhere()
              // This device is one of them: what it keeps goes as well.
              await signOut()
              await refresh()
            })
          }
        >
          {t('account.signOutEverywhere')}
        </Button>
      </div>
    </>
  )
}
