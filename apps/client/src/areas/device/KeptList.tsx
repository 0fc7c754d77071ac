import { Button } from '@vises/ui/Button.tsx'
import { EmptyState } from '@vises/ui/EmptyState.tsx'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import styles from './Device.module.css'
import type { Device } from './useDevice.ts'

/** The questionnaires kept here, each with the way to a new answer. */
export function KeptList({ device, onAnswer }: { device: Device; onAnswer: (id: string) => void }) {
  const { t, formatDay } = useTexts<typeof import('./texts.fr.json')>('device')
  const { kept, store } = device
  return (
    <section aria-labelledby="kept">
      <h2 id="kept">{t('kept')}</h2>
      {!kept && <Skeleton rows={2} />}
      {kept?.length === 0 && <EmptyState title={t('noneKept')}>{t('noneKeptText')}</EmptyState>}
      <ul className={styles.list}>
        {kept?.map(({ id, title, group, keptOn }) => (
          <li key={id} className={styles.item}>
            <span>
              <strong>{title}</strong>
              {group && ` · ${group}`}
              <span className={styles.soft}>{t('keptOn', { day: formatDay(keptOn) })}</span>
            </span>
            <span className={styles.acts}>
              <Button variant="primary" icon="plus" onClick={() => onAnswer(id)}>
                {t('answer')}
              </Button>
              <Button variant="quiet" icon="remove" onClick={() => void store?.forget(id).then(device.read)}>
                {t('forget')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
