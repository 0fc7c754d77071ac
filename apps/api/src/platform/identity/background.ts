import { kindOf, type IdentityLog } from './identity-log.ts'

/** Work that must not delay an answer, and would tell by its length whether an account exists. */
export interface Background {
  run(work: Promise<unknown>): void
  /** Resolves when all of it is done: before the process stops, and in tests. */
  settled(): Promise<void>
}

/** Keeps track of work behind the answers, so that stopping the service loses no mail. */
export function createBackground(log: IdentityLog): Background {
  const pending = new Set<Promise<unknown>>()
  return {
    run(work) {
      const tracked: Promise<unknown> = work
        .catch((error: unknown) => log.error({ kind: kindOf([error]) }, 'identity: background work failed'))
        .finally(() => pending.delete(tracked))
      pending.add(tracked)
    },
    async settled() {
      while (pending.size > 0) await Promise.all(pending)
    },
  }
}
