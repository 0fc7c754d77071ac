import type { ExpressionPlace, Parsed, Read } from '../compiled.ts'
import { type Entry, isQuestion, isRepeat, type Layout, listOf, type Names, partsOf } from '../layout.ts'
import { QUESTIONNAIRE_LIMITS, type Question } from '../model.ts'
import type { ProblemCode } from '../problem.ts'
import { parse, SyntaxError as NotAnExpression, type Syntax } from './grammar.parser.js'
import { AGGREGATES, FUNCTIONS, OPERATORS } from './signatures.ts'

/** Why an expression cannot be understood. */
export class ExpressionError extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly detail: Readonly<Record<string, string | number>> = {},
  ) {
    super(code)
  }
}

/**
 * Whether a default is an expression: XLSForm tells by its look. Most defaults are the answer itself, as it stands:
 * `2018-03-14` is a day, not a subtraction.
 */
export function isDynamic(text: string): boolean {
  if (text.includes('${') || /^(['"]).*\1$/s.test(text.trim())) return true
  return [...text.matchAll(/([A-Za-z][\w.:-]*)\s*\(/g)].some(([, name]) => Object.hasOwn(FUNCTIONS, name!))
}

/** Nesting beyond this is a machine's, not a person's. */
const DEEPEST = 200

/** Reads an expression and finds what it speaks of; throws an ExpressionError. */
export function resolve(source: string, entry: Entry, place: ExpressionPlace, layout: Layout, names: Names): Parsed {
  const length = source.length
  if (place === 'default' && !isDynamic(source)) return source.trim()
  if (length > QUESTIONNAIRE_LIMITS.expressionLength) throw new ExpressionError('tooLong', { length })
  return new Resolver(entry, place, layout, names).resolve(read(source), 0)
}

function read(source: string): Syntax {
  try {
    return parse(source)
  } catch (error) {
    // the parser ran out of stack
    if (error instanceof RangeError) throw new ExpressionError('tooDeep')
    if (!(error instanceof NotAnExpression)) throw error
    const { found, location } = error
    const at = location.start.offset
    const path = /[/[\]@|]$/.test(source.slice(0, at).trimEnd()) || /[/[\]@|]/.test(found ?? '')
    throw new ExpressionError(path ? 'unsupportedPath' : 'syntax', { at, found: found ?? '' })
  }
}

class Resolver {
  constructor(
    private readonly entry: Entry,
    private readonly place: ExpressionPlace,
    private readonly layout: Layout,
    private readonly names: Names,
  ) {}

  resolve(syntax: Syntax, depth: number, ofRows = false): Parsed {
    if (depth > DEEPEST) throw new ExpressionError('tooDeep')
    if (typeof syntax === 'number' && !Number.isFinite(syntax))
      throw new ExpressionError('syntax', { found: '∞', at: 0 })
    if (typeof syntax !== 'object') return syntax
    if ('read' in syntax) return this.read(syntax.read, ofRows)
    if ('self' in syntax) return this.self()
    if ('column' in syntax) return this.column(syntax.column)
    if ('up' in syntax) throw new ExpressionError('unsupportedPath', { found: '..' })
    return this.call(syntax, depth)
  }

  private call([name, ...operands]: [string, ...Syntax[]], depth: number): Parsed {
    if (OPERATORS.has(name)) return [name, ...operands.map((operand) => this.resolve(operand, depth + 1))]
    const arity = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined
    if (!arity) throw new ExpressionError('unknownFunction', { function: name })
    const [least, most] = arity
    if (operands.length < least || operands.length > most) {
      throw new ExpressionError('argumentCount', {
        function: name,
        given: operands.length,
        least,
        most: Math.min(most, 99),
      })
    }
    if (name === 'position') return [name, this.rowOf(operands[0]!)]
    if (name === 'indexed-repeat') return this.indexed(operands, depth)
    if (name === 'jr:choice-name')
      return [name, this.resolve(operands[0]!, depth + 1), this.choiceQuestion(operands[1]!)]
    if (name === 'count') return [name, this.rows(operands[0]!)]
    if (name === 'once') this.self()
    if (!operands.length && least < most) return [name, this.self()]
    return [name, ...operands.map((operand) => this.resolve(operand, depth + 1, AGGREGATES.has(name)))]
  }

  private find(name: string): { entry: Entry; part?: string } {
    const found = this.names.get(name)
    if (found) return found
    const alike = [...this.names.keys()].find((known) => known.toLowerCase() === name.toLowerCase())
    throw new ExpressionError('unknownReference', alike ? { name, meant: alike } : { name })
  }

  private read(name: string, ofRows: boolean): Read {
    const { entry, part } = this.find(name)
    if (!isQuestion(entry.item) || entry.item.kind === 'note') throw new ExpressionError('notQuestion', { name })
    if (part === undefined && (entry.item.kind === 'thenNow' || entry.item.kind === 'matrix')) {
      throw new ExpressionError('wholeReference', { name, meant: partNames(entry.item, this.layout) })
    }
    if (!ofRows && this.beyond(entry).length) throw new ExpressionError('outsideRepeat', { name })
    return part === undefined ? { read: entry.item.key } : { read: entry.item.key, part }
  }

  /** The repeats around an item that are not around us. */
  private beyond(entry: Entry): readonly number[] {
    return entry.repeats.filter((repeat, at) => this.entry.repeats[at] !== repeat)
  }

  private self(): Parsed {
    const item = this.entry.item
    const allowed = this.place === 'constraint' || this.place === 'calculation' || this.place === 'default'
    if (!allowed || !isQuestion(item) || item.kind === 'thenNow' || item.kind === 'matrix') {
      throw new ExpressionError('noSelf')
    }
    return { self: true }
  }

  private column(name: string): Parsed {
    const item = this.entry.item
    if (this.place !== 'choiceFilter' || !isQuestion(item)) throw new ExpressionError('bareName', { name })
    const known =
      name === 'name' ||
      listOf(this.layout.questionnaire, item.choices).some((choice) => Object.hasOwn(choice.columns ?? {}, name))
    if (!known) throw new ExpressionError('unknownColumn', { name, list: item.choices ?? '' })
    return { column: name }
  }

  /** `..` of position(): the nearest repeat at or above the container so many levels up. */
  private rowOf(operand: Syntax): string {
    if (typeof operand !== 'object' || !('up' in operand))
      throw new ExpressionError('notLiteral', { function: 'position' })
    let at = this.entry.index
    for (let level = 0; level < operand.up && at >= 0; level++) at = this.layout.entries[at]!.parent
    while (at >= 0 && !isRepeat(this.layout.entries[at]!.item)) at = this.layout.entries[at]!.parent
    if (at < 0) throw new ExpressionError('notInRepeat', { name: 'position' })
    return this.layout.entries[at]!.item.key
  }

  /** count(): a repeat, or the answers of its rows. */
  private rows(operand: Syntax): Parsed {
    if (typeof operand !== 'object' || !('read' in operand))
      throw new ExpressionError('notRepeat', { function: 'count' })
    const { entry } = this.find(operand.read)
    return isRepeat(entry.item) ? { read: entry.item.key } : this.read(operand.read, true)
  }

  private indexed([target, ...pairs]: Syntax[], depth: number): Parsed {
    const name = 'indexed-repeat'
    if (typeof target !== 'object' || !('read' in target)) throw new ExpressionError('notLiteral', { function: name })
    if (pairs.length % 2) {
      throw new ExpressionError('argumentCount', { function: name, given: pairs.length + 1, least: 3, most: 99 })
    }
    const read = this.read(target.read, true)
    const wanted = this.find(target.read).entry
    const open = new Set(this.beyond(wanted))
    const resolved = pairs.map((operand, at) => {
      if (at % 2) return this.resolve(operand, depth + 1)
      if (typeof operand !== 'object' || !('read' in operand))
        throw new ExpressionError('notRepeat', { function: name })
      const { entry } = this.find(operand.read)
      if (!isRepeat(entry.item)) throw new ExpressionError('notRepeat', { function: name, name: operand.read })
      if (!wanted.repeats.includes(entry.index)) {
        throw new ExpressionError('notInRepeat', { name: target.read, repeat: operand.read })
      }
      open.delete(entry.index)
      return entry.item.key
    })
    if (open.size) throw new ExpressionError('outsideRepeat', { name: target.read })
    return [name, read, ...resolved]
  }

  /** The question of jr:choice-name(), which XLSForm writes inside quotes. */
  private choiceQuestion(operand: Syntax): string {
    const name =
      typeof operand === 'object' && 'read' in operand ? operand.read : /^\s*\$\{(.+)\}\s*$/.exec(String(operand))?.[1]
    if (!name) throw new ExpressionError('notLiteral', { function: 'jr:choice-name' })
    const { entry } = this.find(name.trim())
    if (!isQuestion(entry.item) || entry.item.choices === undefined) {
      throw new ExpressionError('illTyped', { function: 'jr:choice-name', name: name.trim() })
    }
    return entry.item.key
  }
}

const partNames = (question: Question, layout: Layout) =>
  partsOf(question, layout.questionnaire)
    .slice(0, 3)
    .map((part) => `${question.key}_${part}`)
    .join(', ')
