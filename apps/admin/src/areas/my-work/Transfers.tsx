import { useState } from 'react'
import { useMutation, useQuery } from '@apollo/client/react'
import { graphql } from '@vises/schema/admin'
import type { MyWork_TransfersQuery } from '@vises/schema/admin/graphql'
import { Button } from '@vises/ui/Button.tsx'
import { ConfirmDialog } from '@vises/ui/ConfirmDialog.tsx'
import { Dialog } from '@vises/ui/Dialog.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { SelectField } from '@vises/ui/Field.tsx'
import { Notice } from '@vises/ui/Notice.tsx'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { useUndo } from '@vises/ui/Undo.tsx'
import styles from './MyWork.module.css'

const MyWork_Transfers = graphql(`
  query MyWork_Transfers {
    incomingTransfers {
      id
      fromPartnerName
      enterpriseName
      reason
      requestedByName
      requestedAt
      problem
    }
    coaches {
      membershipId
      name
      enterpriseCount
    }
  }
`)
const MyWork_DecideTransfer = graphql(`
  mutation MyWork_DecideTransfer($offerId: ID!, $accept: Boolean!, $coachMembershipId: ID) {
    decideTransfer(offerId: $offerId, accept: $accept, coachMembershipId: $coachMembershipId) {
      problem
    }
  }
`)

type Offer = MyWork_TransfersQuery['incomingTransfers'][number]
type Texts = typeof import('./texts.fr.json')

/** The decision is carried out a moment later; the numbers are read again then. */
const CARRIED_OUT_MS = 2500

/** Enterprises other partners want to hand over: accept with a coach, or refuse. */
export function Transfers({ onDecided }: { onDecided: () => unknown }) {
  const { t, formatDay } = useTexts<Texts>('my-work')
  const { data, error, refetch } = useQuery(MyWork_Transfers, { fetchPolicy: 'cache-and-network' })
  const [decided, setDecided] = useState<string[]>([])
  const [accepting, setAccepting] = useState<Offer>()
  const [refusing, setRefusing] = useState<Offer>()
  const [problem, setProblem] = useState(false)
  const [decide, { loading, error: failed }] = useMutation(MyWork_DecideTransfer)
  const tell = useUndo()

  const answer = async (offer: Offer, accept: boolean, coachMembershipId?: string) => {
    setProblem(false)
    const result = await decide({
      variables: { offerId: offer.id, accept, coachMembershipId: coachMembershipId || null },
    }).catch(() => undefined)
    if (!result?.data) return
    setAccepting(undefined)
    setRefusing(undefined)
    setDecided([...decided, offer.id])
    setProblem(Boolean(result.data.decideTransfer.problem))
    if (!result.data.decideTransfer.problem)
      tell({ text: t(accept ? 'accepted' : 'refused', { name: offer.enterpriseName }) })
    setTimeout(() => void Promise.allSettled([refetch(), onDecided()]), CARRIED_OUT_MS)
  }
  const offers = (data?.incomingTransfers ?? []).filter(({ id }) => !decided.includes(id))

  return (
    <section aria-labelledby="transfer" className={styles.section}>
      <h2 id="transfer" tabIndex={-1}>
        {t('kind.transfer')}
      </h2>
      {error && !data && <FailedState what={t('transfersFailed')} error={error} onRetry={() => refetch()} />}
      {!data && !error && <Skeleton rows={2} />}
      {problem && (
        <Notice tone="warning" live="assertive">
          <p>{t('alreadyDecided')}</p>
        </Notice>
      )}
      <ul className={styles.items}>
        {offers.map((offer) => (
          <li key={offer.id}>
            <strong>{offer.enterpriseName}</strong>
            <span>
              {t('offeredBy', {
                partner: offer.fromPartnerName,
                name: offer.requestedByName,
                day: formatDay(offer.requestedAt),
              })}
              <span className={styles.reason}>{offer.reason}</span>
              {offer.problem && (
                <span className={styles.problem}>{t(`transferProblem.${offer.problem as 'COACH_LEFT'}`)}</span>
              )}
            </span>
            <span className={styles.acts}>
              <Button
                variant="primary"
                onClick={() => setAccepting(offer)}
                aria-label={t('acceptOne', { name: offer.enterpriseName })}
              >
                {t('accept')}
              </Button>
              <Button onClick={() => setRefusing(offer)} aria-label={t('refuseOne', { name: offer.enterpriseName })}>
                {t('refuse')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {accepting && (
        <AcceptDialog
          offer={accepting}
          coaches={data?.coaches ?? []}
          busy={loading}
          error={failed}
          onClose={() => setAccepting(undefined)}
          onAccept={(coach) => void answer(accepting, true, coach)}
        />
      )}
      <ConfirmDialog
        open={refusing !== undefined}
        title={t('refuseTitle', { name: refusing?.enterpriseName ?? '' })}
        confirmLabel={t('refuse')}
        busy={loading}
        onConfirm={() => refusing && void answer(refusing, false)}
        onCancel={() => setRefusing(undefined)}
      >
        <p>{t('refuseText', { partner: refusing?.fromPartnerName ?? '' })}</p>
        {failed && <FailedState error={failed} />}
      </ConfirmDialog>
    </section>
  )
}

interface AcceptDialogProps {
  offer: Offer
  coaches: MyWork_TransfersQuery['coaches']
  busy: boolean
  error: unknown
  onClose: () => void
  onAccept: (coachMembershipId: string) => void
}

function AcceptDialog({ offer, coaches, busy, error, onClose, onAccept }: AcceptDialogProps) {
  const { t } = useTexts<Texts>('my-work')
  const [coach, setCoach] = useState('')
  return (
    <Dialog open title={t('acceptTitle', { name: offer.enterpriseName })} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy) onAccept(coach)
        }}
      >
        <p>{t('acceptText')}</p>
        <SelectField
          label={t('coach')}
          optional
          placeholder={t('noCoachYet')}
          value={coach}
          onChange={(event) => setCoach(event.target.value)}
          options={coaches.map(({ membershipId, name, enterpriseCount }) => ({
            value: membershipId,
            label: t('coachWithCount', { name, count: enterpriseCount }),
          }))}
        />
        {Boolean(error) && <FailedState error={error} />}
        <div className={styles.dialogActs}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="primary" busy={busy}>
            {t('accept')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
