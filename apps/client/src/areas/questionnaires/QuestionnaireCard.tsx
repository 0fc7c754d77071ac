import { Link } from 'react-router'
import { Button } from '@vises/ui/Button.tsx'
import { Icon, type IconName } from '@vises/ui/Icon.tsx'
import { Coverage } from '@vises/ui/questionnaire/Coverage.tsx'
import { useLanguageName } from '@vises/ui/questionnaire/language-names.ts'
import { useTexts } from '@vises/ui/texts.tsx'
import type { QuestionnaireRow } from './ListPage.tsx'
import styles from './Questionnaires.module.css'

interface QuestionnaireCardProps {
  row: QuestionnaireRow
  writes: boolean
  onCopy: () => void
  onArchive: () => void
  onRestore: () => void
}

const ICONS: Record<QuestionnaireRow['publication'], IconName> = {
  draft: 'edit',
  published: 'check',
  changed: 'refresh',
}

/** One questionnaire: where it stands, in which languages, and what can be done with it. */
export function QuestionnaireCard({ row, writes, onCopy, onArchive, onRestore }: QuestionnaireCardProps) {
  const { t, language, formatRelativeDay } = useTexts<typeof import('./texts.fr.json')>('questionnaires')
  const { t: word } = useTexts<typeof import('@vises/ui/questionnaire/texts.fr.json')>('questionnaire')
  const nameOf = useLanguageName()
  const { id, title, publication, coverage, openWaves, problemCount } = row
  const to = `/${language}/questionnaires/${id}`
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <h2>
          <Link to={`${to}/edit`}>{title}</Link>
        </h2>
        <span className={`${styles.state} ${styles[publication]}`}>
          <Icon name={ICONS[publication]} size={18} />
          {word(`publication.${publication}`, { number: row.publishedVersion ?? 0 })}
        </span>
        {openWaves > 0 && (
          <span className={`${styles.state} ${styles.collecting}`}>
            <Icon name="people" size={18} />
            {word('publication.collecting', { count: openWaves })}
          </span>
        )}
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
        {(['translate', 'preview', 'versions'] as const).map((page) => (
          <Link key={page} to={`${to}/${page}`} aria-label={`${word(`page.${page}`)}: ${title}`}>
            {word(`page.${page}`)}
          </Link>
        ))}
        {writes && !row.archivedAt && (
          <>
            <Button variant="quiet" icon="copy" aria-label={t('copyOf', { title })} onClick={onCopy}>
              {t('copy')}
            </Button>
            <Button variant="quiet" icon="archive" aria-label={t('archiveOf', { title })} onClick={onArchive}>
              {t('archive')}
            </Button>
          </>
        )}
        {writes && row.archivedAt && (
          <Button variant="quiet" icon="undo" aria-label={t('restoreOf', { title })} onClick={onRestore}>
            {t('restore')}
          </Button>
        )}
      </div>
    </li>
  )
}
