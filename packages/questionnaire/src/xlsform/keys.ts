import { isReservedName } from '../strict.ts'
import type { Row } from './questions-in.ts'
import type { Findings } from './sheet.ts'

const KEY = /^[A-Za-z_][A-Za-z0-9_.-]*$/
const LONGEST = 64

/** The keys of a questionnaire while it is read: each given once, without regard to capitals. */
export class Keys {
  /** Names that got another one. */
  readonly renamed = new Map<string, string>()
  private readonly taken = new Set<string>()

  constructor(
    private readonly findings: Findings,
    private readonly spokenOf: ReadonlySet<string>,
  ) {}

  /** The key of a row: its name, unless that cannot be. `otherwise` is for rows that need none. */
  claim(row: Row, otherwise: string | undefined): string {
    const name = row.get('name')
    if (name === '') {
      if (otherwise === undefined) this.findings.refuse(row.at('name'), 'nameMissing')
      return this.take(this.free(otherwise ?? `row_${row.number}`))
    }
    const key = this.allowed(row, name)
    if (!this.isTaken(key)) return this.take(key)
    if (this.spokenOf.has(name)) this.findings.refuse(row.at('name'), 'nameTwice', name)
    const other = this.take(this.free(key))
    this.findings.lose(row.at('name'), 'renamed', `${name} → ${other}`)
    return other
  }

  /** The key under which the text beside "other" is kept. */
  claimOther(row: Row, key: string): void {
    const other = `${key}_other`
    if (this.isTaken(other)) this.findings.refuse(row.at('name'), 'nameTwice', other)
    this.take(other)
  }

  private allowed(row: Row, name: string): string {
    if (KEY.test(name) && !isReservedName(name) && name.length <= LONGEST) return name
    const plain = name
      .normalize('NFKD')
      .replace(/[^A-Za-z0-9_.-]/g, '')
      .slice(0, LONGEST - 4)
    // Letters of other alphabets and accents are names to others; blanks and signs are to nobody.
    if (!/^[\p{L}_][\p{L}\p{M}\p{N}_.-]*$/u.test(name) || isReservedName(name)) {
      this.findings.refuse(row.at('name'), 'nameNotAllowed', name)
      return `row_${row.number}`
    }
    const key = this.free(KEY.test(plain) ? plain : `q_${row.number}`)
    this.renamed.set(name, key)
    this.findings.lose(row.at('name'), 'renamed', `${name} → ${key}`)
    return key
  }

  private free(key: string): string {
    let candidate = key
    for (let count = 2; this.isTaken(candidate); count++) candidate = `${key}_${count}`
    return candidate
  }

  private isTaken(key: string): boolean {
    return this.taken.has(key.toLowerCase())
  }

  private take(key: string): string {
    this.taken.add(key.toLowerCase())
    return key
  }
}
