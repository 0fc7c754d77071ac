import { useEffect, useRef, useState } from 'react'
import { MultiSelect, SegmentedControl, Select, TextInput } from '@mantine/core'
import { useSearchParams } from 'react-router'
import { LIMITS } from '@vises/schema/limits'
import { Button } from '@vises/ui/Button.tsx'
import { Icon } from '@vises/ui/Icon.tsx'
import { useCan } from '@vises/ui/auth/Session.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import {
  filterCount,
  PHASES,
  RECRUITMENTS,
  SORTS,
  STALL_REASONS,
  STATUSES,
  withoutFilters,
  withWords,
} from './address.ts'
import type { CohortAddress } from './address.ts'
import styles from './Cohort.module.css'
import type { useChoices } from './useCohort.ts'

const NOBODY = 'none'
const MINE = 'mine'
const TYPING_MS = 300
const WIDE = '(min-width: 900px)'

/** Narrows the cohort; every choice stands in the address, so that it can be sent and found again. */
export function FilterBar({ address, choices }: { address: CohortAddress; choices: ReturnType<typeof useChoices> }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('cohort')
  const { t: word } = useTexts<typeof import('@vises/ui/texts.fr.json')>('ui')
  const [params, setParams] = useSearchParams()
  const can = useCan()
  const [open, setOpen] = useState(() => window.matchMedia(WIDE).matches)
  const { filter, view, sort, descending } = address
  const count = filterCount(params)
  const set = (words: Record<string, string | undefined>) => setParams(withWords(params, words), { replace: true })

  const coach = filter.withoutCoach ? NOBODY : filter.mine ? MINE : (filter.coachMembershipId?.toString() ?? null)
  const setCoach = (value: string | null) =>
    set({
      withoutCoach: value === NOBODY ? 'true' : undefined,
      mine: value === MINE ? 'true' : undefined,
      coachMembershipId: value && value !== NOBODY && value !== MINE ? value : undefined,
    })
  const attention = filter.stallReason ?? (filter.stalled ? 'any' : null)

  return (
    <section aria-label={t('filters')} className={styles.filters}>
      <div className={styles.firstRow}>
        <SearchField text={filter.text ?? ''} onText={(text) => set({ text })} />
        <Button
          variant="quiet"
          aria-expanded={open}
          aria-controls="cohort-filters"
          onClick={() => setOpen(!open)}
          icon={open ? 'chevronDown' : 'chevronRight'}
        >
          {count > 0 ? t('filtersSet', { count }) : t('filters')}
        </Button>
        {count > 0 && (
          <Button variant="quiet" icon="close" onClick={() => setParams(withoutFilters(params), { replace: true })}>
            {t('clearFilters')}
          </Button>
        )}
        <span className={styles.push} />
        <SegmentedControl
          aria-label={t('view')}
          size="sm"
          value={view}
          onChange={(value) => setParams(withWords(params, { view: value === 'board' ? 'board' : undefined }))}
          data={[
            { value: 'table', label: t('view.table') },
            { value: 'board', label: t('view.board') },
          ]}
        />
      </div>
      <div id="cohort-filters" hidden={!open} className={styles.choices}>
        <MultiSelect
          label={t('phase')}
          placeholder={filter.phases ? undefined : t('all')}
          data={PHASES.map((phase) => ({ value: String(phase), label: `${phase}. ${word(`phase.${phase}`)}` }))}
          value={(filter.phases ?? []).map(String)}
          onChange={(values) => set({ phases: values.join(',') })}
        />
        <MultiSelect
          label={t('status')}
          placeholder={filter.statuses ? undefined : t('all')}
          data={STATUSES.map((status) => ({ value: status, label: t(`status.${status}`) }))}
          value={filter.statuses ?? []}
          onChange={(values) => set({ statuses: values.join(',') })}
        />
        <Select
          label={t('platform')}
          placeholder={t('all')}
          clearable
          clearButtonProps={{ 'aria-label': t('clearOne', { name: t('platform') }) }}
          data={[
            ...choices.platforms.map(({ code, name }) => ({ value: code, label: `${code}. ${name}` })),
            { value: NOBODY, label: t('noPlatform') },
          ]}
          value={filter.platform ?? null}
          onChange={(value) => set({ platform: value ?? undefined })}
        />
        <Select
          label={t('coach')}
          placeholder={t('all')}
          clearable
          searchable
          clearButtonProps={{ 'aria-label': t('clearOne', { name: t('coach') }) }}
          nothingFoundMessage={t('nothingFound')}
          data={[
            ...(can('gate:cosign') ? [{ value: MINE, label: t('mine') }] : []),
            { value: NOBODY, label: t('withoutCoach') },
            ...choices.coaches.map(({ membershipId, name }) => ({ value: membershipId, label: name })),
          ]}
          value={coach}
          onChange={(value) => setCoach(value)}
        />
        <MultiSelect
          label={t('recruitment')}
          placeholder={filter.recruitments ? undefined : t('all')}
          data={RECRUITMENTS.map((one) => ({ value: one, label: t(`recruitment.${one}`) }))}
          value={filter.recruitments ?? []}
          onChange={(values) => set({ recruitments: values.join(',') })}
        />
        <Select
          label={t('territory')}
          placeholder={t('all')}
          clearable
          searchable
          clearButtonProps={{ 'aria-label': t('clearOne', { name: t('territory') }) }}
          nothingFoundMessage={t('nothingFound')}
          limit={60}
          data={choices.territories.map(({ code, name, level }) => ({
            value: code,
            label: `${name} (${t(`level.${level as 'region'}`)})`,
          }))}
          value={filter.territory ?? null}
          onChange={(value) => set({ territory: value ?? undefined })}
        />
        <Select
          label={t('attention')}
          placeholder={t('all')}
          clearable
          clearButtonProps={{ 'aria-label': t('clearOne', { name: t('attention') }) }}
          data={[
            { value: 'any', label: t('anyStall') },
            ...STALL_REASONS.map((reason) => ({ value: reason, label: t(`stall.${reason}`) })),
          ]}
          value={attention}
          onChange={(value) =>
            set({
              stalled: value === 'any' ? 'true' : undefined,
              stallReason: value && value !== 'any' ? value : undefined,
            })
          }
        />
        {view === 'table' && (
          <Select
            label={t('sort')}
            allowDeselect={false}
            data={SORTS.flatMap((one) => [
              { value: one, label: t(`sort.${one}`) },
              { value: `${one}-`, label: t('sortDown', { sort: t(`sort.${one}`) }) },
            ])}
            value={descending ? `${sort}-` : sort}
            onChange={(value) =>
              set({ sort: value?.replace('-', ''), descending: value?.endsWith('-') ? 'true' : undefined })
            }
            className={styles.narrowOnly}
          />
        )}
        {filter.column && (
          <p className={styles.columnFilter}>
            {t('onlyColumn', { column: t(`column.${filter.column}`) })}{' '}
            <Button variant="quiet" onClick={() => set({ column: undefined })}>
              {t('allColumns')}
            </Button>
          </p>
        )}
      </div>
    </section>
  )
}

/** Waits for a pause in the typing; what comes by the address replaces what stands there. */
function SearchField({ text, onText }: { text: string; onText: (text: string | undefined) => void }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('cohort')
  const [typed, setTyped] = useState(text)
  const sent = useRef(text)
  const send = useRef(onText)
  send.current = onText

  useEffect(() => {
    if (text === sent.current) return
    sent.current = text
    setTyped(text)
  }, [text])
  useEffect(() => {
    const wanted = typed.trim()
    if (wanted === sent.current) return
    const timer = setTimeout(() => {
      sent.current = wanted
      send.current(wanted || undefined)
    }, TYPING_MS)
    return () => clearTimeout(timer)
  }, [typed])

  return (
    <TextInput
      type="search"
      aria-label={t('search')}
      placeholder={t('search')}
      maxLength={LIMITS.searchText}
      leftSection={<Icon name="search" size={18} />}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      className={styles.search}
    />
  )
}
