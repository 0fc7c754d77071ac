import { useState } from 'react'
import { useMutation } from '@apollo/client/react'
import { useSearchParams } from 'react-router'
import { graphql } from '@vises/schema/client'
import { Button } from '@vises/ui/Button.tsx'
import { useErrorTexts } from '@vises/ui/error-texts.ts'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { Notice } from '@vises/ui/Notice.tsx'
import { PartialState } from '@vises/ui/PartialState.tsx'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { useUndo } from '@vises/ui/Undo.tsx'
import { CoachGrant } from './CoachGrant.tsx'
import styles from './Collection.module.css'
import { DeedTrouble } from './DeedTrouble.tsx'
import { MainFields } from './MainFields.tsx'
import { MoreFields } from './MoreFields.tsx'
import { ReadFields } from './ReadFields.tsx'
import { useContent } from './useContent.ts'
import { useDeed } from './useDeed.ts'
import { useSaveGroups } from './useSaveGroups.ts'
import type { Wave } from './useWave.ts'
import { formOf, NO_GROUP, settingsOf } from './wave-form.ts'
import { WaveFrame } from './WaveFrame.tsx'

const CollectionPage_Change = graphql(`
  mutation CollectionPage_Change($input: ChangeWaveInput!) {
    changeWave(input: $input) {
      problem
      wave {
        ...CollectionWave
      }
    }
  }
`)

/** The settings of a collection, to be changed while it runs. */
export function SettingsPage() {
  return (
    <WaveFrame>
      {(wave, writes) =>
        writes && (
          <div className={styles.narrow}>
            <Settings wave={wave} />
            <CoachGrant wave={wave} />
          </div>
        )
      }
    </WaveFrame>
  )
}

function Settings({ wave }: { wave: Wave }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('collection')
  const [address, setAddress] = useSearchParams()
  const { content, error, refetch } = useContent(wave.questionnaireId, wave.version)
  const [form, setForm] = useState(() => {
    const begun = formOf(wave)
    return begun.groups.length > 0 ? begun : { ...begun, groups: [NO_GROUP] }
  })
  const set = (next: Partial<typeof form>) => setForm((before) => ({ ...before, ...next }))
  const [change] = useMutation(CollectionPage_Change)
  const saveGroups = useSaveGroups()
  const deed = useDeed()
  const { forField } = useErrorTexts()(deed.error)
  const tell = useUndo()

  const submit = async () => {
    if (form.languages.length === 0) return
    const input = { waveId: wave.id, settings: settingsOf(form) }
    const done = await deed.run(async () => {
      const changed = (await change({ variables: { input } })).data?.changeWave
      return changed?.problem ? changed : saveGroups(wave.id, form)
    })
    if (!done?.wave) return
    setForm(formOf(done.wave))
    setAddress({}, { replace: true })
    tell({ text: t('settingsSaved') })
  }
  const renew = async () => {
    const input = { waveId: wave.id, version: wave.latestVersion }
    const done = await deed.run(async () => (await change({ variables: { input } })).data?.changeWave)
    if (done) tell({ text: t('versionTaken', { number: wave.latestVersion }) })
  }

  if (error && !content) return <FailedState error={error} onRetry={() => refetch()} />
  if (!content) return <Skeleton kind="page" rows={6} />
  return (
    <>
      {address.get('without') === 'groups' && <PartialState missing={[t('groups')]} />}
      {wave.latestVersion > wave.version && (
        <Notice
          title={t('newerVersion', { number: wave.latestVersion, asked: wave.version })}
          actions={
            <Button busy={deed.busy} onClick={() => void renew()}>
              {t('takeVersion', { number: wave.latestVersion })}
            </Button>
          }
        >
          {t('newerVersionText')}
        </Notice>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <MainFields {...{ form, set, forField, content }} />
        <ReadFields {...{ form, set, forField }} />
        <MoreFields {...{ form, set, forField, content }} />
        <DeedTrouble deed={deed} />
        <Button type="submit" variant="primary" icon="save" busy={deed.busy}>
          {t('saveSettings')}
        </Button>
      </form>
    </>
  )
}
