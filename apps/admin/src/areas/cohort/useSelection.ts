import { useCallback, useEffect, useState } from 'react'

/** Which enterprises are chosen; another list begins with none. */
export function useSelection(list: string) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  useEffect(() => setChosen(new Set()), [list])
  const set = useCallback((ids: string[], on: boolean) => {
    setChosen((before) => {
      const next = new Set(before)
      for (const id of ids)
        if (on) next.add(id)
        else next.delete(id)
      return next
    })
  }, [])
  const clear = useCallback(() => setChosen(new Set()), [])
  return { chosen, set, clear }
}
