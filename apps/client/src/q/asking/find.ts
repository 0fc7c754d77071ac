const fold = (words: string) =>
  words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** What fits a few written letters: those that begin so first, then those of which a word begins so, then the rest. */
export function findIn<T extends { text: string }>(list: readonly T[], query: string): T[] {
  const wanted = fold(query)
  if (!wanted) return [...list]
  const ranks: T[][] = [[], [], []]
  for (const item of list) {
    const text = fold(item.text)
    if (text.startsWith(wanted)) ranks[0]!.push(item)
    else if (` ${text}`.includes(` ${wanted}`)) ranks[1]!.push(item)
    else if (text.includes(wanted)) ranks[2]!.push(item)
  }
  return ranks.flat()
}
