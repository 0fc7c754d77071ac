import { Link } from 'react-router'
import { navigation } from '@vises/ui/app/areas.ts'
import { NavIcon } from '@vises/ui/app/NavIcon.tsx'
import { useCan } from '@vises/ui/auth/Session.tsx'
import { EmptyState } from '@vises/ui/EmptyState.tsx'
import { useTextById, useTexts } from '@vises/ui/texts.tsx'
import { areas } from '../../app/routes.tsx'
import styles from './Places.module.css'

/** The pages this person may open, with a sentence on each where the area gives one (`navText`). */
export function Places() {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('my-work')
  const textById = useTextById()
  const can = useCan()
  const places = navigation(areas, language, can).filter(({ to }) => to !== `/${language}`)
  if (places.length === 0) return <EmptyState title={t('emptyTitle')}>{t('empty')}</EmptyState>
  return (
    <section aria-labelledby="places">
      <h2 id="places">{t('places')}</h2>
      <ul className={styles.places}>
        {places.map(({ to, textId, icon }) => (
          <li key={to}>
            <Link to={to}>
              <NavIcon icon={icon} size={24} />
              <span>
                <span className={styles.name}>{textById(textId)}</span>
                <span className={styles.text}>{textById(`${textId}Text`)}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
