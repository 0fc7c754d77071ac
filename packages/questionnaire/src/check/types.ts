import type { Call, Compiled, ExpressionPlace, Parsed } from '../compiled.ts'
import { EXPRESSION_PLACES } from '../compiled.ts'
import { patternOf } from '../expression/pattern.ts'
import { isDynamic } from '../expression/resolve.ts'
import { toNumber } from '../expression/values.ts'
import { type Entry, isQuestion, type Layout, listOf, OTHER } from '../layout.ts'
import type { Question } from '../model.ts'
import { placesOf } from '../places.ts'
import type { Problem } from '../problem.ts'
import {
  BOOLEAN,
  dateNumber,
  isFixedNumber,
  isMoment,
  joined,
  NUMBER,
  OF_KIND,
  RESULTS,
  STRING,
  type Type,
  type Typed,
} from './typed.ts'

/** Uses that cannot mean anything, and names of choices that do not exist, in all expressions of a questionnaire. */
export function typeProblems(layout: Layout, compiled: Compiled): Problem[] {
  const types = new Types(layout, compiled)
  return layout.entries.flatMap((entry) =>
    EXPRESSION_PLACES.flatMap((place) => {
      const parsed = compiled.logic[entry.index]![place]
      return parsed === undefined ? [] : types.problemsIn(parsed, entry, place)
    }),
  )
}

class Types {
  private readonly calculated = new Map<number, Type>()
  private found: Pick<Problem, 'code' | 'detail'>[] = []
  private entry!: Entry

  constructor(
    private readonly layout: Layout,
    private readonly compiled: Compiled,
  ) {}

  problemsIn(parsed: Parsed, entry: Entry, place: ExpressionPlace): Problem[] {
    // a default written as it stands is checked as an answer, not as an expression
    if (place === 'default' && typeof parsed === 'string' && !isWritten(entry)) return []
    this.found = []
    this.entry = entry
    const typed = this.of(parsed)
    if (place === 'count') this.reckon('count', typed)
    if (place === 'calculation' || place === 'default') this.fits(typed)
    const seen = new Set<string>()
    return this.found
      .filter((one) => !seen.has(JSON.stringify(one)) && seen.add(JSON.stringify(one)))
      .map((one) => ({ key: entry.item.key, place, ...one }))
  }

  private say(code: Problem['code'], detail: Problem['detail']): void {
    this.found.push({ code, detail })
  }

  private illTyped(operation: string, { type, name, literal }: Typed): void {
    const given = name ?? literal
    this.say('illTyped', { function: operation, type, ...(given !== undefined && { name: given }) })
  }

  /** Whether what is calculated can be an answer of the question. */
  private fits(typed: Typed): void {
    const kind = isQuestion(this.entry.item) ? this.entry.item.kind : undefined
    const wanted = kind && OF_KIND[kind]
    if (wanted === 'number') this.reckon(kind!, typed)
    else if ((wanted === 'date' || wanted === 'time') && !['date', 'time', 'days', 'string'].includes(typed.type)) {
      this.illTyped(kind!, typed)
    } else if ((wanted === 'choice' || wanted === 'choices') && typed.literal !== undefined) {
      this.isChoiceOf({ type: wanted, choices: this.entry.item as Question }, typed.literal)
    } else if (kind === 'place' && typed.literal !== undefined) {
      this.isChoiceOf({ type: 'choice', choices: this.entry.item as Question }, typed.literal)
    }
  }

  private of(parsed: Parsed): Typed {
    if (typeof parsed === 'number') return { type: 'number', literal: parsed }
    if (typeof parsed === 'string') return { type: 'string', literal: parsed }
    if ('read' in parsed) return this.ofQuestion(parsed.read, parsed.part)
    if ('self' in parsed) return this.ofQuestion(this.entry.item.key)
    if ('column' in parsed) return STRING
    return this.call(parsed)
  }

