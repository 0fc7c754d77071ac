/** Why a file is not taken at all. */
export type Refusal = 'wrongType' | 'tooLarge' | 'empty'

/** The endings of names among what a field takes: `.csv,text/csv` gives `.csv`. */
export const endingsOf = (accept: string): string[] => tokensOf(accept).filter((token) => token.startsWith('.'))

/** What can be said of a file before anybody reads it. A dropped file was not held to the types of the field. */
export function refusalOf(
  { name, size, type }: Pick<File, 'name' | 'size' | 'type'>,
  accept: string,
  maxBytes = Infinity,
): Refusal | undefined {
  const taken = tokensOf(accept).some((token) =>
    token.startsWith('.')
      ? name.toLowerCase().endsWith(token)
      : token.endsWith('/*')
        ? type.startsWith(token.slice(0, -1))
        : type === token,
  )
  if (!taken) return 'wrongType'
  if (size === 0) return 'empty'
  return size > maxBytes ? 'tooLarge' : undefined
}

const tokensOf = (accept: string) =>
  accept
    .toLowerCase()
    .split(',')
    .map((token) => token.trim())
    .filter(Boolean)
