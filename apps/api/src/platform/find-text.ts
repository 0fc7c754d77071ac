/** A column as it is searched: small letters without their marks, œ as oe, ’ as ', whatever the database's language. */
export const plainColumn = (column: string): string =>
  `replace(replace(replace(lower(regexp_replace(normalize(${column}, NFD), '[\\u0300-\\u036F]', '', 'g')), 'œ', 'oe'), 'æ', 'ae'), '’', '''')`

/** The words of a search, written the same way; null when there are none. */
export const plainSearch = (search: string | null | undefined): string | null =>
  search
    ?.normalize('NFD')
    .replace(/[\u0300-\u036F]/g, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('’', "'")
    .trim() || null
