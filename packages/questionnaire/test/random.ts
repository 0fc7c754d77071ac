/** Random numbers that are the same every time, so that a failure can be looked at again. */
export function randomFrom(seed: number) {
  let state = seed >>> 0
  // mulberry32
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  const oneOf = <T>(all: readonly T[]): T => all[below(all.length)]!
  return { next, below, oneOf, chance: (part: number) => next() < part }
}
export type Random = ReturnType<typeof randomFrom>
