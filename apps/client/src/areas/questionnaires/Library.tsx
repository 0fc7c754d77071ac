import { LibraryCards } from '@vises/ui/questionnaire/LibraryCards.tsx'
import { useCreate } from './useCreate.ts'

/** The questionnaires of the method, to begin one of the enterprise's own from. */
export function Library({ enterpriseId }: { enterpriseId: string }) {
  const { create, busy, error } = useCreate(enterpriseId)
  return <LibraryCards busy={busy} refused={error} onUse={(libraryCode) => create({ from: { libraryCode } })} />
}
