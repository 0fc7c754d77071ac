import { useState } from 'react'
import { useMutation } from '@apollo/client/react'
import { graphql } from '@vises/schema/admin'
import { Button } from '@vises/ui/Button.tsx'
import { Dialog } from '@vises/ui/Dialog.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { CheckField, TextArea } from '@vises/ui/Field.tsx'
import { Notice } from '@vises/ui/Notice.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import styles from './Compare.module.css'

const Compare_Publish = graphql(`
  mutation Compare_Publish($input: CreateReleaseInput!) {
    createRelease(input: $input) {
      problem
      releaseId
    }
  }
`)
const NOTE_LENGTH = 500

/** Says what publishing does before it is done: a release can be neither changed nor taken back. */
export function PublishDialog({ onClose, onAsked }: { onClose: () => void; onAsked: (releaseId: string) => void }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('compare')
  const [note, setNote] = useState('')
  const [understood, setUnderstood] = useState(false)
  const [unread, setUnread] = useState(false)
  const [publish, { data, loading, error }] = useMutation(Compare_Publish)

  const send = async () => {
    if (!understood) return setUnread(true)
    const answer = await publish({ variables: { input: { note: note.trim() || null } } }).catch(() => undefined)
    const releaseId = answer?.data?.createRelease.releaseId
    if (releaseId) onAsked(releaseId)
  }

  return (
    <Dialog open title={t('publishTitle')} onClose={onClose}>
      <ul>
        <li>{t('publishCounts')}</li>
        <li>{t('publishReaders')}</li>
        <li>{t('publishFrozen')}</li>
      </ul>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <TextArea
          label={t('note')}
          help={t('noteHelp', { max: NOTE_LENGTH })}
          optional
          maxLength={NOTE_LENGTH}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <CheckField
          label={t('understood')}
          checked={understood}
          onChange={(event) => {
            setUnderstood(event.target.checked)
            setUnread(false)
          }}
          error={unread && t('understoodFirst')}
        />
        {data?.createRelease.problem && (
          <Notice tone="warning" live="assertive" title={t('nothingSharedTitle')}>
            <p>{t('nothingShared')}</p>
          </Notice>
        )}
        {error && <FailedState error={error} />}
        <div className={styles.acts}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="primary" busy={loading}>
            {t('publishNow')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
