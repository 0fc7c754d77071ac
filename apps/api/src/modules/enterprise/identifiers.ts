/** What is wrong with an identifier. */
export type IdentifierFault = 'notABce' | 'notASiret' | 'identifierRounded'

const LA_POSTE = '356000000'

/**
 * Digits of an enterprise number as people write it: `BE 0403.170.701`, `410 717 714 00035`, `4.1071771400035E+13`.
 * A spreadsheet that took it for a number lost its leading zeros; they come back.
 */
export function normaliseIdentifier(country: 'BE' | 'FR', text: string): string {
  const scientific = fromScientific(text)
  const digits = (scientific ?? text).replace(/^\s*(BE|FR)(?=[\s\d.])/i, '').replace(/[\s.\-\u00a0\u202f]/g, '')
  if (!/^\d+$/.test(digits)) return digits
  if (country === 'BE' && digits.length === 9) return digits.padStart(10, '0')
  if (country === 'FR' && digits.length === 13) return digits.padStart(14, '0')
  return digits
}

/** Why a normalised identifier is none; undefined when its check digits hold. */
export function identifierFault(country: 'BE' | 'FR', digits: string): IdentifierFault | undefined {
  // `4,10718E+13`: the spreadsheet kept six digits of fourteen, the rest is gone.
  if (/^\d+(,\d+)?E\+?\d+$/i.test(digits)) return 'identifierRounded'
  if (country === 'BE') return isBce(digits) ? undefined : 'notABce'
  return isSiret(digits) ? undefined : 'notASiret'
}

/** Belgian enterprise number: ten digits, the first 0 or 1, the last two complete the first eight to 97. */
export function isBce(digits: string): boolean {
  if (!/^[01]\d{9}$/.test(digits)) return false
  return Number(digits.slice(8)) === 97 - (Number(digits.slice(0, 8)) % 97)
}

/**
 * French establishment number: fourteen digits that pass Luhn. The offices of La Poste are too many for the scheme:
 * for them the sum of the digits is a multiple of five.
 */
export function isSiret(digits: string): boolean {
  if (!/^\d{14}$/.test(digits)) return false
  if (luhnSum(digits) % 10 === 0) return digits !== '00000000000000'
  return digits.startsWith(LA_POSTE) && [...digits].reduce((sum, digit) => sum + Number(digit), 0) % 5 === 0
}

/** The country a number tells by its length; undefined when it does not. */
export function countryOfIdentifier(text: string): 'BE' | 'FR' | undefined {
  const digits = (fromScientific(text) ?? text).replace(/\D/g, '')
  if (digits.length === 14 || digits.length === 13) return 'FR'
  if (digits.length === 10 || digits.length === 9) return 'BE'
  return undefined
}

/** BCE as `0403.170.701`, SIRET as `410 717 714 00035`. */
export function writeIdentifier(country: 'BE' | 'FR', digits: string): string {
  return country === 'BE'
    ? `${digits.slice(0, 4)}.${digits.slice(4, 7)}.${digits.slice(7)}`
    : `${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6, 9)} ${digits.slice(9)}`
}

/** The digits behind `4.1071771400035E+13`, if none is lost. */
function fromScientific(text: string): string | undefined {
  const match = /^\s*(\d)(?:[.,](\d+))?E\+?(\d{1,2})\s*$/i.exec(text)
  if (!match) return undefined
  const [, first, rest = '', exponent] = match
  // Fewer than ten decimals: the spreadsheet shortened it, and zeros would be invented.
  if (rest.length > Number(exponent) || Number(exponent) > 13 || rest.length < Number(exponent) - 4) return undefined
  return first + rest.padEnd(Number(exponent), '0')
}

function luhnSum(digits: string): number {
  return [...digits].reverse().reduce((sum, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2)
    return sum + (value > 9 ? value - 9 : value)
  }, 0)
}
