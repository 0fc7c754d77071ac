import type { AnswerProblem } from '@vises/questionnaire/form.ts'
import { screenOf } from './asking/screens.ts'
import { Session } from './asking/session.ts'
import type { Place } from './asking/session.ts'
import { Teller } from './asking/teller.ts'
import { unseenIn } from './asking/unseen.ts'
import type { Unseen } from './asking/unseen.ts'
import type { EmbedAbout, EmbedMode, FromFrame, ToFrame } from './embed-messages.ts'
import { isPlain, withoutPlain } from './language.ts'
import { consentsOf } from './send/sender.ts'
import { Files } from './send/files.ts'
import type { FileDesk } from './question/desk.ts'

const TELL_AFTER = 150
const FILES = { maxBytes: 5 * 1024 * 1024, types: ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] }

/** The questionnaire in a frame of our own apps: it shows and tells, the page around it keeps and sends. */
export class Embedded extends Teller {
  session: Session | undefined
  mode: EmbedMode = 'preview'
  about: EmbedAbout = {}
  /** "Send" was pressed; the page around has not answered yet. */
  waiting = false
  /** Why what was asked for cannot be seen. */
  unseen: Unseen | undefined
  readonly #files = new Files()
  readonly files: FileDesk = {
    ...FILES,
    add: async (name, content) => {
      const answer = await this.#files.add(name, content)
      this.#post({ type: 'file', id: answer.id, name, mediaType: answer.type, content })
      return answer
    },
    content: (file) => this.#files.content(file),
  }
  #timer: ReturnType<typeof setTimeout> | undefined
  #place = ''
  #wanted = ''

  /** Listens to the page around, which must be ours; tells it that it can begin. */
  listen(): void {
    if (parent === window) return
    addEventListener('message', (event: MessageEvent<ToFrame & { vises?: string }>) => {
      if (event.origin !== location.origin || event.source !== parent || event.data?.vises !== 'q') return
      this.#hear(event.data)
    })
    this.#post({ type: 'ready' })
  }

  #hear(message: ToFrame): void {
    if (message.type === 'show') return this.#show(message)
    const { session } = this
    if (!session) return
    this.unseen = undefined
    if (message.type === 'language') session.speak(withoutPlain(message.language), isPlain(message.language))
    else if (message.type === 'go') this.#go(message.key)
    else if (message.type === 'clear') this.again()
    else if (message.type === 'accepted') {
      this.waiting = false
      session.go('thanks')
    } else if (message.type === 'refused') {
      this.waiting = false
      session.refuse(message.problems ?? [])
    }
    this.tell()
  }

  #show({ compiled, language, mode, answers, at, about }: Extract<ToFrame, { type: 'show' }>): void {
    this.mode = mode
    if (about) this.about = about
    const { unseen } = this
    try {
      const before = this.session
      if (before && before.mode === mode) {
        before.change(compiled, answers, compiled.questionnaire.languages)
        before.speak(withoutPlain(language), isPlain(language))
      } else {
        this.session = new Session(compiled, mode, compiled.questionnaire.languages, {
          answers,
          language: withoutPlain(language),
          plain: isPlain(language),
          at: 'start',
          seconds: 0,
        })
        this.session.onChange = () => {
          this.unseen = undefined
          this.#changed()
        }
        if (mode === 'paper') this.session.begin()
      }
      if (at) this.#go(at)
      // It was written on meanwhile, and is still what is looked at.
      else if (unseen) this.unseen = unseenIn(this.session!, this.#wanted)
    } catch (error) {
      return this.#post({ type: 'problem', message: (error as Error).message })
    }
    this.#changed()
    this.tell()
  }

  #go(key: string): void {
    const session = this.session!
    if (key === 'start' || key === 'review') return session.go(key)
    const found = screenOf(session.screens, key)
    if (found) session.go({ screen: found.id })
    this.#wanted = key
    this.unseen = unseenIn(session, key)
  }

  /** "Send" was pressed. */
  complete(): void {
    const session = this.session!
    if (this.mode === 'preview') return session.go('thanks')
    this.waiting = true
    this.#post({
      type: 'complete',
      answers: session.form.answers(),
      language: session.tag,
      seconds: Math.round(session.seconds),
      consent: consentsOf(session),
    })
    this.tell()
  }

  /** Another answer on the same page: the next sheet of paper, the next person. */
  again(): void {
    this.waiting = false
    this.session!.clear()
    if (this.mode === 'paper') this.session!.begin()
  }

  #changed(): void {
    const session = this.session!
    const place = nameOf(session.at)
    if (place !== this.#place) {
      this.#place = place
      const keys = session.screen ? session.questions(session.screen).map(({ question }) => question.key) : []
      this.#post({ type: 'place', key: keys[0] ?? place, keys })
    }
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#tellAnswers(), TELL_AFTER)
  }

  #tellAnswers(): void {
    const session = this.session!
    const own: AnswerProblem[] = session
      .faults()
      .filter(({ fault }) => fault === 'unreadable')
      .map(({ path }) => ({ path, code: 'wrongType' }))
    const problems = [...session.form.problems(), ...own]
    const questions = session.questions()
    this.#post({
      type: 'answers',
      answers: session.form.answers(),
      draft: session.form.draft(),
      problems,
      complete: problems.length === 0,
      answered: questions.filter(({ path }) => session.isAnswered(path) || session.form.view(path).declined).length,
      questions: questions.length,
    })
  }

  #post(message: FromFrame): void {
    parent.postMessage({ vises: 'q', ...message }, location.origin)
  }
}

const nameOf = (at: Place): string => (typeof at === 'object' ? at.screen : at)
