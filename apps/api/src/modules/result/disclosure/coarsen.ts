/** Below so many people nothing is told of a group, in no channel. */
export const FEWEST = 5

/** A value with how many gave it; exact, for the server's eyes. */
export interface Counted {
  value: string
  count: number
}

/** What may be told: one value, or several of which only the sum is. */
export interface Told {
  values: string[]
  /** Null: fewer than five, or so many that those who did not are fewer than five. */
  count: number | null
  /** The value among `values` that most gave, where the others together are fewer than five. */
  largest: string | null
  atLeast: number | null
}

const told = (counted: readonly Counted[], more: Partial<Told> = {}): Told => ({
  values: counted.map(({ value }) => value),
  count: sum(counted),
  largest: null,
  atLeast: null,
  ...more,
})

const sum = (counted: readonly { count: number }[]): number => counted.reduce((total, { count }) => total + count, 0)

/**
 * Values that exclude one another and have no order, such as choices: what is given by fewer than five is told as one
 * sum. When that sum is below five, or stands for a single value, or could only be made in one way, the total less what
 * is told would give it away, so the smallest of the others joins it: 29 + 13 + 4 becomes 29 and 17. Values that nobody
 * gave are treated as small ones, so that none and few look the same. Nothing is told of fewer than five in all.
 */
export function coarsenChoices(counted: readonly Counted[]): Told[] {
  if (sum(counted) < FEWEST) return []
  const small = counted.filter(({ count }) => count < FEWEST)
  const large = counted.filter(({ count }) => count >= FEWEST)
  if (small.length === 0) return counted.map((one) => told([one]))
  const few = sum(small) < FEWEST || small.length === 1
  const onlyOneWay = sum(small) === small.length * (FEWEST - 1)
  if (large.length === 0 || !(few || onlyOneWay)) return inOrder(counted, large, [told(small)])
  const least = Math.min(...large.map(({ count }) => count))
  // All that are alike: which of them joins would say where the small one stands.
  const joining = large.filter(({ count }) => count === least)
  const others = large.filter((one) => !joining.includes(one))
  const together = counted.filter((one) => small.includes(one) || joining.includes(one))
  const hint = few && joining.length === 1 ? hintOf(joining[0]!, together, others) : {}
  return inOrder(counted, others, [told(together, hint)])
}

/**
 * What may be said of the value that joined the small ones. They are 0 to 4 together, which leaves so many for it; but it
 * is also known to be no larger than the others, and a sum that small values alone could make must not say that they did
 * not: then nothing is said.
 */
function hintOf(joining: Counted, together: readonly Counted[], others: readonly Counted[]): Partial<Told> {
  const total = sum(together)
  const least = total - (FEWEST - 1)
  const most = Math.min(total, ...others.map(({ count }) => count))
  const isSafe = total > together.length * (FEWEST - 1) && most - least >= 2
  return isSafe ? { largest: joining.value, atLeast: least } : {}
}

/** What is told, each at the place of its first value. */
function inOrder(counted: readonly Counted[], alone: readonly Counted[], together: Told[]): Told[] {
  const place = new Map(counted.map(({ value }, index) => [value, index]))
  return [...alone.map((one) => told([one])), ...together]
    .filter(({ values }) => values.length > 0)
    .toSorted((a, b) => place.get(a.values[0]!)! - place.get(b.values[0]!)!)
}

/**
 * Values in an order, such as steps of agreement or ranges of hours: neighbours are told together until each range holds
 * five, in as many ranges as possible and then with as many values alone as possible.
 */
export function coarsenSteps(counted: readonly Counted[]): Told[] {
  const total = sum(counted)
  if (total < FEWEST) return []
  const ranges = bestRanges(counted.map(({ count }) => count)).map(([from, to]) => counted.slice(from, to))
  if (ranges.length > 1) return ranges.map((range) => told(range))
  const largest = counted.reduce((most, one) => (one.count > most.count ? one : most))
  const least = total - (FEWEST - 1)
  const dominates = counted.length > 1 && total - largest.count < FEWEST && least >= FEWEST
  return [told(counted, dominates ? { largest: largest.value, atLeast: least } : {})]
}

/** Cuts a row of counts into ranges of five at least: the most ranges, then the most of them with one value. */
function bestRanges(counts: readonly number[]): [from: number, to: number][] {
  interface Best {
    ranges: number
    singles: number
    from: number
  }
  const best: (Best | undefined)[] = [{ ranges: 0, singles: 0, from: 0 }]
  for (let to = 1; to <= counts.length; to++) {
    let inside = 0
    for (let from = to - 1; from >= 0; from--) {
      inside += counts[from]!
      const before = best[from]
      if (inside < FEWEST || !before) continue
      const made = { ranges: before.ranges + 1, singles: before.singles + (to - from === 1 ? 1 : 0), from }
      const known = best[to]
      if (!known || made.ranges > known.ranges || (made.ranges === known.ranges && made.singles > known.singles))
        best[to] = made
    }
  }
  const ranges: [number, number][] = []
  for (let to = counts.length; to > 0; to = best[to]!.from) ranges.unshift([best[to]!.from, to])
  return ranges
}

/**
 * Values of which one person gives several: each stands beside those who did not give it, who must be five as well.
 * `n` is how many answered.
 */
export function coarsenSeveral(counted: readonly Counted[], n: number): Told[] {
  if (n < FEWEST) return []
  return counted.map(({ value, count }) => {
    if (count < FEWEST) return { values: [value], count: null, largest: null, atLeast: null }
    if (n - count >= FEWEST) return told([{ value, count }])
    const least = n - (FEWEST - 1)
    // Of nine answers on, who is not told is known to be many and not few.
    const hint = least >= FEWEST ? { largest: value, atLeast: least } : { largest: null, atLeast: null }
    return { values: [value], count: null, ...hint }
  })
}
