import { useRef, useState } from 'react'
import { useMutation } from '@apollo/client/react'
import { graphql } from '@vises/schema/admin'
import type { RoleName } from '@vises/schema/admin/graphql'
import { Button } from '@vises/ui/Button.tsx'
import { Dialog } from '@vises/ui/Dialog.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { SelectField, TextArea, TextField } from '@vises/ui/Field.tsx'
import { useErrorTexts } from '@vises/ui/error-texts.ts'
import { useTexts } from '@vises/ui/texts.tsx'
import { useUndo } from '@vises/ui/Undo.tsx'
import { useStaffRoles } from './RoleSelect.tsx'

const InviteDialog_Invite = graphql(`
  mutation InviteDialog_Invite($input: InviteMemberInput!) {
    inviteMember(input: $input) {
      problem
      invitation {
        id
      }
    }
  }
`)

/** Invites one person into a role of the partner. */
export function InviteDialog({ onClose, onInvited }: { onClose: () => void; onInvited: () => unknown }) {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('people')
  const { t: word } = useTexts<typeof import('@vises/ui/texts.fr.json')>('ui')
  const roles = useStaffRoles()
  const [email, setEmail] = useState('')
  const address = useRef<HTMLInputElement>(null)
  const [role, setRole] = useState<RoleName>('coach')
  const [mailLanguage, setMailLanguage] = useState<string>(language)
  const [message, setMessage] = useState('')
  const [invite, { loading, error, data }] = useMutation(InviteDialog_Invite, { errorPolicy: 'none' })
  const words = useErrorTexts()
  const tell = useUndo()
  const problem = data?.inviteMember.problem

  const send = async () => {
    const answer = await invite({
      variables: { input: { email, role, language: mailLanguage, message: message || null } },
    }).catch(() => undefined)
    // What is refused is nearly always the address.
    if (!answer?.data?.inviteMember.invitation) return address.current?.focus()
    tell({ text: t('invitationSent', { email }) })
    await onInvited()
    onClose()
  }

  return (
    <Dialog open title={t('inviteTitle')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <TextField
          ref={address}
          label={t('email')}
          type="email"
          autoComplete="off"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
          error={problem ? t(`problem.${problem}`) : error && words(error).forField('email')}
        />
        <SelectField
          label={t('role')}
          value={role}
          options={roles.map((one) => ({ value: one, label: word(`role.${one}`) }))}
          onChange={(event) => setRole(event.target.value as RoleName)}
          help={t(`roleHelp.${role}`)}
        />
        <SelectField
          label={t('mailLanguage')}
          value={mailLanguage}
          options={[
            { value: 'fr', label: 'Français' },
            { value: 'nl', label: 'Nederlands' },
            { value: 'en', label: 'English' },
          ]}
          onChange={(event) => setMailLanguage(event.target.value)}
        />
        <TextArea
          label={t('message')}
          optional
          value={message}
          maxLength={2000}
          onChange={(event) => setMessage(event.target.value)}
        />
        {error && !words(error).forField('email') && <FailedState error={error} />}
        <div style={{ display: 'flex', gap: 8, justifyContent: 'flex-end', marginTop: 16 }}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="primary" busy={loading}>
            {t('send')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
