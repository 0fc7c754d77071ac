import { useQuery } from '@apollo/client/react'
import { Link } from 'react-router'
import { graphql } from '@vises/schema/admin'
import { useCan } from '@vises/ui/auth/Session.tsx'
import { EmptyState } from '@vises/ui/EmptyState.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { Page } from '@vises/ui/Page.tsx'
import { PhaseMark } from '@vises/ui/PhaseMark.tsx'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import styles from './Programme.module.css'

const Programme_About = graphql(`
  query Programme_About {
    programme {
      code
      number
      name {
        fr
        nl
        en
      }
      funder {
        fr
        nl
        en
      }
      axis {
        fr
        nl
        en
      }
      aidCategory {
        fr
        nl
        en
      }
      fundingLine {
        fr
        nl
        en
      }
      principles {
        fr
        nl
        en
      }
      benefits {
        fr
        nl
        en
      }
      startsOn
      endsOn
      sheetUpdatedOn
    }
  }
`)

const LANGUAGES = ['fr', 'nl', 'en'] as const
const PHASES = [1, 2, 3] as const

/** What the programme is: names, dates, principles, benefits, phases, support. */
export function AboutPage() {
  const { t, language, formatDay } = useTexts<typeof import('./texts.fr.json')>('programme')
  const { data, error, refetch } = useQuery(Programme_About)
  const programme = data?.programme
  return (
    <Page title={t('about.title')} lead={programme?.name[language]}>
      {error && !data && <FailedState what={t('about.failed')} error={error} onRetry={() => refetch()} />}
      {!data && !error && <Skeleton kind="text" rows={8} />}
      {data && !programme && <EmptyState title={t('about.emptyTitle')}>{t('about.empty')}</EmptyState>}
      {programme && (
        <>
          <dl className={styles.sheet}>
            <dt>{t('about.names')}</dt>
            <dd>
              {LANGUAGES.filter((one) => one !== language).map((one) => (
                <p key={one} lang={one}>
                  {programme.name[one]}
                </p>
              ))}
            </dd>
            <dt>{t('about.dates')}</dt>
            <dd>{t('about.fromTo', { from: formatDay(programme.startsOn), to: formatDay(programme.endsOn) })}</dd>
            <dt>{t('about.funder')}</dt>
            <dd>
              {programme.funder[language]}
              <br />
              {t('about.number', { number: programme.number })}
            </dd>
            <dt>{t('about.axis')}</dt>
            <dd>{programme.axis[language]}</dd>
            <dt>{t('about.aidCategory')}</dt>
            <dd>{programme.aidCategory[language]}</dd>
          </dl>
          <div className={styles.columns}>
            <section aria-labelledby="principles">
              <h2 id="principles">{t('about.principles')}</h2>
              <ol className={styles.statements}>
                {programme.principles.map((one) => (
                  <li key={one.fr}>{one[language]}</li>
                ))}
              </ol>
            </section>
            <section aria-labelledby="benefits">
              <h2 id="benefits">{t('about.benefits')}</h2>
              <ol className={styles.statements}>
                {programme.benefits.map((one) => (
                  <li key={one.fr}>{one[language]}</li>
                ))}
              </ol>
            </section>
          </div>
          <section aria-labelledby="phases">
            <h2 id="phases">{t('about.phases')}</h2>
            <ol className={styles.phases}>
              {PHASES.map((phase) => (
                <li key={phase}>
                  <PhaseMark phase={phase} size={32} named />
                  <p>{t(`about.phase.${phase}`)}</p>
                </li>
              ))}
            </ol>
          </section>
          <FurtherPages />
          <p className={styles.fundingLine}>{programme.fundingLine[language]}</p>
          <p className={styles.soft}>{t('about.source', { day: formatDay(programme.sheetUpdatedOn) })}</p>
        </>
      )}
    </Page>
  )
}

function FurtherPages() {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('programme')
  const can = useCan()
  const base = `/${language}`
  return (
    <section aria-labelledby="further">
      <h2 id="further">{t('about.further')}</h2>
      <ul>
        <li>
          <Link to={`${base}/programme/partners`}>{t('about.toPartners')}</Link>
        </li>
        <li>
          <Link to={`${base}/programme/platforms`}>{t('about.toPlatforms')}</Link>
        </li>
        <li>
          <Link to={`${base}/programme/agenda`}>{t('about.toAgenda')}</Link>
        </li>
        <li>
          <Link to={`${base}/programme/library`}>{t('about.toLibrary')}</Link>
        </li>
        {can('comparison:read') && (
          <li>
            <Link to={`${base}/compare`}>{t('about.toCompare')}</Link>
          </li>
        )}
      </ul>
    </section>
  )
}
