import { useState } from 'react'
import type { Finding } from '@vises/questionnaire/xlsform/finding.ts'
import { Button } from '@vises/ui/Button.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import styles from './Questionnaires.module.css'

const AT_ONCE = 50

/** What was found in a workbook, by sheet, row and column, with what to do. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('questionnaires')
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
          {findings.slice(0, shown).map(({ sheet, row, column, code, detail }, at) => (
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
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {findings.length > shown && <Button onClick={() => setShown(shown + AT_ONCE)}>{t('more')}</Button>}
    </div>
  )
}
