import { useEffect, useState } from 'react'
import { useMutation } from '@apollo/client/react'
import { LIMITS } from '@vises/schema/limits'
import { graphql } from '@vises/schema/admin'
import { Button } from '@vises/ui/Button.tsx'
import { Dialog } from '@vises/ui/Dialog.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { SelectField, TextArea, TextField } from '@vises/ui/Field.tsx'
import { apiErrorOf } from '@vises/ui/api-error.ts'
import { useTextById, useTexts } from '@vises/ui/texts.tsx'
import { useUndo } from '@vises/ui/Undo.tsx'
import styles from './Enterprise.module.css'
import type { Session } from './SessionNote.tsx'
import { today } from './today.ts'

const Enterprise_RecordSession = graphql(`
  mutation Enterprise_RecordSession($input: RecordSessionInput!) {
    recordSession(input: $input) {
      id
    }
  }
`)
const Enterprise_EditSession = graphql(`
  mutation Enterprise_EditSession($id: ID!, $input: SupportSessionInput!) {
    editSession(id: $id, input: $input) {
      id
      heldOn
      minutes
      notes
      nextActions
    }
  }
`)

interface SessionDialogProps {
  /** The enterprises to choose among; one: it is about this one. */
  enterprises: { id: string; name: string }[]
  session?: Session
  onClose: () => void
  onSaved: () => Promise<unknown>
}

interface Draft {
  enterpriseId: string
  heldOn: string
  minutes: string
  notes: string
  nextActions: string
}

/** Writes down a meeting. What is typed is kept in this window until it is saved, also when the dialog is closed. */
export function SessionDialog({ enterprises, session, onClose, onSaved }: SessionDialogProps) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('enterprises')
  const textById = useTextById()
  const only = enterprises.length === 1 ? enterprises[0] : undefined
  const key = `session.${session?.id ?? only?.id ?? 'new'}`
  const [draft, setDraft] = useDraft(key, {
    enterpriseId: session?.enterpriseId ?? only?.id ?? '',
    heldOn: session?.heldOn ?? today(),
    minutes: session?.minutes?.toString() ?? '',
    notes: session?.notes ?? '',
    nextActions: session?.nextActions ?? '',
  })
  const [record, recording] = useMutation(Enterprise_RecordSession)
  const [edit, editing] = useMutation(Enterprise_EditSession)
  const tell = useUndo()
  const error = recording.error ?? editing.error
  const minutes = draft.minutes.trim() === '' ? null : Number(draft.minutes)
  const minutesWrong =
    minutes !== null && !(Number.isInteger(minutes) && minutes >= 0 && minutes <= LIMITS.sessionMinutes)
  const errorOf = (field: string) => {
    const code = error && apiErrorOf(error).problemOf(field)
    return code ? (textById(`enterprises.fault.${code}`) ?? t('fault.other')) : undefined
  }
  const set = (part: keyof Draft) => (event: { target: { value: string } }) =>
    setDraft({ ...draft, [part]: event.target.value })

  const save = async () => {
    if (minutesWrong) return
    const input = { heldOn: draft.heldOn, minutes, notes: draft.notes, nextActions: draft.nextActions }
    const answer = await (
      session
        ? edit({ variables: { id: session.id, input } })
        : record({ variables: { input: { ...input, enterpriseId: draft.enterpriseId } } })
    ).catch(() => undefined)
    if (!answer?.data) return
    forgetDraft(key)
    tell({ text: t('sessionSaved') })
    onClose()
    await onSaved()
  }

  return (
    <Dialog
      open
      wide
      keepsDraft
      title={session ? t('editSession') : only ? t('recordSessionWith', { name: only.name }) : t('recordSession')}
      onClose={onClose}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!recording.loading && !editing.loading) void save()
        }}
      >
        {!session && !only && (
          <SelectField
            label={t('enterprise')}
            required
            placeholder={t('choose')}
            value={draft.enterpriseId}
            onChange={set('enterpriseId')}
            options={enterprises.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <div className={styles.pair}>
          <TextField
            label={t('heldOn')}
            type="date"
            required
            value={draft.heldOn}
            onChange={set('heldOn')}
            error={errorOf('heldOn')}
          />
          <TextField
            label={t('minutes')}
            optional
            inputMode="numeric"
            value={draft.minutes}
            onChange={set('minutes')}
            error={minutesWrong ? t('minutesWrong', { max: LIMITS.sessionMinutes }) : errorOf('minutes')}
          />
        </div>
        <TextArea
          label={t('notes')}
          help={t('notesHelp')}
          optional
          rows={6}
          maxLength={LIMITS.sessionNotes}
          value={draft.notes}
          onChange={set('notes')}
          error={errorOf('notes')}
        />
        <TextArea
          label={t('nextActions')}
          help={t('nextActionsHelp')}
          optional
          maxLength={LIMITS.sessionNextActions}
          value={draft.nextActions}
          onChange={set('nextActions')}
          error={errorOf('nextActions')}
        />
        {error && apiErrorOf(error).problems.length === 0 && <FailedState error={error} />}
        <div className={styles.dialogActs}>
          <Button onClick={onClose}>{t('close')}</Button>
          <Button type="submit" variant="primary" busy={recording.loading || editing.loading}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** Keeps what is typed for the time of this window. */
function useDraft(key: string, initial: Draft): [Draft, (draft: Draft) => void] {
  const [draft, setDraft] = useState<Draft>(() => ({
    ...initial,
    ...(JSON.parse(sessionStorage.getItem(key) ?? '{}') as Partial<Draft>),
  }))
  const [touched, setTouched] = useState(false)
  useEffect(() => {
    if (touched) sessionStorage.setItem(key, JSON.stringify(draft))
  }, [key, draft, touched])
  return [
    draft,
    (next) => {
      setTouched(true)
      setDraft(next)
    },
  ]
}

const forgetDraft = (key: string) => sessionStorage.removeItem(key)
