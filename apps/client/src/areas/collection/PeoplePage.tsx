import { useTexts } from '@vises/ui/texts.tsx'
import { AddPeople } from './AddPeople.tsx'
import styles from './Collection.module.css'
import { Mailing } from './Mailing.tsx'
import { PeopleList } from './PeopleList.tsx'
import type { Wave } from './useWave.ts'
import { WaveFrame } from './WaveFrame.tsx'

/** People invited by mail, each with a link of their own; nobody sees who of them has answered. */
export function PeoplePage() {
  return <WaveFrame>{(wave, writes) => writes && <People wave={wave} />}</WaveFrame>
}

function People({ wave }: { wave: Wave }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('collection')
  return (
    <>
      <p className={styles.lead}>{t('peopleLead')}</p>
      {wave.mail.invitees > 0 && <Mailing wave={wave} />}
      <AddPeople wave={wave} />
      {wave.mail.invitees > 0 && <PeopleList wave={wave} />}
    </>
  )
}
