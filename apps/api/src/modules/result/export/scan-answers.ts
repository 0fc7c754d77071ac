/** Takes the value of one key out of the text of an object; it stands from one place up to another. */
export interface KeyHandler {
  key: string
  take(text: string, from: number, to: number): void
}

const QUOTE = 34
const COMMA = 44
const BACKSLASH = 92
const CLOSE = 125

/**
 * Reads an object the way PostgreSQL prints a jsonb: `{"a": 1, "bb": "x"}`, shorter keys first. Nothing is made of it but
 * what the handlers take; a file of a million answers would otherwise spend most of its time making and forgetting
 * objects. Keys without a handler are passed over.
 */
export function objectScanner(handlers: readonly KeyHandler[]): (text: string) => void {
  const inOrder = handlers.toSorted((a, b) => a.key.length - b.key.length || (a.key < b.key ? -1 : 1))
  const heads = inOrder.map(({ key }) => `"${key}": `)
  const count = heads.length
  return (text) => {
    let at = 1
    let next = 0
    while (text.charCodeAt(at) === QUOTE) {
      let found = next
      while (found < count && !text.startsWith(heads[found]!, at)) found++
      const from = found < count ? at + heads[found]!.length : stringEnd(text, at) + 3
      const to = valueEnd(text, from)
      if (found < count) {
        inOrder[found]!.take(text, from, to)
        next = found + 1
      }
      // A comma and a space, or the end.
      at = to + 2
    }
  }
}

/** Where the quote stands that ends the string beginning at a place. */
function stringEnd(text: string, from: number): number {
  let end = text.indexOf('"', from + 1)
  while (text.charCodeAt(end - 1) === BACKSLASH && isEscaped(text, end)) end = text.indexOf('"', end + 1)
  return end
}

function isEscaped(text: string, at: number): boolean {
  let marks = 0
  while (text.charCodeAt(at - 1 - marks) === BACKSLASH) marks++
  return marks % 2 === 1
}

/** The place after a value. */
function valueEnd(text: string, from: number): number {
  const first = text.charCodeAt(from)
  if (first === QUOTE) return stringEnd(text, from) + 1
  if (first !== 91 && first !== 123) {
    let to = from
    for (let code = first; code !== COMMA && code !== CLOSE; code = text.charCodeAt(to)) to++
    return to
  }
  let depth = 0
  for (let to = from; ; to++) {
    const code = text.charCodeAt(to)
    if (code === QUOTE) to = stringEnd(text, to)
    else if (code === 91 || code === 123) depth++
    else if (code === 93 || code === CLOSE) {
      depth--
      if (depth === 0) return to + 1
    }
  }
}
