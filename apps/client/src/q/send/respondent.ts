import type { LanguageTag } from '@vises/questionnaire/model.ts'
import { hasAnswers } from '../asking/as-text.ts'
import { Session } from '../asking/session.ts'
import type { Place } from '../asking/session.ts'
import { Teller } from '../asking/teller.ts'
import type { Draft } from '../keep/drafts.ts'
import { Keeper } from '../keep/keeper.ts'
import { newId } from '../keep/secret.ts'
import { chooseLanguage, isPlain, withoutPlain } from '../language.ts'
import { openLink, reach, Unreachable } from './api.ts'
import type { About, Closed, Opened, OpenForm, Outcome, Submission } from './api.ts'
import { carry, draftNameOf, leaveNothing } from './elsewhere.ts'
import type { Carried } from './elsewhere.ts'
import { Pause, seconds } from './pause.ts'
import { alone } from './alone.ts'
import { sendOnce, sendWhole, submissionOf } from './sender.ts'

/** Where a respondent stands with this link. */
export type Life =
  | { kind: 'loading' }
  | { kind: 'unreachable' }
  | { kind: 'refused'; why: Closed; about?: About }
  | { kind: 'asking' }
  | { kind: 'sending'; waiting?: { offline: boolean } }
  /** Accepted; `elsewhere`: it had been sent from another device before. */
  | { kind: 'sent'; elsewhere?: true }

// With a questionnaire on the device, a slow answer of the server is not waited for.
const PATIENCE = 3
const LOOKING_MS = 120_000

/** One visit by a link: opens the questionnaire, keeps what is answered, sends it once. */
export class Respondent extends Teller {
  life: Life = { kind: 'loading' }
  form: OpenForm | undefined
  session: Session | undefined
  readonly keeper: Keeper
  /** An unfinished answer was found on this device, or brought along. */
  found = false
  /** The questionnaire was changed meanwhile; the answers were kept. */
  renewed = false
  elsewhere: Draft['elsewhere']
  #id = newId()
  #revision = 0
  #resumeAt: Place | undefined
  #sending: Submission | undefined
  readonly #pause = new Pause()
  #reached = new Set<string>()
  #looked = Date.now()
  #carriedAt = 0

  constructor(
    readonly token: string,
    brought: string | undefined,
  ) {
    super()
    this.keeper = new Keeper(token, brought, () => this.tell())
  }

  // --- opening

  async open(): Promise<void> {
    this.#live({ kind: 'loading' })
    const asked = this.#ask(navigator.language.split('-')[0])
    const [form, draft] = await this.keeper.open()
    const opened = await (form ? Promise.race([asked, seconds(PATIENCE)]) : asked)
    this.#start(opened, form, draft)
    if (form && !opened) void asked.then((late) => late && this.#heardLate(late))
  }

  #ask(language: LanguageTag | undefined): Promise<Opened | undefined> {
    return openLink(this.token, language).catch((error: unknown) => {
      if (error instanceof Unreachable) return undefined
      throw error
    })
  }

