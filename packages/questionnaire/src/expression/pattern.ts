import { isWord, LARGEST, type Node, PatternError, readPattern, type Test, type Where } from './pattern-reader.ts'

/**
 * Regular expressions of people we do not know, matched in time that grows with pattern x text and never faster: all
 * possible states are followed side by side, so no pattern can send the matcher back and forth. What cannot be matched
 * that way (backreferences, looking ahead or behind) is refused.
 */

type Instruction =
  | { do: 'one'; test: Test }
  | { do: 'either'; first: number; second: number }
  | { do: 'at'; place: Where }
  | { do: 'go'; to: number }
  | { do: 'done' }

/** A pattern ready to be matched. */
export class Pattern {
  private readonly program: readonly Instruction[]
  /** For each state, the last round in which it was reached. */
  private readonly reached: Int32Array
  private round = 0

  constructor(source: string) {
    this.program = programOf(readPattern(source))
    this.reached = new Int32Array(this.program.length)
  }

  /** Whether the pattern describes the whole text; `spend` is told the work done. */
  matches(text: string, spend: (work: number) => void = () => {}): boolean {
    const chars = Array.from(text)
    this.reached.fill(0)
    this.round = 0
    let states = this.follow([0], chars, 0, spend)
    for (let at = 0; at < chars.length && states.length; at++) {
      const next: number[] = []
      for (const state of states) {
        const instruction = this.program[state]!
        if (instruction.do === 'one' && instruction.test(chars[at]!)) next.push(state + 1)
      }
      states = this.follow(next, chars, at + 1, spend)
    }
    return states.some((state) => this.program[state]!.do === 'done')
  }

  /** All states reached from these without reading a character; each is visited once. */
  private follow(from: number[], chars: readonly string[], at: number, spend: (work: number) => void): number[] {
    const open = from
    const found: number[] = []
    const round = ++this.round
    let visited = 0
    while (open.length) {
      const state = open.pop()!
      if (this.reached[state] === round) continue
      this.reached[state] = round
      visited++
      const instruction = this.program[state]!
      if (instruction.do === 'go') open.push(instruction.to)
      else if (instruction.do === 'either') open.push(instruction.second, instruction.first)
      else if (instruction.do === 'at') {
        if (holds(instruction.place, chars, at)) open.push(state + 1)
      } else found.push(state)
    }
    spend(visited)
    return found
  }
}

function holds(place: Where, chars: readonly string[], at: number): boolean {
  if (place === 'start') return at === 0
  if (place === 'end') return at === chars.length
  const edge = isWord(chars[at - 1] ?? '') !== isWord(chars[at] ?? '')
  return edge === (place === 'edge')
}

function programOf(root: Node): Instruction[] {
  const program: Instruction[] = []
  const add = (instruction: Instruction) => {
    if (program.length >= LARGEST) throw new PatternError('too large')
    return program.push(instruction) - 1
  }
  let written = 0
  const write = (node: Node): void => {
    // a part that reads nothing adds no instruction, however often it is repeated
    if (++written > LARGEST * 10) throw new PatternError('too large')
    if (node.is === 'one') add({ do: 'one', test: node.test })
    else if (node.is === 'at') add({ do: 'at', place: node.place })
    else if (node.is === 'row') node.parts.forEach(write)
    else if (node.is === 'either') writeEither(node.parts)
    else writeMany(node)
  }
  const writeEither = (parts: readonly Node[]) => {
    const ends: number[] = []
    parts.forEach((part, index) => {
      if (index === parts.length - 1) return write(part)
      const fork = add({ do: 'either', first: program.length + 1, second: -1 })
      write(part)
      ends.push(add({ do: 'go', to: -1 }))
      program[fork] = { do: 'either', first: fork + 1, second: program.length }
    })
    for (const end of ends) program[end] = { do: 'go', to: program.length }
  }
  const writeMany = ({ part, min, max }: Node & { is: 'many' }) => {
    for (let n = 0; n < min; n++) write(part)
    if (max === Infinity) {
      const fork = add({ do: 'either', first: program.length + 1, second: -1 })
      write(part)
      add({ do: 'go', to: fork })
      program[fork] = { do: 'either', first: fork + 1, second: program.length }
      return
    }
    const forks: number[] = []
    for (let n = min; n < max; n++) {
      forks.push(add({ do: 'either', first: program.length + 1, second: -1 }))
      write(part)
    }
    for (const fork of forks) program[fork] = { do: 'either', first: fork + 1, second: program.length }
  }
  write(root)
  add({ do: 'done' })
  return program
}

const known = new Map<string, Pattern | undefined>()

/** The pattern of a text; undefined when it is wrong. Patterns seen before are kept. */
export function patternOf(source: string): Pattern | undefined {
  if (known.has(source)) return known.get(source)
  if (known.size >= 200) known.clear()
  let pattern: Pattern | undefined
  try {
    pattern = new Pattern(source)
  } catch (error) {
    if (!(error instanceof PatternError)) throw error
  }
  known.set(source, pattern)
  return pattern
}
