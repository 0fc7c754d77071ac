import { Drawer } from '@mantine/core'
import { useTexts } from '@vises/ui/texts.tsx'
import { TableRegion } from '../../pictures/TableRegion.tsx'
import { among } from '../../pictures/words-of-address.ts'
import table from '../../pictures/pictures.module.css'
import type { ReleaseTables } from './ReleasePage.tsx'

const REASONS = ['private', 'federation', 'platform', 'noQuestion', 'notStarted'] as const

/** What a release counts, what it leaves out and why, and how many of its cells are shown. */
export function CoverageDrawer({
  release,
  open,
  onClose,
}: {
  release: ReleaseTables
  open: boolean
  onClose: () => void
}) {
  const { t, language, formatNumber } = useTexts<typeof import('./texts.fr.json')>('compare')
  const { coverage, rules } = release
  const shown = (count: number | null | undefined) =>
    count == null ? <span className={table.soft}>{t('notShown')}</span> : formatNumber(count)
  const reasonOf = (reason: string) => {
    const known = among(REASONS, reason)
    return known ? t(`leftOut.${known}`) : reason
  }
  return (
    <Drawer
      opened={open}
      onClose={onClose}
      position="right"
      size="md"
      title={t('coverage')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <TableRegion label={t('counted')}>
        <thead>
          <tr>
            <th scope="col">{t('counted')}</th>
            <th scope="col" className={table.number}>
              {t('number')}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('countedEvaluations')}</th>
            <td className={table.number}>{shown(coverage.counted)}</td>
          </tr>
          <tr>
            <th scope="row">{t('countedPartners')}</th>
            <td className={table.number}>{shown(coverage.partners)}</td>
          </tr>
          <tr>
            <th scope="row">{t('cellsShown')}</th>
            <td className={table.number}>{formatNumber(coverage.cellsShown)}</td>
          </tr>
          <tr>
            <th scope="row">{t('cellsNotShown')}</th>
            <td className={table.number}>{formatNumber(coverage.cellsNotShown)}</td>
          </tr>
        </tbody>
      </TableRegion>
      <TableRegion label={t('leftOut')}>
        <thead>
          <tr>
            <th scope="col">{t('leftOut')}</th>
            <th scope="col" className={table.number}>
              {t('number')}
            </th>
          </tr>
        </thead>
        <tbody>
          {coverage.leftOut.map(({ reason, count }) => (
            <tr key={reason}>
              <th scope="row">{reasonOf(reason)}</th>
              <td className={table.number}>{shown(count)}</td>
            </tr>
          ))}
        </tbody>
      </TableRegion>
      <h3>{t('rules')}</h3>
      <p>{rules.text[language]}</p>
    </Drawer>
  )
}
