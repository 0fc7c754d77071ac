import { useState } from 'react'
import { useMutation, useQuery } from '@apollo/client/react'
import { LIMITS } from '@vises/schema/limits'
import { graphql } from '@vises/schema/admin'
import { Button } from '@vises/ui/Button.tsx'
import { Dialog } from '@vises/ui/Dialog.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { SelectField, TextArea } from '@vises/ui/Field.tsx'
import { Notice } from '@vises/ui/Notice.tsx'
import { useViewer } from '@vises/ui/auth/Session.tsx'
import { useErrorTexts } from '@vises/ui/error-texts.ts'
import { useTexts } from '@vises/ui/texts.tsx'
import { useUndo } from '@vises/ui/Undo.tsx'
import styles from './Enterprise.module.css'
import { today } from './today.ts'
import type { Enterprise } from './useEnterprise.ts'

const Enterprise_Partners = graphql(`
  query Enterprise_Partners {
    partners {
      id
      code
      name
      leftOn
    }
  }
`)
const Enterprise_RequestTransfer = graphql(`
  mutation Enterprise_RequestTransfer($enterpriseId: ID!, $toPartnerCode: String!, $reason: String!) {
    requestTransfer(enterpriseId: $enterpriseId, toPartnerCode: $toPartnerCode, reason: $reason) {
      problem
      transferId
    }
  }
`)
const Enterprise_WithdrawTransfer = graphql(`
  mutation Enterprise_WithdrawTransfer($transferId: ID!) {
    withdrawTransfer(transferId: $transferId) {
      problem
    }
  }
`)

/** Partners of today, in the order of the project sheet. */
export function usePartners() {
  const { data, error } = useQuery(Enterprise_Partners)
  const day = today()
  return {
    partners: (data?.partners ?? []).filter(({ leftOn }) => !leftOn || leftOn > day),
    error: data ? undefined : error,
  }
}

/** Asks another partner to take the enterprise over. */
export function TransferDialog({
  enterprise,
  onClose,
  onChanged,
}: {
  enterprise: Enterprise
  onClose: () => void
  onChanged: () => Promise<unknown>
}) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('enterprises')
  const { membership } = useViewer()
  const { partners, error: partnersError } = usePartners()
  const [to, setTo] = useState('')
  const [reason, setReason] = useState('')
  const [request, { loading, error, data }] = useMutation(Enterprise_RequestTransfer)
  const [withdraw] = useMutation(Enterprise_WithdrawTransfer)
  const words = useErrorTexts()
  const tell = useUndo()
  const problem = data?.requestTransfer.problem

  const submit = async () => {
    const answer = await request({ variables: { enterpriseId: enterprise.id, toPartnerCode: to, reason } }).catch(
      () => undefined,
    )
    const transferId = answer?.data?.requestTransfer.transferId
    if (!transferId) return
    const name = partners.find(({ code }) => code === to)?.name ?? to
    tell({
      text: t('transferAsked', { partner: name }),
      undo: () => withdraw({ variables: { transferId } }).then(onChanged),
    })
    onClose()
    await onChanged()
  }

  return (
    <Dialog open title={t('transferTitle', { name: enterprise.name })} onClose={onClose}>
      <p>{t('transferText')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <SelectField
          label={t('toPartner')}
          required
          placeholder={t('choose')}
          value={to}
          onChange={(event) => setTo(event.target.value)}
          options={partners
            .filter(({ code }) => code !== membership?.partnerCode)
            .map(({ code, name }) => ({ value: code, label: name }))}
          error={problem && t(`transferProblem.${problem}`)}
        />
        <TextArea
          label={t('transferReason')}
          help={t('transferReasonHelp')}
          required
          maxLength={LIMITS.reason}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          error={error && words(error).forField('reason')}
        />
        {(error ?? partnersError) && <FailedState error={error ?? partnersError} />}
        <div className={styles.dialogActs}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="primary" busy={loading}>
            {t('askTransfer')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

interface OpenTransferProps {
  transfer: NonNullable<Enterprise['openTransfer']>
  mayWithdraw: boolean
  onChanged: () => Promise<unknown>
}

/** A transfer that waits for the other partner. */
export function OpenTransferNotice({ transfer, mayWithdraw, onChanged }: OpenTransferProps) {
  const { t, formatDay } = useTexts<typeof import('./texts.fr.json')>('enterprises')
  const [withdraw, { loading, error }] = useMutation(Enterprise_WithdrawTransfer)
  const tell = useUndo()
  const withdrawIt = async () => {
    const answer = await withdraw({ variables: { transferId: transfer.id } }).catch(() => undefined)
    if (!answer) return
    tell({ text: t('transferWithdrawn') })
    await onChanged()
  }
  return (
    <Notice
      title={t('transferWaits', { partner: transfer.toPartnerName })}
      actions={
        mayWithdraw && (
          <Button busy={loading} onClick={() => void withdrawIt()}>
            {t('withdrawTransfer')}
          </Button>
        )
      }
    >
      <p>{t('transferAskedBy', { name: transfer.requestedByName, day: formatDay(transfer.requestedAt) })}</p>
      <p>{transfer.reason}</p>
      {error && <FailedState error={error} />}
    </Notice>
  )
}
