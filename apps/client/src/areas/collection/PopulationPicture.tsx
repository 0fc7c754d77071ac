import type { Texts } from '@vises/questionnaire/model.ts'
import { wordsIn } from '@vises/questionnaire/words.ts'
import { useTexts } from '@vises/ui/texts.tsx'
import styles from './Collection.module.css'
import own from './FollowUp.module.css'
import type { Progress } from './FollowUpPage.tsx'
import { choicesOf } from './population-words.ts'
import { ShareBar } from './ShareBar.tsx'

/** Whether those who answered are like those who could: one table for each question of which that is known. */
export function PopulationPicture({ progress }: { progress: Progress }) {
  const { t, language, formatPercent, formatList } = useTexts<typeof import('./texts.fr.json')>('collection')
  const keys = [...new Set(progress.population.map(({ key }) => key))]
  return (
    <section aria-labelledby="likeness">
      <h2 id="likeness">{t('likeness')}</h2>
      {keys.map((key) => {
        const lines = progress.population.filter((line) => line.key === key)
        return (
          <div key={key} className={styles.table}>
            <table>
              <caption>{wordsIn(lines[0]!.label as Texts, language) || key}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('answer')}</th>
                  <th scope="col">{t('answeredShare')}</th>
                  <th scope="col">{t('populationShare')}</th>
                  <th scope="col">{t('difference')}</th>
                </tr>
              </thead>
              <tbody>
                {lines.map(({ values, valueLabels, answered, population }) => (
                  <tr key={values.join()}>
                    <th scope="row">{formatList(choicesOf({ values, valueLabels }, language))}</th>
                    <td className={own.barCell}>
                      {answered === null ? (
                        t('notShownShort')
                      ) : (
                        <>
                          <ShareBar share={answered} />
                          {formatPercent(answered)}
                        </>
                      )}
                    </td>
                    <td className={own.barCell}>
                      <ShareBar share={population} soft />
                      {formatPercent(population)}
                    </td>
                    <td>
                      {answered === null ? t('notShownShort') : t('points', { points: gapOf(answered, population) })}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )
      })}
      <p className={styles.note}>{t('likenessSource')}</p>
    </section>
  )
}

/** In points of a hundred, with its sign: +12, -3, 0. */
function gapOf(answered: number, population: number): string {
  const points = Math.round((answered - population) * 100)
  return points > 0 ? `+${points}` : String(points).replace('-', '−')
}
