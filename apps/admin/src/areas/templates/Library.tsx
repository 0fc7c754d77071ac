import { LibraryCards } from '@vises/ui/questionnaire/LibraryCards.tsx'
import { useCreateTemplate } from './useCreateTemplate.ts'

/** The questionnaires of the method, to begin a template from. */
export function Library() {
  const { create, busy, error } = useCreateTemplate()
  return <LibraryCards busy={busy} refused={error} onUse={(libraryCode) => create({ from: { libraryCode } })} />
}
