import { useState } from 'react'
import { useMutation } from '@apollo/client/react'
import { LIMITS } from '@vises/schema/limits'
import { graphql } from '@vises/schema/admin'
import { Button } from '@vises/ui/Button.tsx'
import { Dialog } from '@vises/ui/Dialog.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { TextField } from '@vises/ui/Field.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { useUndo } from '@vises/ui/Undo.tsx'
import styles from './Cohort.module.css'

const Cohort_SetTarget = graphql(`
  mutation Cohort_SetTarget($platformCode: String!, $target: Int) {
    setCohortTarget(platformCode: $platformCode, target: $target) {
      total {
        target
      }
    }
  }
`)

interface TargetsDialogProps {
  platforms: { code: string; name: string }[]
  targets: Map<string | null | undefined, number | null>
  onClose: () => void
  onSaved: () => unknown
}

/** How many enterprises each test platform aims at; an empty field takes the target away. */
export function TargetsDialog({ platforms, targets, onClose, onSaved }: TargetsDialogProps) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('cohort')
  const [values, setValues] = useState(
    () => new Map(platforms.map(({ code }) => [code, String(targets.get(code) ?? '')])),
  )
  const [save, { error }] = useMutation(Cohort_SetTarget)
  const [busy, setBusy] = useState(false)
  const tell = useUndo()

  const wrong = (value: string) =>
    value.trim() !== '' &&
    !(Number.isInteger(Number(value)) && Number(value) >= 0 && Number(value) <= LIMITS.cohortTarget)
  const submit = async () => {
    if ([...values.values()].some(wrong)) return
    setBusy(true)
    try {
      for (const [platformCode, value] of values) {
        const target = value.trim() === '' ? null : Number(value)
        if (target !== (targets.get(platformCode) ?? null)) await save({ variables: { platformCode, target } })
      }
      await onSaved()
      tell({ text: t('targetsSaved') })
      onClose()
    } catch {
      // Shown below; targets already saved stay so.
    } finally {
      setBusy(false)
    }
  }

  return (
    <Dialog open title={t('setTargets')} onClose={onClose}>
      <p>{t('targetsHelp')}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        {platforms.map(({ code, name }) => (
          <TextField
            key={code}
            label={t('targetOf', { code, name })}
            optional
            inputMode="numeric"
            value={values.get(code) ?? ''}
            onChange={(event) => setValues(new Map(values).set(code, event.target.value))}
            error={wrong(values.get(code) ?? '') && t('targetWrong', { max: LIMITS.cohortTarget })}
          />
        ))}
        {error && <FailedState error={error} />}
        <div className={styles.dialogActs}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="primary" busy={busy}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
