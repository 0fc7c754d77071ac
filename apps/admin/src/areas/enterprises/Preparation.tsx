import { useQuery } from '@apollo/client/react'
import { Link } from 'react-router'
import { graphql } from '@vises/schema/admin'
import type { Enterprise_PreparationQuery } from '@vises/schema/admin/graphql'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { useCan } from '@vises/ui/auth/Session.tsx'
import styles from './Enterprise.module.css'
import { useMethodWords } from './useEnterprise.ts'

const Enterprise_Preparation = graphql(`
  query Enterprise_Preparation($enterpriseId: ID!) {
    prepareSession(enterpriseId: $enterpriseId) {
      lastSession {
        id
        heldOn
        nextActions
      }
      openSteps {
        stepCode
        status
        changedAt
      }
      openComments {
        id
        stepCode
        authorName
        body
        createdAt
      }
    }
  }
`)

/** What to look at before the next meeting: what was agreed, what is open, what was asked. */
export function Preparation({ enterpriseId }: { enterpriseId: string }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('enterprises')
  const { data, error, refetch } = useQuery(Enterprise_Preparation, {
    variables: { enterpriseId },
    fetchPolicy: 'cache-and-network',
  })
  return (
    <section aria-labelledby="preparation" className={styles.preparation}>
      <h3 id="preparation">{t('preparation')}</h3>
      {error && !data && <FailedState error={error} onRetry={() => refetch()} />}
      {!data && !error && <Skeleton rows={4} />}
      {data && <Points enterpriseId={enterpriseId} preparation={data.prepareSession} />}
    </section>
  )
}

function Points(props: { enterpriseId: string; preparation: Enterprise_PreparationQuery['prepareSession'] }) {
  const { t, language, formatDay } = useTexts<typeof import('./texts.fr.json')>('enterprises')
  const method = useMethodWords(undefined)
  const can = useCan()
  const { lastSession, openSteps, openComments } = props.preparation
  const comments = can('evaluation:comment')
  const to = (code: string) =>
    `/${language}/enterprises/${props.enterpriseId}/evaluation/${code.startsWith('G') ? 'gates' : 'steps'}/${code}`
  const step = (code: string) => {
    const words = `${code} ${method.titleOf(code)}`
    return comments ? <Link to={to(code)}>{words}</Link> : words
  }
  return (
    <>
      <h4>{lastSession ? t('agreedOn', { day: formatDay(lastSession.heldOn) }) : t('agreed')}</h4>
      <p className={styles.written}>
        {lastSession ? lastSession.nextActions || t('nothingAgreed') : t('firstSession')}
      </p>
      <h4>{t('openSteps')}</h4>
      {openSteps.length === 0 ? (
        <p>{t('noOpenSteps')}</p>
      ) : (
        <ul>
          {openSteps.map(({ stepCode, status, changedAt }) => (
            <li key={stepCode}>
              {step(stepCode)}{' '}
              <span className={styles.inlineSoft}>
                {status === 'doing' && changedAt ? t('stepSince', { day: formatDay(changedAt) }) : t('stepNext')}
              </span>
            </li>
          ))}
        </ul>
      )}
      {comments && (
        <>
          <h4>{t('openComments')}</h4>
          {openComments.length === 0 ? (
            <p>{t('noComments')}</p>
          ) : (
            <ul>
              {openComments.map(({ id, stepCode, authorName, body, createdAt }) => (
                <li key={id}>
                  {step(stepCode)}
                  <blockquote className={styles.written}>{body}</blockquote>
                  <p className={styles.soft}>{t('saidBy', { name: authorName, day: formatDay(createdAt) })}</p>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </>
  )
}
