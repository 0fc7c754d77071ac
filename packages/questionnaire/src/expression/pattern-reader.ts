/** Whether one character belongs to a set. */
export type Test = (char: string) => boolean

/** Where something holds between two characters. */
export type Where = 'start' | 'end' | 'edge' | 'inside'

/** A pattern as it was read. */
export type Node =
  | { is: 'one'; test: Test }
  | { is: 'at'; place: Where }
  | { is: 'row'; parts: Node[] }
  | { is: 'either'; parts: Node[] }
  | { is: 'many'; part: Node; min: number; max: number }

/** No pattern that people write is longer; repetitions count as often as they repeat. */
export const LARGEST = 2000

/** A pattern that is wrong, or that cannot be matched in linear time. */
export class PatternError extends Error {}

const isDigit: Test = (char) => char >= '0' && char <= '9' && char.length === 1
export const isWord: Test = (char) => /^[A-Za-z0-9_]$/.test(char)
const isSpace: Test = (char) => /^[\s]$/.test(char)
const not =
  (test: Test): Test =>
  (char) =>
    !test(char)
const SETS: Readonly<Record<string, Test>> = {
  d: isDigit,
  D: not(isDigit),
  w: isWord,
  W: not(isWord),
  s: isSpace,
  S: not(isSpace),
}
const CONTROLS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', f: '\f', v: '\v' }

/** Reads a pattern as Java and XML Schema write the common part of them. */
class Reader {
  private readonly chars: readonly string[]
  private at = 0
  private depth = 0
  private anyCase = false

  constructor(source: string) {
    this.anyCase = source.startsWith('(?i)')
    this.chars = Array.from(this.anyCase ? source.slice(4) : source)
  }

  pattern(): Node {
    const node = this.either()
    if (this.at < this.chars.length) throw new PatternError('unbalanced parenthesis')
    return node
  }

  private take(wanted: string): boolean {
    if (this.chars[this.at] !== wanted) return false
    this.at++
    return true
  }

  private next(): string {
    const char = this.chars[this.at++]
    if (char === undefined) throw new PatternError('unfinished')
    return char
  }

  private either(): Node {
    const parts = [this.row()]
    while (this.take('|')) parts.push(this.row())
    return parts.length === 1 ? parts[0]! : { is: 'either', parts }
  }

  private row(): Node {
    const parts: Node[] = []
    while (this.at < this.chars.length && !'|)'.includes(this.chars[this.at]!)) parts.push(this.many())
    return { is: 'row', parts }
  }

  private many(): Node {
    let part = this.one()
    for (;;) {
      const times = this.times()
      if (!times) return part
      const [min, max] = times
      if (part.is === 'at') throw new PatternError('nothing to repeat')
      part = { is: 'many', part, min, max }
      // "as few as possible" describes the same texts; "give nothing back" does not
      if (!this.take('?') && this.chars[this.at] === '+') throw new PatternError('possessive')
      if (this.chars[this.at] && '*+'.includes(this.chars[this.at]!)) throw new PatternError('nothing to repeat')
    }
  }

  private times(): [number, number] | undefined {
    if (this.take('*')) return [0, Infinity]
    if (this.take('+')) return [1, Infinity]
    if (this.take('?')) return [0, 1]
    if (!this.take('{')) return undefined
    const min = this.integer()
    const max = this.take(',') ? (this.chars[this.at] === '}' ? Infinity : this.integer()) : min
    if (!this.take('}') || max < min) throw new PatternError('bad count')
    return [min, max]
  }

  private integer(): number {
    let digits = ''
    while (isDigit(this.chars[this.at] ?? '')) digits += this.next()
    if (!digits || Number(digits) > LARGEST) throw new PatternError('bad count')
    return Number(digits)
  }

  private one(): Node {
    const char = this.next()
    if (char === '^') return { is: 'at', place: 'start' }
    if (char === '$') return { is: 'at', place: 'end' }
    if (char === '.') return { is: 'one', test: (one) => one !== '\n' && one !== '\r' }
    if (char === '(') return this.group()
    if (char === '[') return { is: 'one', test: this.set() }
    if ('*+?{'.includes(char)) throw new PatternError('nothing to repeat')
    if (char !== '\\') return { is: 'one', test: this.same(char) }
    if (this.take('b')) return { is: 'at', place: 'edge' }
    if (this.take('B')) return { is: 'at', place: 'inside' }
    const escaped = this.escaped()
    return { is: 'one', test: typeof escaped === 'string' ? this.same(escaped) : escaped }
  }

  private group(): Node {
    if (this.take('?') && !this.take(':')) throw new PatternError('looks around')
    if (++this.depth > 100) throw new PatternError('too deep')
    const inside = this.either()
    if (!this.take(')')) throw new PatternError('unbalanced parenthesis')
    this.depth--
    return inside
  }

  private same(char: string): Test {
    if (!this.anyCase) return (one) => one === char
    const folded = char.toLowerCase()
    return (one) => one.toLowerCase() === folded
  }

  /** What stands after a backslash: one character, or a set of them. */
  private escaped(): string | Test {
    const char = this.next()
    if (SETS[char]) return SETS[char]
    if (CONTROLS[char]) return CONTROLS[char]
    if (char === 'p' || char === 'P') return this.property(char)
    if (char === 'u' || char === 'x') return this.codePoint(char === 'u' ? 4 : 2)
    if (/^[A-Za-z0-9]$/.test(char)) throw new PatternError(`\\${char}`)
    return char
  }

  private codePoint(length: number): string {
    const digits = this.chars.slice(this.at, this.at + length).join('')
    if (!/^[0-9A-Fa-f]+$/.test(digits) || digits.length !== length) throw new PatternError('bad code point')
    this.at += length
    return String.fromCodePoint(parseInt(digits, 16))
  }

  private property(letter: string): Test {
    if (!this.take('{')) throw new PatternError('bad property')
    let name = ''
    while (!this.take('}')) name += this.next()
    try {
      const one = new RegExp(`^\\${letter}{${name}}$`, 'u')
      return (char) => one.test(char)
    } catch {
      throw new PatternError('bad property')
    }
  }

  private set(): Test {
    const negated = this.take('^')
    const tests: Test[] = []
    for (let first = true; first || this.chars[this.at] !== ']'; first = false) {
      const from = this.member()
      if (this.chars[this.at] !== '-' || this.chars[this.at + 1] === ']' || typeof from !== 'string') {
        tests.push(typeof from === 'string' ? this.same(from) : from)
        continue
      }
      this.at++
      const to = this.member()
      if (typeof to !== 'string' || to.codePointAt(0)! < from.codePointAt(0)!) throw new PatternError('bad range')
      tests.push(this.range(from, to))
    }
    this.at++
    return negated ? (char) => !tests.some((test) => test(char)) : (char) => tests.some((test) => test(char))
  }

  private member(): string | Test {
    const char = this.next()
    if (char === '[' || (char === '&' && this.chars[this.at] === '&')) throw new PatternError('set in a set')
    return char === '\\' ? this.escaped() : char
  }

  private range(from: string, to: string): Test {
    const [low, high] = [from.codePointAt(0)!, to.codePointAt(0)!]
    const inside = (char: string) => char.codePointAt(0)! >= low && char.codePointAt(0)! <= high
    return this.anyCase ? (char) => inside(char) || inside(char.toLowerCase()) || inside(char.toUpperCase()) : inside
  }
}

/** Reads a pattern; throws a PatternError. */
export const readPattern = (source: string): Node => new Reader(source).pattern()
