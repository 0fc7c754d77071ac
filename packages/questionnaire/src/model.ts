/** A language as BCP 47 writes it: `fr`, `nl`, `en`, `ar`; the plain-language variant of French is `fr-x-plain`. */
export type LanguageTag = string

/** One text in several languages; a language that is absent or empty falls back to the base language. */
export type Texts = Readonly<Record<LanguageTag, string>>

/** An expression as people write it: XLSForm's subset of XPath, for example `${age} >= 18 and selected(${help}, 'pairs')`. */
export type Expression = string

/** The kinds of question; groups, pages and repeats are not questions. */
export const QUESTION_KINDS = [
  'note',
  'shortText',
  'longText',
  'integer',
  'decimal',
  'date',
  'time',
  'dateTime',
  'yesNo',
  'single',
  'multiple',
  'scale',
  'agreement',
  'thenNow',
  'matrix',
  'ranking',
  'place',
  'file',
  'consent',
  'calculated',
  'hidden',
] as const
export type QuestionKind = (typeof QUESTION_KINDS)[number]

/**
 * A picture, sound or film beside a question or choice: the address of its file on our own server, per language where it
 * differs. In a questionnaire that came as a workbook it may be the bare name of a file that is still to be added.
 */
export interface Media {
  image?: Texts
  audio?: Texts
  video?: Texts
  /** What the picture shows, for those who cannot see it. */
  alt?: Texts
}

/** The files of a question or choice. */
export const MEDIA_KINDS = ['image', 'audio', 'video'] as const
export type MediaKind = (typeof MEDIA_KINDS)[number]

/** One possible answer of a list. */
export interface Choice {
  /** What is stored and what expressions compare with; stable, never shown. */
  name: string
  label: Texts
  media?: Media
  /** Cannot be combined with another answer: "none of these". */
  exclusive?: boolean
  /** Further columns of the list by their name; choice filters read them. */
  columns?: Readonly<Record<string, string>>
}

/** Where a copied question comes from. */
export interface Origin {
  /** The questionnaire (its id) or the collection of the method's library it was copied from. */
  source: string
  key: string
  /** The version copied, when the source was published. */
  version?: number
}

interface Shown {
  /**
   * The identity of the item: given once, never changed by relabelling, moving or translating; the column of its
   * answers and what expressions call it. `[A-Za-z_][A-Za-z0-9_.-]*`, unique in the questionnaire without regard to case.
   */
  key: string
  label?: Texts
  hint?: Texts
  /** Shown only when it is true. */
  relevant?: Expression
  /** How it is drawn, in XLSForm's words: `minimal`, `likert`, `field-list`, `quick` … Unknown words are kept. */
  appearance?: string
}

/** One question. Properties that a kind does not use are refused by `check`. */
export interface Question extends Shown {
  kind: QuestionKind
  /** Help for who asks the question aloud; not shown to a person who answers alone. */
  guidance?: Texts
  media?: Media
  /** True, or an expression that tells when. A respondent may still say "I prefer not to say" when `declinable`. */
  required?: boolean | Expression
  requiredMessage?: Texts
  /** Must be true of an answer (`.` is the answer). */
  constraint?: Expression
  constraintMessage?: Texts
  /** What stands there at first: a literal, or an expression evaluated once. */
  default?: Expression
  /** The value of a calculated question; for others it is recalculated whenever what it reads changes. */
  calculation?: Expression
  readOnly?: boolean
  /** "I prefer not to say" is offered; all kinds except note, consent, calculated and hidden. Absent means true. */
  declinable?: boolean
  /** single, multiple, ranking: the name of a list of `choiceLists`. */
  choices?: string
  /** Which choices are offered (`name` and the list's columns are readable): cascading choice. */
  choiceFilter?: Expression
  /** single, multiple: offers "other" with a text; the text is stored under `<key>_other`. */
  other?: boolean
  /** multiple: fewest and most answers; text: lengths; scale, integer, decimal: bounds (scale 0 to 10 when absent). */
  min?: number
  max?: number
  /** scale, thenNow, agreement: what the two ends mean. */
  lowLabel?: Texts
  highLabel?: Texts
  /** thenNow: the two moments. */
  thenLabel?: Texts
  nowLabel?: Texts
  /** matrix: the list whose choices are the rows; its columns are the five steps of agreement unless `choices` names a list. */
  rows?: string
  /**
   * place: the level of territory asked for, in the words of the territory table; any level when absent. A level that
   * the table does not have is answered in words of one's own.
   */
  level?: string
  /** file: accepted media types and most bytes (5 MB when absent). */
  accept?: readonly string[]
  maxBytes?: number
  origin?: Origin
}

/** Questions under one title; a page is shown alone. */
export interface Group extends Shown {
  kind: 'group' | 'page'
  items: Item[]
}

/** Questions asked once for each of several things: each child, each site. Its answers are rows of their own. */
export interface Repeat extends Shown {
  kind: 'repeat'
  /** How many rows; without it the respondent adds rows. */
  count?: Expression
  items: Item[]
}

export type Item = Question | Group | Repeat

/** A questionnaire: what is drafted, frozen in a version, sent to the page and imported from or written to XLSForm. */
export interface Questionnaire {
  title: Texts
  /** Shown before the first question: who asks and why. */
  introduction?: Texts
  /** Shown after the last. */
  thanks?: Texts
  baseLanguage: LanguageTag
  /** All languages it is asked in, the base language first. */
  languages: LanguageTag[]
  /** The lists by their name, in their order. */
  choiceLists: Record<string, Choice[]>
  items: Item[]
  /**
   * Only of what is asked (`compiled`), never of a draft: the territories that its place questions are answered with, by
   * level, frozen with the version. `''` stands for any level.
   */
  places?: Readonly<Record<string, readonly Choice[]>>
  /** Settings of a workbook that we do not use, kept for its way back. */
  settings?: Readonly<Record<string, string>>
}

/** A file as it stands in an answer; its bytes are kept apart. */
export interface FileAnswer {
  id: string
  name: string
  type: string
  bytes: number
}

/**
 * One answer, by kind:
 * text, date (`2018-03-14`), time (`14:30`), dateTime (ISO 8601 with offset), single, place, hidden: a string;
 * integer, decimal, scale, agreement (1 to 5): a number; calculated: a string or a number; yesNo, consent: `yes` or `no`;
 * multiple, ranking (best first): names; thenNow: `{ then, now }`, either may be absent; matrix: row name -> choice name
 * or 1 to 5; file: FileAnswer. `null` means "I prefer not to say"; an absent key means that nothing was answered.
 */
export type AnswerValue =
  | string
  | number
  | readonly string[]
  | { readonly [part: string]: string | number }
  | FileAnswer
  | null

/** The rows of a repeat. */
export type RepeatRows = readonly Answers[]

/** All answers of one respondent by question key; groups do not nest, repeats hold rows. */
export interface Answers {
  readonly [key: string]: AnswerValue | RepeatRows
}

/** The steps of agreement, 1 strongly disagree to 5 strongly agree. */
export const AGREEMENT = [1, 2, 3, 4, 5] as const

/** What VISES accepts at most, so that a page stays a page. */
export const QUESTIONNAIRE_LIMITS = {
  questions: 1000,
  choicesPerList: 10_000,
  depth: 8,
  languages: 30,
  labelLength: 2000,
  textAnswerLength: 20_000,
  repeatRows: 200,
  expressionLength: 4000,
  fileBytes: 5 * 1024 * 1024,
} as const
