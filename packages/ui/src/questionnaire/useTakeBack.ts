import { useUndo } from '../Undo.tsx'
import { useEditor } from './editor-context.ts'
import { mergeDrafts } from './merge.ts'

/**
 * Does something that people may want back, and offers so: `act(t('deed.removed'), () => change(…))`. When they went on
 * writing before they ask for it, what was taken comes back and what they wrote stays.
 */
export function useTakeBack() {
  const { store, choose, chosen } = useEditor()
  const tell = useUndo()
  return (text: string, deed: () => void) => {
    const before = store.snapshot().questionnaire
    deed()
    const after = store.snapshot().questionnaire
    if (after === before) return
    tell({
      text,
      undo: () => {
        if (store.snapshot().questionnaire === after) store.undo()
        else store.change((draft) => mergeDrafts(after, draft, before).questionnaire)
        choose(chosen)
      },
    })
  }
}
