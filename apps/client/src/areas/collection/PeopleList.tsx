import { useMutation, useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { graphql } from '@vises/schema/client'
import type { CollectionPage_PeopleQuery } from '@vises/schema/client/graphql'
import { Button } from '@vises/ui/Button.tsx'
import { ConfirmDialog } from '@vises/ui/ConfirmDialog.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { useLanguageName } from '@vises/ui/questionnaire/language-names.ts'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { useUndo } from '@vises/ui/Undo.tsx'
import styles from './Collection.module.css'
import { DeedTrouble } from './DeedTrouble.tsx'
import { useDeed } from './useDeed.ts'
import type { Wave } from './useWave.ts'

const CollectionPage_People = graphql(`
  query CollectionPage_People($waveId: ID!, $after: String) {
    invitees(waveId: $waveId, first: 50, after: $after) {
      nodes {
        id
        email
        name
        language
        groupId
        mailed
        unsubscribed
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)
const CollectionPage_RemovePerson = graphql(`
  mutation CollectionPage_RemovePerson($id: ID!) {
    removeInvitee(inviteeId: $id) {
      problem
      wave {
        ...CollectionWave
      }
    }
  }
`)

type Person = CollectionPage_PeopleQuery['invitees']['nodes'][number]

/** Who is on the list, and whether the invitation has left; never who has answered. */
export function PeopleList({ wave }: { wave: Wave }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('collection')
  const nameOf = useLanguageName()
  const { data, error, loading, refetch, fetchMore } = useQuery(CollectionPage_People, {
    variables: { waveId: wave.id },
    fetchPolicy: 'cache-and-network',
  })
  const [remove] = useMutation(CollectionPage_RemovePerson)
  const [leaving, setLeaving] = useState<Person>()
  const deed = useDeed()
  const tell = useUndo()
  const page = data?.invitees
  const groupName = (id: string | null) => wave.groups.find((group) => group.id === id)?.name
  const takeOff = async ({ id, email }: Person) => {
    const done = await deed.run(async () => (await remove({ variables: { id } })).data?.removeInvitee)
    if (!done) return
    setLeaving(undefined)
    await refetch()
    tell({ text: t('personRemoved', { email }) })
  }
  return (
    <section aria-labelledby="list">
      <h2 id="list">{t('list')}</h2>
      {error && !page && <FailedState what={t('peopleFailed')} error={error} onRetry={() => refetch()} />}
      {!page && !error && <Skeleton kind="table" rows={4} />}
      <ul className={styles.people}>
        {page?.nodes.map((person) => (
          <li key={person.id}>
            <div>
              <strong>{person.name ?? person.email}</strong>
              <span className={styles.facts}>
                {[
                  person.name && person.email,
                  groupName(person.groupId),
                  wave.languages.length > 1 && nameOf(person.language),
                  t(person.unsubscribed ? 'wantsNoMore' : person.mailed ? 'invited' : 'toInvite'),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </div>
            <Button
              variant="quiet"
              icon="remove"
              aria-label={t('removePerson', { email: person.email })}
              onClick={() => setLeaving(person)}
            >
              {t('remove')}
            </Button>
          </li>
        ))}
      </ul>
      {page?.pageInfo.hasNextPage && (
        <Button
          busy={loading}
          onClick={() => void fetchMore({ variables: { after: page.pageInfo.endCursor } }).catch(() => undefined)}
        >
          {t('morePeople')}
        </Button>
      )}
      {leaving && (
        <ConfirmDialog
          open
          title={t('removePersonTitle', { email: leaving.email })}
          losses={[t('removePersonLink'), t('removePersonMail')]}
          confirmLabel={t('removeNow')}
          busy={deed.busy}
          onConfirm={() => void takeOff(leaving)}
          onCancel={() => setLeaving(undefined)}
        >
          <p>{t('removePersonKept')}</p>
          <DeedTrouble deed={deed} />
        </ConfirmDialog>
      )}
    </section>
  )
}