  #start(opened: Opened | undefined, kept: OpenForm | undefined, draft: Draft | undefined): void {
    const form = opened?.state === 'open' ? opened : kept
    if (form) this.#take(form, draft)
    if (draft?.sent) return this.#live({ kind: 'sent' })
    if (draft?.sending && form) {
      this.#sending = draft.sending
      return void this.send()
    }
    if (opened && opened.state !== 'open') return this.#refused(opened)
    if (!form) {
      this.#live({ kind: 'unreachable' })
      addEventListener('online', () => this.life.kind === 'unreachable' && void this.open(), { once: true })
      return
    }
    if (opened) this.keeper.keepForm(form)
    this.#reach('@start')
    this.#live({ kind: 'asking' })
    if (opened) void this.#tellInOwnLanguage()
  }

  #take(form: OpenForm, draft: Draft | undefined): void {
    const usual = chooseLanguage(form.languages, [draft?.language, ...navigator.languages, form.language])
    this.form = form
    this.session = new Session(form.compiled, 'answer', form.languages, {
      answers: draft?.answers,
      language: withoutPlain(usual),
      plain: draft?.plain ?? isPlain(usual),
      at: 'start',
      seconds: draft?.seconds ?? 0,
    })
    this.session.onChange = () => this.#answered()
    if (!draft) return
    this.#id = draft.id
    this.#revision = draft.revision
    this.#resumeAt = draft.at
    this.elsewhere = draft.elsewhere
    this.keeper.files.arrived = draft.arrived ?? {}
    this.found = !draft.sent && this.hasText
    if (this.found && this.keeper.canKeep) this.keeper.keeping = 'kept'
  }

  #refused(opened: Exclude<Opened, OpenForm>): void {
    this.#live({ kind: 'refused', why: opened.state, ...(opened.state === 'unknown' ? {} : { about: opened }) })
  }

  /** The server answered after the page had opened from its own copy. */
  #heardLate(late: Opened): void {
    if (this.life.kind !== 'asking' || !this.session) return
    if (late.state !== 'open') this.#refused(late)
    else if (late.version !== this.form?.version) this.#renew(late)
  }

  #renew(form: OpenForm): void {
    this.form = form
    this.renewed = true
    this.session!.change(form.compiled, undefined, form.languages)
    this.keeper.keepForm(form)
    this.tell()
  }

  // --- answering

  /** Goes on where the unfinished answer stopped. */
  resume(): void {
    this.found = false
    if (this.#resumeAt && this.#resumeAt !== 'start' && this.#resumeAt !== 'thanks') this.session!.go(this.#resumeAt)
    else this.session!.begin()
  }

  /** A new answer; an unfinished or sent one leaves the device. */
  async startAnew(): Promise<void> {
    this.#dropCopy()
    this.#id = newId()
    this.#sending = undefined
    this.#resumeAt = undefined
    this.found = false
    this.session!.clear()
    this.keeper.files.clear()
    await this.keeper.remove()
    this.#live({ kind: 'asking' })
  }

  /** Leaves nothing on this device, which is shared; or keeps again. */
  async share(shared: boolean): Promise<void> {
    await this.keeper.share(shared)
    if (!shared && this.form) this.keeper.keepForm(this.form)
    this.tell()
  }

  /** The sealed copy on the server goes too, where there is one; without a connection it ends by itself. */
  #dropCopy(): void {
    if (this.elsewhere) void leaveNothing(this.token, this.elsewhere.secret).catch(() => undefined)
    this.elsewhere = undefined
  }

  /** Removes everything of this link from the device. */
  async forget(): Promise<void> {
    this.#dropCopy()
    await this.keeper.share(true)
    this.session = undefined
    this.tell()
  }

  /** Whether there is something written that the person may want to keep. */
  get hasText(): boolean {
    return this.session !== undefined && hasAnswers(this.session.questionnaire, this.session.form)
  }

  async changeLanguage(language: LanguageTag, plain: boolean): Promise<void> {
    this.session!.speak(language, plain)
    await this.#tellInOwnLanguage()
  }

  /** Who asks and why is told in one language at a time; without a connection it stays as it is. */
  async #tellInOwnLanguage(): Promise<void> {
    const { form, session } = this
    if (!form || !session || form.language === session.tag) return
    const opened = await this.#ask(session.tag)
    if (opened?.state !== 'open' || opened.version !== form.version || opened.language !== session.tag) return
    this.form = opened
    this.keeper.keepForm(opened)
    this.tell()
  }

  #answered(): void {
    this.#looked = Date.now()
    const { session } = this
    if (this.life.kind !== 'asking' || !session) return
    if (session.screen) this.#reach(keyOf(session.screen.whole?.key ?? session.questions(session.screen)[0]?.path))
    if (session.at !== 'start') this.keeper.soon(() => void this.keep())
  }

  /** Keeps everything now; also called when the page is hidden. */
  async keep(): Promise<void> {
    const { session, life } = this
    if (!session || life.kind === 'sent' || (session.at === 'start' && !this.hasText)) return
    const { moves } = session
    await this.keeper.keep(this.#draft())
    if (!this.elsewhere || moves === this.#carriedAt || life.kind !== 'asking') return
    this.#carriedAt = moves
    await carry(this.token, this.#draft()).catch(() => undefined)
  }

  #draft(): Draft {
    const session = this.session!
    return {
      id: this.#id,
      answers: session.form.draft(),
      language: session.language,
      plain: session.plain,
      at: session.at,
      seconds: session.seconds,
      revision: ++this.#revision,
      ...(this.elsewhere ? { elsewhere: this.elsewhere } : {}),
      ...(this.#sending ? { sending: this.#sending } : {}),
      arrived: this.keeper.files.arrived,
    }
  }

  /** Another tab of this browser may have gone on: whoever looks at this one sees the newest. */
  async catchUp(): Promise<void> {
    const kept = await this.keeper.newest()
    if (!kept || !this.session || this.life.kind !== 'asking' || kept.revision <= this.#revision) return
    this.#revision = kept.revision
    this.#id = kept.id
    if (kept.sent) return this.#live({ kind: 'sent' })
    this.session.change(this.session.compiled, kept.answers)
    if (!kept.sending) return
    this.#sending = kept.sending
    await this.send()
  }

  /** Takes the unfinished answer along to another device. */
  async carry(): Promise<Carried | undefined> {
    const carried = await carry(this.token, this.#draft()).catch(() => undefined)
    if (carried && 'secret' in carried) {
      this.elsewhere = carried
      await this.keep()
      this.tell()
    }
    return carried
  }

  /** One more second looked at the page, unless nobody seems to be there. */
  tick(): void {
    const looking = !document.hidden && Date.now() - this.#looked < LOOKING_MS
    if (looking && this.life.kind === 'asking' && this.session?.screen) this.session.seconds++
  }

  #reach(key: string): void {
    if (!key || this.#reached.has(key)) return
    this.#reached.add(key)
    reach(this.token, key)
  }

  // --- sending

  async send(): Promise<void> {
    const session = this.session!
    this.#live({ kind: 'sending' })
    if (!this.#sending) {
      const draft = this.elsewhere ? await draftNameOf(this.elsewhere.secret) : undefined
      const letter = { token: this.token, id: this.#id, version: this.form!.version, ...(draft ? { draft } : {}) }
      this.#sending = submissionOf(session, letter)
      // Before anything leaves, its files included: whenever the page is closed, the same words go out again.
      await this.keep()
    }
    const outcome = await sendOnce(
      // Where nothing is kept, no other tab knows of this answer.
      () => (this.keeper.canKeep ? alone(`vises-q-send ${this.#id}`, () => this.#try()) : this.#try()),
      (seconds, offline) => {
        this.#live({ kind: 'sending', waiting: { offline } })
        return this.#pause.wait(seconds)
      },
    )
    this.#sending = undefined
    if (outcome.kind === 'accepted' || outcome.kind === 'doubled') return this.#sent(outcome.kind === 'doubled')
    if (outcome.kind === 'refused') {
      await this.keep()
      return this.#live({ kind: 'refused', why: outcome.problem, ...(this.form ? { about: this.form } : {}) })
    }
    if (outcome.kind === 'outdated') {
      const opened = await this.#ask(session.tag)
      if (opened?.state === 'open') this.#renew(opened)
    }
    this.#live({ kind: 'asking' })
    session.refuse(outcome.kind === 'invalid' ? outcome.paths : [])
    await this.keep()
  }

  /** One try, from where this or another tab of the browser had come. */
  async #try(): Promise<Outcome> {
    const kept = await this.keeper.newest()
    const ours = kept?.id === this.#id ? kept : undefined
    if (ours?.sent) return { kind: 'accepted' }
    if (ours && ours.revision > this.#revision) {
      this.#revision = ours.revision
      this.#sending = ours.sending ?? this.#sending
      this.keeper.files.arrived = ours.arrived ?? {}
    }
    return sendWhole(this.#sending!, this.session!, this.keeper.files, () => this.keep())
  }

  async #sent(before: boolean): Promise<void> {
    const { language, plain } = this.session!
    // Only that this link was answered here stays, before anything else: who closes the page now is not asked twice.
    const nothing = { id: this.#id, answers: {}, seconds: 0, revision: ++this.#revision, at: 'start' as const }
    // Not told before it is kept; and from now on nothing else is.
    this.life = { kind: 'sent', ...(before ? { elsewhere: true } : {}) }
    await this.keeper.finish({ ...nothing, language, plain, sent: true })
    this.session!.clear()
    this.keeper.files.clear()
    this.tell()
    this.elsewhere = undefined
  }

  /** Tries to send now instead of after the pause. */
  tryNow(): void {
    this.#pause.end()
  }

  #live(life: Life): void {
    this.life = life
    this.tell()
  }
}

const keyOf = (path: string | undefined) =>
  (path ?? '')
    .replace(/\[\d+\]/g, '')
    .split('.')
    .at(-1)!