  private ofQuestion(key: string, part?: string): Typed {
    const { item, index } = this.layout.byKey.get(key)!
    const name = part === undefined ? key : `${key}_${part}`
    if (!isQuestion(item)) return { type: 'number', name }
    if (item.kind === 'matrix')
      return item.choices === undefined ? { type: 'number', name } : { type: 'choice', choices: item, name }
    if (part === OTHER) return { type: 'text', name }
    if (item.kind === 'calculated') return { type: this.ofCalculated(index), name, reckoned: true }
    const type = OF_KIND[item.kind] ?? 'string'
    return type === 'choice' || type === 'choices' ? { type, choices: item, name } : { type, name }
  }

  /** A calculated question has the type of its calculation; found once, its own problems aside. */
  private ofCalculated(index: number): Type {
    const known = this.calculated.get(index)
    if (known) return known
    this.calculated.set(index, 'string')
    const parsed = this.compiled.logic[index]!.calculation
    if (parsed === undefined) return 'string'
    const [found, entry] = [this.found, this.entry]
    this.found = []
    this.entry = this.layout.entries[index]!
    const { type } = this.of(parsed)
    this.found = found
    this.entry = entry
    // names of choices that came through a calculation are plain texts for us
    const plain = type === 'choice' || type === 'choices' || type === 'text' ? 'string' : type
    this.calculated.set(index, plain)
    return plain
  }

  private call([name, ...operands]: Call): Typed {
    if (name === 'indexed-repeat') {
      for (const [at, operand] of operands.entries()) if (at && at % 2 === 0) this.reckon(name, this.of(operand))
      return this.of(operands[0]!)
    }
    if (name === 'position') return NUMBER
    if (name === 'jr:choice-name') {
      this.choiceOnly(name, this.of(operands[0]!))
      return STRING
    }
    return this.operation(
      name,
      operands.map((operand) => this.of(operand)),
    )
  }

  private operation(name: string, operands: readonly Typed[]): Typed {
    const [first, second] = operands as [Typed, Typed]
    switch (name) {
      case '+':
      case '-':
        return this.add(name, operands)
      case '*':
      case 'div':
      case 'mod':
      case 'int':
      case 'round':
      case 'floor':
      case 'ceiling':
      case 'abs':
      case 'pow':
      case 'sqrt':
      case 'exp':
      case 'log':
      case 'log10':
      case 'sum':
        for (const operand of operands) this.reckon(name, operand)
        return NUMBER
      case 'min':
      case 'max':
        for (const operand of operands)
          if (operand.type !== 'date' && operand.type !== 'time') this.reckon(name, operand)
        return operands.some(({ type }) => type === 'date') ? { type: 'days' } : NUMBER
      case '<':
      case '<=':
      case '>':
      case '>=':
        this.compare(name, first, second)
        return BOOLEAN
      case '=':
      case '!=':
        this.equate(name, first, second)
        this.equate(name, second, first)
        return BOOLEAN
      case 'selected':
        this.choiceOnly(name, first)
        if (second.literal !== undefined) this.isChoiceOf(first, second.literal)
        return BOOLEAN
      case 'selected-at':
        this.choiceOnly(name, first)
        this.reckon(name, second)
        return first.type === 'choices' ? { ...first, type: 'choice' } : STRING
      case 'count-selected':
        this.choiceOnly(name, first)
        return NUMBER
      case 'if':
        return joined(second, operands[2]!)
      case 'coalesce':
        return operands.reduce(joined)
      case 'once':
        return first
      case 'date':
        if (first.literal !== undefined && Number.isNaN(dateNumber(first.literal))) this.illTyped(name, first)
        return { type: 'date' }
      case 'format-date':
      case 'format-date-time':
      case 'decimal-date-time':
      case 'decimal-time':
        if (!['date', 'time', 'days', 'number', 'string'].includes(first.type)) this.illTyped(name, first)
        return name.startsWith('format') ? STRING : NUMBER
      case 'regex':
        if (second.literal !== undefined && !patternOf(String(second.literal)))
          this.say('badPattern', { pattern: second.literal })
        return BOOLEAN
      default:
        return { type: RESULTS[name] ?? 'string' }
    }
  }

