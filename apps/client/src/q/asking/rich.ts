/** A text with the little marking that workbooks use: strong, emphasis, links, new lines; nothing else is read. */
export type Rich = string | { kind: 'strong' | 'em' | 'br' | 'link'; text: string; href?: string }

const MARK = /\*\*([^*\n]+)\*\*|(?<![\w*])[*_]([^*_\n]+)[*_](?![\w*])|\[([^\]\n]+)\]\((https:\/\/[^\s)]+)\)|\n/g

export function richOf(text: string): Rich[] {
  const parts: Rich[] = []
  let from = 0
  for (const match of text.matchAll(MARK)) {
    if (match.index > from) parts.push(text.slice(from, match.index))
    const [whole, strong, em, label, href] = match
    if (strong) parts.push({ kind: 'strong', text: strong })
    else if (em) parts.push({ kind: 'em', text: em })
    else if (label) parts.push({ kind: 'link', text: label, href })
    else parts.push({ kind: 'br', text: '' })
    from = match.index + whole.length
  }
  if (from < text.length) parts.push(text.slice(from))
  return parts
}

/** A text without its marking. */
export const plainText = (text: string): string =>
  richOf(text)
    .map((part) => (typeof part === 'string' ? part : part.kind === 'br' ? ' ' : part.text))
    .join('')
