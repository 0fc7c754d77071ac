import { useRef, useState } from 'react'
import { useMutation } from '@apollo/client/react'
import { graphql } from '@vises/schema/admin'
import type { RoleName } from '@vises/schema/admin/graphql'
import { Button } from '@vises/ui/Button.tsx'
import { Dialog } from '@vises/ui/Dialog.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { ChoiceField, SelectField, TextArea, TextField } from '@vises/ui/Field.tsx'
import { useErrorTexts } from '@vises/ui/error-texts.ts'
import { useTexts } from '@vises/ui/texts.tsx'
import { useUndo } from '@vises/ui/Undo.tsx'
import styles from './Enterprise.module.css'

const Enterprise_Invite = graphql(`
  mutation Enterprise_Invite($input: InviteMemberInput!) {
    inviteMember(input: $input) {
      problem
      invitation {
        id
      }
    }
  }
`)

const ROLES = ['manager', 'contributor'] as const
const LANGUAGES = [
  { value: 'fr', label: 'Français' },
  { value: 'nl', label: 'Nederlands' },
  { value: 'en', label: 'English' },
]

/** Invites a person of the enterprise by mail. */
export function InviteDialog({
  enterpriseId,
  onClose,
  onInvited,
}: {
  enterpriseId: string
  onClose: () => void
  onInvited: () => Promise<unknown>
}) {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('enterprises')
  const { t: word } = useTexts<typeof import('@vises/ui/texts.fr.json')>('ui')
  const [email, setEmail] = useState('')
  const address = useRef<HTMLInputElement>(null)
  const [role, setRole] = useState<RoleName>('manager')
  const [mailLanguage, setMailLanguage] = useState<string>(language)
  const [message, setMessage] = useState('')
  const [invite, { loading, error, data }] = useMutation(Enterprise_Invite)
  const words = useErrorTexts()
  const tell = useUndo()
  const problem = data?.inviteMember.problem
  const emailError = problem ? t(`inviteProblem.${problem}`) : error && words(error).forField('email')

  const send = async () => {
    const input = { email: email.trim(), role, enterpriseId, language: mailLanguage, message: message.trim() || null }
    const answer = await invite({ variables: { input } }).catch(() => undefined)
    // What is refused is nearly always the address.
    if (!answer?.data?.inviteMember.invitation) return address.current?.focus()
    tell({ text: t('invited', { email }) })
    onClose()
    await onInvited()
  }

  return (
    <Dialog open title={t('inviteTitle')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!loading) void send()
        }}
      >
        <TextField
          ref={address}
          label={t('email')}
          type="email"
          autoComplete="off"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
          error={emailError}
        />
        <ChoiceField
          label={t('role')}
          kind="one"
          value={[role]}
          onChange={([chosen]) => setRole(chosen as RoleName)}
          options={ROLES.map((one) => ({ value: one, label: word(`role.${one}`), help: t(`roleHelp.${one}`) }))}
        />
        <SelectField
          label={t('mailLanguage')}
          value={mailLanguage}
          options={LANGUAGES}
          onChange={(event) => setMailLanguage(event.target.value)}
        />
        <TextArea
          label={t('message')}
          optional
          value={message}
          maxLength={2000}
          onChange={(event) => setMessage(event.target.value)}
        />
        {error && !emailError && <FailedState error={error} />}
        <div className={styles.dialogActs}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="primary" icon="mail" busy={loading}>
            {t('sendInvitation')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
