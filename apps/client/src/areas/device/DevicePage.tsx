import { useSession } from '@vises/ui/auth/Session.tsx'
import { Button } from '@vises/ui/Button.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { Notice } from '@vises/ui/Notice.tsx'
import { Page } from '@vises/ui/Page.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { useState } from 'react'
import { KeepForm } from './KeepForm.tsx'
import { KeptList } from './KeptList.tsx'
import { makeMine } from './store.ts'
import { useDevice } from './useDevice.ts'
import { TakeAnswer } from './TakeAnswer.tsx'
import { WaitingList } from './WaitingList.tsx'

/** Collecting without a connection: what is kept on this device, answers taken here, and what waits to be sent. */
export default function DevicePage() {
  const { t } = useTexts<typeof import('./texts.fr.json')>('device')
  const { viewer } = useSession()
  const device = useDevice()
  const [answering, setAnswering] = useState<string>()
  const asked = device.kept?.find(({ id }) => id === answering)

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
        <Notice tone="info" title={t('offline')}>
          {t('offlineText')}
        </Notice>
      )}
      {device.failed !== undefined && <FailedState what={t('storeFailed')} error={device.failed} />}
      {!device.mine && (
        <Notice
          title={t('whose')}
          actions={
            <Button
              variant="primary"
              onClick={() =>
                void makeMine().then(() => {
                  device.setMine(true)
                })
              }
            >
              {t('mine')}
            </Button>
          }
        >
          <p>{t('whoseText')}</p>
        </Notice>
      )}
      {device.mine && (
        <>
          <WaitingList device={device} />
          <KeptList device={device} onAnswer={setAnswering} />
          {viewer && device.store && <KeepForm store={device.store} kept={device.kept ?? []} onKept={device.read} />}
        </>
      )}
    </Page>
  )
}
