import { createHmac, randomBytes } from 'node:crypto'
import { clientKey } from '../../platform/identity/client-key.ts'
import { isPrivateAddress } from './private-address.ts'

/** How much may come at once, and how fast more is allowed. */
interface Allowance {
  burst: number
  perSecond: number
}

/**
 * What one client may do. A workshop of forty behind one address sends at once; after that an answer every two seconds.
 * Who is over the limit is asked to send again a moment later: an honest answer is late, never lost.
 */
const ALLOWED = {
  submit: { burst: 45, perSecond: 0.5 },
  /** While a link is flooded: the first answers of each address go before the many of a few. */
  submitUnderFlood: { burst: 3, perSecond: 1 / 60 },
  open: { burst: 120, perSecond: 2 },
  file: { burst: 40, perSecond: 0.1 },
  draft: { burst: 60, perSecond: 0.5 },
  reach: { burst: 200, perSecond: 5 },
  /** Tokens that lead nowhere. */
  guess: { burst: 60, perSecond: 1 },
} as const satisfies Record<string, Allowance>

export type Deed = Exclude<keyof typeof ALLOWED, 'submitUnderFlood'>

/** What may come through one link from clients that cannot be told apart, and the pace that counts as a flood. */
const LINK_WIDE: Allowance = { burst: 1000, perSecond: 20 }
const FLOOD: Allowance = { burst: 300, perSecond: 10 }

/** The most that is remembered; older entries go first. */
const MOST_BUCKETS = 50_000

/** What the limits say of one deed: undefined when it may go on, else the seconds to wait. */
export interface Verdict {
  wait?: number
  /** Whether the link should be flagged: more came from one place than people send. */
  flag?: boolean
}

/**
 * Limits for the public page, in the memory of the process and nowhere else: addresses are kept as keyed hashes, under a
 * key that dies with the process. Clients whose address says nothing (a proxy that was not announced) share the link's
 * own, wide limit, so that a wrong setting never turns people away.
 */
export class FloodGate {
  private readonly key = randomBytes(32)
  private readonly buckets = new Buckets()
  private readonly addressesAreTrue: boolean

  constructor({ behindProxy, now = Date.now }: { behindProxy: boolean; now?: () => number }) {
    this.addressesAreTrue = behindProxy
    this.buckets.now = now
  }

  /** Judges a deed of a client on a link; call it once per deed, since it counts. */
  judge(deed: Deed, linkId: string, address: string): Verdict {
    const flooded = deed === 'submit' && this.buckets.take(`flood ${linkId}`, FLOOD) > 0
    if (!this.isTold(address)) {
      const wait = this.buckets.take(`${deed} ${linkId}`, LINK_WIDE)
      return wait > 0 ? { wait, flag: deed === 'submit' } : {}
    }
    const client = this.clientOf(linkId, address)
    const wait = this.buckets.take(`${deed} ${client}`, ALLOWED[deed])
    if (deed !== 'submit') return wait > 0 ? { wait } : {}
    // Counted also in quiet times, so that a flood finds out who brought it.
    const waitUnderFlood = this.buckets.take(`first ${client}`, ALLOWED.submitUnderFlood)
    if (wait > 0) return { wait, flag: true }
    return flooded && waitUnderFlood > 0 ? { wait: waitUnderFlood, flag: true } : {}
  }

  /** Counts a token that led nowhere; says whether this client has tried too many. */
  guessed(address: string): boolean {
    return this.buckets.take(`guess ${this.clientOf('', address)}`, ALLOWED.guess) > 0
  }

  /** Whether a client has tried so many that its next guess is not even looked up. */
  guessesTooMuch(address: string): boolean {
    return this.isTold(address) && this.buckets.isEmpty(`guess ${this.clientOf('', address)}`, ALLOWED.guess)
  }

  private isTold(address: string): boolean {
    return this.addressesAreTrue || !isPrivateAddress(address)
  }

  private clientOf(linkId: string, address: string): string {
    return createHmac('sha256', this.key)
      .update(`${linkId} ${clientKey(address)}`)
      .digest('base64url')
      .slice(0, 22)
  }
}

/** Token buckets by name; the least recently used half is forgotten when there are too many. */
class Buckets {
  now: () => number = Date.now
  private young = new Map<string, { left: number; at: number }>()
  private old = new Map<string, { left: number; at: number }>()

  /** Takes one; answers how many seconds to wait, 0 when there was one. */
  take(name: string, allowance: Allowance): number {
    const bucket = this.bucketOf(name, allowance)
    if (bucket.left >= 1) {
      bucket.left -= 1
      return 0
    }
    return Math.ceil((1 - bucket.left) / allowance.perSecond)
  }

  isEmpty(name: string, allowance: Allowance): boolean {
    return this.bucketOf(name, allowance).left < 1
  }

  private bucketOf(name: string, { burst, perSecond }: Allowance): { left: number; at: number } {
    const now = this.now()
    const bucket = this.young.get(name) ?? this.old.get(name) ?? { left: burst, at: now }
    bucket.left = Math.min(burst, bucket.left + ((now - bucket.at) / 1000) * perSecond)
    bucket.at = now
    if (this.young.size >= MOST_BUCKETS / 2 && !this.young.has(name)) {
      this.old = this.young
      this.young = new Map()
    }
    this.young.set(name, bucket)
    return bucket
  }
}
