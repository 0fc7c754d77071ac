import { useTexts } from '@vises/ui/texts.tsx'
import { Bar } from '../../pictures/Bar.tsx'
import { PictureFacts } from '../../pictures/PictureFacts.tsx'
import { TableRegion } from '../../pictures/TableRegion.tsx'
import table from '../../pictures/pictures.module.css'
import type { Budgets } from './PartnersPage.tsx'
import styles from './Programme.module.css'
import { useTerritoryName } from './words.ts'

/** The approved budget by territory, with its share of the whole. */
export function TerritoryBudgets({ budgets }: { budgets: Budgets }) {
  const { t, formatMoney, formatPercent } = useTexts<typeof import('./texts.fr.json')>('programme')
  const territoryName = useTerritoryName()
  const { territories, total } = budgets
  const money = (cents: number | null | undefined) => (cents == null ? t('budget.none') : formatMoney(cents))
  return (
    <section aria-labelledby="by-territory" className={styles.section}>
      <h2 id="by-territory">{t('budget.title')}</h2>
      <TableRegion label={t('budget.title')}>
        <thead>
          <tr>
            <th scope="col">{t('partners.territory')}</th>
            <th scope="col" className={table.number}>
              {t('budget.funded')}
            </th>
            <th scope="col" className={table.number}>
              {t('budget.associated')}
            </th>
            <th scope="col" className={table.number}>
              {t('partners.budget')}
            </th>
            <th scope="col" className={table.number}>
              {t('partners.erdf')}
            </th>
            <th scope="col" colSpan={2}>
              {t('budget.share')}
            </th>
          </tr>
        </thead>
        <tbody>
          {territories.map((row) => (
            <tr key={row.territory}>
              <th scope="row">{territoryName(row.territory)}</th>
              <td className={table.number}>{row.funded}</td>
              <td className={table.number}>{row.associated}</td>
              <td className={table.number}>{money(row.totalBudgetCents)}</td>
              <td className={table.number}>{money(row.erdfCents)}</td>
              <td className={table.number}>{row.shareOfBudget == null ? '–' : formatPercent(row.shareOfBudget, 1)}</td>
              <td>
                <Bar value={row.shareOfBudget ?? 0} max={1} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('partners.total')}</th>
            <td className={table.number}>{total.funded}</td>
            <td className={table.number}>{total.associated}</td>
            <td className={table.number}>{money(total.totalBudgetCents)}</td>
            <td className={table.number}>{money(total.erdfCents)}</td>
            <td className={table.number}>
              {total.shareOfBudget == null ? '–' : formatPercent(total.shareOfBudget, 1)}
            </td>
            <td />
          </tr>
        </tfoot>
      </TableRegion>
      <PictureFacts
        facts={[
          { label: t('picture.n'), value: t('budget.n', { funded: total.funded, associated: total.associated }) },
          { label: t('picture.base'), value: t('budget.base') },
          { label: t('picture.note'), value: t('budget.note') },
        ]}
      />
    </section>
  )
}
