import { useState } from 'react'
import { Button } from '@vises/ui/Button.tsx'
import { useCan } from '@vises/ui/auth/Session.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { AssignCoachDialog, ChangePlatformDialog } from './BulkChange.tsx'
import styles from './Cohort.module.css'
import { RemindDialog } from './RemindDialog.tsx'

interface BulkBarProps {
  chosen: ReadonlySet<string>
  coaches: { membershipId: string; name: string; enterpriseCount: number }[]
  platforms: { code: string; name: string }[]
  /** How many enterprises the whole filter holds, when all that is shown is chosen and there is more. */
  offerAll: number | undefined
  onAll: () => void
  onClear: () => void
  onChanged: () => Promise<unknown>
}

/** What can be done with the chosen enterprises; stays in sight while one scrolls. */
export function BulkBar({ chosen, coaches, platforms, offerAll, onAll, onClear, onChanged }: BulkBarProps) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('cohort')
  const can = useCan()
  const [doing, setDoing] = useState<'assign' | 'platform' | 'remind'>()
  const ids = [...chosen]
  const done = { ids, onClose: () => setDoing(undefined), onChanged }

  if (ids.length === 0) return null
  return (
    <section data-bulk aria-label={t('bulk')} className={styles.bulk}>
      <p role="status" className={styles.bulkCount}>
        {t('chosen', { count: ids.length })}
      </p>
      {can('cohort:manage') && (
        <>
          <Button icon="person" onClick={() => setDoing('assign')}>
            {t('assign')}
          </Button>
          <Button icon="switch" onClick={() => setDoing('platform')}>
            {t('changePlatform')}
          </Button>
        </>
      )}
      {can('cohort:remind') && (
        <Button icon="mail" onClick={() => setDoing('remind')}>
          {t('remind')}
        </Button>
      )}
      {offerAll !== undefined && offerAll > ids.length && (
        <Button variant="quiet" onClick={onAll}>
          {t('chooseAll', { count: offerAll })}
        </Button>
      )}
      <Button variant="quiet" icon="close" onClick={onClear}>
        {t('clearChosen')}
      </Button>
      {doing === 'assign' && <AssignCoachDialog {...done} coaches={coaches} />}
      {doing === 'platform' && <ChangePlatformDialog {...done} platforms={platforms} />}
      {doing === 'remind' && <RemindDialog {...done} />}
    </section>
  )
}
