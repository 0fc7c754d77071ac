import { useSession } from '@vises/ui/auth/Session.tsx'
import { Button } from '@vises/ui/Button.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { Notice } from '@vises/ui/Notice.tsx'
import { Page } from '@vises/ui/Page.tsx'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { useEffect, useState } from 'react'
import { canKeep, onNewApp } from './app-copy.ts'
import styles from './Device.module.css'
import { leaveDevice, makeMine, wipeDevice } from './guard.ts'
import { keepTrying } from './keep-trying.ts'
import { KeepForm } from './KeepForm.tsx'
import { KeptList } from './KeptList.tsx'
import { TakeAnswer } from './TakeAnswer.tsx'
import { useDevice, type Device } from './useDevice.ts'
import { WaitingList } from './WaitingList.tsx'

/** Collecting without a connection: what is kept on this device, answers taken here, and what waits to be sent. */
export default function DevicePage() {
  const { t } = useTexts<typeof import('./texts.fr.json')>('device')
  const { viewer, refresh } = useSession()
  const device = useDevice(viewer?.id)
  const [answering, setAnswering] = useState<string>()
  const [newApp, setNewApp] = useState(false)
  const asked = device.kept?.find(({ id }) => id === answering)
  useEffect(() => onNewApp(() => setNewApp(true)), [])
  useEffect(() => {
    // Back from a time without a connection the whole app returns, but not over an answer that is being given.
    if (viewer || asked) return undefined
    return keepTrying(() => comeBack(refresh))
  }, [viewer, asked, refresh])

  if (asked && device.store)
    return (
      <TakeAnswer
        kept={asked}
        store={device.store}
        onTaken={async () => {
          await device.read()
          void device.send()
        }}
        onClose={() => setAnswering(undefined)}
      />
    )
  return (
    <Page title={t('title')} lead={t('lead')} width="text">
      {!viewer && (
        <Notice
          tone="info"
          title={t('offline')}
          actions={
            <Button icon="refresh" onClick={() => void refresh().catch(() => undefined)}>
              {t('tryConnection')}
            </Button>
          }
        >
          {t('offlineText')}
        </Notice>
      )}
      {newApp && (
        <Notice
          live="polite"
          title={t('newApp')}
          actions={<Button onClick={() => location.reload()}>{t('reload')}</Button>}
        >
          {t('newAppText')}
        </Notice>
      )}
      {device.failed !== undefined && (
        <FailedState what={t('storeFailed')} error={device.failed} onRetry={device.open} />
      )}
      {!device.standing && device.failed === undefined && <Skeleton rows={4} />}
      {device.standing === 'free' && viewer && <Claim device={device} viewerId={viewer.id} />}
      {device.standing === 'foreign' && <Foreign device={device} />}
      {device.standing === 'mine' && (
        <>
          <WaitingList device={device} />
          <KeptList device={device} onAnswer={setAnswering} />
          {viewer && device.store && <KeepForm store={device.store} kept={device.kept ?? []} onKept={device.read} />}
          <section aria-labelledby="about" className={styles.about}>
            <h2 id="about">{t('about')}</h2>
            <p>{t('aboutText')}</p>
            {device.room && !device.room.lasting && <p>{t('notLasting')}</p>}
            <Button
              icon="remove"
              onClick={() =>
                void leaveDevice().then((left) => {
                  if (left) void device.open()
                })
              }
            >
              {t('empty')}
            </Button>
          </section>
        </>
      )}
    </Page>
  )
}

const PATIENCE_MS = 30_000
let askedAt = -Infinity

/** Asks who is signed in once the server can be reached; an app that cannot come back is not asked without end. */
async function comeBack(refresh: () => Promise<unknown>): Promise<boolean> {
  const there = await fetch('/api/site', { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  )
  if (there && performance.now() - askedAt > PATIENCE_MS) {
    askedAt = performance.now()
    await refresh()
  }
  return there
}

/** The question that comes before anything is kept. */
function Claim({ device, viewerId }: { device: Device; viewerId: string }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('device')
  if (!canKeep())
    return (
      <Notice tone="warning" title={t('cannot')}>
        {t('cannotText')}
      </Notice>
    )
  return (
    <Notice
      title={t('whose')}
      actions={
        <Button variant="primary" onClick={() => void makeMine(viewerId).then(device.open)}>
          {t('mine')}
        </Button>
      }
    >
      <p>{t('whoseText')}</p>
    </Notice>
  )
}

/** Somebody else's answers could not be sent: nothing of them is shown, and nothing is lost without asking. */
function Foreign({ device }: { device: Device }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('device')
  return (
    <Notice
      tone="warning"
      title={t('foreign')}
      actions={
        <Button
          variant="danger"
          onClick={() => {
            if (window.confirm(t('foreignSure'))) void wipeDevice().then(device.open)
          }}
        >
          {t('foreignEmpty')}
        </Button>
      }
    >
      {t('foreignText')}
    </Notice>
  )
}
