import { useState } from 'react'

/** A deed that is under way, done or refused: one at a time. */
export function useDeed(): {
  busy: boolean
  error: unknown
  run: (deed: () => Promise<unknown>) => Promise<boolean>
  clear: () => void
} {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  return {
    busy,
    error,
    clear: () => setError(undefined),
    async run(deed) {
      if (busy) return false
      setBusy(true)
      setError(undefined)
      try {
        await deed()
        return true
      } catch (thrown) {
        setError(thrown)
        return false
      } finally {
        setBusy(false)
      }
    },
  }
}
