import { useState } from 'react'
import { useMutation } from '@apollo/client/react'
import { graphql } from '@vises/schema/admin'
import { Button } from '@vises/ui/Button.tsx'
import { EmptyState } from '@vises/ui/EmptyState.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import styles from './Enterprise.module.css'
import { StartDialog } from './StartDialog.tsx'
import { TodayLinks } from './TodayLinks.tsx'
import type { Enterprise } from './useEnterprise.ts'

const Enterprise_Reopen = graphql(`
  mutation Enterprise_Reopen($id: ID!) {
    reopenEnterprise(id: $id) {
      id
      recruitment
    }
  }
`)

/** An enterprise without an evaluation: how to begin one, or to take it back when it had declined. */
export function NotStarted({ enterprise, onChanged }: { enterprise: Enterprise; onChanged: () => Promise<unknown> }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('enterprises')
  const [starting, setStarting] = useState(false)
  const [reopen, { loading, error }] = useMutation(Enterprise_Reopen)
  const declined = enterprise.recruitment === 'declined'
  const mayStart = enterprise.can.includes('evaluation:start')
  const reopenIt = async () => {
    const answer = await reopen({ variables: { id: enterprise.id } }).catch(() => undefined)
    if (answer) await onChanged()
  }
  return (
    <section aria-labelledby="standing" className={styles.section}>
      <h2 id="standing">{t('standing')}</h2>
      <EmptyState
        title={t(`notStarted.${enterprise.recruitment as 'pending'}`)}
        action={
          declined && enterprise.can.includes('cohort:manage') ? (
            <Button variant="primary" busy={loading} onClick={() => void reopenIt()}>
              {t('reopen')}
            </Button>
          ) : (
            mayStart && (
              <Button variant="primary" icon="flag" onClick={() => setStarting(true)}>
                {t('start')}
              </Button>
            )
          )
        }
      >
        {t(declined ? 'declinedText' : mayStart ? 'notStartedText' : 'notStartedRead')}
      </EmptyState>
      <dl className={styles.facts}>
        <TodayLinks enterprise={enterprise} />
      </dl>
      {error && <FailedState error={error} />}
      {starting && (
        <StartDialog enterpriseId={enterprise.id} onClose={() => setStarting(false)} onChanged={onChanged} />
      )}
    </section>
  )
}
