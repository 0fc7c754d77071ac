import { Button } from '@vises/ui/Button.tsx'
import { Notice } from '@vises/ui/Notice.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import styles from './Device.module.css'
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
  const takeAway = (id: string) => {
    const answer = waiting.find((one) => one.id === id)!
    const link = document.createElement('a')
    link.href = URL.createObjectURL(
      new Blob([JSON.stringify(answer.submission.answers, null, 2)], { type: 'application/json' }),
    )
    link.download = `${answer.takenOn}.json`
    link.click()
    URL.revokeObjectURL(link.href)
  }
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting">{t('waiting')}</h2>
      <p role="status">
        {open.length === 0 ? t('nothingWaits', { sent }) : t(sending ? 'sendingNow' : 'waits', { count: open.length })}
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
      {refused.map(({ id, title, refused: reason }) => (
        <Notice
          key={id}
          tone="warning"
          title={t('refused', { title })}
          actions={
            <>
              <Button icon="download" onClick={() => takeAway(id)}>
                {t('takeAway')}
              </Button>
              <Button variant="danger" onClick={() => void store?.sent(id).then(device.read)}>
                {t('remove')}
              </Button>
            </>
          }
        >
          {t(`reason.${REASONS.find((one) => one === reason) ?? 'invalid'}`)}
        </Notice>
      ))}
    </section>
  )
}
