import { Icon, type IconName } from '../Icon.tsx'
import { useTexts } from '../texts.tsx'
import type { ChangeWords, DesignChange } from './change-words.ts'
import styles from './Versions.module.css'

const CLASSES = ['losesData', 'breaksComparison', 'safe'] as const
const ICONS: Record<(typeof CLASSES)[number], IconName> = {
  losesData: 'remove',
  breaksComparison: 'alert',
  safe: 'check',
}

/** Only its author can tell whether a question in other words still asks the same. */
const isReworded = ({ kind, place }: DesignChange) => kind === 'textChanged' && place === 'label'

/** Changes by what they mean for the answers, the gravest first. */
export function ChangeList({
  changes,
  words,
}: {
  changes: readonly DesignChange[]
  words: (change: DesignChange) => ChangeWords
}) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  return (
    <>
      {CLASSES.map((one) => {
        const here = changes.filter((change) => change.class === one)
        if (here.length === 0) return null
        return (
          <section key={one} className={`${styles.changes} ${styles[one]}`} aria-label={t(`changeClass.${one}`)}>
            <h4>
              <Icon name={ICONS[one]} size={18} /> {t(`changeClass.${one}`)} ({here.length})
            </h4>
            <p className={styles.soft}>{t(`changeClass.${one}Means`)}</p>
            {one === 'safe' && here.some(isReworded) && <p>{t('changeClass.reworded')}</p>}
            <ul>
              {here.map((change, at) => {
                const { about, what, before, after } = words(change)
                return (
                  <li key={at}>
                    <span className={styles.about}>{about}</span> <span>{what}</span>
                    {(before ?? after) !== undefined && (
                      <span className={styles.values}>
                        {before !== undefined && <del>{before}</del>} {after !== undefined && <ins>{after}</ins>}
                      </span>
                    )}
                  </li>
                )
              })}
            </ul>
          </section>
        )
      })}
    </>
  )
}
