import { takeUp } from '../send/elsewhere.ts'
import type { OpenForm } from '../send/api.ts'
import { Files } from '../send/files.ts'
import { withFiles } from '../send/form-files.ts'
import { openDevice } from './device.ts'
import { Drafts } from './drafts.ts'
import type { Draft } from './drafts.ts'
import { canSeal } from './secret.ts'

/** What is said about keeping: nothing yet, on the way, on this device, not any more, or not on this device. */
export type Keeping = 'empty' | 'keeping' | 'kept' | 'failed' | 'nowhere'

const KEEP_AFTER = 300

/** Keeps an unfinished answer on this device while it is written, and says how that goes. */
export class Keeper {
  keeping: Keeping = 'empty'
  /** The address carried an unfinished answer that is not (any more) to be had. */
  lost = false
  readonly files = new Files()
  /** The person shares this device: nothing is kept on it. */
  shared = false
  #store: Drafts | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly token: string,
    private readonly brought: string | undefined,
    private readonly tell: () => void,
  ) {}

  /** What this device has of the link, or what was brought along to it. */
  async open(): Promise<[form: OpenForm | undefined, draft: Draft | undefined]> {
    const device = canSeal() ? await openDevice() : undefined
    if (!device) {
      this.keeping = 'nowhere'
      return [undefined, await this.#bring()]
    }
    // An answer brought along stands beside one begun here with the same link: it may be another person's.
    const store = await Drafts.of(device, this.brought ? `${this.token}.${this.brought}` : this.token)
    this.#store = store
    this.files.drafts = store
    const [form, kept] = await Promise.all([store.form().catch(() => undefined), store.draft().catch(() => undefined)])
    return [form, kept ?? (await this.#bring())]
  }

  async #bring(): Promise<Draft | undefined> {
    if (!this.brought) return undefined
    const draft = canSeal() ? await takeUp(this.token, this.brought).catch(() => undefined) : undefined
    this.lost = !draft
    return draft && { ...draft, elsewhere: { secret: this.brought, until: '' } }
  }

  /** Whether this browser keeps anything at all. */
  get isAble(): boolean {
    return this.#store !== undefined
  }

  get canKeep(): boolean {
    return this.#drafts !== undefined
  }

  /** Whether closing the page loses nothing: the answers are on the device, and every file with them. */
  get keepsAll(): boolean {
    return this.canKeep && this.keeping !== 'failed' && this.files.kept
  }

  get #drafts(): Drafts | undefined {
    return this.shared ? undefined : this.#store
  }

  /** Keeps in a moment: while somebody writes, not at each letter. */
  soon(keep: () => void): void {
    if (!this.#drafts) return
    this.keeping = 'keeping'
    // Whoever writes without a pause is kept up with all the same.
    this.#timer ??= setTimeout(keep, KEEP_AFTER)
  }

  async keep(draft: Draft): Promise<void> {
    this.#stopTimer()
    if (!this.#drafts) return
    const done = await this.#drafts.keep(draft).then(
      () => 'kept' as const,
      () => 'failed' as const,
    )
    // Something was written meanwhile: it is kept in a moment.
    this.keeping = this.#timer !== undefined && done === 'kept' ? 'keeping' : done
    this.tell()
  }

  /** Puts what stays in the place of the answers, and removes their files. */
  async finish(left: Draft): Promise<void> {
    await this.keep(left)
    await this.#drafts?.removeFiles().catch(() => undefined)
  }

  #stopTimer(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }

  /** Keeps the questionnaire with its pictures; without them when the connection is gone before they came. */
  async keepForm(form: OpenForm): Promise<void> {
    if (!this.#drafts) return
    const whole = await withFiles(form, ['image']).catch(() => form)
    await this.#drafts?.keepForm(whole).catch(() => undefined)
  }

  /** What another tab of this browser may have kept meanwhile. */
  async newest(): Promise<Draft | undefined> {
    return this.#drafts?.draft().catch(() => undefined)
  }

  /** Removes the answers from the device; with `form` also the questionnaire. */
  async remove(form = false): Promise<void> {
    this.#stopTimer()
    await this.#drafts?.remove(form).catch(() => undefined)
    if (this.keeping !== 'nowhere') this.keeping = 'empty'
  }

  /** On a shared device nothing is left from now on; the answers stay in the open page. */
  async share(shared: boolean): Promise<void> {
    if (shared) await this.remove(true)
    this.shared = shared
    this.files.drafts = this.#drafts
    this.keeping = shared ? 'nowhere' : 'empty'
  }
}
