import { useState } from 'react'
import { useApolloClient, useQuery } from '@apollo/client/react'
import { MEDIA_KINDS } from '@vises/questionnaire/model.ts'
import { graphql } from '@vises/schema/client'
import { useViewer } from '@vises/ui/auth/Session.tsx'
import { Button } from '@vises/ui/Button.tsx'
import { EmptyState } from '@vises/ui/EmptyState.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { SelectField } from '@vises/ui/Field.tsx'
import { Notice } from '@vises/ui/Notice.tsx'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { openLink } from '../../q/send/api.ts'
import { withFiles } from '../../q/send/form-files.ts'
import { keepApp } from './app-copy.ts'
import styles from './Device.module.css'
import type { DeviceStore, Kept } from './store.ts'
import { today } from './today.ts'

const DevicePage_Waves = graphql(`
  query DevicePage_Waves($enterpriseId: ID!) {
    waves(enterpriseId: $enterpriseId) {
      id
      title
      status
      questionnaireTitle
    }
  }
`)
const DevicePage_Links = graphql(`
  query DevicePage_Links($waveId: ID!) {
    wave(id: $waveId) {
      id
      links {
        id
        kind
        revoked
      }
    }
  }
`)
const DevicePage_Addresses = graphql(`
  query DevicePage_Addresses($waveId: ID!, $linkIds: [ID!]!) {
    linkAddresses(waveId: $waveId, linkIds: $linkIds) {
      id
      linkId
      groupName
      label
      address
    }
  }
`)

interface KeepFormProps {
  store: DeviceStore
  kept: Kept[]
  onKept: () => Promise<void> | undefined
}

/** Chooses a collection and keeps its questionnaire on this device. */
export function KeepForm({ store, kept, onKept }: KeepFormProps) {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('device')
  const { membership } = useViewer()
  const client = useApolloClient()
  const { data, error, refetch } = useQuery(DevicePage_Waves, {
    variables: { enterpriseId: membership?.enterpriseId ?? '' },
    fetchPolicy: 'cache-and-network',
  })
  const [waveId, setWaveId] = useState('')
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<unknown>()
  const [noLink, setNoLink] = useState(false)
  const [keptNow, setKeptNow] = useState<string>()
  const open = (data?.waves ?? []).filter(({ status }) => status === 'open')
  const keep = async () => {
    const wave = open.find(({ id }) => id === waveId)
    if (!wave) return
    setBusy(true)
    setFailed(undefined)
    setNoLink(false)
    setKeptNow(undefined)
    try {
      // A questionnaire without the app around it would not open out there.
      await keepApp()
      const links = await client.query({
        query: DevicePage_Links,
        variables: { waveId: wave.id },
        fetchPolicy: 'no-cache',
      })
      const linkIds = (links.data?.wave.links ?? [])
        .filter(({ kind, revoked }) => kind === 'open' && !revoked)
        .map(({ id }) => id)
      if (linkIds.length === 0) return setNoLink(true)
      const answer = await client.query({
        query: DevicePage_Addresses,
        variables: { waveId: wave.id, linkIds },
        fetchPolicy: 'no-cache',
      })
      const taken: string[] = []
      for (const { linkId, groupName, label, address } of answer.data?.linkAddresses ?? []) {
        const token = address.split('#')[1] ?? ''
        const form = await openLink(token, language)
        if (form.state !== 'open') continue
        const group = label || groupName || null
        const whole = await withFiles(form, MEDIA_KINDS)
        await store.keep({ id: linkId, waveId: wave.id, token, title: wave.title, group, keptOn: today(), form: whole })
        taken.push(linkId)
      }
      if (taken.length === 0) return setNoLink(true)
      // Links of this collection that no longer work are not offered again, unless an answer was begun with them.
      for (const { id } of kept.filter((old) => old.waveId === wave.id && !taken.includes(old.id)))
        if (!(await store.draft(id))) await store.forget(id)
      await onKept()
      setKeptNow(wave.title)
      setWaveId('')
    } catch (thrown) {
      setFailed(thrown)
    } finally {
      setBusy(false)
    }
  }
  return (
    <section aria-labelledby="keep">
      <h2 id="keep">{t('keepTitle')}</h2>
      {error && !data && <FailedState error={error} onRetry={() => refetch()} />}
      {!data && !error && <Skeleton rows={2} />}
      {data && open.length === 0 && <EmptyState title={t('noOpenWave')}>{t('noOpenWaveText')}</EmptyState>}
      {open.length > 0 && (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault()
            if (!busy) void keep()
          }}
        >
          <SelectField
            label={t('which')}
            required
            placeholder={t('choose')}
            value={waveId}
            onChange={(event) => setWaveId(event.target.value)}
            options={open.map(({ id, title, questionnaireTitle }) => ({
              value: id,
              label: `${title} (${questionnaireTitle})`,
            }))}
          />
          <Button type="submit" icon="download" busy={busy}>
            {t(kept.some((one) => one.waveId === waveId) ? 'keepAgain' : 'keep')}
          </Button>
          {noLink && (
            <Notice tone="warning" live="assertive" title={t('noLink')}>
              {t('noLinkText')}
            </Notice>
          )}
          {keptNow && (
            <Notice tone="success" live="polite">
              {t('keptNow', { title: keptNow })}
            </Notice>
          )}
          {failed !== undefined && <FailedState what={t('keepFailed')} error={failed} />}
        </form>
      )}
    </section>
  )
}
