// The same list as in the migration that computes `sort_name` and `search_text`.
const ACCENTED = 'àáâãäåçèéêëìíîïñòóôõöøùúûüýÿšžÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝŸŠŽ'
const PLAIN = 'aaaaaaceeeeiiiinoooooouuuuyyszaaaaaaceeeeiiiinoooooouuuuyysz'
const PLAIN_OF = new Map([...ACCENTED].map((letter, index) => [letter, PLAIN[index]!]))

/** A text without accents and capitals, as the database keeps it for searching. */
export function plainText(text: string): string {
  return [...text.normalize('NFC')]
    .map((letter) => PLAIN_OF.get(letter) ?? letter)
    .join('')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
}

/** The words of a search as LIKE patterns; each has to be found, in any order. */
export function searchPatterns(text: string): string[] {
  return plainText(cleanText(text))
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 8)
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
}

/** A text the database can keep: no half characters, no control characters but tab and line break, no blanks around. */
export function cleanText(text: string): string {
  // oxlint-disable-next-line no-control-regex -- taking control characters out is the point
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '')
    .normalize('NFC')
    .trim()
}
