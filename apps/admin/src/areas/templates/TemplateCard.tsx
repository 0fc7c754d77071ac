import { Link } from 'react-router'
import { Button } from '@vises/ui/Button.tsx'
import { DemoBadge } from '@vises/ui/DemoBadge.tsx'
import { Icon } from '@vises/ui/Icon.tsx'
import { Coverage } from '@vises/ui/questionnaire/Coverage.tsx'
import { useLanguageName } from '@vises/ui/questionnaire/language-names.ts'
import { useTexts } from '@vises/ui/texts.tsx'
import type { TemplateRow } from './ListPage.tsx'
import type { TemplateDeed } from './useTemplateDeeds.ts'
import styles from './Templates.module.css'

interface TemplateCardProps {
  row: TemplateRow
  writes: boolean
  /** The deed that is under way. */
  busy?: TemplateDeed | undefined
  onDeed: (deed: TemplateDeed) => void
}

const ICONS = { offer: 'share', withdraw: 'lock', duplicate: 'copy', archive: 'archive', restore: 'undo' } as const

/** One template: whether enterprises see it, in which languages, and what can be done with it. */
export function TemplateCard({ row, writes, busy, onDeed }: TemplateCardProps) {
  const { t, language, formatDay, formatRelativeDay } = useTexts<typeof import('./texts.fr.json')>('templates')
  const { t: word } = useTexts<typeof import('@vises/ui/questionnaire/texts.fr.json')>('questionnaire')
  const nameOf = useLanguageName()
  const { id, title, baseLanguage, offeredAt, archivedAt, coverage, problemCount } = row
  const to = `/${language}/templates/${id}`
  const deeds: TemplateDeed[] = archivedAt
    ? ['restore', 'duplicate']
    : [offeredAt ? 'withdraw' : 'offer', 'duplicate', 'archive']
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <h2>
          <Link to={`${to}/${writes && !archivedAt ? 'edit' : 'preview'}`} lang={baseLanguage}>
            {title}
          </Link>
        </h2>
        <span className={offeredAt && !archivedAt ? `${styles.state} ${styles.offered}` : styles.state}>
          <Icon name={archivedAt ? 'archive' : offeredAt ? 'check' : 'edit'} size={18} />
          {archivedAt
            ? t('state.archived', { day: formatDay(archivedAt) })
            : offeredAt
              ? t('state.offered', { day: formatDay(offeredAt) })
              : t('state.draft')}
        </span>
        {row.isDemo && <DemoBadge />}
      </div>
      <p className={styles.about}>
        {[
          t('questions', { count: row.questions }),
          t('changed', { day: formatRelativeDay(row.updatedAt), name: row.updatedByName }),
        ].join(' · ')}
      </p>
      {problemCount > 0 && (
        <p className={styles.problems}>
          <Icon name="alert" size={18} /> {t('problems', { count: problemCount })}
        </p>
      )}
      <dl className={styles.languages}>
        {coverage.map(({ language: tag, ...counts }) => (
          <div key={tag}>
            <dt>{nameOf(tag)}</dt>
            <dd>
              <Coverage {...counts} />
            </dd>
          </div>
        ))}
      </dl>
      <div className={styles.acts}>
        {(writes && !archivedAt ? (['translate', 'preview'] as const) : (['preview'] as const)).map((page) => (
          <Link key={page} to={`${to}/${page}`} aria-label={`${word(`page.${page}`)}: ${title}`}>
            {word(`page.${page}`)}
          </Link>
        ))}
        {writes &&
          deeds.map((deed) => (
            <Button
              key={deed}
              variant={deed === 'offer' || deed === 'withdraw' ? 'secondary' : 'quiet'}
              icon={ICONS[deed]}
              busy={busy === deed}
              aria-label={t(`${deed}Of`, { title })}
              onClick={() => onDeed(deed)}
            >
              {t(deed)}
            </Button>
          ))}
      </div>
    </li>
  )
}
