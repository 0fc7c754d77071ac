import { memo, useEffect, useMemo, useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { isContainer } from '@vises/questionnaire/walk.ts'
import { Icon } from '../Icon.tsx'
import { useTexts } from '../texts.tsx'
import { END, START, useEditor } from './editor-context.ts'
import { findItem, mayStand, type Place, type Step } from './items.ts'
import { KindIcon } from './KindIcon.tsx'
import type { TreeRow } from './tree-rows.ts'
import { countsOf, useRowWords, type Spoken } from './row-words.ts'
import type { TreeDeeds } from './useTreeDeeds.ts'
import { useTreeDrag, type DropPlace } from './useTreeDrag.ts'
import styles from './Tree.module.css'

const STEPS: Record<string, Step> = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'in', ArrowLeft: 'out' }

interface QuestionTreeProps {
  rows: TreeRow[]
  closed: ReadonlySet<string>
  onToggle: (key: string, open: boolean) => void
  deeds: TreeDeeds
}

/** All questions in their order, for pointer and keyboard. */
export function QuestionTree({ rows, closed, onToggle, deeds }: QuestionTreeProps) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const { questionnaire, chosen, choose, language, problems } = useEditor()
  const { items, baseLanguage, languages } = questionnaire
  const spoken = useMemo(() => ({ language, baseLanguage, languages }), [language, baseLanguage, languages])
  const countOf = useMemo(() => countsOf(problems), [problems])
  const tree = useRef<HTMLDivElement>(null)
  const keys = [START, ...rows.map(({ item }) => item.key), END]

  const focusRow = (key: string) => {
    choose(key, { zone: 'tree' })
    tree.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus()
  }
  // Where the chosen row moved by a key, the focus and the eye follow it.
  useEffect(() => {
    const row = tree.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(chosen)}"]`)
    if (tree.current?.contains(document.activeElement)) row?.focus()
    row?.scrollIntoView({ block: 'nearest' })
  }, [chosen, items])

  const { drag, grip, surface } = useTreeDrag(
    tree,
    (dragged, row, share) => dropAt(items, closed, dragged, row, share),
    (dragged, place) => deeds.move(dragged, toPlace(items, closed, place)),
  )

  const onKeyDown = (event: KeyboardEvent) => {
    const at = keys.indexOf(chosen)
    const row = rows[at - 1]
    const isOpen = row && isContainer(row.item) && !closed.has(row.item.key)
    const move = STEPS[event.key]
    const act = (deed: () => void) => {
      event.preventDefault()
      deed()
    }
    if (event.altKey) {
      if (event.key === 'Enter') return act(deeds.add)
      if (move && row) return act(() => deeds.step(chosen, move))
      return
    }
    if (event.ctrlKey || event.metaKey) {
      const deed = { c: deeds.copy, x: deeds.cut, v: deeds.paste, d: deeds.duplicate }[event.key.toLowerCase()]
      return deed && act(deed)
    }
    if (event.key === 'ArrowDown') return act(() => focusRow(keys[at + 1] ?? chosen))
    if (event.key === 'ArrowUp') return act(() => focusRow(keys[at - 1] ?? chosen))
    if (event.key === 'Home') return act(() => focusRow(START))
    if (event.key === 'End') return act(() => focusRow(END))
    if (event.key === 'Enter' || event.key === 'F2') return act(() => choose(chosen, { zone: 'form', place: 'label' }))
    if (!row) return
    if (event.key === 'ArrowRight') {
      if (isOpen) return act(() => focusRow(keys[at + 1] ?? chosen))
      return isContainer(row.item) && act(() => onToggle(chosen, true))
    }
    if (event.key === 'ArrowLeft') {
      if (isOpen) return act(() => onToggle(chosen, false))
      return row.parent !== undefined && act(() => focusRow(row.parent!))
    }
    if (event.key === 'Delete' || event.key === 'Backspace') act(deeds.remove)
  }

  const rowProps = (key: string) => ({
    chosen: key === chosen,
    dragged: drag?.key === key,
    drop: drag?.over?.key === key ? drag.over.where : undefined,
  })
  return (
    <div
      ref={tree}
      role="tree"
      tabIndex={-1}
      aria-label={t('tree.label')}
      className={drag ? `${styles.tree} ${styles.dragging}` : styles.tree}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        // A screen reader puts the focus where it reads.
        const key = (event.target as HTMLElement).dataset['key']
        if (key !== undefined && key !== chosen) choose(key, { zone: 'tree' })
      }}
      onClick={(event) => {
        const target = event.target as Element
        const key = target.closest<HTMLElement>('[data-key]')?.dataset['key']
        if (key === undefined) return
        if (target.closest('[data-twisty]')) onToggle(key, closed.has(key))
        else choose(key, { zone: 'form' })
      }}
      {...surface}
    >
      <EdgeRow at={START} name={t('tree.start')} position={1} of={rows.length} {...rowProps(START)} />
      {rows.map((row) => (
        <Row
          key={row.item.key}
          row={row}
          spoken={spoken}
          problems={countOf(row.item)}
          open={isContainer(row.item) ? !closed.has(row.item.key) : undefined}
          onGrip={grip(row.item.key).onPointerDown}
          {...rowProps(row.item.key)}
        />
      ))}
      <EdgeRow at={END} name={t('tree.end')} position={2} of={rows.length} {...rowProps(END)} />
    </div>
  )
}

