import { useEffect, useMemo, useRef, useState, useSyncExternalStore, type ReactNode, type RefObject } from 'react'
import { useSearchParams } from 'react-router'
import type { Item, LanguageTag } from '@vises/questionnaire/model.ts'
import { useTexts } from '../texts.tsx'
import { useUndo } from '../Undo.tsx'
import type { DraftState } from './draft-store.ts'
import { ADVANCED_PLACES, EditorContext, END, START, type Editor, type Zone } from './editor-context.ts'
import { findItem, updateItem } from './items.ts'
import { useDraftStore, type Design } from './useDesign.ts'
import { useProblems } from './useProblems.ts'
import { usePublished } from './usePublished.ts'

interface Inside {
  state: DraftState
  zone: Zone
  setZone: (zone: Zone) => void
  form: RefObject<HTMLElement | null>
}

/** The draft, the item in hand and the language that is written in, for every part of the editor. */
export function EditorProvider({ design, children }: { design: Design; children: (inside: Inside) => ReactNode }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const tell = useUndo()
  const store = useDraftStore(design)
  const state = useSyncExternalStore(store.subscribe, store.snapshot)
  const { questionnaire, joined } = state
  const [address] = useSearchParams()
  const [wanted, setChosen] = useState(() => address.get('item') ?? questionnaire.items[0]?.key ?? START)
  const chosen = wanted === END || findItem(questionnaire.items, wanted) ? wanted : START
  const [zone, setZone] = useState<Zone>(address.has('item') ? 'form' : 'tree')
  const [spoken, setSpoken] = useState<LanguageTag>(questionnaire.baseLanguage)
  const language = questionnaire.languages.includes(spoken) ? spoken : questionnaire.baseLanguage
  const published = usePublished(design)
  const problems = useProblems(questionnaire, published)
  const form = useRef<HTMLElement>(null)
  const goal = useRef(address.get('place'))
  const [jumps, setJumps] = useState(0)
  const [advanced, showAdvanced] = useState(() => ADVANCED_PLACES.has(goal.current ?? ''))

  useEffect(() => {
    if (joined) tell({ text: t('save.joined', { name: joined.authorName ?? t('conflict.somebody') }) })
  }, [joined, tell, t])
  useEffect(() => {
    if (form.current) form.current.scrollTop = 0
  }, [chosen])
  // A problem, or something new, leads into the field it is about.
  useEffect(() => {
    if (!goal.current) return
    const field = form.current?.querySelector(`[data-place="${CSS.escape(goal.current)}"]`)
    goal.current = null
    const control = field?.matches('button') ? field : field?.querySelector('textarea, input, select, button')
    if (control instanceof HTMLElement) control.focus()
  }, [jumps, chosen])

  const editor = useMemo<Editor>(
    () => ({
      design,
      store,
      questionnaire,
      chosen,
      choose(key, { zone: to, place } = {}) {
        store.choose(key)
        setChosen(key)
        if (to) setZone(to)
        goal.current = place ?? null
        if (place) setJumps((count) => count + 1)
        if (place && ADVANCED_PLACES.has(place)) showAdvanced(true)
      },
      language,
      writeIn: setSpoken,
      advanced,
      showAdvanced,
      change: (make, merge) => store.change(make, merge),
      changeItem: <T extends Item>(key: string, make: (item: T) => T, merge?: string) =>
        store.change((draft) => ({ ...draft, items: updateItem(draft.items, key, (item) => make(item as T)) }), merge),
      problems,
      published,
    }),
    [design, store, questionnaire, chosen, language, advanced, problems, published],
  )
  return <EditorContext value={editor}>{children({ state, zone, setZone, form })}</EditorContext>
}
