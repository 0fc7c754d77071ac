/**
 * Says of sums over some values whether they follow from others, by adding and subtracting them: whether they lie in the
 * space that these span. A sum is given by its coefficients, one for each value.
 */
export function followsFrom(sums: readonly (readonly number[])[]): (wanted: readonly number[]) => boolean {
  const rows: { pivot: number; row: number[] }[] = []
  const reduce = (sum: readonly number[]): number[] => {
    const rest = [...sum]
    for (const { pivot, row } of rows) {
      const times = rest[pivot]! / row[pivot]!
      if (!isZero(times)) for (let index = pivot; index < rest.length; index++) rest[index]! -= times * row[index]!
    }
    return rest
  }
  for (const sum of sums) {
    const row = reduce(sum)
    const pivot = row.findIndex((coefficient) => !isZero(coefficient))
    if (pivot >= 0) rows.push({ pivot, row })
  }
  return (wanted) => reduce(wanted).every(isZero)
}

const isZero = (value: number): boolean => Math.abs(value) < 1e-9
