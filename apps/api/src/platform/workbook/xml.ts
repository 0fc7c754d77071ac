import { TableProblem } from './table-problem.ts'

/** What stands in an XML file, one after the other; names are without their prefix. */
export interface XmlEvent {
  kind: 'open' | 'close' | 'text'
  /** Name of the element, or the text. */
  value: string
  /** Attributes as written, of an opening tag. */
  attributes: string
}

const TOKEN =
  /<(\/?)([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>|<\?[^>]*\?>|<!--[^]*?-->|([^<]+)/y
const LONGEST_TOKEN = 4_000_000

/** Reads XML piece by piece. Document types are refused, so that no entity can reach out or blow up. */
export class XmlReader {
  private buffer = '';

  /** What the next piece completes; what it leaves half waits for the piece after. */
  *read(piece: string): Generator<XmlEvent> {
    this.buffer += piece
    const whole = this.buffer.lastIndexOf('>') + 1
    const text = this.buffer.slice(0, whole)
    let at = text.charCodeAt(0) === 0xfeff ? 1 : 0
    while (at < text.length) {
      TOKEN.lastIndex = at
      const match = TOKEN.exec(text)
      if (!match) {
        if (/^<!(?!--)/.test(text.slice(at, at + 4))) throw new TableProblem('NOT_A_TABLE')
        // A comment or an attribute that holds a `>` and goes on in the next piece.
        break
      }
      at = TOKEN.lastIndex
      const [, slash, , name, attributes = '', selfClosing, content] = match
      if (content !== undefined) yield { kind: 'text', value: unescape(content), attributes: '' }
      else if (name) {
        if (!slash) yield { kind: 'open', value: name, attributes }
        if (slash || selfClosing) yield { kind: 'close', value: name, attributes: '' }
      }
    }
    this.buffer = this.buffer.slice(at)
    if (this.buffer.length > LONGEST_TOKEN) throw new TableProblem('TOO_LARGE')
  }

  /** Says that nothing follows: what is half by now is damaged. */
  end(): void {
    if (this.buffer.trim() !== '') throw new TableProblem('NOT_A_TABLE')
  }
}

/** One attribute of an opening tag. */
export function attribute(attributes: string, name: string): string | undefined {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)
  return match ? unescape(match[1] ?? match[2] ?? '') : undefined
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescape(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (whole, decimal, hex, name) => {
    if (name) return NAMED[name.toLowerCase()] ?? whole
    const code = decimal ? Number(decimal) : parseInt(hex, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}
