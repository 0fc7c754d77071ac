/** How many operands each function takes; the last one may be repeated without end. */
type Arity = readonly [least: number, most: number]

/** All functions of the language. Which types they take is known to `check-types.ts`. */
export const FUNCTIONS: Readonly<Record<string, Arity>> = {
  true: [0, 0],
  false: [0, 0],
  not: [1, 1],
  boolean: [1, 1],
  'boolean-from-string': [1, 1],
  if: [3, 3],
  coalesce: [2, Infinity],
  once: [1, 1],
  selected: [2, 2],
  'selected-at': [2, 2],
  'count-selected': [1, 1],
  'jr:choice-name': [2, 2],
  'indexed-repeat': [3, Infinity],
  position: [1, 1],
  count: [1, 1],
  'count-non-empty': [1, 1],
  sum: [1, 1],
  min: [1, Infinity],
  max: [1, Infinity],
  number: [1, 1],
  int: [1, 1],
  round: [1, 2],
  floor: [1, 1],
  ceiling: [1, 1],
  abs: [1, 1],
  pow: [2, 2],
  sqrt: [1, 1],
  exp: [1, 1],
  log: [1, 1],
  log10: [1, 1],
  random: [0, 0],
  string: [1, 1],
  concat: [1, Infinity],
  join: [2, Infinity],
  substr: [2, 3],
  'substring-before': [2, 2],
  'substring-after': [2, 2],
  translate: [3, 3],
  'string-length': [0, 1],
  'normalize-space': [0, 1],
  contains: [2, 2],
  'starts-with': [2, 2],
  'ends-with': [2, 2],
  regex: [2, 2],
  today: [0, 0],
  now: [0, 0],
  date: [1, 1],
  'decimal-date-time': [1, 1],
  'decimal-time': [1, 1],
  'format-date': [2, 2],
  'format-date-time': [2, 2],
}

/** The functions that take the answers of all rows of a repeat. */
export const AGGREGATES: ReadonlySet<string> = new Set(['count', 'count-non-empty', 'sum', 'min', 'max', 'concat', 'join'])

/** The operators: weaker first, as in the grammar. */
export const OPERATORS: ReadonlySet<string> = new Set(
  ['or', 'and', '=', '!=', '<', '<=', '>', '>=', '+', '-', '*', 'div', 'mod'],
)
