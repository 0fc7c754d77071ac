import type { Compiled } from '@vises/questionnaire/compiled.ts'
import { isAsked } from '@vises/questionnaire/effort.ts'
import { createForm } from '@vises/questionnaire/form.ts'
import type { AnswerFault, Form, Path } from '@vises/questionnaire/form.ts'
import type { Answers, AnswerValue, LanguageTag } from '@vises/questionnaire/model.ts'
import { plainOf, speechFor } from '../language.ts'
import { wordsIn } from '../words.ts'
import type { Reading } from './answer-words.ts'
import { isVisible, oneScreen, questionsIn, screenOf, screensOf } from './screens.ts'
import type { PlacedQuestion, Screen } from './screens.ts'
import { Teller } from './teller.ts'

/** How the questionnaire is being gone through. */
export type Mode = 'answer' | 'preview' | 'test' | 'assisted' | 'paper'

/** What is on the screen: a page of its own, or the id of a screen of questions. */
export type Place = 'start' | 'review' | 'withheld' | 'thanks' | { screen: Path }

/** What is wrong with an answer: as the engine says, or what only the page or the server knows. */
export type Fault = AnswerFault | 'unreadable' | 'fileUnknown' | 'refused'

/** What a session goes on with. */
export interface Kept {
  answers?: Answers
  language: LanguageTag
  plain: boolean
  at: Place
  seconds: number
}

/** One person going through a questionnaire: answers, place, language, and what is wrong so far. */
export class Session extends Teller {
  form: Form
  language: LanguageTag
  plain: boolean
  at: Place
  /** From the review back to one question: the way on leads to the review again. */
  fromReview = false
  /** Seconds the page was looked at. */
  seconds: number
  /** Whose faults are shown: the person wanted to go on. */
  #tried = new Set<Path>()
  /** What stands in a field but cannot be read as an answer, and what the server did not take. */
  #own = new Map<Path, Fault>()
  #screens: Screen[] | undefined
  /** Counts the changes of place, so that the focus moves once for each. */
  moves = 0
  /** Called after each change of an answer or place. */
  onChange: () => void = () => undefined

  constructor(
    public compiled: Compiled,
    readonly mode: Mode,
    /** The languages offered, plain variants among them. */
    public languages: readonly LanguageTag[],
    kept: Kept,
  ) {
    super()
    this.language = kept.language
    this.plain = kept.plain && this.hasPlain(kept.language)
    this.seconds = kept.seconds
    this.form = this.#formOf(kept.answers)
    this.at = this.#standing(kept.at)
  }

  // --- reading

  get questionnaire() {
    return this.compiled.questionnaire
  }

  /** The tag of the texts shown: the language, or its plain variant. */
  get tag(): LanguageTag {
    return this.plain ? plainOf(this.language) : this.language
  }

  get reading(): Reading {
    const speech = speechFor(this.language, [...navigator.languages, this.questionnaire.baseLanguage])
    return {
      questionnaire: this.questionnaire,
      language: this.tag,
      speech,
      t: wordsIn(speech, this.plain),
    }
  }

  hasPlain(language = this.language): boolean {
    return this.languages.includes(plainOf(language))
  }

  /** The screens that have something to show now. */
  get screens(): Screen[] {
    return (this.#screens ??= this.#screensWith(this.form))
  }

  #screensWith(form: Form): Screen[] {
    const all = this.mode === 'paper' ? oneScreen(this.compiled) : screensOf(this.compiled, form)
    return all.filter((screen) => isVisible(screen, form))
  }

  get screen(): Screen | undefined {
    const { at } = this
    return typeof at === 'object' ? this.screens.find(({ id }) => id === at.screen) : undefined
  }

  /** The questions put to the person now, on one screen or on all. */
  questions(screen?: Screen): PlacedQuestion[] {
    const parts = screen ? screen.parts : this.screens.flatMap((one) => one.parts)
    return [...questionsIn(parts, this.form)].filter(({ question }) => isAsked(question))
  }

  /** How many screens are ahead of a person who agrees: what hangs on a consent counts before it is given. */
  get screensAhead(): number {
    const open = this.questions().filter(
      ({ question, path }) => question.kind === 'consent' && this.form.view(path).value === undefined,
    )
    if (open.length === 0) return this.screens.length
    const agreed = this.#formOf(this.form.answers())
    for (const { path } of open) agreed.set(path, 'yes')
    return this.#screensWith(agreed).length
  }

  /** What is wrong with an answer, whether or not the person was told. */
  faultOf(path: Path): Fault | undefined {
    const own = this.#own.get(path)
    if (own) return own
    const view = this.form.view(path)
    return view.relevant ? view.error : undefined
  }

  /** What is wrong with an answer, once the person wanted to go on. */
  shownFault(path: Path): Fault | undefined {
    return this.#tried.has(path) ? this.faultOf(path) : undefined
  }

