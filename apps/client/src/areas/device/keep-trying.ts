import { Pause } from '../../q/send/pause.ts'

const LONG_S = 30

/**
 * Does it now, at once when the connection comes back, and from time to time. A connection that is back often does not
 * carry yet: what did not get through is tried again soon, then later and later. The answer ends it.
 */
export function keepTrying(act: () => Promise<boolean>): () => void {
  const pause = new Pause()
  const over = new AbortController()
  const go = async () => {
    let soon = 1
    while (!over.signal.aborted) {
      const got = !navigator.onLine || (await act().catch(() => false))
      if (over.signal.aborted) return
      await pause.wait(got ? LONG_S : soon)
      soon = got ? 1 : Math.min(soon * 2, LONG_S)
    }
  }
  void go()
  return () => {
    over.abort()
    pause.end()
  }
}
