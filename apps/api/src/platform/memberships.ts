import { isDeepStrictEqual } from 'node:util'
import type { MembershipRow } from './context.ts'
import { gather } from './gather.ts'
import type { Reference } from './tenant.ts'

/** A membership as an API token names it. */
export type TokenMembership = MembershipRow & { hash: string; user_id: string; token_id: string }

/** Who stands behind some credentials: perhaps remembered, and in any case to be looked up. */
export interface Behind<T> {
  /** Who it was the last time. Not to be believed before `now` has said the same. */
  before: T | undefined
  /** Who it is now; the very `before` when nothing has changed. */
  now(): Promise<T | undefined>
}

/** How many tokens are remembered. */
const KEPT = 1000

/** Looks up who may act as what, at each request anew: a removal or a revoked token counts at once, in every process. */
export class Memberships {
  private readonly remembered = new Map<string, TokenMembership>()
  private readonly look: ReturnType<typeof gather<TokenMembership>>

  constructor(private readonly reference: Reference) {
    this.look = gather(async (hashes) => {
      const rows = await reference.rows<TokenMembership>(
        'SELECT hash, m.* FROM unnest($1::text[]) AS hash, membership_of_token(hash) AS m',
        [hashes],
      )
      return new Map(rows.map((row) => [row.hash, row]))
    })
  }

  /** The membership behind the hash of a working API token. */
  ofToken(hash: string): Behind<TokenMembership> {
    const before = this.remembered.get(hash)
    const found = this.look(hash)
    const now = async () => {
      const row = await found()
      if (before && isDeepStrictEqual(row, before)) return before
      this.remember(hash, row)
      return row
    }
    return { before, now }
  }

  /** Every place where a person works, the first one first. */
  ofUser(userId: string): Promise<MembershipRow[]> {
    return this.reference.rows<MembershipRow>('SELECT * FROM memberships_of($1)', [userId])
  }

  private remember(hash: string, row: TokenMembership | undefined): void {
    this.remembered.delete(hash)
    if (!row) return
    if (this.remembered.size >= KEPT) this.remembered.delete(this.remembered.keys().next().value!)
    this.remembered.set(hash, row)
  }
}
