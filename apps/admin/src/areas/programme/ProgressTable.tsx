import { useState } from 'react'
import { Tabs } from '@mantine/core'
import { Link, useSearchParams } from 'react-router'
import type { ProgressFilter } from '@vises/schema/admin/graphql'
import { Button } from '@vises/ui/Button.tsx'
import { PhaseMark } from '@vises/ui/PhaseMark.tsx'
import { PlatformMark } from '@vises/ui/PlatformMark.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { TableRegion } from '../../pictures/TableRegion.tsx'
import { among, withWords } from '../../pictures/words-of-address.ts'
import table from '../../pictures/pictures.module.css'
import { CUTS, filterWords, type Cut } from './progress-address.ts'
import { sumsBy, type CountName, type Dashboard, type SumRow } from './progress-sums.ts'
import { useProgressChoices } from './ProgressFilters.tsx'
import styles from './Programme.module.css'
import { PLATFORMS, TERRITORIES, useTerritoryName } from './words.ts'

const SHOWN_AT_FIRST = 100
const COLUMNS = [
  'recruited',
  'notStarted',
  'phase1',
  'phase2',
  'phase3',
  'completed',
  'stopped',
  'stalled',
  'declined',
] as const

/** The same counts cut by platform, territory, partner, or all three at once. */
export function ProgressTable({ dashboard, cut, filter }: { dashboard: Dashboard; cut: Cut; filter: ProgressFilter }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('programme')
  const [params, setParams] = useSearchParams()
  const targetSaid = dashboard.targets.length > 0 && cut !== 'platform' && cut !== 'partner'
  return (
    <section aria-labelledby="cut" className={styles.section}>
      <h2 id="cut">{t('cut.title')}</h2>
      <Tabs
        value={cut}
        keepMounted={false}
        onChange={(value) =>
          setParams(withWords(params, { by: value ?? undefined }), { replace: true, preventScrollReset: true })
        }
      >
        <Tabs.List aria-label={t('cut.title')} mb="md">
          {CUTS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`cut.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {CUTS.map((one) => (
          <Tabs.Panel key={one} value={one}>
            <CutTable dashboard={dashboard} cut={one} filter={filter} />
          </Tabs.Panel>
        ))}
      </Tabs>
      <p className={styles.soft}>
        {t('cut.reconciles')} {targetSaid && t('cut.targetElsewhere')}
        {dashboard.targets.length === 0 && (filter.territory || filter.phase) && t('cut.targetNotNarrowed')}
      </p>
    </section>
  )
}

function CutTable({ dashboard, cut, filter }: { dashboard: Dashboard; cut: Cut; filter: ProgressFilter }) {
  const { t, formatNumber } = useTexts<typeof import('./texts.fr.json')>('programme')
  const [whole, setWhole] = useState(false)
  const { partners } = useProgressChoices()
  const order = cut === 'platform' ? PLATFORMS : cut === 'territory' ? TERRITORIES : partners.map(({ id }) => id)
  const rows = sumsBy(cut, dashboard, [...order])
  const withTarget = rows.some(({ target }) => target != null)
  const names = cut === 'all' ? (['platform', 'territory', 'partner'] as const) : ([cut] as const)
  return (
    <>
      <TableRegion label={t(`cut.${cut}`)}>
        <thead>
          <tr>
            {names.map((name) => (
              <th key={name} scope="col">
                {t(`column.${name}`)}
              </th>
            ))}
            {COLUMNS.map((name) => (
              <th key={name} scope="col" className={table.number}>
                <Heading name={name} />
              </th>
            ))}
            {withTarget && (
              <th scope="col" className={`${table.number} ${table.apart}`}>
                {t('count.target')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {(whole ? rows : rows.slice(0, SHOWN_AT_FIRST)).map((row) => (
            <tr key={row.key}>
              {names.map((name, index) =>
                index === 0 ? (
                  <th key={name} scope="row">
                    <Name name={name} row={row} short={cut === 'all'} />
                  </th>
                ) : (
                  <td key={name}>
                    <Name name={name} row={row} />
                  </td>
                ),
              )}
              {COLUMNS.map((name) => (
                <td key={name} className={table.number}>
                  {name === 'stalled' ? (
                    <Stalled row={row} cut={cut} filter={filter} />
                  ) : (
                    formatNumber(row.counts[name])
                  )}
                </td>
              ))}
              {withTarget && (
                <td className={`${table.number} ${table.apart}`}>
                  {row.target == null ? '–' : formatNumber(row.target)}
                </td>
              )}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={names.length}>
              {t('partners.total')}
            </th>
            {COLUMNS.map((name) => (
              <td key={name} className={table.number}>
                {formatNumber(dashboard.total[name])}
              </td>
            ))}
            {withTarget && (
              <td className={`${table.number} ${table.apart}`}>
                {dashboard.total.target == null ? '–' : formatNumber(dashboard.total.target)}
              </td>
            )}
          </tr>
        </tfoot>
      </TableRegion>
      {!whole && rows.length > SHOWN_AT_FIRST && (
        <Button onClick={() => setWhole(true)}>{t('cut.showAll', { count: rows.length })}</Button>
      )}
    </>
  )
}

function Heading({ name }: { name: Exclude<CountName, 'started' | 'active' | 'paused'> }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('programme')
  if (name === 'phase1') return <PhaseMark phase={1} />
  if (name === 'phase2') return <PhaseMark phase={2} />
  if (name === 'phase3') return <PhaseMark phase={3} />
  return <>{t(`count.${name}`)}</>
}

interface NameProps {
  name: 'platform' | 'territory' | 'partner'
  row: SumRow
  /** Only the mark of the platform, where the table is wide already. */
  short?: boolean
}

function Name({ name, row, short = false }: NameProps) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('programme')
  const { platforms } = useProgressChoices()
  const territoryName = useTerritoryName()
  if (name === 'partner') return <>{row.partnerName}</>
  if (name === 'territory') return <>{territoryName(row.territory)}</>
  const code = among(PLATFORMS, row.platformCode)
  if (!code) return <>{t('noPlatform')}</>
  if (short) return <PlatformMark platform={code} size={20} />
  return <PlatformMark platform={code} size={18} name={platforms.find((one) => one.code === code)?.name ?? code} />
}

/** The count leads to the enterprises behind it; where the row has no filter of its own it stays a number. */
function Stalled({ row, cut, filter }: { row: SumRow; cut: Cut; filter: ProgressFilter }) {
  const { language, formatNumber } = useTexts<typeof import('./texts.fr.json')>('programme')
  const { stalled } = row.counts
  const { platformCode, territory, partnerId } = row
  const unknown =
    (cut !== 'territory' && cut !== 'partner' && !platformCode) ||
    ((cut === 'territory' || cut === 'all') && !territory)
  if (stalled === 0 || unknown) return <>{formatNumber(stalled)}</>
  const words = filterWords({
    ...filter,
    ...(cut === 'platform' || cut === 'all' ? { platform: platformCode } : {}),
    ...(cut === 'territory' || cut === 'all' ? { territory } : {}),
    ...(cut === 'partner' || cut === 'all' ? { partnerId } : {}),
  })
  return <Link to={`/${language}/programme/stalled?${words}`}>{formatNumber(stalled)}</Link>
}
