/** A column as it is searched: small letters without their marks, whatever the database's language. */
export const plainColumn = (column: string): string =>
  `lower(regexp_replace(normalize(${column}, NFD), '[\\u0300-\\u036F]', '', 'g'))`

/** The words of a search, written the same way; null when there are none. */
export const plainSearch = (search: string | undefined): string | null =>
  search?.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim() || null
