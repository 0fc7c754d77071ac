/** What the grammar makes of a text: calls, reads and literals, not yet looked at for sense. */
export type Syntax =
  | string
  | number
  | { read: string }
  | { self: true }
  | { up: number }
  | { column: string }
  | [name: string, ...operands: Syntax[]]

export class SyntaxError extends Error {
  found: string | null
  location: { start: { offset: number } }
}

export function parse(text: string): Syntax