interface Marked {
  chosen: boolean
  dragged: boolean
  drop: DropPlace['where'] | undefined
}

const classOf = ({ chosen, dragged, drop }: Marked) =>
  [styles.row, chosen && styles.chosen, dragged && styles.dragged, drop && styles[drop]].filter(Boolean).join(' ')

interface RowProps extends Marked {
  row: TreeRow
  spoken: Spoken
  problems: number
  open: boolean | undefined
  onGrip: (event: PointerEvent) => void
}

const Row = memo(
  function Row({ row, spoken, problems, open, onGrip, ...marked }: RowProps) {
    const { item, level, position, siblings, number } = row
    const words = useRowWords(row, spoken, problems)
    return (
      <div
        role="treeitem"
        data-key={item.key}
        tabIndex={marked.chosen ? 0 : -1}
        aria-label={words.aloud}
        aria-level={level}
        aria-posinset={level === 1 ? position + 1 : position}
        aria-setsize={level === 1 ? siblings + 2 : siblings}
        aria-selected={marked.chosen}
        aria-expanded={open}
        className={classOf(marked)}
        style={{ '--level': level - 1 } as React.CSSProperties}
      >
        <span className={styles.grip} onPointerDown={onGrip} aria-hidden>
          <KindIcon kind="grip" size={18} />
        </span>
        {open === undefined ? (
          <span className={styles.number}>{number}</span>
        ) : (
          <span className={styles.twisty} data-twisty>
            <Icon name={open ? 'chevronDown' : 'chevronRight'} size={18} />
          </span>
        )}
        <KindIcon kind={item.kind} size={18} />
        <span className={words.empty ? `${styles.label} ${styles.untitled}` : styles.label} lang={words.language}>
          {words.label}
        </span>
        <span className={styles.marks}>
          {words.conditional && <Icon name="path" size={16} />}
          {words.required && '*'}
          {words.missing && <Icon name="language" size={16} />}
          {problems > 0 && (
            <span className={styles.alert}>
              <Icon name="alert" size={16} />
            </span>
          )}
        </span>
      </div>
    )
  },
  (before, after) =>
    before.row.item === after.row.item &&
    (['level', 'position', 'siblings', 'number'] as const).every((part) => before.row[part] === after.row[part]) &&
    before.spoken === after.spoken &&
    before.problems === after.problems &&
    before.open === after.open &&
    before.chosen === after.chosen &&
    before.dragged === after.dragged &&
    before.drop === after.drop,
)

function EdgeRow({
  at,
  name,
  position,
  of,
  ...marked
}: Marked & { at: string; name: string; position: 1 | 2; of: number }) {
  return (
    <div
      role="treeitem"
      data-key={at}
      tabIndex={marked.chosen ? 0 : -1}
      aria-level={1}
      aria-posinset={position === 1 ? 1 : of + 2}
      aria-setsize={of + 2}
      aria-selected={marked.chosen}
      className={`${classOf(marked)} ${styles.edge}`}
    >
      <KindIcon kind={at === START ? 'start' : 'end'} size={18} />
      <span className={styles.label}>{name}</span>
    </div>
  )
}

type Items = Parameters<typeof findItem>[0]

/** Where a dragged item may be put down by this row. */
function dropAt(items: Items, closed: ReadonlySet<string>, dragged: string, row: string, share: number) {
  const place = ((): DropPlace | undefined => {
    if (row === START) return undefined
    if (row === END) return { key: END, where: 'before' }
    const found = findItem(items, row)
    if (!found || row === dragged) return undefined
    if (!isContainer(found.item)) return { key: row, where: share < 0.5 ? 'before' : 'after' }
    if (share < 0.3) return { key: row, where: 'before' }
    return { key: row, where: closed.has(row) && share > 0.7 ? 'after' : 'inside' }
  })()
  const item = findItem(items, dragged)?.item
  return place && item && mayStand(items, item, toPlace(items, closed, place)) ? place : undefined
}

function toPlace(items: Items, closed: ReadonlySet<string>, { key, where }: DropPlace): Place {
  const found = findItem(items, key)
  if (!found) return { index: items.length }
  if (where === 'inside') {
    const inside = isContainer(found.item) ? found.item.items.length : 0
    return { parent: key, index: closed.has(key) ? inside : 0 }
  }
  return { ...(found.parent && { parent: found.parent }), index: found.index + (where === 'after' ? 1 : 0) }
}
