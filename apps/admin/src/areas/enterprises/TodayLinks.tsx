import { Link } from 'react-router'
import { PlatformMark } from '@vises/ui/PlatformMark.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { Fact } from './Fact.tsx'
import type { Enterprise } from './useEnterprise.ts'

/** With whom and on which test platform the enterprise works today. */
export function TodayLinks({ enterprise }: { enterprise: Enterprise }) {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('enterprises')
  const place = enterprise.participations.find(({ endsOn }) => !endsOn)
  const manages = enterprise.can.includes('cohort:manage')
  return (
    <>
      <Fact name={t('coach')}>
        {enterprise.coachName ?? (manages ? <Link to="?tab=history">{t('changeCoach')}</Link> : t('noCoach'))}
      </Fact>
      <Fact name={t('platform')}>
        {place ? (
          <PlatformMark platform={place.platformCode as 'A'} size={20} name={place.platformName[language]} />
        ) : manages ? (
          <Link to="?tab=history">{t('changePlatform')}</Link>
        ) : (
          t('noPlatform')
        )}
      </Fact>
    </>
  )
}
