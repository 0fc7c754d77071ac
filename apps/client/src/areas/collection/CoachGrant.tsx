import { useMutation } from '@apollo/client/react'
import { graphql } from '@vises/schema/client'
import { useViewer } from '@vises/ui/auth/Session.tsx'
import { CheckField } from '@vises/ui/Field.tsx'
import { Term } from '@vises/ui/Term.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { useUndo } from '@vises/ui/Undo.tsx'
import styles from './Collection.module.css'
import { DeedTrouble } from './DeedTrouble.tsx'
import { useDeed } from './useDeed.ts'
import type { Wave } from './useWave.ts'

const CollectionPage_AllowCoach = graphql(`
  mutation CollectionPage_AllowCoach($id: ID!, $allowed: Boolean!) {
    allowCoach(waveId: $id, allowed: $allowed) {
      problem
      wave {
        ...CollectionWave
      }
    }
  }
`)

/** Whether the coach may read single answers: decided by the manager, said to everybody who collects. */
export function CoachGrant({ wave }: { wave: Wave }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('collection')
  const { can } = useViewer()
  const [allow] = useMutation(CollectionPage_AllowCoach)
  const deed = useDeed()
  const tell = useUndo()
  const decides = can.includes('sharing:choose')
  const decide = async (allowed: boolean) => {
    const done = await deed.run(async () => (await allow({ variables: { id: wave.id, allowed } })).data?.allowCoach)
    if (done) tell({ text: t(allowed ? 'coachAllowed' : 'coachDisallowed') })
  }
  return (
    <section aria-labelledby="coach" className={styles.part}>
      <h2 id="coach">
        <Term word="coach">{t('coach')}</Term>
      </h2>
      <p>{t('coachAlways')}</p>
      <DeedTrouble deed={deed} />
      {decides ? (
        <CheckField
          label={t('coachGrant')}
          help={t('coachGrantHelp')}
          checked={wave.coachReadsResponses}
          onChange={(event) => void decide(event.target.checked)}
        />
      ) : (
        <p>{t(wave.coachReadsResponses ? 'coachMay' : 'coachMayNot')}</p>
      )}
    </section>
  )
}
