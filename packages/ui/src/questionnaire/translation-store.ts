import type { LanguageTag, Questionnaire } from '@vises/questionnaire/model.ts'
import {
  applyTranslations,
  translationUnits,
  type Marks,
  type TranslatedText,
} from '@vises/questionnaire/translation.ts'
import { journalName } from '../journals.ts'
import type { SaveStatus } from '../SaveState.tsx'

/** What the server says to the texts it was sent. */
export type TranslationOutcome =
  | { kind: 'saved'; savedAt: string; faults: { path: string; code: string; current?: string | null }[] }
  | { kind: 'unreachable' }
  | { kind: 'refused' }

export interface TranslationState {
  questionnaire: Questionnaire
  marks: Marks
  status: SaveStatus
  savedAt?: string
  /** What somebody else wrote where I wrote, by the place of the text. */
  conflicts: ReadonlyMap<string, string>
  /** A text was changed in its own language while it was translated: the page should be read anew. */
  outdated: boolean
}

/** Texts typed and not yet saved, kept on this device. */
export interface TranslationJournal {
  read(): TranslatedText[]
  write(texts: TranslatedText[]): void
}

const PAUSE_MS = 700
const RETRY_MS = 5000

/** Keeps the translations into one language: each text is saved for itself, so that others may design meanwhile. */
export class TranslationStore {
  private state: TranslationState
  private readonly known = new Map<string, string>()
  private pending = new Map<string, TranslatedText>()
  private sending: Map<string, TranslatedText> | undefined
  private timer: ReturnType<typeof setTimeout> | undefined
  private readonly listeners = new Set<() => void>()

  constructor(
    questionnaire: Questionnaire,
    marks: Marks,
    readonly language: LanguageTag,
    private readonly send: (texts: TranslatedText[]) => Promise<TranslationOutcome>,
    private readonly journal: TranslationJournal,
  ) {
    this.state = { questionnaire, marks, status: 'idle', conflicts: new Map(), outdated: false }
    for (const { path, target } of translationUnits(questionnaire, marks, language)) this.known.set(path, target)
  }

  /** Takes up what a closed tab left unsaved. */
  open(): void {
    for (const text of this.journal.read()) if (!this.pending.has(text.path)) this.pending.set(text.path, text)
    if (this.pending.size === 0) return
    this.apply([...this.pending.values()])
    this.plan(0)
  }

  snapshot = (): TranslationState => this.state

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** The person wrote a translation of the words with this hash; the same words again say that it is right as it is. */
  write(path: string, text: string, sourceHash: string): void {
    const entry = { path, text, sourceHash, was: this.known.get(path) ?? '' }
    this.pending.set(path, entry)
    this.apply([entry])
    this.plan(PAUSE_MS)
  }

  /** Ends a conflict: mine goes over theirs, or theirs stands. */
  settle(path: string, side: 'mine' | 'theirs', mine: string, sourceHash: string): void {
    const theirs = this.state.conflicts.get(path)
    if (theirs === undefined) return
    const conflicts = new Map(this.state.conflicts)
    conflicts.delete(path)
    this.state = { ...this.state, conflicts }
    this.known.set(path, theirs)
    if (side === 'mine') return this.write(path, mine, sourceHash)
    this.pending.delete(path)
    this.apply([{ path, text: theirs }])
    this.tell({ status: conflicts.size > 0 ? 'conflict' : this.pending.size > 0 ? 'saving' : 'saved' })
  }

  async flush(): Promise<void> {
    if (this.timer) await this.dispatch()
    while (this.sending && this.state.status === 'saving') await new Promise((resolve) => setTimeout(resolve, 50))
  }

  retry(): void {
    if (this.pending.size > 0) void this.dispatch()
  }

  /** Shows what was typed; whether somebody else wrote there meanwhile is for the server to say. */
  private apply(texts: TranslatedText[]): void {
    const typed = texts.map(({ was: _was, ...text }) => text)
    const { questionnaire, marks } = applyTranslations(this.state.questionnaire, this.state.marks, this.language, typed)
    this.state = { ...this.state, questionnaire, marks }
  }

  private plan(pause: number): void {
    this.keep()
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.dispatch(), pause)
    this.tell({ status: this.state.status === 'waiting' ? 'waiting' : 'saving' })
  }

  private async dispatch(): Promise<void> {
    clearTimeout(this.timer)
    this.timer = undefined
    if (this.sending || this.pending.size === 0) return
    const sending = (this.sending = this.pending)
    this.pending = new Map()
    const outcome = await this.send([...sending.values()])
    this.sending = undefined
    if (outcome.kind === 'saved') this.taken(sending, outcome)
    else {
      // What was typed meanwhile stands over what could not be sent.
      this.pending = new Map([...sending, ...this.pending])
      if (outcome.kind === 'unreachable') this.timer = setTimeout(() => void this.dispatch(), RETRY_MS)
      this.tell({ status: outcome.kind === 'unreachable' ? 'waiting' : 'failed' })
    }
    this.keep()
  }

  private taken(sent: Map<string, TranslatedText>, outcome: TranslationOutcome & { kind: 'saved' }): void {
    const conflicts = new Map(this.state.conflicts)
    const refused = new Set<string>()
    for (const { path, code, current } of outcome.faults) {
      if (code === 'changedMeanwhile') conflicts.set(path, current ?? '')
      if (code !== 'sourceChanged') refused.add(path)
    }
    for (const [path, { text }] of sent) {
      if (refused.has(path)) continue
      this.known.set(path, text)
      const typed = this.pending.get(path)
      if (typed) this.pending.set(path, { ...typed, was: text })
    }
    const outdated =
      this.state.outdated || outcome.faults.some(({ code }) => code === 'sourceChanged' || code === 'unknownPath')
    this.tell({
      status: conflicts.size > 0 ? 'conflict' : this.pending.size > 0 ? 'saving' : 'saved',
      savedAt: outcome.savedAt,
      conflicts,
      outdated,
    })
    if (this.pending.size > 0 && !this.timer) void this.dispatch()
  }

  private keep(): void {
    this.journal.write([...new Map([...(this.sending ?? []), ...this.pending]).values()])
  }

  private tell(change: Partial<TranslationState>): void {
    this.state = { ...this.state, ...change }
    for (const listener of this.listeners) listener()
  }
}

/** A journal of translations in the browser's own storage. */
export function translationJournal(userId: string, questionnaireId: string, language: LanguageTag): TranslationJournal {
  const name = journalName(userId, `translation:${questionnaireId}:${language}`)
  return {
    read() {
      try {
        return JSON.parse(localStorage.getItem(name) ?? '[]') as TranslatedText[]
      } catch {
        return []
      }
    },
    write(texts) {
      try {
        if (texts.length === 0) localStorage.removeItem(name)
        else localStorage.setItem(name, JSON.stringify(texts))
      } catch {
        // Storage is full or closed to us: the server copy, a second later, is then the only one.
      }
    },
  }
}
