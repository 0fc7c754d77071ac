import { useTexts } from '@vises/ui/texts.tsx'
import type { Fact } from './PartnersPage.tsx'
import styles from './Programme.module.css'
import { machineDay, usePreciseDay } from './words.ts'

const SUBJECTS = ['partners', 'pilots', 'platformSize', 'budget', 'erdf'] as const

/** Published figures that disagree, side by side: each with its day, its source and how we read it. */
export function Facts({ facts }: { facts: Fact[] }) {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('programme')
  const preciseDay = usePreciseDay()
  const shownValue = useFactValue()
  if (facts.length === 0) return null
  return (
    <section aria-labelledby="facts" className={styles.section}>
      <h2 id="facts">{t('facts.title')}</h2>
      <p className={styles.text}>{t('facts.lead')}</p>
      {SUBJECTS.map((subject) => ({ subject, ours: facts.filter((fact) => fact.subject === subject) }))
        .filter(({ ours }) => ours.length > 0)
        .map(({ subject, ours }) => (
          <section key={subject} aria-labelledby={`facts-${subject}`}>
            <h3 id={`facts-${subject}`}>{t(`facts.subject.${subject}`)}</h3>
            <ul className={styles.factList}>
              {ours.map((fact) => (
                <li key={fact.code}>
                  <p>
                    <span className={styles.value}>{shownValue(fact)}</span>{' '}
                    <time className={styles.soft} dateTime={machineDay(fact.statedOn, fact.precision)}>
                      {preciseDay(fact.statedOn, fact.precision)}
                    </time>
                  </p>
                  <p>{fact.label[language]}</p>
                  <p className={styles.soft}>
                    {t('facts.reading')} {fact.reading[language]}
                  </p>
                  <p className={styles.source}>
                    {t('source')} {fact.source[language]}
                  </p>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </section>
  )
}

/** A value as published, written as the reader's language writes numbers. */
function useFactValue(): (fact: Fact) => string {
  const { t, formatNumber, formatMoney } = useTexts<typeof import('./texts.fr.json')>('programme')
  return ({ subject, value }) => {
    if (value.startsWith('>')) return t('facts.moreThan', { value: formatNumber(Number(value.slice(1))) })
    if (/^\d+-\d+$/.test(value)) return value.replace('-', '–')
    if (!Number.isFinite(Number(value))) return value
    return subject === 'budget' || subject === 'erdf'
      ? formatMoney(Math.round(Number(value) * 100))
      : formatNumber(Number(value))
  }
}
