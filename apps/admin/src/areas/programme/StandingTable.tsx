import { PhaseMark } from '@vises/ui/PhaseMark.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { Bar } from '../../pictures/Bar.tsx'
import { TableRegion } from '../../pictures/TableRegion.tsx'
import table from '../../pictures/pictures.module.css'
import styles from './Programme.module.css'

export interface Standing {
  notStarted: number
  phase1: number
  phase2: number
  phase3: number
  completed: number
  stopped: number
}

const ROWS = [
  { key: 'notStarted', tone: 'quiet' },
  { key: 'phase1', tone: 'phase1', phase: 1 },
  { key: 'phase2', tone: 'phase2', phase: 2 },
  { key: 'phase3', tone: 'phase3', phase: 3 },
  { key: 'completed', tone: 'accent' },
  { key: 'stopped', tone: 'quiet' },
] as const

/** Where enterprises stand, in the order of the journey: the numbers are the table, the bars stand beside them. */
export function StandingTable({ counts, total, totalLabel }: { counts: Standing; total: number; totalLabel: string }) {
  const { t, formatNumber } = useTexts<typeof import('./texts.fr.json')>('programme')
  const max = Math.max(...ROWS.map(({ key }) => counts[key]))
  return (
    <TableRegion label={t('standing.title')}>
      <thead>
        <tr>
          <th scope="col">{t('standing.where')}</th>
          <th scope="col" className={table.number}>
            {t('standing.enterprises')}
          </th>
          <td className={styles.barCell} />
        </tr>
      </thead>
      <tbody>
        {ROWS.map((row) => (
          <tr key={row.key}>
            <th scope="row">
              {'phase' in row ? <PhaseMark phase={row.phase} size={20} named /> : t(`count.${row.key}`)}
            </th>
            <td className={table.number}>{formatNumber(counts[row.key])}</td>
            <td className={styles.barCell}>
              <Bar value={counts[row.key]} max={max} tone={row.tone} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{totalLabel}</th>
          <td className={table.number}>{formatNumber(total)}</td>
          <td />
        </tr>
      </tfoot>
    </TableRegion>
  )
}
