import { useQuery } from '@apollo/client/react'
import { graphql } from '@vises/schema/admin'
import { EmptyState } from '@vises/ui/EmptyState.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { Page } from '@vises/ui/Page.tsx'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import styles from './Programme.module.css'
import { machineDay, usePreciseDay } from './words.ts'

const Programme_Library = graphql(`
  query Programme_Library {
    library {
      code
      kind
      publishedOn
      precision
      source {
        fr
        nl
        en
      }
      title {
        fr
        nl
        en
      }
      summary {
        fr
        nl
        en
      }
    }
  }
`)

const KINDS = ['notebook', 'guide', 'declaration', 'projectSheet'] as const

/** What the programme published, by kind, with where we know it from. */
export function LibraryPage() {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('programme')
  const preciseDay = usePreciseDay()
  const { data, error, refetch } = useQuery(Programme_Library)
  const groups = KINDS.map((kind) => ({ kind, items: data?.library.filter((item) => item.kind === kind) ?? [] }))
  return (
    <Page title={t('library.title')} lead={t('library.lead')} width="text">
      {error && !data && <FailedState what={t('library.failed')} error={error} onRetry={() => refetch()} />}
      {!data && !error && <Skeleton kind="cards" rows={4} />}
      {data?.library.length === 0 && <EmptyState title={t('library.emptyTitle')}>{t('library.empty')}</EmptyState>}
      {groups
        .filter(({ items }) => items.length > 0)
        .map(({ kind, items }) => (
          <section key={kind} aria-labelledby={kind}>
            <h2 id={kind}>{t(`library.kind.${kind}`)}</h2>
            <ul className={styles.entries}>
              {items.map(({ code, publishedOn, precision, source, title, summary }) => (
                <li key={code}>
                  <p className={styles.when}>
                    <time dateTime={machineDay(publishedOn, precision)}>{preciseDay(publishedOn, precision)}</time>
                  </p>
                  <h3>{title[language]}</h3>
                  <p>{summary[language]}</p>
                  <p className={styles.source}>
                    {t('source')} {source[language]}
                  </p>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </Page>
  )
}
