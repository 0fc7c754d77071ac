import { useState } from 'react'
import { useMutation } from '@apollo/client/react'
import { graphql } from '@vises/schema/client'
import { Button } from '@vises/ui/Button.tsx'
import { Dialog } from '@vises/ui/Dialog.tsx'
import { TextArea } from '@vises/ui/Field.tsx'
import { Notice } from '@vises/ui/Notice.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { useUndo } from '@vises/ui/Undo.tsx'
import styles from './Collection.module.css'
import { DeedTrouble } from './DeedTrouble.tsx'
import { useCountWords } from './useCountWords.ts'
import { useDeed } from './useDeed.ts'
import type { Wave } from './useWave.ts'

const CollectionPage_Invite = graphql(`
  mutation CollectionPage_Invite($id: ID!, $message: String) {
    sendInvitations(waveId: $id, message: $message) {
      problem
      wave {
        ...CollectionWave
      }
    }
  }
`)
const CollectionPage_Remind = graphql(`
  mutation CollectionPage_Remind($id: ID!, $message: String) {
    sendReminders(waveId: $id, message: $message) {
      problem
      wave {
        ...CollectionWave
      }
    }
  }
`)

/** Invitations and reminders: how many get one, and what was sent. */
export function Mailing({ wave }: { wave: Wave }) {
  const { t, formatDay } = useTexts<typeof import('./texts.fr.json')>('collection')
  const words = useCountWords()
  const [writes, setWrites] = useState<'invitation' | 'reminder'>()
  const { invitees, waiting, unsubscribed, answered, remindersLeft } = wave.mail
  const mailed = invitees - waiting - unsubscribed
  const leaving = wave.mailings.some(({ finished }) => !finished)
  return (
    <section aria-labelledby="mail" id="mail">
      <h2>{t('mail')}</h2>
      <ul className={styles.figures}>
        <li>
          <strong>{invitees}</strong> {t('onList', { count: invitees })}
        </li>
        <li>
          <strong>{waiting}</strong> {t('notMailed')}
        </li>
        <li>
          <strong>{words.number(answered)}</strong> {t('cameBack')}
        </li>
        {unsubscribed > 0 && (
          <li>
            <strong>{unsubscribed}</strong> {t('wantNoMore')}
          </li>
        )}
      </ul>
      <Notice>{t('nobodyKnows')}</Notice>
      {wave.status !== 'open' && <p>{t(`mailWhile.${wave.status}`)}</p>}
      {wave.status === 'open' && !leaving && (
        <div className={styles.acts}>
          {waiting > 0 && (
            <Button variant="primary" icon="mail" onClick={() => setWrites('invitation')}>
              {t('invite', { count: waiting })}
            </Button>
          )}
          {mailed > 0 && remindersLeft > 0 && (
            <Button icon="mail" onClick={() => setWrites('reminder')}>
              {t('remind')}
            </Button>
          )}
          {mailed > 0 && <span>{t('remindersLeft', { count: remindersLeft })}</span>}
        </div>
      )}
      {wave.mailings.length > 0 && (
        <>
          <h3 className={styles.sent}>{t('sent')}</h3>
          <ul>
            {wave.mailings.map(({ id, kind, sentOn, count, finished, byName, message }) => (
              <li key={id}>
                {t(`mailing.${kind}`)} · {formatDay(sentOn)} · {byName} ·{' '}
                {!finished ? t('leaving') : count === null ? t('countNotTold') : t('mails', { count })}
                {message && <q className={styles.message}>{message}</q>}
              </li>
            ))}
          </ul>
        </>
      )}
      {writes && <MailDialog key={writes} wave={wave} kind={writes} onClose={() => setWrites(undefined)} />}
    </section>
  )
}

interface MailDialogProps {
  wave: Wave
  kind: 'invitation' | 'reminder'
  onClose: () => void
}

/** A few words of one's own before a round of mails leaves. */
function MailDialog({ wave, kind, onClose }: MailDialogProps) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('collection')
  const { invitees, waiting, unsubscribed, answered } = wave.mail
  const [message, setMessage] = useState('')
  const [invite] = useMutation(CollectionPage_Invite, { refetchQueries: ['CollectionPage_People'] })
  const [remind] = useMutation(CollectionPage_Remind)
  const deed = useDeed()
  const tell = useUndo()
  const most = invitees - waiting - unsubscribed
  const send = async () => {
    const variables = { id: wave.id, message: message.trim() || null }
    const done = await deed.run(async () =>
      kind === 'invitation'
        ? (await invite({ variables })).data?.sendInvitations
        : (await remind({ variables })).data?.sendReminders,
    )
    if (!done) return
    tell({ text: t(`under.${kind}`) })
    onClose()
  }
  const who =
    kind === 'invitation'
      ? t('inviteWho', { count: waiting })
      : answered.count === null
        ? t('remindWhoBanded', { count: most })
        : t('remindWho', { count: Math.max(0, most - answered.count) })
  return (
    <Dialog open title={t(`mailing.${kind}`)} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <p>{who}</p>
        <TextArea
          label={t('message')}
          help={t('messageHelp')}
          optional
          maxLength={2000}
          value={message}
          onChange={(event) => setMessage(event.target.value)}
        />
        <DeedTrouble deed={deed} />
        <div className={styles.acts}>
          <Button type="submit" variant="primary" icon="mail" busy={deed.busy}>
            {t('send')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
