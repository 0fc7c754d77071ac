import { Link } from 'react-router'
import type { Texts } from '@vises/questionnaire/model.ts'
import { wordsIn } from '@vises/questionnaire/words.ts'
import { useTexts } from '@vises/ui/texts.tsx'
import styles from './Collection.module.css'
import own from './FollowUp.module.css'
import type { Progress } from './FollowUpPage.tsx'
import { ShareBar } from './ShareBar.tsx'
import type { Wave } from './useWave.ts'

const SHOWN = 8

/** Where people stop, and which questions they leave empty. */
export function QuestionsPicture({ progress, wave }: { progress: Progress; wave: Wave }) {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('collection')
  const { reach, missing } = progress
  const worst = reach.reduce((most, one) => (one.lost > (most?.lost ?? 0) ? one : most), reach[0])
  const emptiest = missing.filter(({ share }) => share !== null).toSorted((a, b) => b.share! - a.share!)
  return (
    <>
      {reach.length > 0 && (
        <section aria-labelledby="reach">
          <h2 id="reach">
            {worst && worst.lost > 0
              ? t('reachWorst', { question: wordsIn(worst.label as Texts, language) })
              : t('reachNone')}
          </h2>
          <Bars
            wave={wave}
            caption={t('reachCaption')}
            column={t('reachColumn')}
            lines={reach.map(({ key, label, share, lost }) => ({ key, label: label as Texts, share, lost }))}
          />
        </section>
      )}
      {emptiest.length > 0 && (
        <section aria-labelledby="missing">
          <h2 id="missing">
            {emptiest[0]!.share! > 0
              ? t('missingMost', { question: wordsIn(emptiest[0]!.label as Texts, language) })
              : t('missingNone')}
          </h2>
          <Bars
            wave={wave}
            caption={t('missingCaption')}
            column={t('missingColumn')}
            lines={emptiest.map(({ key, label, share }) => ({ key, label: label as Texts, share: share! }))}
          />
        </section>
      )}
    </>
  )
}

interface Line {
  key: string
  label: Texts
  share: number
  lost?: number
}

/** The first lines, and the others behind a button of the browser's own. */
function Bars({ wave, caption, column, lines }: { wave: Wave; caption: string; column: string; lines: Line[] }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('collection')
  const rest = lines.slice(SHOWN)
  return (
    <>
      <Table {...{ wave, caption, column }} lines={lines.slice(0, SHOWN)} />
      {rest.length > 0 && (
        <details className={styles.fold}>
          <summary>{t('otherQuestions', { count: rest.length })}</summary>
          <Table {...{ wave, caption, column }} lines={rest} />
        </details>
      )}
    </>
  )
}

function Table({ wave, caption, column, lines }: { wave: Wave; caption: string; column: string; lines: Line[] }) {
  const { t, language, formatPercent } = useTexts<typeof import('./texts.fr.json')>('collection')
  return (
    <div className={styles.table}>
      <table>
        <caption className={styles.note}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('question')}</th>
            <th scope="col">{column}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, label, share, lost }) => (
            <tr key={key}>
              <th scope="row">
                <Link to={`/${language}/questionnaires/${wave.questionnaireId}/edit?item=${encodeURIComponent(key)}`}>
                  {wordsIn(label, language) || key}
                </Link>
              </th>
              <td className={own.barCell}>
                <ShareBar share={share} />
                <span>
                  {formatPercent(share)}
                  {lost !== undefined && lost > 0 && (
                    <span className={styles.facts}> {t('lost', { share: formatPercent(lost) })}</span>
                  )}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
