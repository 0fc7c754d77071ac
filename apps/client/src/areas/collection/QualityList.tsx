import { Link } from 'react-router'
import { Icon } from '@vises/ui/Icon.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import styles from './Collection.module.css'
import own from './FollowUp.module.css'
import type { Progress } from './FollowUpPage.tsx'
import { useFindingWords, useTargets } from './quality-words.ts'
import type { Wave } from './useWave.ts'

const MARKS = { problem: 'alert', warning: 'flag', note: 'info' } as const

/** What the rules of quality found, the gravest first, each with the way to its fix. */
export function QualityList({ wave, progress }: { wave: Wave; progress: Progress }) {
  const { t, formatList } = useTexts<typeof import('./texts.fr.json')>('collection')
  const { findings, unchecked, checked } = progress.quality
  const { sentence, nameOf } = useFindingWords(wave, progress)
  const fixOf = useTargets(wave)
  const notes = findings.filter(({ severity }) => severity === 'note')
  const urgent = findings.filter(({ severity }) => severity !== 'note')
  const list = (some: typeof findings) => (
    <ul className={own.findings}>
      {some.map((finding) => {
        const fix = fixOf(finding)
        return (
          <li key={`${finding.rule} ${finding.about}`} className={own[finding.severity]}>
            <span className={own.severity}>
              <Icon name={MARKS[finding.severity]} size={18} />
              {t(`severity.${finding.severity}`)}
            </span>
            <span>
              {sentence(finding)} {fix && <Link to={fix.to}>{fix.words}</Link>}
            </span>
          </li>
        )
      })}
    </ul>
  )
  return (
    <section aria-labelledby="quality">
      <h2 id="quality">{t('quality')}</h2>
      {findings.length === 0 && <p>{t('qualityFine', { count: checked })}</p>}
      {findings.length > 0 && urgent.length === 0 && <p>{t('nothingUrgent')}</p>}
      {list(urgent)}
      {notes.length > 0 && (
        <details className={styles.fold}>
          <summary>{t('notes', { count: notes.length })}</summary>
          {list(notes)}
        </details>
      )}
      {unchecked.length > 0 && (
        <p className={styles.note}>{t('unchecked', { rules: formatList(unchecked.map(nameOf)) })}</p>
      )}
    </section>
  )
}