  isAnswered(path: Path): boolean {
    const { value } = this.form.view(path)
    return value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)
  }

  /** Whether a consent without which nothing may be read was refused: then nothing is asked and nothing sent. */
  withholds(screen?: Screen): boolean {
    if (this.isLenient) return false
    return this.questions(screen).some(({ question, path }) => {
      const { required, value } = this.form.view(path)
      return question.kind === 'consent' && required && value === 'no'
    })
  }

  faults(screen?: Screen): { path: Path; fault: Fault }[] {
    return this.questions(screen).flatMap(({ path }) => {
      const fault = this.faultOf(path)
      return fault ? [{ path, fault }] : []
    })
  }

  /** Whether nothing has to be answered: in a preview, and on paper, which is typed as it is. */
  get isLenient(): boolean {
    return this.mode === 'preview' || this.mode === 'paper'
  }

  // --- answering

  answer(path: Path, value: AnswerValue | undefined): void {
    this.#own.delete(path)
    this.form.set(path, value)
    this.#changed()
  }

  /** What was written cannot be read as an answer: nothing is stored, and the person is told on the way on. */
  cannotRead(path: Path): void {
    this.form.set(path, undefined)
    this.#own.set(path, 'unreadable')
    this.#changed()
  }

  addRow(repeat: Path): void {
    this.form.addRow(repeat)
    const rows = this.form.view(repeat).rows ?? 0
    this.#changed()
    const own = this.screens.find(({ id }) => id === `${repeat}[${rows - 1}]`)
    if (own && this.screen !== own) this.go({ screen: own.id })
  }

  removeRow(row: Path): void {
    this.form.removeRow(row)
    for (const path of this.#own.keys()) if (path.startsWith(row.slice(0, row.lastIndexOf('[')))) this.#own.delete(path)
    this.#changed()
    if (typeof this.at === 'object' && !this.screen) {
      const repeat = row.slice(0, row.lastIndexOf('['))
      const near = this.screens.findLast(({ id }) => id.startsWith(repeat)) ?? this.screens[0]
      this.go(near ? { screen: near.id } : 'review')
    }
  }

  /** What the server said is wrong; the review shows it. */
  refuse(problems: readonly { path: Path; code: string }[]): void {
    const known = new Set(this.form.paths())
    for (const { path, code } of problems) {
      if (!known.has(path)) continue
      this.#tried.add(path)
      if (!this.form.view(path).error) this.#own.set(path, code === 'fileUnknown' ? 'fileUnknown' : 'refused')
    }
    this.go('review')
  }

  // --- moving

  begin(): void {
    const first = this.screens[0]
    this.go(first ? { screen: first.id } : 'review')
  }

  /** Goes on; stays when something is wrong here and tells it, unless the person wants to pass. */
  next(pass = false): boolean {
    const { screen } = this
    if (!screen) return false
    const wrong = this.faults(screen)
    if (wrong.length && !pass && !this.isLenient) {
      for (const { path } of wrong) this.#tried.add(path)
      this.tell()
      return false
    }
    if (this.withholds(screen)) {
      this.go('withheld')
      return true
    }
    if (this.fromReview) {
      this.go('review')
      return true
    }
    const after = this.screens[this.screens.indexOf(screen) + 1]
    this.go(after ? { screen: after.id } : 'review')
    return true
  }

  back(): void {
    const { screens, screen } = this
    if (this.at === 'withheld') {
      const refused = this.questions().find(({ question, path }) => {
        return question.kind === 'consent' && this.form.view(path).value === 'no'
      })
      if (refused) this.toQuestion(refused.path)
      else this.begin()
    } else if (this.at === 'review') {
      const last = screens.at(-1)
      this.go(last ? { screen: last.id } : 'start')
    } else if (screen) {
      const before = screens[screens.indexOf(screen) - 1]
      this.go(this.fromReview ? 'review' : before ? { screen: before.id } : 'start')
    }
  }

  /** To the screen of one question; from the review the way on leads back to it. */
  toQuestion(path: Path): void {
    const found = screenOf(this.screens, path)
    if (found) this.go({ screen: found.id }, this.at === 'review')
  }

  go(at: Place, fromReview = false): void {
    this.at = at === 'review' && this.withholds() ? 'withheld' : this.#standing(at)
    this.fromReview = fromReview
    if (at === 'review') for (const { path } of this.faults()) this.#tried.add(path)
    this.moves++
    this.#changed()
  }

  // --- reading otherwise

  speak(language: LanguageTag, plain: boolean): void {
    this.language = language
    this.plain = plain && this.hasPlain(language)
    this.#renew(this.compiled, this.form.draft())
  }

  /** The same answers in another state of the questionnaire: a newer version, a draft being written. */
  change(compiled: Compiled, answers?: Answers, languages = this.languages): void {
    this.languages = languages
    const draft = answers ?? this.form.draft()
    const { at } = this
    this.#renew(compiled, draft)
    if (typeof at === 'object' && !this.screen) this.at = this.#standing(at)
  }

  clear(): void {
    this.#tried.clear()
    this.#own.clear()
    this.seconds = 0
    this.form = this.#formOf(undefined)
    this.#screens = undefined
    this.go('start')
  }

  #renew(compiled: Compiled, answers: Answers): void {
    this.compiled = compiled
    this.form = this.#formOf(answers)
    this.#changed()
  }

  #formOf(answers: Answers | undefined): Form {
    return createForm(this.compiled, { language: this.tag, ...(answers ? { answers } : {}) })
  }

  /** A place that there is: a screen that is no longer asked gives way to the start. */
  #standing(at: Place): Place {
    if (typeof at !== 'object') return at
    const found = this.screens.find(({ id }) => id === at.screen) ?? screenOf(this.screens, at.screen)
    return found ? { screen: found.id } : 'start'
  }

  #changed(): void {
    this.#screens = undefined
    this.tell()
    this.onChange()
  }
}
