import { useState } from 'react'
import { Button } from '../Button.tsx'
import { useTexts } from '../texts.tsx'
import { ChangeList } from './ChangeList.tsx'
import { useChangeWords } from './change-words.ts'
import { DownloadLinks } from './DownloadLinks.tsx'
import { useLanguageName } from './language-names.ts'
import type { Design } from './useDesign.ts'
import { useVersionContent } from './useVersionContent.ts'
import styles from './Versions.module.css'

type Version = Design['versions'][number]

interface VersionCardProps {
  design: Design
  version: Version
  onLook: () => void
  /** Absent for who only reads. */
  onRecover?: () => void
}

/** One published version: when, by whom, what is new, and what can be done with it. */
export function VersionCard({ design, version, onLook, onRecover }: VersionCardProps) {
  const { t, formatDateTime, formatList } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const nameOf = useLanguageName()
  const [open, setOpen] = useState(false)
  const { number, note, publishedAt, publishedByName, languages, waivers, changes } = version
  return (
    <li className={styles.version}>
      <div className={styles.versionHead}>
        <h3>{t('versions.one', { number })}</h3>
        <span className={styles.soft}>
          {t('versions.when', { moment: formatDateTime(publishedAt), name: publishedByName })}
        </span>
      </div>
      {note && <p className={styles.note}>{note}</p>}
      <p className={styles.soft}>
        {t('versions.languages', { languages: formatList(languages.map((tag) => nameOf(tag, true))) })}
      </p>
      {waivers.map(({ language, reason }) => (
        <p key={language} className={styles.soft}>
          {t('versions.waiver', { language: nameOf(language), reason })}
        </p>
      ))}
      {changes.length > 0 && (
        <details onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{t('versions.changes', { count: changes.length })}</summary>
          {open && <Changes design={design} version={version} />}
        </details>
      )}
      <div className={styles.acts}>
        <Button icon="eye" onClick={onLook}>
          {t('versions.look', { number })}
        </Button>
        {onRecover && (
          <Button variant="quiet" icon="undo" onClick={onRecover}>
            {t('versions.recover', { number })}
          </Button>
        )}
        <DownloadLinks id={design.id} version={number} />
      </div>
    </li>
  )
}

/** The changes with the words of that time: what was removed is called as the version before called it. */
function Changes({ design, version: { number, changes } }: { design: Design; version: Version }) {
  const { content: now } = useVersionContent(design.id, number)
  const { content: before } = useVersionContent(design.id, number - 1)
  const words = useChangeWords(...[now, before, design.draft].filter((one) => one !== undefined))
  return <ChangeList changes={changes} words={words} />
}
