import type { Questionnaire } from '@vises/questionnaire/model.ts'
import type { SaveStatus } from '../SaveState.tsx'
import { canonical, mergeDrafts, type MergeConflict, type Side } from './merge.ts'

/** A draft as the server has it. */
export interface ServerDraft {
  questionnaire: Questionnaire
  revision: number
  authorName?: string | null
  savedAt?: string | null
}

/** One save on its way; sent again under the same `operationId`, it is saved once. */
export interface DraftSave {
  questionnaire: Questionnaire
  baseRevision: number
  operationId: string
}

export type DraftOutcome =
  | { kind: 'saved'; revision: number; savedAt: string }
  /** Somebody saved before; with `taken`, mine was saved and theirs after it. */
  | { kind: 'conflict'; theirs: ServerDraft; taken?: boolean }
  /** No connection: kept and sent again. */
  | { kind: 'unreachable' }
  /** The server does not take it: it stays on the screen. */
  | { kind: 'refused' }

/** What is kept on this device until the server has it. */
export interface JournalEntry {
  /** What this work began from, for bringing two drafts together. */
  base: Questionnaire
  revision: number
  mine: Questionnaire
  /** Sent, and not known to have arrived. */
  sending?: DraftSave
}

export interface DraftJournal {
  read(): JournalEntry | undefined
  write(entry: JournalEntry | undefined): void
}

/** Two drafts that changed the same parts; nothing is replaced until the person decides. */
export interface DraftConflict {
  theirs: ServerDraft
  parts: MergeConflict[]
}

export interface DraftState {
  questionnaire: Questionnaire
  status: SaveStatus
  savedAt?: string
  conflict?: DraftConflict
  /** Whose changes were brought together with mine, until the next change of theirs. */
  joined?: { authorName: string | null }
  canUndo: boolean
  canRedo: boolean
  /** How often somebody went back or forth: what a form holds of its own ends with it. */
  travels: number
}

interface Moment {
  questionnaire: Questionnaire
  /** The item in hand at the time, to go back to. */
  chosen: string | undefined
}

const PAUSE_MS = 600
const LONGEST_MS = 1000
const JOURNAL_MS = 250
const RETRY_MS = [2000, 5000, 15_000, 30_000]
const TOGETHER_MS = 1500
const DEPTH = 200

/**
 * Keeps one draft: every change can be undone, reaches this device's journal within a quarter of a second and the server
 * within about one. One save is on its way at a time; what others changed meanwhile is brought together part by part.
 */
export class DraftStore {
  private state: DraftState
  private base: Questionnaire
  private revision: number
  private past: Moment[] = []
  private future: Moment[] = []
  private last: { merge: string; at: number } | undefined
  private chosen: string | undefined
  private sending: DraftSave | undefined
  private inFlight = false
  private opened = false
  private dirtySince: number | undefined
  private saveTimer: ReturnType<typeof setTimeout> | undefined
  private journalTimer: ReturnType<typeof setTimeout> | undefined
  private retryTimer: ReturnType<typeof setTimeout> | undefined
  private retries = 0
  private readonly listeners = new Set<() => void>()

  constructor(
    draft: ServerDraft,
    private readonly send: (save: DraftSave) => Promise<DraftOutcome>,
    private readonly journal: DraftJournal,
    private readonly newOperationId: () => string = () => crypto.randomUUID(),
  ) {
    this.base = draft.questionnaire
    this.revision = draft.revision
    this.state = { questionnaire: draft.questionnaire, status: 'idle', canUndo: false, canRedo: false, travels: 0 }
  }

  /** Takes up what a closed tab left in the journal. */
  open(): void {
    if (this.opened) return
    this.opened = true
    const kept = this.journal.read()
    if (!kept || canonical(kept.mine) === canonical(this.base)) return this.journal.write(undefined)
    const server = { questionnaire: this.base, revision: this.revision }
    this.base = kept.base
    this.revision = kept.revision
    this.sending = kept.sending
    this.state = { ...this.state, questionnaire: kept.mine }
    // What may have arrived is sent again as it was: the server knows it by its operation.
    if (kept.sending || kept.revision === server.revision) this.plan()
    else this.join(server)
  }

  snapshot = (): DraftState => this.state

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** The item in hand; undo goes back to it. */
  choose(key: string | undefined): void {
    this.chosen = key
  }

  /** Changes the draft. Changes of one `merge`, typed without a pause, are undone together. */
  change(make: (questionnaire: Questionnaire) => Questionnaire, merge?: string): void {
    const before = this.state.questionnaire
    const questionnaire = make(before)
    if (questionnaire === before) return
    const now = Date.now()
    const together = merge !== undefined && this.last?.merge === merge && now - this.last.at < TOGETHER_MS
    if (!together) this.past = [...this.past.slice(1 - DEPTH), { questionnaire: before, chosen: this.chosen }]
    this.last = merge === undefined ? undefined : { merge, at: now }
    this.future = []
    this.put(questionnaire)
  }

  /** Goes one change back; answers the item that was in hand then. */
  undo(): string | undefined {
    return this.travel('past', 'future')
  }

  redo(): string | undefined {
    return this.travel('future', 'past')
  }

