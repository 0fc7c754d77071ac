import { dice } from '../demo-calendar.ts'

/** Values with how often each stands; `undefined` leaves the question unanswered, `null` declines it. */
export type Counts<T> = readonly (readonly [T, number])[]

/** The values as often as counted, one below the other. */
export const repeated = <T>(counts: Counts<T>): T[] => counts.flatMap(([value, count]) => Array<T>(count).fill(value))

/** The same values in an order that the name decides, in every installation alike. */
export function shuffled<T>(name: string, values: readonly T[]): T[] {
  const roll = dice(name)
  const result = [...values]
  for (let last = result.length - 1; last > 0; last--) {
    const other = roll(last + 1)
    ;[result[last], result[other]] = [result[other]!, result[last]!]
  }
  return result
}

/** A column of answers: exactly these counts, in the order that the name decides. */
export const spread = <T>(name: string, counts: Counts<T>): T[] => shuffled(name, repeated(counts))

/**
 * Pairs of two moments with exactly these counts on each side; who starts low mostly ends low, with a neighbour's
 * exchange here and there, so that a few stay where they were.
 */
export function pairs(name: string, then: Counts<number>, now: Counts<number>): { then: number; now: number }[] {
  const roll = dice(`${name} pairs`)
  const from = repeated(then).sort((a, b) => a - b)
  const to = repeated(now).sort((a, b) => a - b)
  for (let index = 0; index + 6 < to.length; index++) {
    if (roll(3) > 0) continue
    const other = index + 1 + roll(6)
    ;[to[index], to[other]] = [to[other]!, to[index]!]
  }
  return shuffled(
    name,
    from.map((value, index) => ({ then: value, now: to[index]! })),
  )
}

/** Rankings: the favourites of the list come first more often than not. */
export function rankings(name: string, choices: readonly string[], count: number): string[][] {
  const roll = dice(`${name} rankings`)
  return Array.from({ length: count }, () => {
    const left = [...choices]
    const order: string[] = []
    while (left.length > 0) order.push(...left.splice(Math.min(roll(left.length), roll(left.length)), 1))
    return order
  })
}

/** Up to `most` choices each, the first choice exactly where `has` says so, the others by chance. */
export function selections(
  name: string,
  first: string,
  has: readonly boolean[],
  others: readonly string[],
  most: number,
) {
  const roll = dice(`${name} selections`)
  return has.map((chosen) => {
    const more = shuffled(`${name} ${roll(1_000_000)}`, others).slice(0, (chosen ? 0 : 1) + roll(most))
    return [...(chosen ? [first] : []), ...more].slice(0, most)
  })
}
