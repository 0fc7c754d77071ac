import { journalName } from '../journals.ts'

/** What an answer holds: text, number, codes of choices, or identifiers of list items. */
export type AnswerValue = string | number | string[] | null

/** An answer as the server knows it. */
export interface SavedAnswer {
  stepCode: string
  fieldKey: string
  value: AnswerValue
  revision: number
  authorName?: string
  savedAt?: string
}

/** Somebody else's text that stands where the person wrote. */
export interface Conflict {
  value: AnswerValue
  revision: number
  authorName: string | null
  savedAt: string | null
}

export type FieldStatus = 'idle' | 'saving' | 'saved' | 'waiting' | 'conflict' | 'failed'

/** One field on the screen: what is typed, and how far it is kept. */
export interface FieldState {
  value: AnswerValue
  revision: number
  status: FieldStatus
  conflict?: Conflict
  authorName?: string
  savedAt?: string
}

/** One save on its way; sent again under the same `operationId`, it is saved once. */
export interface Save {
  evaluationId: string
  stepCode: string
  fieldKey: string
  value: AnswerValue
  baseRevision: number
  operationId: string
}

export type SaveOutcome =
  | { kind: 'saved'; revision: number; savedAt: string }
  | { kind: 'conflict'; conflict: Conflict }
  /** No connection: kept and sent again. */
  | { kind: 'unreachable' }
  /** The server does not take it: it stays on the screen. */
  | { kind: 'refused' }

/** What was typed and not yet taken by the server survives a closed tab here. */
export interface Journal {
  read(): Save[]
  write(saves: Save[]): void
}

const PAUSE_MS = 600
const LONGEST_MS = 1000
const RETRY_MS = [2000, 5000, 15_000, 30_000]

interface Entry extends FieldState {
  stepCode: string
  fieldKey: string
  dirtySince?: number
  timer?: ReturnType<typeof setTimeout>
  sending?: Save
}

/**
 * Keeps the answers of one evaluation: every change goes to the journal at once and to the server after a short pause,
 * at the latest a second after the first keystroke. A field has one save on its way at a time, so that its revisions
 * follow one another; what cannot be sent is tried again until it is.
 */