  /** Days are added to dates, and a date taken from a date leaves days. */
  private add(name: string, operands: readonly Typed[]): Typed {
    const dates = operands.filter(({ type }) => type === 'date' || type === 'days').length
    for (const operand of operands) if (operand.type !== 'date' && operand.type !== 'time') this.reckon(name, operand)
    return dates === 1 && operands.length === 2 ? { type: 'days' } : NUMBER
  }

  /** Refuses what is never a number. */
  private reckon(operation: string, typed: Typed): void {
    const { type, literal, choices } = typed
    if (type === 'number' || type === 'days' || type === 'boolean') return
    if (type === 'string') {
      if (typeof literal === 'string' && literal !== '' && Number.isNaN(toNumber(literal)))
        this.illTyped(operation, typed)
    } else if (type !== 'choice' || !this.names(choices!).some((name) => !Number.isNaN(toNumber(name)))) {
      this.illTyped(operation, typed)
    }
  }

  private compare(operation: string, left: Typed, right: Typed): void {
    for (const [one, other] of [[left, right] as const, [right, left] as const]) {
      const moment = one.type === 'date' || one.type === 'time'
      if (!moment) this.reckon(operation, one)
      else if (other.literal !== undefined && !isMoment(one.type, other.literal)) return this.illTyped(operation, other)
      else if (moment && isFixedNumber(other)) return this.illTyped(operation, one)
      else if (one.type === 'time' && other.type === 'date') return this.illTyped(operation, one)
    }
  }

  /** Whether one side can ever equal the other; asked in both directions. */
  private equate(operation: string, one: Typed, { literal, type }: Typed): void {
    if (literal === '') return
    if (one.type === 'choice' || one.type === 'choices') {
      if (literal !== undefined) this.isChoiceOf(one, literal)
      return
    }
    if (literal === undefined) {
      const apart = (one.type === 'date' && isFixedNumber({ type })) || (one.type === 'time' && type === 'date')
      if (apart) this.illTyped(operation, one)
      return
    }
    const sensible =
      one.type === 'number'
        ? !Number.isNaN(toNumber(literal)) && !isMoment('date', literal)
        : one.type === 'date' || one.type === 'time'
          ? isMoment(one.type, literal)
          : one.type === 'boolean'
            ? literal === 'true' || literal === 'false' || typeof literal === 'number'
            : one.type !== 'file'
    if (!sensible && one.literal === undefined) this.illTyped(operation, { ...one, literal })
  }

  /** selected() and its like look into lists of names; a text of an expression may be one. */
  private choiceOnly(operation: string, typed: Typed): void {
    if (!['choice', 'choices', 'string'].includes(typed.type)) this.illTyped(operation, typed)
  }

  private isChoiceOf({ choices }: Typed, literal: string | number): void {
    if (!choices) return
    const known = this.names(choices)
    if (!known.length) return
    for (const name of String(literal).split(/\s+/).filter(Boolean)) {
      const there = known.includes(name) || known.includes(String(literal))
      if (!there && !(typeof literal === 'number' && known.some((one) => toNumber(one) === literal))) {
        this.say('unknownChoice', { name, question: choices.key })
      }
    }
  }

  /** The names a question of choices may be answered with; none when its list is missing. */
  private names(question: Question): string[] {
    if (question.kind === 'yesNo' || question.kind === 'consent') return ['yes', 'no']
    if (question.kind === 'place') return (placesOf(question, this.layout.questionnaire) ?? []).map(({ name }) => name)
    const names = listOf(this.layout.questionnaire, question.choices).map((choice) => choice.name)
    return names.length && question.other ? [...names, OTHER] : names
  }
}

/** Whether a default was written as an expression. */
const isWritten = ({ item }: Entry) => isQuestion(item) && isDynamic(item.default ?? '')
