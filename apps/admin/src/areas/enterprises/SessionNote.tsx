import { Link } from 'react-router'
import type { Enterprise_SessionsQuery } from '@vises/schema/admin/graphql'
import { Button } from '@vises/ui/Button.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import styles from './Enterprise.module.css'

export type Session = Enterprise_SessionsQuery['supportSessions']['nodes'][number]

/** What was said and agreed at one meeting. */
export function SessionNote({
  session,
  named = false,
  onEdit,
}: {
  session: Session
  named?: boolean
  onEdit?: () => void
}) {
  const { t, language, formatDay } = useTexts<typeof import('./texts.fr.json')>('enterprises')
  const { heldOn, minutes, notes, nextActions, authorName, enterpriseId, enterpriseName } = session
  const day = formatDay(heldOn)
  return (
    <li className={styles.session}>
      <div className={styles.sectionHead}>
        <h3>
          <time dateTime={heldOn}>{day}</time>
          {named && (
            <>
              {' · '}
              <Link to={`/${language}/enterprises/${enterpriseId}?tab=sessions`}>{enterpriseName}</Link>
            </>
          )}
        </h3>
        {onEdit && (
          <Button variant="quiet" icon="edit" onClick={onEdit} aria-label={t('editSessionOf', { day })}>
            {t('edit')}
          </Button>
        )}
      </div>
      <p className={styles.soft}>{minutes != null ? t('authorAndTime', { name: authorName, minutes }) : authorName}</p>
      {notes && <p className={styles.written}>{notes}</p>}
      {nextActions && (
        <div className={styles.next}>
          <h4>{t('nextActions')}</h4>
          <p className={styles.written}>{nextActions}</p>
        </div>
      )}
    </li>
  )
}
