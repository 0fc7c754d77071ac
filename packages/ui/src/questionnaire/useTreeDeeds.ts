import { useState } from 'react'
import { useTexts } from '../texts.tsx'
import { useUndo } from '../Undo.tsx'
import { keepCopied, readCopied } from './clipboard.ts'
import { addItem, copyOf, deleteItem, insertCopies, type Copied } from './edits.ts'
import { END, START, useEditor } from './editor-context.ts'
import { findItem, moveItem, placeAfterStep, placeBelow, type Place, type Step } from './items.ts'
import { readersOf } from './keys.ts'
import type { ItemKind } from './kinds.ts'
import { treeRows } from './tree-rows.ts'
import { useTakeBack } from './useTakeBack.ts'

/** What can be done with the item in hand, by key, button and menu alike. */
export interface TreeDeeds {
  /** Opens the chooser of kinds. */
  add(): void
  remove(): void
  duplicate(): void
  copy(): void
  cut(): void
  paste(): void
  step(key: string, step: Step): void
  canStep(key: string, step: Step): boolean
  move(key: string, place: Place): void
}

export function useTreeDeeds(closed: ReadonlySet<string>, open: (key: string) => void) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const { design, questionnaire, chosen, choose, change, published } = useEditor()
  const tell = useUndo()
  const takeBack = useTakeBack()
  const [adding, setAdding] = useState(false)
  const { items } = questionnaire
  const found = findItem(items, chosen)
  const below = (): Place =>
    chosen === START ? { index: 0 } : placeBelow(items, chosen === END ? undefined : chosen, (key) => !closed.has(key))

  const insert = (copied: Copied, place: Place, reserved = published.keys) => {
    const added = insertCopies(questionnaire, copied, place, reserved)
    if (place.parent !== undefined) open(place.parent)
    change(() => added.questionnaire)
    if (added.key !== undefined) choose(added.key, { zone: 'tree' })
    return added.leftBehind
  }
  const take = (key: string) => {
    const rows = treeRows(items, closed)
    const at = rows.findIndex(({ item }) => item.key === key)
    const inside = (row: (typeof rows)[number]) =>
      !!findItem(items, row.item.key)?.within.some((one) => one.key === key)
    const next = rows.slice(at + 1).find((row) => !inside(row)) ?? rows[at - 1]
    change((draft) => deleteItem(draft, key))
    choose(next?.item.key ?? START, { zone: 'tree' })
  }
  const deeds: TreeDeeds = {
    add: () => setAdding(true),
    remove() {
      if (!found) return
      const readers = readersOf(questionnaire, found.item).length
      const text = readers > 0 ? t('deed.removedRead', { count: readers }) : t('deed.removed')
      takeBack(text, () => take(found.item.key))
    },
    duplicate() {
      const copied = copyOf(questionnaire, chosen)
      if (copied && found) insert(copied, { ...(found.parent && { parent: found.parent }), index: found.index + 1 })
    },
    copy() {
      const copied = copyOf(questionnaire, chosen)
      if (!copied) return
      keepCopied({
        ...copied,
        origin: { source: design.id, ...(design.publishedVersion && { version: design.publishedVersion }) },
      })
      tell({ text: t('deed.copied') })
    },
    cut() {
      if (!found) return
      deeds.copy()
      take(chosen)
    },
    paste() {
      const copied = readCopied()
      if (!copied) return tell({ text: t('deed.nothingToPaste') })
      if (copied.origin?.source !== design.id) {
        if (insert(copied, below()) > 0) tell({ text: t('deed.pastedWithout') })
        return
      }
      // Back in its own questionnaire it is no copy, and keeps its column when it was cut.
      insert({ ...copied, origin: undefined }, below(), new Set())
    },
    step(key, step) {
      const place = placeAfterStep(items, key, step)
      if (place) deeds.move(key, place)
    },
    canStep: (key, step) => placeAfterStep(items, key, step) !== undefined,
    move(key, place) {
      if (place.parent !== undefined) open(place.parent)
      change((draft) => ({ ...draft, items: moveItem(draft.items, key, place) }))
      choose(key, { zone: 'tree' })
    },
  }
  const addKind = (kind: ItemKind) => {
    const place = below()
    setAdding(false)
    if (place.parent !== undefined) open(place.parent)
    const added = addItem(questionnaire, kind, kind === 'page' ? atTop(place) : place, published.keys)
    change(() => added.questionnaire)
    choose(added.key, { zone: 'form', place: 'label' })
  }
  /** A page stands at the top: after whatever holds the place below. */
  const atTop = (place: Place): Place => {
    const outermost =
      place.parent === undefined ? undefined : (findItem(items, place.parent)?.within[0]?.key ?? place.parent)
    return outermost === undefined ? place : { index: (findItem(items, outermost)?.index ?? items.length) + 1 }
  }
  return {
    deeds,
    adding,
    stopAdding: () => setAdding(false),
    addKind,
    insert: (copied: Copied) => insert(copied, below()),
  }
}
