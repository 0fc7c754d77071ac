import { useState } from 'react'
import { useMutation } from '@apollo/client/react'
import { graphql } from '@vises/schema/admin'
import { Button } from '@vises/ui/Button.tsx'
import { EmptyState } from '@vises/ui/EmptyState.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { Timeline, type TimelineItem } from '@vises/ui/Timeline.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { useUndo } from '@vises/ui/Undo.tsx'
import { AffiliationDialog, CoachDialog, PlatformDialog } from './LinkDialogs.tsx'
import styles from './Enterprise.module.css'
import type { Enterprise } from './useEnterprise.ts'

const Enterprise_EndAffiliation = graphql(`
  mutation Enterprise_EndAffiliation($affiliationId: ID!) {
    endAffiliation(affiliationId: $affiliationId) {
      id
    }
  }
`)
/** How the affiliation that just ended comes back. */
const Enterprise_AffiliateAgain = graphql(`
  mutation Enterprise_AffiliateAgain($enterpriseId: ID!, $federationCode: String!) {
    addAffiliation(enterpriseId: $enterpriseId, federationCode: $federationCode) {
      id
    }
  }
`)

/** With whom and where the enterprise was, from when to when: coaches, test platforms, federations, evaluations. */
export function History({ enterprise, onChanged }: { enterprise: Enterprise; onChanged: () => Promise<unknown> }) {
  const { t, language, formatDay } = useTexts<typeof import('./texts.fr.json')>('enterprises')
  const [doing, setDoing] = useState<'coach' | 'platform' | 'affiliation'>()
  const [end, { error }] = useMutation(Enterprise_EndAffiliation)
  const [again] = useMutation(Enterprise_AffiliateAgain)
  const tell = useUndo()
  const edits = enterprise.can.includes('enterprise:edit')
  const manages = enterprise.can.includes('cohort:manage')
  const until = (endsOn: string | null | undefined) => (endsOn ? t('until', { day: formatDay(endsOn) }) : t('stillSo'))

  const leave = async (id: string, federationCode: string, name: string) => {
    const answer = await end({ variables: { affiliationId: id } }).catch(() => undefined)
    if (!answer) return
    tell({
      text: t('affiliationEnded', { name }),
      undo: () => again({ variables: { enterpriseId: enterprise.id, federationCode } }).then(onChanged),
    })
    await onChanged()
  }
  const items: TimelineItem[] = [
    ...enterprise.accompaniments.map(({ id, coachName, startsOn, endsOn }) => ({
      id,
      when: startsOn,
      title: t('coachedBy', { name: coachName }),
      text: until(endsOn),
    })),
    ...enterprise.participations.map(({ id, platformCode, platformName, startsOn, endsOn }) => ({
      id,
      when: startsOn,
      title: t('onPlatform', { code: platformCode, name: platformName[language] }),
      text: until(endsOn),
    })),
    ...enterprise.affiliations.map(({ id, federationCode, federationName, startsOn, endsOn }) => ({
      id,
      when: startsOn,
      title: t('memberOf', { name: federationName }),
      text: (
        <>
          {until(endsOn)}
          {edits && !endsOn && (
            <>
              {' '}
              <Button
                variant="quiet"
                onClick={() => void leave(id, federationCode, federationName)}
                aria-label={t('endAffiliationOf', { name: federationName })}
              >
                {t('endAffiliation')}
              </Button>
            </>
          )}
        </>
      ),
    })),
    ...enterprise.evaluations.map(({ id, route, status, stopReason, startedOn, endedOn }) => ({
      id,
      when: startedOn,
      title: t('evaluationBegan', { route: t(`route.${route as 'full'}`) }),
      text: endedOn
        ? t(status === 'stopped' ? 'evaluationStopped' : 'evaluationEnded', {
            day: formatDay(endedOn),
            reason: t(`stopReason.${(stopReason ?? 'other') as 'time'}`),
          })
        : t('stillSo'),
    })),
  ].sort((a, b) => (a.when < b.when ? 1 : a.when > b.when ? -1 : 0))

  return (
    <section aria-labelledby="history" className={styles.section}>
      <h2 id="history">{t('tab.history')}</h2>
      {(manages || edits) && (
        <div className={styles.acts}>
          {manages && (
            <>
              <Button icon="person" onClick={() => setDoing('coach')}>
                {t('changeCoach')}
              </Button>
              <Button icon="switch" onClick={() => setDoing('platform')}>
                {t('changePlatform')}
              </Button>
            </>
          )}
          {edits && (
            <Button icon="plus" onClick={() => setDoing('affiliation')}>
              {t('addAffiliation')}
            </Button>
          )}
        </div>
      )}
      {error && <FailedState error={error} />}
      {items.length === 0 ? (
        <EmptyState title={t('noHistory')}>{t('noHistoryText')}</EmptyState>
      ) : (
        <Timeline items={items} label={t('tab.history')} />
      )}
      {doing === 'coach' && (
        <CoachDialog enterprise={enterprise} onClose={() => setDoing(undefined)} onChanged={onChanged} />
      )}
      {doing === 'platform' && (
        <PlatformDialog enterprise={enterprise} onClose={() => setDoing(undefined)} onChanged={onChanged} />
      )}
      {doing === 'affiliation' && (
        <AffiliationDialog enterprise={enterprise} onClose={() => setDoing(undefined)} onChanged={onChanged} />
      )}
    </section>
  )
}
