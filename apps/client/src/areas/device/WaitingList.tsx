import { Button } from '@vises/ui/Button.tsx'
import { Notice } from '@vises/ui/Notice.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import styles from './Device.module.css'
import { tryAgain } from './outbox.ts'
import { takeAway } from './take-away.ts'
import type { Device } from './useDevice.ts'

const REASONS = [
  'unknown',
  'notYet',
  'closed',
  'spent',
  'full',
  'invalid',
  'outdated',
  'doubled',
  'fileType',
  'fileSize',
] as const

/** Answers that have not reached the server: how many, and what to do about those it does not take. */
export function WaitingList({ device }: { device: Device }) {
  const { t, formatDay } = useTexts<typeof import('./texts.fr.json')>('device')
  const { waiting, sending, sent, store } = device
  const open = waiting.filter(({ refused }) => !refused)
  const refused = waiting.filter((answer) => answer.refused)
  const { room } = device
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting">{t('waiting')}</h2>
      <p role="status">
        {open.length > 0 && t(sending ? 'sendingNow' : 'waits', { count: open.length })}
        {open.length === 0 &&
          (refused.length > 0 ? t('onlyRefused', { count: refused.length }) : t('nothingWaits', { sent }))}
      </p>
      {open.length > 0 && (
        <>
          <ul className={styles.list}>
            {open.map(({ id, title, takenOn, files }) => (
              <li key={id} className={styles.item}>
                {title}
                <span className={styles.soft}>{t('takenOn', { day: formatDay(takenOn), files: files.length })}</span>
              </li>
            ))}
          </ul>
          <Button icon="refresh" busy={sending} onClick={() => void device.send()}>
            {t('sendNow')}
          </Button>
        </>
      )}
      {room?.tight && <Notice tone="warning">{t('tight')}</Notice>}
      {refused.map((answer) => (
        <Notice
          key={answer.id}
          tone="warning"
          title={t('refused', { title: answer.title, day: formatDay(answer.takenOn) })}
          actions={
            <>
              {store && (
                <>
                  <Button icon="refresh" onClick={() => void tryAgain(store, answer).then(device.send)}>
                    {t('tryAgain')}
                  </Button>
                  <Button icon="download" onClick={() => void takeAway(store, answer)}>
                    {t('takeAway')}
                  </Button>
                </>
              )}
              <Button
                variant="danger"
                onClick={() => {
                  if (window.confirm(t('removeSure'))) void store?.done(answer.id).then(device.read)
                }}
              >
                {t('remove')}
              </Button>
            </>
          }
        >
          {t(`reason.${REASONS.find((one) => one === answer.refused) ?? 'invalid'}`)}
        </Notice>
      ))}
    </section>
  )
}