export class AnswerStore {
  private readonly fields = new Map<string, Entry>()
  private readonly listeners = new Set<() => void>()
  private retries = 0
  private retryTimer: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly evaluationId: string,
    private readonly send: (save: Save) => Promise<SaveOutcome>,
    private readonly journal: Journal,
    private readonly newOperationId: () => string = () => crypto.randomUUID(),
  ) {}

  /** Takes the server's answers; what is typed here and not yet sent stays. */
  load(answers: SavedAnswer[]): void {
    const kept = new Map(this.journal.read().map((save) => [keyOf(save.stepCode, save.fieldKey), save]))
    for (const answer of answers) {
      const key = keyOf(answer.stepCode, answer.fieldKey)
      const known = this.fields.get(key)
      if (known && known.status !== 'idle' && known.status !== 'saved') continue
      if (known && known.revision > answer.revision) continue
      this.fields.set(key, { ...answer, status: known?.status ?? 'idle' })
    }
    for (const [key, save] of kept) {
      const known = this.fields.get(key)
      if (known && known.status !== 'idle' && known.status !== 'saved') continue
      this.fields.set(key, {
        stepCode: save.stepCode,
        fieldKey: save.fieldKey,
        value: save.value,
        revision: save.baseRevision,
        status: 'waiting',
        sending: save,
      })
      void this.dispatch(key, save)
    }
    this.tell()
  }

  state(stepCode: string, fieldKey: string): FieldState {
    return this.fields.get(keyOf(stepCode, fieldKey)) ?? EMPTY
  }

  /** The person changed a field. */
  change(stepCode: string, fieldKey: string, value: AnswerValue): void {
    const key = keyOf(stepCode, fieldKey)
    const before = this.fields.get(key)
    const now = Date.now()
    clearTimeout(before?.timer)
    const dirtySince = before?.dirtySince ?? now
    const wait = Math.max(0, Math.min(PAUSE_MS, dirtySince + LONGEST_MS - now))
    this.fields.set(key, {
      ...(before ?? { revision: 0 }),
      stepCode,
      fieldKey,
      value,
      dirtySince,
      // Behind a save that waits for a connection, what is typed waits as well.
      status:
        before?.status === 'conflict' || (before?.status === 'waiting' && before.sending) ? before.status : 'saving',
      timer: before?.status === 'conflict' ? undefined : setTimeout(() => this.flushField(key), wait),
    })
    this.keep()
    this.tell()
  }

  /** Ends a conflict with the text the person decided on. */
  settle(stepCode: string, fieldKey: string, value: AnswerValue): void {
    const entry = this.fields.get(keyOf(stepCode, fieldKey))
    if (!entry?.conflict) return
    const revision = entry.conflict.revision
    Object.assign(entry, { revision, conflict: undefined, status: 'idle', sending: undefined, dirtySince: undefined })
    this.change(stepCode, fieldKey, value)
  }

  /** Sends everything that waits for its pause, for example when the page is hidden. */
  flush(): void {
    for (const [key, entry] of this.fields) if (entry.timer) this.flushField(key)
  }

  /** Tries again what could not be sent. */
  retry(): void {
    clearTimeout(this.retryTimer)
    for (const [key, entry] of this.fields) {
      if (entry.status === 'waiting' && entry.sending) void this.dispatch(key, entry.sending)
      else if (entry.status === 'failed') {
        entry.status = 'saving'
        this.flushField(key)
      }
    }
  }

  /** The state of the whole page in one word: the most urgent of its fields. */
  summary(): { status: FieldStatus; savedAt?: string; conflicts: { stepCode: string; fieldKey: string }[] } {
    const entries = [...this.fields.values()]
    const status = ORDER.find((one) => entries.some((entry) => entry.status === one)) ?? 'idle'
    const savedAt = entries.map((entry) => entry.savedAt ?? '').reduce((a, b) => (a > b ? a : b), '')
    const conflicts = entries
      .filter((entry) => entry.status === 'conflict')
      .map(({ stepCode, fieldKey }) => ({ stepCode, fieldKey }))
    return { status, savedAt: savedAt || undefined, conflicts }
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  private flushField(key: string): void {
    const entry = this.fields.get(key)
    if (!entry) return
    clearTimeout(entry.timer)
    entry.timer = undefined
    if (entry.sending || entry.status === 'conflict') return
    const save: Save = {
      evaluationId: this.evaluationId,
      stepCode: entry.stepCode,
      fieldKey: entry.fieldKey,
      value: entry.value,
      baseRevision: entry.revision,
      operationId: this.newOperationId(),
    }
    entry.sending = save
    entry.dirtySince = undefined
    this.keep()
    void this.dispatch(key, save)
  }

  private async dispatch(key: string, save: Save): Promise<void> {
    const outcome = await this.send(save)
    const entry = this.fields.get(key)
    if (!entry || entry.sending !== save) return
    if (outcome.kind === 'saved') {
      this.retries = 0
      entry.sending = undefined
      entry.revision = outcome.revision
      entry.savedAt = outcome.savedAt
      // Typed on while the save was on its way: that goes next.
      if (!same(entry.value, save.value)) {
        entry.status = 'saving'
        if (!entry.timer) this.flushField(key)
      } else entry.status = entry.timer ? 'saving' : 'saved'
    } else if (outcome.kind === 'conflict') {
      clearTimeout(entry.timer)
      Object.assign(entry, { sending: undefined, timer: undefined, status: 'conflict', conflict: outcome.conflict })
    } else if (outcome.kind === 'unreachable') {
      entry.status = 'waiting'
      this.retryLater()
    } else {
      // Another try is a save of its own; what was typed meanwhile is one already.
      entry.sending = undefined
      if (same(entry.value, save.value)) entry.status = 'failed'
      else if (!entry.timer) this.flushField(key)
    }
    this.keep()
    this.tell()
  }

  private retryLater(): void {
    clearTimeout(this.retryTimer)
    const wait = RETRY_MS[Math.min(this.retries++, RETRY_MS.length - 1)]
    this.retryTimer = setTimeout(() => this.retry(), wait)
  }

  private keep(): void {
    const saves: Save[] = []
    for (const entry of this.fields.values()) {
      const pending = entry.sending && same(entry.sending.value, entry.value) ? entry.sending : undefined
      const unsent =
        entry.timer !== undefined ||
        entry.sending !== undefined ||
        entry.status === 'conflict' ||
        entry.status === 'failed'
      if (!unsent) continue
      saves.push(
        pending ?? {
          evaluationId: this.evaluationId,
          stepCode: entry.stepCode,
          fieldKey: entry.fieldKey,
          value: entry.value,
          baseRevision: entry.revision,
          operationId: this.newOperationId(),
        },
      )
    }
    this.journal.write(saves)
  }

  private tell(): void {
    for (const listener of this.listeners) listener()
  }
}

const EMPTY: FieldState = { value: null, revision: 0, status: 'idle' }
const ORDER: FieldStatus[] = ['conflict', 'failed', 'waiting', 'saving', 'saved']
const keyOf = (stepCode: string, fieldKey: string) => `${stepCode} ${fieldKey}`
const same = (a: AnswerValue, b: AnswerValue) => JSON.stringify(a) === JSON.stringify(b)

/** A journal in the browser's own storage, emptied as the server takes each save. */
export function browserJournal(userId: string, evaluationId: string): Journal {
  const name = journalName(userId, evaluationId)
  return {
    read() {
      try {
        return JSON.parse(localStorage.getItem(name) ?? '[]') as Save[]
      } catch {
        return []
      }
    },
    write(saves) {
      try {
        if (saves.length === 0) localStorage.removeItem(name)
        else localStorage.setItem(name, JSON.stringify(saves))
      } catch {
        // Storage is full or closed to us: the server copy, at most a second later, is then the only one.
      }
    },
  }
}
