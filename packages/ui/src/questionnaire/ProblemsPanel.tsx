import { Icon } from '../Icon.tsx'
import { useTexts } from '../texts.tsx'
import { useEditor } from './editor-context.ts'
import { inTreeOrder, useDraftProblemWords } from './draft-problem-words.ts'
import styles from './Editor.module.css'

/** Everything that stands in the way of publishing; each leads to the field that mends it. */
export function ProblemsPanel({ id }: { id: string }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const { questionnaire, language, problems, choose } = useEditor()
  const words = useDraftProblemWords(questionnaire, language)
  return (
    <section id={id} className={styles.problems} aria-label={t('problems.title')}>
      {problems.length === 0 ? (
        <p className={styles.calm}>
          <Icon name="check" size={18} /> {t('problems.none')}
        </p>
      ) : (
        <ul>
          {inTreeOrder(questionnaire, problems).map((problem, at) => {
            const { where, what, goto } = words(problem)
            return (
              <li key={at}>
                <button type="button" onClick={() => choose(goto.key, { zone: 'form', place: goto.place })}>
                  <span className={styles.where}>{where}</span>
                  <span>{what}</span>
                </button>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}
