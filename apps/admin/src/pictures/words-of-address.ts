/** The address with other words; an empty one goes. */
export function withWords(params: URLSearchParams, words: Record<string, string | undefined>): URLSearchParams {
  const next = new URLSearchParams(params)
  for (const [name, value] of Object.entries(words)) {
    if (value) next.set(name, value)
    else next.delete(name)
  }
  return next
}

/** The value when it is one of the known ones; words an address invents are left out rather than refused. */
export const among = <Known extends string | number>(
  known: readonly Known[],
  value: string | number | null | undefined,
): Known | undefined => known.find((one) => one === value)
