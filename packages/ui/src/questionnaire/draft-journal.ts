import { journalName } from '../journals.ts'
import type { DraftSave, DraftJournal, JournalEntry } from './draft-store.ts'

/** A journal in the browser's own storage, emptied as the server takes each save; each part is written when it changes. */
export function draftJournal(userId: string, questionnaireId: string): DraftJournal {
  const name = journalName(userId, `draft:${questionnaireId}`)
  const parts = { base: `${name}:base`, sending: `${name}:sending`, mine: name }
  const written: { base?: unknown; sending?: DraftSave } = {}
  const put = (part: keyof typeof parts, value: unknown) =>
    value === undefined
      ? localStorage.removeItem(parts[part])
      : localStorage.setItem(parts[part], JSON.stringify(value))
  const get = <T>(part: keyof typeof parts) => JSON.parse(localStorage.getItem(parts[part]) ?? 'null') as T | null
  return {
    read() {
      try {
        const base = get<Pick<JournalEntry, 'base' | 'revision'>>('base')
        const mine = get<JournalEntry['mine']>('mine')
        const sending = get<DraftSave>('sending')
        return base && mine ? { ...base, mine, ...(sending && { sending }) } : undefined
      } catch {
        return undefined
      }
    },
    write(entry) {
      try {
        if (written.base !== entry?.base) put('base', entry && { base: entry.base, revision: entry.revision })
        if (written.sending !== entry?.sending) put('sending', entry?.sending)
        put('mine', entry?.mine)
        written.base = entry?.base
        written.sending = entry?.sending
      } catch {
        // Storage is full or closed to us: the server copy, about a second later, is then the only one.
      }
    },
  }
}
