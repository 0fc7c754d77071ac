import { useState } from 'react'
import { useQuery } from '@apollo/client/react'
import { useParams } from 'react-router'
import { graphql } from '@vises/schema/admin'
import type { Compare_ReleaseQuery } from '@vises/schema/admin/graphql'
import { apiErrorOf } from '@vises/ui/api-error.ts'
import NotFoundPage from '@vises/ui/app/NotFoundPage.tsx'
import { Button } from '@vises/ui/Button.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { Page } from '@vises/ui/Page.tsx'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { ExportMenu } from '../../pictures/ExportMenu.tsx'
import styles from './Compare.module.css'
import { CoverageDrawer } from './CoverageDrawer.tsx'
import { ReleaseThemes } from './ReleaseThemes.tsx'

const Compare_Release = graphql(`
  query Compare_Release($number: Int!) {
    testPlatforms {
      code
      name {
        fr
        nl
        en
      }
    }
    release(number: $number) {
      id
      number
      computedAt
      note
      rules {
        minEnterprises
        minPartners
        maxPartnerShare
        text {
          fr
          nl
          en
        }
      }
      coverage {
        counted
        partners
        cellsShown
        cellsNotShown
        leftOut {
          reason
          count
        }
      }
      themes {
        code
        label {
          fr
          nl
          en
        }
        items {
          code
          label {
            fr
            nl
            en
          }
          cells {
            platform
            territory
            value
          }
        }
      }
    }
  }
`)

export type ReleaseTables = Compare_ReleaseQuery['release']
export type PlatformNames = Compare_ReleaseQuery['testPlatforms']
export type ReleaseTheme = ReleaseTables['themes'][number]

/** One release: its themes as tables, its rules, what it counts and what it does not show. */
export function ReleasePage() {
  const number = Number(useParams()['number'])
  // Beyond what the API takes as a number there is no release either.
  if (!Number.isInteger(number) || number < 1 || number >= 2 ** 31) return <NotFoundPage />
  return <OneRelease number={number} />
}

function OneRelease({ number }: { number: number }) {
  const { t, language, formatDateTime } = useTexts<typeof import('./texts.fr.json')>('compare')
  const [coverageOpen, setCoverageOpen] = useState(false)
  const { data, error, refetch } = useQuery(Compare_Release, { variables: { number } })
  if (error && !data && apiErrorOf(error).code === 'NOT_FOUND') return <NotFoundPage />
  const release = data?.release
  const fileOf = (format: string) => `/api/exports/release.${format}?number=${number}&lang=${language}`
  return (
    <Page
      title={t('release', { number })}
      crumbs={[{ label: t('title'), to: `/${language}/compare` }]}
      status={release && t('frozenOn', { day: formatDateTime(release.computedAt) })}
      lead={release?.note}
      actions={
        <>
          <Button icon="eye" onClick={() => setCoverageOpen(true)} disabled={!release}>
            {t('coverage')}
          </Button>
          <ExportMenu
            label={t('export')}
            help={t('exportHelp')}
            files={[
              { label: t('exportXlsx'), href: fileOf('xlsx') },
              { label: t('exportCsv'), href: fileOf('csv') },
            ]}
          />
        </>
      }
    >
      {error && !data && <FailedState what={t('releaseFailed')} error={error} onRetry={() => refetch()} />}
      {!data && !error && <Skeleton kind="table" rows={8} />}
      {release && (
        <>
          <ReleaseThemes release={release} platforms={data.testPlatforms} />
          <details className={styles.rules}>
            <summary>{t('rules')}</summary>
            <p>{release.rules.text[language]}</p>
            <p>{t('noRanking')}</p>
          </details>
          <CoverageDrawer release={release} open={coverageOpen} onClose={() => setCoverageOpen(false)} />
        </>
      )}
    </Page>
  )
}
