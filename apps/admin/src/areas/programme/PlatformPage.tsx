import { useQuery } from '@apollo/client/react'
import { useParams } from 'react-router'
import { graphql } from '@vises/schema/admin'
import type { Programme_PlatformQuery } from '@vises/schema/admin/graphql'
import { apiErrorOf } from '@vises/ui/api-error.ts'
import NotFoundPage from '@vises/ui/app/NotFoundPage.tsx'
import { useCan } from '@vises/ui/auth/Session.tsx'
import { EmptyState } from '@vises/ui/EmptyState.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { Notice } from '@vises/ui/Notice.tsx'
import { Page } from '@vises/ui/Page.tsx'
import { PlatformMark } from '@vises/ui/PlatformMark.tsx'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { Term } from '@vises/ui/Term.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { PictureFacts } from '../../pictures/PictureFacts.tsx'
import { TableRegion } from '../../pictures/TableRegion.tsx'
import table from '../../pictures/pictures.module.css'
import { PlatformQuestions } from './PlatformQuestions.tsx'
import styles from './Programme.module.css'
import { StandingTable } from './StandingTable.tsx'
import { useTerritoryName, type PlatformCode } from './words.ts'

const Programme_Platform = graphql(`
  query Programme_Platform($code: String!) {
    testPlatform(code: $code) {
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
        notStarted
        phase1
        phase2
        phase3
        completed
        stopped
      }
      partners {
        id
        name
        territory
        enterprises
      }
    }
  }
`)

type Platform = Programme_PlatformQuery['testPlatform']

/** One test platform: purpose, size, where its enterprises stand, who accompanies them, what they ask. */
export function PlatformPage() {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('programme')
  const { code = '' } = useParams()
  const sharesQuestions = useCan()('sharedArtefact:read')
  const { data, error, refetch } = useQuery(Programme_Platform, {
    variables: { code },
    fetchPolicy: 'cache-and-network',
  })
  if (error && !data && apiErrorOf(error).code === 'NOT_FOUND') return <NotFoundPage />
  const platform = data?.testPlatform
  const name = platform?.name[language] ?? t('platform.title', { code })
  return (
    <Page
      title={name}
      heading={platform && <PlatformMark platform={platform.code as PlatformCode} size={36} name={name} />}
      crumbs={[{ label: t('platforms.title'), to: `/${language}/programme/platforms` }]}
      lead={platform?.purpose[language]}
    >
      {error && !data && <FailedState what={t('platform.failed')} error={error} onRetry={() => refetch()} />}
      {!data && !error && <Skeleton kind="table" rows={6} />}
      {platform && (
        <>
          <Guideline platform={platform} />
          <section aria-labelledby="standing" className={styles.section}>
            <h2 id="standing">{t('standing.title')}</h2>
            <StandingTable
              counts={platform.counts}
              total={platform.counts.enterprises}
              totalLabel={t('standing.enterprises')}
            />
            <PictureFacts
              facts={[
                { label: t('picture.n'), value: t('platforms.enterprises', { count: platform.counts.enterprises }) },
                { label: t('picture.base'), value: t('standing.base') },
                { label: t('picture.source'), value: t('standing.source') },
              ]}
            />
          </section>
          <Partners platform={platform} />
          {sharesQuestions && <PlatformQuestions code={platform.code} />}
        </>
      )}
    </Page>
  )
}

function Guideline({ platform }: { platform: Platform }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('programme')
  const { guidelineMin: min, guidelineMax: max, counts, outsideGuideline } = platform
  if (!outsideGuideline) return <p className={styles.soft}>{t('platforms.guideline', { min, max })}</p>
  const values = { count: counts.enterprises, min, max }
  return (
    <Notice tone="info" title={counts.enterprises < min ? t('platform.fewer', values) : t('platform.more', values)}>
      <p>{t('platform.guidelineMeaning')}</p>
    </Notice>
  )
}

function Partners({ platform }: { platform: Platform }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('programme')
  const territoryName = useTerritoryName()
  return (
    <section aria-labelledby="present" className={styles.section}>
      <h2 id="present">{t('platform.partners')}</h2>
      {platform.partners.length === 0 ? (
        <EmptyState title={t('platform.noPartner')}>{t('platform.noPartnerText')}</EmptyState>
      ) : (
        <TableRegion label={t('platform.partners')}>
          <thead>
            <tr>
              <th scope="col">
                <Term word="partner">{t('partners.name')}</Term>
              </th>
              <th scope="col">{t('partners.territory')}</th>
              <th scope="col" className={table.number}>
                {t('standing.enterprises')}
              </th>
            </tr>
          </thead>
          <tbody>
            {platform.partners.map(({ id, name, territory, enterprises }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td>{territoryName(territory)}</td>
                <td className={table.number}>{enterprises}</td>
              </tr>
            ))}
          </tbody>
        </TableRegion>
      )}
    </section>
  )
}