  /** Ends a conflict: for each part, which side stands. */
  settle(pick: ReadonlyMap<string, Side>): void {
    const { conflict, questionnaire } = this.state
    if (!conflict) return
    const { questionnaire: joined } = mergeDrafts(this.base, questionnaire, conflict.theirs.questionnaire, pick)
    this.rebase(conflict.theirs)
    this.state = { ...this.state, conflict: undefined }
    this.put(joined)
  }

  /** Sends at once what waits for its pause; answers when the server has everything it takes. */
  async flush(): Promise<void> {
    this.keep()
    if (this.saveTimer) this.dispatch()
    while (this.inFlight && this.state.status === 'saving') await new Promise((resolve) => setTimeout(resolve, 50))
  }

  /** Tries again what could not be sent. */
  retry(): void {
    clearTimeout(this.retryTimer)
    if (this.state.status === 'waiting' || this.state.status === 'failed') this.dispatch()
  }

  private travel(from: 'past' | 'future', to: 'past' | 'future'): string | undefined {
    const moment = this[from].at(-1)
    if (!moment) return undefined
    this[from] = this[from].slice(0, -1)
    this[to] = [...this[to], { questionnaire: this.state.questionnaire, chosen: this.chosen }]
    this.last = undefined
    this.state = { ...this.state, travels: this.state.travels + 1 }
    this.put(moment.questionnaire)
    return moment.chosen
  }

  private put(questionnaire: Questionnaire): void {
    this.state = { ...this.state, questionnaire }
    this.plan()
  }

  /** The draft differs from the server's: to the journal soon, to the server a little later. */
  private plan(): void {
    const now = Date.now()
    this.dirtySince ??= now
    this.journalTimer ??= setTimeout(() => this.keep(), JOURNAL_MS)
    clearTimeout(this.saveTimer)
    const { status } = this.state
    if (status !== 'conflict') {
      const wait = Math.max(0, Math.min(PAUSE_MS, this.dirtySince + LONGEST_MS - now))
      this.saveTimer = setTimeout(() => this.dispatch(), wait)
    }
    this.tell({ status: status === 'conflict' || status === 'waiting' ? status : 'saving' })
  }

  private dispatch(): void {
    clearTimeout(this.saveTimer)
    this.saveTimer = undefined
    if (this.inFlight || this.state.status === 'conflict') return
    const save = (this.sending ??= {
      questionnaire: this.state.questionnaire,
      baseRevision: this.revision,
      operationId: this.newOperationId(),
    })
    this.inFlight = true
    this.dirtySince = undefined
    this.keep()
    if (this.state.status !== 'waiting') this.tell({ status: 'saving' })
    void this.send(save).then((outcome) => this.received(save, outcome))
  }

  private received(save: DraftSave, outcome: DraftOutcome): void {
    this.inFlight = false
    if (outcome.kind !== 'unreachable') this.sending = undefined
    const typedOn = save.questionnaire !== this.state.questionnaire
    if (outcome.kind === 'saved') {
      this.retries = 0
      this.base = save.questionnaire
      this.revision = outcome.revision
      this.tell({ status: typedOn ? 'saving' : 'saved', savedAt: outcome.savedAt })
    } else if (outcome.kind === 'conflict') {
      if (outcome.taken) this.base = save.questionnaire
      this.join(outcome.theirs)
    } else if (outcome.kind === 'unreachable') {
      this.tell({ status: 'waiting' })
      clearTimeout(this.retryTimer)
      this.retryTimer = setTimeout(() => this.retry(), RETRY_MS[Math.min(this.retries++, RETRY_MS.length - 1)])
    } else {
      this.tell({ status: 'failed' })
    }
    this.keep()
    // Typed on while the save was on its way: that goes next.
    if (typedOn && !this.saveTimer && this.state.status !== 'waiting') this.dispatch()
  }

  /** Somebody else saved first: both drafts in one, or the parts that both changed side by side. */
  private join(theirs: ServerDraft): void {
    const { questionnaire, conflicts } = mergeDrafts(this.base, this.state.questionnaire, theirs.questionnaire)
    if (conflicts.length > 0) {
      clearTimeout(this.saveTimer)
      this.saveTimer = undefined
      return this.tell({ status: 'conflict', conflict: { theirs, parts: conflicts } })
    }
    this.rebase(theirs)
    this.state = { ...this.state, joined: { authorName: theirs.authorName ?? null } }
    this.put(questionnaire)
  }

  /** Everything that can be undone keeps what the others did. */
  private rebase(theirs: ServerDraft): void {
    const onto = (moments: Moment[]) =>
      moments.map(({ questionnaire, chosen }) => ({
        questionnaire: mergeDrafts(this.base, questionnaire, theirs.questionnaire).questionnaire,
        chosen,
      }))
    this.past = onto(this.past)
    this.future = onto(this.future)
    this.base = theirs.questionnaire
    this.revision = theirs.revision
    this.state = { ...this.state, status: 'saving' }
  }

  private keep(): void {
    clearTimeout(this.journalTimer)
    this.journalTimer = undefined
    const { questionnaire } = this.state
    if (questionnaire === this.base) return this.journal.write(undefined)
    const { base, revision, sending } = this
    this.journal.write({ base, revision, mine: questionnaire, ...(sending && { sending }) })
  }

  private tell(change: Partial<DraftState>): void {
    this.state = {
      ...this.state,
      ...change,
      canUndo: this.past.length > 0,
      canRedo: this.future.length > 0,
    }
    for (const listener of this.listeners) listener()
  }
}
