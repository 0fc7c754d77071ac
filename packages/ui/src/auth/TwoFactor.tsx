import { useState, type FormEvent } from 'react'
import { encode } from 'uqr'
import { Button } from '../Button.tsx'
import { TextField } from '../Field.tsx'
import { Notice } from '../Notice.tsx'
import { PasswordField } from '../PasswordField.tsx'
import { useTexts } from '../texts.tsx'
import styles from './AccountPage.module.css'
import { focusNow } from './focus-now.ts'
import { identity } from './identity.ts'
import { useIdentityWords } from './identity-words.ts'
import { useSession, useViewer } from './Session.tsx'
import { useDeed } from './use-deed.ts'

type Step =
  | { at: 'start' }
  | { at: 'password'; deed: 'enable' | 'disable' | 'newCodes' }
  | { at: 'confirm'; totpURI: string; backupCodes: string[] }
  | { at: 'codes'; backupCodes: string[] }

/** Turns the second factor on and off, and gives the codes for the day the telephone is lost. */
export function TwoFactor() {
  const { t } = useTexts<typeof import('./texts.fr.json')>('auth')
  const { hasTwoFactor, needsTwoFactor } = useViewer()
  const { refresh } = useSession()
  const [step, setStep] = useState<Step>({ at: 'start' })

  if (step.at === 'password') {
    return <AskPassword deed={step.deed} onBack={() => setStep({ at: 'start' })} onDone={setStep} />
  }
  if (step.at === 'confirm')
    return <Confirm {...step} onDone={() => setStep({ at: 'codes', backupCodes: step.backupCodes })} />
  if (step.at === 'codes') {
    return (
      <>
        <p>{t('factor.codesText')}</p>
        <ul className={styles.codes}>
          {step.backupCodes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <Button
          variant="primary"
          ref={focusNow}
          onClick={() => {
            setStep({ at: 'start' })
            void refresh()
          }}
        >
          {t('factor.codesKept')}
        </Button>
      </>
    )
  }
  return hasTwoFactor ? (
    <>
      <Notice tone="success">
        <p>{t('factor.on')}</p>
      </Notice>
      <div className={styles.row}>
        <Button onClick={() => setStep({ at: 'password', deed: 'newCodes' })}>{t('factor.newCodes')}</Button>
        <Button variant="danger" onClick={() => setStep({ at: 'password', deed: 'disable' })}>
          {t('factor.disable')}
        </Button>
      </div>
    </>
  ) : (
    <>
      <p>{t('factor.off')}</p>
      <Button
        variant={needsTwoFactor ? 'primary' : 'secondary'}
        onClick={() => setStep({ at: 'password', deed: 'enable' })}
      >
        {t('factor.enable')}
      </Button>
    </>
  )
}

function AskPassword(props: {
  deed: 'enable' | 'disable' | 'newCodes'
  onBack: () => void
  onDone: (step: Step) => void
}) {
  const { deed, onBack, onDone } = props
  const { t } = useTexts<typeof import('./texts.fr.json')>('auth')
  const { refresh } = useSession()
  const words = useIdentityWords()
  const { busy, error, run } = useDeed()
  const [password, setPassword] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void run(async () => {
      if (deed === 'enable') return onDone({ at: 'confirm', ...(await identity.enableTwoFactor(password)) })
      if (deed === 'newCodes') return onDone({ at: 'codes', ...(await identity.newBackupCodes(password)) })
      await identity.disableTwoFactor(password)
      await refresh()
      onDone({ at: 'start' })
    })
  }
  return (
    <form onSubmit={submit}>
      <p>{t(`factor.ask.${deed}`)}</p>
      <PasswordField
        label={t('currentPassword')}
        value={password}
        ref={focusNow}
        error={error === undefined ? undefined : words(error)}
        onChange={(event) => setPassword(event.target.value)}
      />
      <div className={styles.row}>
        <Button onClick={onBack}>{t('back')}</Button>
        <Button type="submit" variant={deed === 'disable' ? 'danger' : 'primary'} busy={busy}>
          {t(`factor.do.${deed}`)}
        </Button>
      </div>
    </form>
  )
}

function Confirm({ totpURI, onDone }: { totpURI: string; onDone: () => void }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('auth')
  const words = useIdentityWords()
  const { busy, error, run } = useDeed()
  const [code, setCode] = useState('')
  const secret = new URL(totpURI).searchParams.get('secret') ?? ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void run(async () => {
      await identity.verifyCode(code)
      onDone()
    })
  }
  return (
    <form onSubmit={submit}>
      <p>{t('factor.scan')}</p>
      <QrCode text={totpURI} label={t('factor.qr')} />
      <p>
        <a href={totpURI}>{t('factor.openApp')}</a>
      </p>
      <p>{t('factor.secret')}</p>
      <p className={styles.secret}>{secret.replace(/(.{4})(?=.)/g, '$1 ')}</p>
      <TextField
        label={t('code.label')}
        ref={focusNow}
        error={error === undefined ? undefined : words(error)}
        autoComplete="one-time-code"
        inputMode="numeric"
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      <Button type="submit" variant="primary" busy={busy}>
        {t('factor.confirm')}
      </Button>
    </form>
  )
}

/** Drawn here, so that the secret goes to nobody else. */
function QrCode({ text, label }: { text: string; label: string }) {
  const { size, data } = encode(text, { border: 2 })
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      width={200}
      height={200}
      role="img"
      aria-label={label}
      style={{ background: '#fff' }}
    >
      <path d={path} fill="#000" />
    </svg>
  )
}
