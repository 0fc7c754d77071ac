import type { Call, Parsed } from '../compiled.ts'
import { OPERATIONS } from './functions.ts'
import type { Scope } from './scope.ts'
import { isBlank, isValues, toNumber, toTruth, type Value, type Values } from './values.ts'

/** What an expression is worth where it stands. */
export function evaluate(parsed: Parsed, scope: Scope): Value {
  return single(worth(parsed, scope))
}

const single = (value: Value | Values): Value => (isValues(value) ? (value[0] ?? '') : value)

function worth(parsed: Parsed, scope: Scope): Value | Values {
  scope.spend(1)
  if (typeof parsed !== 'object') return parsed
  if ('read' in parsed) return scope.read(parsed.read, parsed.part)
  if ('self' in parsed) return scope.self()
  if ('column' in parsed) return scope.column(parsed.column)
  return call(parsed, scope)
}

/** The few that do not reckon all their operands, or look at them before they are worth something. */
function call(parsed: Call, scope: Scope): Value {
  const [name, ...operands] = parsed
  const value = (index: number) => evaluate(operands[index]!, scope)
  switch (name) {
    case 'and':
      return operands.every((_, index) => toTruth(value(index)))
    case 'or':
      return operands.some((_, index) => toTruth(value(index)))
    case 'if':
      return value(toTruth(value(0)) ? 1 : 2)
    case 'coalesce':
      return operands.reduce<Value>((found, _, index) => (isBlank(found) ? value(index) : found), '')
    case 'once': {
      const there = scope.self()
      return isBlank(there) ? value(0) : there
    }
    case 'position':
      return scope.position(operands[0] as string)
    case 'indexed-repeat':
      return indexed(operands, scope)
    default:
      return OPERATIONS[name]!(
        operands.map((operand) => worth(operand, scope)),
        scope,
      )
  }
}

function indexed([target, ...pairs]: readonly Parsed[], scope: Scope): Value {
  const { read, part } = target as { read: string; part?: string }
  const rows: [string, number][] = []
  for (let at = 0; at + 1 < pairs.length; at += 2) {
    rows.push([pairs[at] as string, Math.trunc(toNumber(evaluate(pairs[at + 1]!, scope)))])
  }
  return scope.readAt(read, part, rows)
}
