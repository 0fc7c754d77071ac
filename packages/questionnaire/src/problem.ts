/** Where in an item, a list or the questionnaire a problem stands: the property's name. */
export type Place =
  | 'key'
  | 'kind'
  | 'items'
  | 'relevant'
  | 'required'
  | 'constraint'
  | 'calculation'
  | 'default'
  | 'choiceFilter'
  | 'count'
  | 'choices'
  | 'rows'
  | 'label'
  | 'media'
  | 'min'
  | 'max'
  | 'accept'
  | 'maxBytes'
  | 'list'
  | 'title'
  | 'languages'
  | 'property'

export const PROBLEM_CODES = [
  // how an expression is written
  'syntax',
  'unsupportedPath',
  'bareName',
  'tooLong',
  'tooDeep',
  'unknownFunction',
  'argumentCount',
  // what it speaks of
  'unknownReference',
  'unknownColumn',
  'unknownChoice',
  'wholeReference',
  'notQuestion',
  'notRepeat',
  'outsideRepeat',
  'notInRepeat',
  'noSelf',
  'cycle',
  // what it does with it
  'illTyped',
  'notLiteral',
  'badPattern',
  'badDefault',
  // keys
  'badKey',
  'reservedKey',
  'duplicateKey',
  'companionKey',
  // lists
  'missingList',
  'unknownList',
  'emptyList',
  'badChoiceName',
  'duplicateChoice',
  // the rest
  'unknownKind',
  'unusedProperty',
  'missingLabel',
  'missingCalculation',
  'missingFile',
  'badBounds',
  'badType',
  'badLanguage',
  'tooMany',
  'empty',
] as const
export type ProblemCode = (typeof PROBLEM_CODES)[number]

/**
 * Why a questionnaire cannot be published. `key` is the item's key, or the list's name when the place is `list`, or
 * empty for the questionnaire itself. `detail` holds what a sentence about it needs, for example the unknown name.
 */
export interface Problem {
  key: string
  place: Place
  code: ProblemCode
  detail?: Readonly<Record<string, string | number>>
}
