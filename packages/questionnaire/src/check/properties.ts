import type { QuestionKind } from '../model.ts'

const EVERY = ['key', 'kind', 'label', 'hint', 'guidance', 'media', 'relevant', 'appearance', 'origin']
const ASKED = [...EVERY, 'required', 'requiredMessage', 'constraint', 'constraintMessage', 'readOnly']
const TYPED = [...ASKED, 'default', 'calculation', 'declinable']
const BOUNDED = [...TYPED, 'min', 'max']
const CHOSEN = [...BOUNDED, 'choices', 'choiceFilter', 'other']

/** The properties that a kind uses. */
const PROPERTIES: Readonly<Record<QuestionKind, readonly string[]>> = {
  note: [...EVERY, 'readOnly'],
  shortText: BOUNDED,
  longText: BOUNDED,
  integer: BOUNDED,
  decimal: BOUNDED,
  date: TYPED,
  time: TYPED,
  dateTime: TYPED,
  yesNo: TYPED,
  single: CHOSEN.filter((property) => property !== 'min' && property !== 'max'),
  multiple: CHOSEN,
  scale: [...BOUNDED, 'lowLabel', 'highLabel'],
  agreement: [...TYPED, 'lowLabel', 'highLabel'],
  thenNow: [...ASKED, 'declinable', 'min', 'max', 'lowLabel', 'highLabel', 'thenLabel', 'nowLabel'],
  matrix: [...ASKED, 'declinable', 'rows', 'choices'],
  ranking: CHOSEN.filter((property) => property !== 'other'),
  place: [...TYPED, 'level'],
  file: [...ASKED, 'declinable', 'accept', 'maxBytes'],
  consent: [...ASKED, 'default'],
  calculated: [...EVERY, 'calculation', 'readOnly', 'required', 'constraint', 'constraintMessage', 'requiredMessage'],
  hidden: [...EVERY, 'default', 'calculation', 'readOnly', 'min', 'max'],
}

const sets = new Map(Object.entries(PROPERTIES).map(([kind, names]) => [kind, new Set(names)]))

/** The properties that a kind uses; others are refused, so that nobody believes in what does nothing. */
export const propertiesOf = (kind: QuestionKind): ReadonlySet<string> => sets.get(kind)!
