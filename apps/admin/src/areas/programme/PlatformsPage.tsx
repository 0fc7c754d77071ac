import { useQuery } from '@apollo/client/react'
import { Link } from 'react-router'
import { graphql } from '@vises/schema/admin'
import { EmptyState } from '@vises/ui/EmptyState.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { Page } from '@vises/ui/Page.tsx'
import { PlatformMark } from '@vises/ui/PlatformMark.tsx'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import styles from './Programme.module.css'
import type { PlatformCode } from './words.ts'

const Programme_Platforms = graphql(`
  query Programme_Platforms {
    testPlatforms {
      code
      guidelineMin
      guidelineMax
      outsideGuideline
      name {
        fr
        nl
        en
      }
      purpose {
        fr
        nl
        en
      }
      counts {
        enterprises
      }
      partners {
        id
      }
    }
  }
`)

/** The test platforms: what each is for, and who is there. */
export function PlatformsPage() {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('programme')
  const { data, error, refetch } = useQuery(Programme_Platforms, { fetchPolicy: 'cache-and-network' })
  return (
    <Page title={t('platforms.title')} lead={t('platforms.lead')}>
      {error && !data && <FailedState what={t('platforms.failed')} error={error} onRetry={() => refetch()} />}
      {!data && !error && <Skeleton kind="cards" rows={3} />}
      {data?.testPlatforms.length === 0 && (
        <EmptyState title={t('platforms.emptyTitle')}>{t('platforms.empty')}</EmptyState>
      )}
      <ul className={styles.cards}>
        {data?.testPlatforms.map(
          ({ code, name, purpose, counts, partners, guidelineMin, guidelineMax, outsideGuideline }) => (
            <li key={code}>
              <PlatformMark platform={code as PlatformCode} size={32} />
              <h2>
                <Link to={`/${language}/programme/platforms/${code}`}>{name[language]}</Link>
              </h2>
              <p>{purpose[language]}</p>
              <p>
                {t('platforms.enterprises', { count: counts.enterprises })} ·{' '}
                {t('platforms.partners', { count: partners.length })}
                <span className={`${styles.soft} ${styles.block}`}>
                  {t('platforms.guideline', { min: guidelineMin, max: guidelineMax })}
                  {outsideGuideline && ` ${t('platforms.outside')}`}
                </span>
              </p>
            </li>
          ),
        )}
      </ul>
    </Page>
  )
}
