import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { useTexts } from '../texts.tsx'
import { ConflictView } from './ConflictView.tsx'
import type { DraftState } from './draft-store.ts'
import { EndForm, StartForm } from './EdgeForms.tsx'
import { END, useEditor, type Zone } from './editor-context.ts'
import { EditorProvider } from './EditorProvider.tsx'
import { EditorToolbar } from './EditorToolbar.tsx'
import { ItemForm } from './ItemForm.tsx'
import { findItem } from './items.ts'
import { Preview, type PreviewSize } from './Preview.tsx'
import { PreviewSwitch } from './PreviewSwitch.tsx'
import { ProblemsPanel } from './ProblemsPanel.tsx'
import { TreeZone } from './TreeZone.tsx'
import type { Design } from './useDesign.ts'
import { useTreeDeeds } from './useTreeDeeds.ts'
import styles from './Editor.module.css'

const ZONES: Zone[] = ['tree', 'form', 'preview']
const PROBLEMS = 'questionnaire-problems'

/** Writes one questionnaire or template: its questions, the form of the one in hand, and how it looks. */
export function QuestionnaireEditor({ design }: { design: Design }) {
  return <EditorProvider design={design}>{(inside) => <Workbench {...inside} />}</EditorProvider>
}

interface WorkbenchProps {
  state: DraftState
  zone: Zone
  setZone: (zone: Zone) => void
  form: RefObject<HTMLElement | null>
}

function Workbench({ state, zone, setZone, form }: WorkbenchProps) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const { store, questionnaire, chosen, choose, language } = useEditor()
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const [listing, setListing] = useState(false)
  const [size, setSize] = useState<PreviewSize>('phone')
  const toggle = (key: string, open: boolean) =>
    setClosed((before) => {
      const next = new Set(before)
      if (open) next.delete(key)
      else next.add(key)
      return next
    })
  const tree = useTreeDeeds(closed, (key) => toggle(key, true))
  const item = findItem(questionnaire.items, chosen)?.item

  // On a phone the parts take turns: each is read from its beginning.
  const zones = useRef<HTMLDivElement>(null)
  const before = useRef(zone)
  useEffect(() => {
    if (before.current === zone) return
    before.current = zone
    if (zones.current?.offsetParent) zones.current.scrollIntoView()
  }, [zone])

  const travel = (deed: 'undo' | 'redo') => {
    const back = store[deed]()
    if (back !== undefined) choose(back)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || (event.target as Element).closest('dialog')) return
    const key = event.key.toLowerCase()
    const deed = key === 'z' ? (event.shiftKey ? 'redo' : 'undo') : key === 'y' ? 'redo' : undefined
    if (!deed) return
    event.preventDefault()
    travel(deed)
  }
  return (
    <div className={styles.editor} data-zone={zone} onKeyDown={onKeyDown}>
      <EditorToolbar
        state={state}
        onTravel={travel}
        list={{ id: PROBLEMS, open: listing, toggle: () => setListing(!listing) }}
      />
      {listing && <ProblemsPanel id={PROBLEMS} />}
      {state.conflict && <ConflictView conflict={state.conflict} />}
      <div ref={zones} className={styles.switch} role="group" aria-label={t('zone.label')}>
        {ZONES.map((one) => (
          <button key={one} type="button" aria-pressed={zone === one} onClick={() => setZone(one)}>
            {t(`zone.${one}`)}
          </button>
        ))}
      </div>
      <div className={styles.zones}>
        <section className={`${styles.zone} ${styles.tree}`} aria-label={t('zone.tree')} data-scrolls>
          <TreeZone {...{ closed, toggle, tree }} />
        </section>
        <section ref={form} className={`${styles.zone} ${styles.form}`} aria-label={t('zone.form')}>
          {item ? (
            <ItemForm key={item.key} item={item} deeds={tree.deeds} />
          ) : chosen === END ? (
            <EndForm />
          ) : (
            <StartForm />
          )}
        </section>
        <section className={`${styles.zone} ${styles.preview}`} aria-label={t('zone.preview')}>
          <PreviewSwitch size={size} onSize={setSize} />
          <Preview questionnaire={questionnaire} language={language} size={size} at={chosen} />
        </section>
      </div>
    </div>
  )
}
