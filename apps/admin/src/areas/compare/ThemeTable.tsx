import { Notice } from '@vises/ui/Notice.tsx'
import { PlatformMark } from '@vises/ui/PlatformMark.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { Bar } from '../../pictures/Bar.tsx'
import { PictureFacts } from '../../pictures/PictureFacts.tsx'
import { TableRegion } from '../../pictures/TableRegion.tsx'
import { among } from '../../pictures/words-of-address.ts'
import table from '../../pictures/pictures.module.css'
import styles from './Compare.module.css'
import { columnsOf, type Platform, type ReleaseView, type Territory } from './release-address.ts'
import type { PlatformNames, ReleaseTables, ReleaseTheme } from './ReleasePage.tsx'

const QUESTIONS = ['questionType', 'purpose', 'domain', 'method', 'phaseReached'] as const
/** Themes where one evaluation can stand in more than one line. */
const SEVERAL = new Set(['purpose', 'domain', 'method'])

interface ThemeTableProps {
  theme: ReleaseTheme
  view: ReleaseView
  release: ReleaseTables
  platforms: PlatformNames
}

/**
 * A theme as small pictures side by side, one per column, in a real table. Lines keep the order of the method, never that
 * of the values, and all cuts of a theme share one scale, so that a bar keeps its length when the cut changes.
 */
export function ThemeTable({ theme, view, release, platforms }: ThemeTableProps) {
  const { t, language, formatNumber, formatDay } = useTexts<typeof import('./texts.fr.json')>('compare')
  const columns = columnsOf(view)
  const question = among(QUESTIONS, theme.code)
  const title = question ? t(`question.${question}`) : theme.label[language]
  const max = Math.max(0, ...theme.items.flatMap(({ cells }) => cells.map(({ value }) => value ?? 0)))
  const valueOf = (item: ReleaseTheme['items'][number], platform: Platform, territory: Territory) =>
    item.cells.find((cell) => cell.platform === platform && cell.territory === territory)?.value
  const nothing = theme.items.every((item) =>
    columns.every(({ platform, territory }) => valueOf(item, platform, territory) == null),
  )
  const { minEnterprises, minPartners } = release.rules
  const { counted } = release.coverage
  return (
    <section aria-labelledby="theme" className={styles.theme}>
      <h2 id="theme">{title}</h2>
      {nothing && (
        <Notice title={t('nothingTitle')}>
          <p>{t('nothing')}</p>
        </Notice>
      )}
      <TableRegion label={title}>
        <thead>
          <tr>
            <th scope="col">{theme.label[language]}</th>
            {columns.map(({ platform, territory }) => (
              <th key={`${platform} ${territory}`} scope="col">
                <ColumnName view={view} platform={platform} territory={territory} platforms={platforms} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {theme.items.map((item) => (
            <tr key={item.code}>
              <th scope="row">{item.label[language]}</th>
              {columns.map(({ platform, territory }) => {
                const value = valueOf(item, platform, territory)
                return (
                  <td key={`${platform} ${territory}`}>
                    {value == null ? (
                      <span className={table.soft}>{t('notShown')}</span>
                    ) : (
                      <span className={styles.cell}>
                        <span className={styles.value}>{formatNumber(value)}</span>
                        <Bar value={value} max={max} />
                      </span>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </TableRegion>
      <p className={styles.why}>{t('whyNotShown', { minEnterprises, minPartners })}</p>
      <PictureFacts
        facts={[
          { label: t('picture.n'), value: counted == null ? t('notShown') : t('evaluations', { count: counted }) },
          { label: t('picture.base'), value: SEVERAL.has(theme.code) ? t('base.several') : t('base.one') },
          { label: t('picture.period'), value: formatDay(release.computedAt) },
          { label: t('picture.source'), value: t('sourceOfRelease', { number: release.number }) },
          ...(max > 0 ? [{ label: t('picture.scale'), value: t('scale', { max: formatNumber(max) }) }] : []),
        ]}
      />
    </section>
  )
}

interface ColumnNameProps {
  view: ReleaseView
  platform: Platform
  territory: Territory
  platforms: PlatformNames
}

function ColumnName({ view, platform, territory, platforms }: ColumnNameProps) {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('compare')
  if (view.across === 'territories')
    return <>{territory === 'all' ? t('allTerritories') : t(`territory.${territory}`)}</>
  if (platform === 'all') return <>{t('allPlatforms')}</>
  const name = platforms.find(({ code }) => code === platform)?.name[language]
  return <PlatformMark platform={platform} size={22} {...(name ? { name } : {})} />
}
