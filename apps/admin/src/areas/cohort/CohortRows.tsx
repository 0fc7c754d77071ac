import { useRef, type KeyboardEvent } from 'react'
import { Link, useSearchParams } from 'react-router'
import { Icon } from '@vises/ui/Icon.tsx'
import { VisuallyHidden } from '@vises/ui/VisuallyHidden.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { withWords, type CohortAddress } from './address.ts'
import styles from './Cohort.module.css'
import { Place, Platform, Stall, State } from './Marks.tsx'
import type { CohortRow } from './useCohort.ts'
import type { useSelection } from './useSelection.ts'

interface CohortRowsProps {
  rows: CohortRow[]
  address: CohortAddress
  titleOf: (code: string) => string | undefined
  selectable: (row: CohortRow) => boolean
  selection: ReturnType<typeof useSelection>
}

/** The rows; on a narrow window each becomes a card. The roles say it is a table also where the style says otherwise. */
export function CohortRows({ rows, address, titleOf, selectable, selection }: CohortRowsProps) {
  const { t, language, formatRelativeDay, formatDateTime, formatDay } =
    useTexts<typeof import('./texts.fr.json')>('cohort')
  const last = useRef<string>(undefined)
  const open = rows.filter(selectable)
  const chosenHere = open.filter(({ id }) => selection.chosen.has(id)).length

  const choose = (id: string, on: boolean, range: boolean) => {
    const from = open.findIndex((row) => row.id === last.current)
    const to = open.findIndex((row) => row.id === id)
    const ids = range && from >= 0 ? open.slice(Math.min(from, to), Math.max(from, to) + 1).map((row) => row.id) : [id]
    selection.set(ids, on)
    last.current = id
  }
  // Up and down walk along the boxes, with Shift they choose what they pass; Ctrl A chooses all that is shown.
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const box = (event.target as HTMLElement).closest<HTMLInputElement>('input[data-row]')
    if (!box) return
    if (event.key === 'a' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      selection.set(
        open.map(({ id }) => id),
        true,
      )
      return
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (!step) return
    event.preventDefault()
    const at = open.findIndex(({ id }) => id === box.dataset['row'])
    const next = open[at + step]
    if (!next) return
    if (event.shiftKey) selection.set([open[at]!.id, next.id], true)
    last.current = next.id
    event.currentTarget.querySelector<HTMLInputElement>(`input[data-row="${next.id}"]`)?.focus()
  }

  return (
    <table className={styles.table} role="table" aria-label={t('title')} onKeyDown={onKeyDown}>
      <thead role="rowgroup">
        <tr role="row">
          {open.length > 0 && (
            <th role="columnheader" className={styles.box}>
              <input
                type="checkbox"
                aria-label={t('chooseShown')}
                checked={chosenHere === open.length}
                ref={(box) => {
                  if (box) box.indeterminate = chosenHere > 0 && chosenHere < open.length
                }}
                onChange={(event) =>
                  selection.set(
                    open.map(({ id }) => id),
                    event.target.checked,
                  )
                }
              />
            </th>
          )}
          <SortHead sort="NAME" address={address} />
          <th role="columnheader">{t('platform')}</th>
          <SortHead sort="STEP" address={address} />
          <th role="columnheader">{t('coach')}</th>
          <SortHead sort="LAST_ACTIVITY" address={address} />
          <SortHead sort="DAYS_LEFT" address={address} />
          <th role="columnheader">{t('attention')}</th>
          <th role="columnheader">{t('status')}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={row.id} role="row" className={selection.chosen.has(row.id) ? styles.chosen : undefined}>
            {open.length > 0 && (
              <td role="cell" className={styles.box}>
                {selectable(row) && (
                  <input
                    type="checkbox"
                    data-row={row.id}
                    aria-label={t('chooseOne', { name: row.name })}
                    checked={selection.chosen.has(row.id)}
                    onChange={(event) =>
                      choose(row.id, event.target.checked, (event.nativeEvent as MouseEvent).shiftKey)
                    }
                  />
                )}
              </td>
            )}
            <th role="rowheader" scope="row" className={styles.name}>
              <Link
                to={`/${language}/enterprises/${row.id}`}
                data-enterprise={row.id}
                onClick={() => sessionStorage.setItem('cohort.opened', row.id)}
              >
                {row.name}
              </Link>
              {row.city && <span className={styles.soft}>{row.city}</span>}
            </th>
            <td role="cell" className={styles.platform}>
              <Platform code={row.platform} />
            </td>
            <td role="cell" className={styles.where}>
              <Place row={row} titleOf={titleOf} />
            </td>
            <td role="cell" data-label={t('coach')}>
              {row.coachName ?? <span className={styles.soft}>{t('none')}</span>}
            </td>
            <td role="cell" data-label={t('lastActivity')}>
              {row.lastActivityAt && (
                <time dateTime={row.lastActivityAt} title={formatDateTime(row.lastActivityAt)}>
                  {formatRelativeDay(row.lastActivityAt)}
                </time>
              )}
            </td>
            <td role="cell" data-label={t('timeLeft')}>
              {row.daysLeft != null && row.plannedEndOn && (row.status === 'active' || row.status === 'paused') && (
                <span
                  className={row.daysLeft < 0 ? styles.late : undefined}
                  title={t('plannedEnd', { day: formatDay(row.plannedEndOn) })}
                >
                  {row.daysLeft < 0 ? t('daysPast', { days: -row.daysLeft }) : t('daysLeft', { days: row.daysLeft })}
                </span>
              )}
            </td>
            <td role="cell" className={styles.attention}>
              <Stall reason={row.stallReason} />
            </td>
            <td role="cell" data-label={t('status')}>
              <State row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function SortHead({ sort, address }: { sort: CohortAddress['sort']; address: CohortAddress }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('cohort')
  const [params, setParams] = useSearchParams()
  const here = address.sort === sort
  const down = here && address.descending
  const words = withWords(params, {
    sort: sort === 'NAME' ? undefined : sort,
    descending: here && !down ? 'true' : undefined,
  })
  return (
    <th role="columnheader" aria-sort={here ? (down ? 'descending' : 'ascending') : undefined}>
      <button type="button" className={styles.sort} onClick={() => setParams(words, { replace: true })}>
        {t(`head.${sort}`)}
        {here ? (
          <Icon name={down ? 'arrowDown' : 'arrowUp'} size={16} />
        ) : (
          <VisuallyHidden>{t('sortable')}</VisuallyHidden>
        )}
      </button>
    </th>
  )
}
