import { useLanguageName } from '@vises/ui/questionnaire/language-names.ts'
import { useTexts } from '@vises/ui/texts.tsx'
import styles from './Collection.module.css'
import own from './FollowUp.module.css'
import type { Progress } from './FollowUpPage.tsx'
import { ShareBar } from './ShareBar.tsx'
import { useCountWords } from './useCountWords.ts'

const CHANNELS = ['online', 'paper', 'assisted', 'import'] as const

/** Answers of each group against how many people it has. The picture is a table: its bars say what its numbers say. */
export function GroupsPicture({ progress }: { progress: Progress }) {
  const { t, formatPercent } = useTexts<typeof import('./texts.fr.json')>('collection')
  const words = useCountWords()
  const banded = progress.groups.some(({ answers }) => answers.count === null)
  return (
    <section aria-labelledby="by-group" id="groups">
      <h2 id="by-group">{t('byGroup')}</h2>
      <div className={styles.table}>
        <table>
          <caption className={styles.note}>{t('byGroupSource')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('group')}</th>
              <th scope="col">{t('answersColumn')}</th>
              <th scope="col">{t('expectedColumn')}</th>
              <th scope="col">{t('share')}</th>
            </tr>
          </thead>
          <tbody>
            {progress.groups.map(({ groupId, name, expected, answers }) => {
              const share = answers.count !== null && expected ? answers.count / expected : undefined
              return (
                <tr key={groupId ?? ''}>
                  <th scope="row">{name ?? t('withoutGroup')}</th>
                  <td>{words.number(answers)}</td>
                  <td>{expected ?? t('notKnown')}</td>
                  <td className={own.barCell}>
                    {share === undefined ? (
                      <span className={styles.facts}>{t(answers.count === null ? 'notShownShort' : 'notKnown')}</span>
                    ) : (
                      <>
                        <ShareBar share={share} />
                        {formatPercent(share)}
                      </>
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      {banded && <p className={styles.note}>{t('fewerWhy')}</p>}
    </section>
  )
}

/** In which languages and by which ways people answer. */
export function SharesPicture({ progress }: { progress: Progress }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('collection')
  const nameOf = useLanguageName()
  const channelOf = (value: string) => {
    const known = CHANNELS.find((one) => one === value)
    return known ? t(`channel.${known}`) : value
  }
  return (
    <section aria-labelledby="ways" className={own.two}>
      <h2 id="ways">{t('ways')}</h2>
      {progress.languages.length > 0 && <Shares title={t('byLanguage')} lines={progress.languages} nameOf={nameOf} />}
      {progress.channels.length > 0 && <Shares title={t('byChannel')} lines={progress.channels} nameOf={channelOf} />}
    </section>
  )
}

interface SharesProps {
  title: string
  lines: Progress['languages']
  nameOf: (value: string) => string
}

function Shares({ title, lines, nameOf }: SharesProps) {
  const { t, formatList } = useTexts<typeof import('./texts.fr.json')>('collection')
  const words = useCountWords()
  const most = Math.max(...lines.map(({ answers }) => answers.count ?? 0), 1)
  return (
    <div className={styles.table}>
      <table>
        <caption>{title}</caption>
        <thead className={own.silentHead}>
          <tr>
            <th scope="col">{title}</th>
            <th scope="col">{t('answersColumn')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ values, answers }) => (
            <tr key={values.join()}>
              <th scope="row">{formatList(values.map(nameOf))}</th>
              <td className={own.barCell}>
                {answers.count !== null && <ShareBar share={answers.count / most} />}
                {words.number(answers)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
