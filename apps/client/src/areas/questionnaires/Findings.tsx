import { useState } from 'react'
import { Link } from 'react-router'
import type { Finding } from '@vises/questionnaire/xlsform/finding.ts'
import { Button } from '@vises/ui/Button.tsx'
import { useProblemSentence } from '@vises/ui/questionnaire/problem-sentence.ts'
import { useTexts } from '@vises/ui/texts.tsx'
import styles from './Questionnaires.module.css'

const AT_ONCE = 50

interface FindingsProps {
  findings: readonly Finding[]
  /** Address of the editor of what was made of the workbook. */
  editor?: string
}

/** What was found in a workbook, by sheet, row and column, with what to do and where. */
export function Findings({ findings, editor }: FindingsProps) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('questionnaires')
  const say = useProblemSentence()
  const [shown, setShown] = useState(AT_ONCE)
  return (
    <div className={styles.scroll} role="region" aria-label={t('workbook.findings')} tabIndex={0}>
      <table className={styles.findings}>
        <thead>
          <tr>
            <th scope="col">{t('workbook.sheet')}</th>
            <th scope="col">{t('workbook.row')}</th>
            <th scope="col">{t('workbook.column')}</th>
            <th scope="col">{t('workbook.what')}</th>
          </tr>
        </thead>
        <tbody>
          {findings.slice(0, shown).map(({ sheet, row, column, code, detail, problem, goto }, at) => (
            <tr key={at}>
              <td>{sheet}</td>
              <td>{row}</td>
              <td>{column}</td>
              <td>
                {t(`finding.${code}`)}
                {detail && (
                  <>
                    {' '}
                    <code>{detail.slice(0, 200)}</code>
                  </>
                )}
                {problem && <p className={styles.finding}>{say(problem)}</p>}
                {editor && goto && (
                  <Link to={`${editor}?${new URLSearchParams({ item: goto.key, place: goto.place }).toString()}`}>
                    {t('workbook.mend')}
                  </Link>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {findings.length > shown && <Button onClick={() => setShown(shown + AT_ONCE)}>{t('more')}</Button>}
    </div>
  )
}
