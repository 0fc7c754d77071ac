import { useState } from 'react'
import type { WaveProblem } from '@vises/schema/client/graphql'

interface Payload {
  problem?: WaveProblem | null
}

/** One deed at a time, and what stood in its way: why it was refused, or the error. */
export function useDeed() {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<WaveProblem>()
  const [error, setError] = useState<unknown>()
  /** Answers the payload when the deed is done, undefined when it is not. */
  const run = async <P extends Payload>(ask: () => Promise<P | undefined>): Promise<P | undefined> => {
    if (busy) return undefined
    setBusy(true)
    setProblem(undefined)
    setError(undefined)
    try {
      const payload = await ask()
      if (payload?.problem) {
        setProblem(payload.problem)
        return undefined
      }
      return payload
    } catch (thrown) {
      setError(thrown)
      return undefined
    } finally {
      setBusy(false)
    }
  }
  return { busy, problem, error, run }
}

export type Deed = ReturnType<typeof useDeed>
