import { useState } from 'react'
import { useMutation } from '@apollo/client/react'
import { graphql } from '@vises/schema/admin'
import { apiErrorOf } from '@vises/ui/api-error.ts'
import { Button } from '@vises/ui/Button.tsx'
import { Dialog } from '@vises/ui/Dialog.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { SelectField, TextField } from '@vises/ui/Field.tsx'
import { useErrorTexts } from '@vises/ui/error-texts.ts'
import { useTexts } from '@vises/ui/texts.tsx'
import { useUndo } from '@vises/ui/Undo.tsx'
import styles from './Programme.module.css'

const Programme_InviteAdmin = graphql(`
  mutation Programme_InviteAdmin($input: InvitePartnerAdminInput!) {
    invitePartnerAdmin(input: $input)
  }
`)

interface InviteAdminDialogProps {
  partner: { code: string; name: string; territory: string }
  onClose: () => void
}

/** Invites the first administrator of a partner; from then on the partner invites its own people. */
export function InviteAdminDialog({ partner, onClose }: InviteAdminDialogProps) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('programme')
  const [email, setEmail] = useState('')
  const [mailLanguage, setMailLanguage] = useState(partner.territory === 'VL' ? 'nl' : 'fr')
  const [invite, { loading, error }] = useMutation(Programme_InviteAdmin)
  const words = useErrorTexts()
  const tell = useUndo()

  const send = async () => {
    const answer = await invite({
      variables: { input: { partnerCode: partner.code, email: email.trim(), language: mailLanguage } },
    }).catch(() => undefined)
    if (!answer?.data) return
    tell({ text: t('invite.sent', { email: email.trim() }) })
    onClose()
  }

  return (
    <Dialog open title={t('invite.titleOf', { partner: partner.name })} onClose={onClose}>
      <p>{t('invite.help')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <TextField
          label={t('invite.email')}
          type="email"
          autoComplete="off"
          required
          maxLength={254}
          value={email}
          onChange={(event) => setEmail(event.target.value)}
          error={error && words(error).forField('email')}
        />
        <SelectField
          label={t('invite.language')}
          value={mailLanguage}
          options={[
            { value: 'fr', label: 'Français' },
            { value: 'nl', label: 'Nederlands' },
            { value: 'en', label: 'English' },
          ]}
          onChange={(event) => setMailLanguage(event.target.value)}
        />
        {error && !apiErrorOf(error).problemOf('email') && <FailedState error={error} />}
        <div className={styles.acts}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="primary" busy={loading}>
            {t('invite.send')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
