import type { TriText } from '../../platform/tri-text.ts'

/** How one field of an artefact is filled in. A `list` holds items, each with the sub-fields of `item`. */
export type FieldKind = 'shortText' | 'longText' | 'number' | 'date' | 'choice' | 'choices' | 'list'

/** One choice of a `choice` or `choices` field; `code` is what is stored. */
export interface FieldOption {
  code: string
  label: TriText
}

/** One field of a step's artefact, as the method describes it. */
export interface FieldData {
  /** Stable key inside the step, lowerCamelCase; never reused for another meaning. */
  key: string
  kind: FieldKind
  label: TriText
  /** One or two sentences under the label: what belongs here. */
  help?: TriText
  /** An example shown on demand. */
  example?: TriText
  options?: FieldOption[]
  /** Sub-fields of a list item (never lists themselves). */
  item?: FieldData[]
  /** Most items of a list, most choices, or the largest number; no number is below 0. */
  max?: number
  /** Counts for "the artefact is filled in"; a step may still be closed without it. */
  expected?: boolean
}

export type StepRole = 'manager' | 'contributor' | 'coach' | 'researcher' | 'coConstructionGroup' | 'platformLead'

/** A step of the method: one screen, one artefact, one "done". */
export interface StepData {
  /** For example `1.7`. */
  code: string
  title: TriText
  /** Where it comes from: stated for VISES, from comparable guides, or our own judgement. */
  origin: 'vises' | 'guides' | 'own'
  leads: StepRole[]
  joins: StepRole[]
  /** One sentence: what is done in this step. */
  summary: TriText
  /** Why it is worth the time: 1-3 sentences. */
  why: TriText
  /** How to go about it: 3-6 short paragraphs or bullet lines, plain text, one per array entry. */
  guidance: { fr: string[]; nl: string[]; en: string[] }
  /** Name of what comes out of it. */
  artefact: TriText
  /** `form`: structured text; `question`: the evaluation question sheet. */
  tool: 'form' | 'question'
  /** In the light route: a screen of its own, merged into another step, or left out. */
  light: 'own' | 'leftOut' | { mergedInto: string }
  /** Typical length in calendar days, used for "time left" hints. */
  typicalDays: number
  fields: FieldData[]
}

/** A condition of a gate. `check` names the rule that the software can test; without it people judge. */
export interface CriterionData {
  code: string
  label: TriText
  help: TriText
  check?: string
}

export interface GateData {
  code: 'G1' | 'G2' | 'G3'
  title: TriText
  summary: TriText
  criteria: CriterionData[]
  outcomes: { code: string; label: TriText; help: TriText }[]
  /** Who signs: the enterprise decides, the coach co-signs. */
  signs: StepRole[]
}

export interface PhaseData {
  number: 1 | 2 | 3
  title: TriText
  summary: TriText
  /** Typical months, from and to. */
  typicalMonths: [number, number]
  steps: StepData[]
  gate: GateData
}

/** A line of the checklist for a good evaluation question. */
export interface QuestionCheckData {
  code: string
  label: TriText
  hint: TriText
  /** A weak question and how it becomes better. */
  weak: TriText
  better: TriText
}

/** A whole version of the method; frozen once an evaluation uses it. */
export interface MethodVersionData {
  code: string
  name: TriText
  publishedOn: string
  summary: TriText
  /** What is new against the version before. */
  changes: TriText
  phases: PhaseData[]
  questionChecklist: QuestionCheckData[]
  questionTypes: FieldOption[]
  purposes: FieldOption[]
  domains: FieldOption[]
  collectionMethods: FieldOption[]
}
