import type { Step_PageQuery } from '@vises/schema/client/graphql'
import { useTexts } from '../texts.tsx'
import type { MethodStep } from './useMethod.ts'
import styles from './Journey.module.css'

type Entry = Step_PageQuery['evaluationStep']['history'][number]

/** Who did what in this step, newest first. */
export function History({ entries, step, merged }: { entries: Entry[]; step: MethodStep; merged: MethodStep[] }) {
  const { t, formatDay, formatList } = useTexts<typeof import('./texts.fr.json')>('evaluation')
  const fields = [step, ...merged].flatMap((one) => one.fields)
  const nameOf = (key: string) => fields.find((field) => field.key === key.split('/')[0])?.label ?? key
  return (
    <section aria-labelledby="history">
      <h2 id="history">{t('history')}</h2>
      {entries.length === 0 && <p className={styles.soft}>{t('noHistory')}</p>}
      <ol className={styles.comments}>
        {entries.map((entry) => (
          <li key={`${entry.at}${entry.kind}${entry.authorName}`}>
            <p className={styles.meta}>
              {formatDay(entry.at)}, <strong>{entry.authorName}</strong>
            </p>
            <p style={{ margin: 0 }}>
              {entry.kind === 'wrote'
                ? t('history.wrote', { fields: formatList([...new Set(entry.fields.map(nameOf))]) })
                : t(`history.${entry.kind}`)}
              {entry.reason && ` ${entry.reason}`}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
