/** A number as people write it: BCE in threes, SIRET as SIREN and establishment. */
export function writeIdentifier(country: string, digits: string): string {
  const groups = country === 'BE' ? [4, 3, 3] : [3, 3, 3, 5]
  const separator = country === 'BE' ? '.' : ' '
  let from = 0
  return groups
    .map((length) => digits.slice(from, (from += length)))
    .filter(Boolean)
    .join(separator)
}
