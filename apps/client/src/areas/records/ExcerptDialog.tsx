import { useState } from 'react'
import { useMutation } from '@apollo/client/react'
import { graphql } from '@vises/schema/client'
import { Button } from '@vises/ui/Button.tsx'
import { Dialog } from '@vises/ui/Dialog.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { ChoiceField, TextField } from '@vises/ui/Field.tsx'
import { Notice } from '@vises/ui/Notice.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { CodeDialog } from './Codes.tsx'
import styles from './Records.module.css'
import { CONSENTS, type Excerpt } from './useExcerpts.ts'
import { useRecords } from './useRecords.ts'

const Records_AddExcerpt = graphql(`
  mutation Records_AddExcerpt($recordId: ID!, $input: ExcerptInput!) {
    addExcerpt(recordId: $recordId, input: $input) {
      problem
      excerpt {
        id
      }
    }
  }
`)
const Records_ChangeExcerpt = graphql(`
  mutation Records_ChangeExcerpt($id: ID!, $input: ExcerptInput!) {
    changeExcerpt(excerptId: $id, input: $input) {
      problem
      excerpt {
        id
        speaker
        codeIds
        consent
        consentOn
      }
    }
  }
`)

interface ExcerptDialogProps {
  enterpriseId: string
  recordId: string
  /** Absent for a new passage. */
  excerpt?: Excerpt
  text: string
  language: string
  onClose: () => void
  onSaved: () => unknown
}

/** What is known of a passage: who spoke, its themes, how far it may travel. The words stay as they were said. */
export function ExcerptDialog({
  enterpriseId,
  recordId,
  excerpt,
  text,
  language,
  onClose,
  onSaved,
}: ExcerptDialogProps) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('records')
  const { found, refetch } = useRecords()
  const [speaker, setSpeaker] = useState(excerpt?.speaker ?? '')
  const [codeIds, setCodeIds] = useState(excerpt?.codeIds ?? [])
  const [consent, setConsent] = useState(excerpt?.consent ?? 'none')
  const [consentOn, setConsentOn] = useState(excerpt?.consentOn ?? '')
  const [naming, setNaming] = useState(false)
  const [add, adding] = useMutation(Records_AddExcerpt)
  const [edit, editing] = useMutation(Records_ChangeExcerpt)
  const missing = adding.data?.addExcerpt.problem
  const submit = async () => {
    const input = { text, speaker: speaker || null, codeIds, consent, consentOn: consentOn || null }
    const answer = excerpt
      ? await edit({ variables: { id: excerpt.id, input } })
          .then(({ data }) => data?.changeExcerpt)
          .catch(() => undefined)
      : await add({ variables: { recordId, input } })
          .then(({ data }) => data?.addExcerpt)
          .catch(() => undefined)
    if (answer?.excerpt) await onSaved()
  }
  if (naming)
    return (
      <CodeDialog
        enterpriseId={enterpriseId}
        onClose={() => setNaming(false)}
        onSaved={async (id) => {
          setCodeIds([...codeIds, id])
          await refetch()
          setNaming(false)
        }}
      />
    )
  return (
    <Dialog open wide title={excerpt ? t('editExcerpt') : t('keepPassage')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!adding.loading && !editing.loading) void submit()
        }}
      >
        <blockquote lang={language} className={styles.quote}>
          {text}
        </blockquote>
        {missing && (
          <Notice tone="warning" live="assertive">
            {t('notInNotes')}
          </Notice>
        )}
        <TextField
          label={t('speaker')}
          help={t('speakerHelp')}
          optional
          maxLength={200}
          value={speaker}
          onChange={(event) => setSpeaker(event.target.value)}
        />
        <ChoiceField
          label={t('codes')}
          kind="many"
          optional
          value={codeIds}
          onChange={setCodeIds}
          options={(found?.codes ?? []).map(({ id, name, meaning }) => ({ value: id, label: name, help: meaning }))}
        />
        <Button variant="quiet" icon="plus" onClick={() => setNaming(true)}>
          {t('newCode')}
        </Button>
        <ChoiceField
          label={t('consentLabel')}
          help={t('consentHelp')}
          kind="one"
          value={[consent]}
          onChange={([next]) => setConsent(next as typeof consent)}
          options={CONSENTS.map((one) => ({ value: one, label: t(`consent.${one}`) }))}
        />
        {consent !== 'none' && (
          <TextField
            label={t('consentOn')}
            type="date"
            optional
            value={consentOn}
            onChange={(event) => setConsentOn(event.target.value)}
          />
        )}
        {(adding.error ?? editing.error) && <FailedState error={adding.error ?? editing.error} />}
        <div className={styles.acts}>
          <Button type="submit" variant="primary" busy={adding.loading || editing.loading}>
            {t('save')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
