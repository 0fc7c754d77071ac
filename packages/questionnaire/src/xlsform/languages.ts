import type { LanguageTag } from '../model.ts'

// The first name is the one written; the others are what people write instead.
const NAMES: Record<LanguageTag, readonly string[]> = {
  fr: ['Français', 'French', 'Frans', 'Französisch'],
  nl: ['Nederlands', 'Dutch', 'Néerlandais', 'Niederländisch', 'Vlaams', 'Flemish'],
  en: ['English', 'Anglais', 'Engels', 'Englisch'],
  de: ['Deutsch', 'German', 'Allemand', 'Duits'],
  ar: ['العربية', 'Arabic', 'Arabe', 'Arabisch'],
  am: ['አማርኛ', 'Amharic', 'Amharique', 'Amhaars'],
  bg: ['Български', 'Bulgarian', 'Bulgare', 'Bulgaars'],
  bn: ['বাংলা', 'Bengali', 'Bangla', 'Bengaals'],
  ckb: ['سۆرانی', 'Sorani'],
  cs: ['Čeština', 'Czech', 'Tchèque', 'Tsjechisch'],
  da: ['Dansk', 'Danish', 'Danois', 'Deens'],
  el: ['Ελληνικά', 'Greek', 'Grec', 'Grieks'],
  es: ['Español', 'Spanish', 'Espagnol', 'Spaans', 'Spanisch'],
  et: ['Eesti', 'Estonian'],
  fa: ['فارسی', 'Persian', 'Farsi', 'Persan', 'Perzisch', 'Dari'],
  fi: ['Suomi', 'Finnish', 'Finnois', 'Fins'],
  ff: ['Fulfulde', 'Fulah', 'Peul'],
  ga: ['Gaeilge', 'Irish'],
  ha: ['Hausa'],
  he: ['עברית', 'Hebrew', 'Hébreu', 'Hebreeuws'],
  hi: ['हिन्दी', 'Hindi'],
  hr: ['Hrvatski', 'Croatian', 'Croate', 'Kroatisch'],
  ht: ['Kreyòl ayisyen', 'Haitian Creole', 'Kreyol', 'Créole haïtien'],
  hu: ['Magyar', 'Hungarian', 'Hongrois', 'Hongaars'],
  hy: ['Հայերեն', 'Armenian', 'Arménien', 'Armeens'],
  id: ['Bahasa Indonesia', 'Indonesian', 'Indonésien'],
  it: ['Italiano', 'Italian', 'Italien', 'Italiaans', 'Italienisch'],
  ja: ['日本語', 'Japanese', 'Japonais', 'Japans'],
  ka: ['ქართული', 'Georgian', 'Géorgien', 'Georgisch'],
  km: ['ខ្មែរ', 'Khmer'],
  ko: ['한국어', 'Korean', 'Coréen', 'Koreaans'],
  ku: ['Kurdî', 'Kurdish', 'Kurde', 'Koerdisch', 'Kurmanji'],
  lb: ['Lëtzebuergesch', 'Luxembourgish', 'Luxembourgeois', 'Luxemburgs'],
  ln: ['Lingála', 'Lingala'],
  lo: ['ລາວ', 'Lao'],
  lt: ['Lietuvių', 'Lithuanian'],
  lv: ['Latviešu', 'Latvian'],
  mg: ['Malagasy', 'Malgache'],
  mk: ['Македонски', 'Macedonian'],
  mt: ['Malti', 'Maltese'],
  my: ['မြန်မာ', 'Burmese', 'Myanmar', 'Birman'],
  ne: ['नेपाली', 'Nepali', 'Népalais'],
  no: ['Norsk', 'Norwegian', 'Norvégien', 'Noors'],
  om: ['Oromoo', 'Oromo'],
  pa: ['ਪੰਜਾਬੀ', 'Punjabi'],
  pcm: ['Nigerian Pidgin', 'Pidgin'],
  pl: ['Polski', 'Polish', 'Polonais', 'Pools', 'Polnisch'],
  prs: ['دری'],
  ps: ['پښتو', 'Pashto', 'Pachto', 'Pasjtoe'],
  pt: ['Português', 'Portuguese', 'Portugais', 'Portugees', 'Portugiesisch'],
  ro: ['Română', 'Romanian', 'Roumain', 'Roemeens'],
  rom: ['Romani ćhib', 'Romani'],
  ru: ['Русский', 'Russian', 'Russe', 'Russisch'],
  rw: ['Kinyarwanda'],
  sk: ['Slovenčina', 'Slovak', 'Slovaque', 'Slowaaks'],
  sl: ['Slovenščina', 'Slovenian', 'Slovene'],
  so: ['Soomaali', 'Somali', 'Somalisch'],
  sq: ['Shqip', 'Albanian', 'Albanais', 'Albanees'],
  sr: ['Српски', 'Serbian', 'Serbe', 'Servisch'],
  sv: ['Svenska', 'Swedish', 'Suédois', 'Zweeds'],
  sw: ['Kiswahili', 'Swahili'],
  ta: ['தமிழ்', 'Tamil', 'Tamoul'],
  th: ['ไทย', 'Thai'],
  ti: ['ትግርኛ', 'Tigrinya', 'Tigrigna'],
  tr: ['Türkçe', 'Turkish', 'Turc', 'Turks', 'Türkisch'],
  uk: ['Українська', 'Ukrainian', 'Ukrainien', 'Oekraïens', 'Ukrainisch'],
  ur: ['اردو', 'Urdu', 'Ourdou', 'Oerdoe'],
  vi: ['Tiếng Việt', 'Vietnamese', 'Vietnamien'],
  wo: ['Wolof'],
  zgh: ['ⵜⴰⵎⴰⵣⵉⵖⵜ', 'Tamazight', 'Berber', 'Berbère', 'Amazigh'],
  zh: ['中文', 'Chinese', 'Mandarin', 'Chinois', 'Chinees', 'Chinesisch'],
}

const TAG_OF = new Map(
  Object.entries(NAMES).flatMap(([tag, names]) => names.map((name) => [name.toLowerCase(), tag] as const)),
)

/** A language tag in the form it is always written in, or undefined when it is none. */
function canonical(tag: string): LanguageTag | undefined {
  try {
    return Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0]
  } catch {
    return undefined
  }
}

/**
 * The language that a column of a workbook is written in: `Français (fr)`, `French`, `fr` and `fr_BE` are understood.
 * A name that nobody knows gets a private tag (`Klingon` is `und-x-klingon`), so that its texts are not lost.
 */
export function languageOf(written: string): LanguageTag {
  const [, name = written.slice(0, 200), code] = /^(.*?)\s*\(([^()]*)\)\s*$/s.exec(written.trim().slice(0, 200)) ?? []
  const known = code && isCode(code.trim()) && canonical(code.trim())
  if (known) return known
  const plain = name.trim()
  return TAG_OF.get(plain.toLowerCase()) ?? (isCode(plain) ? canonical(plain) : undefined) ?? privateTag(plain)
}

const isCode = (text: string): boolean => /^[a-z]{2,3}([-_][a-z0-9]{1,8})*$/i.test(text) || /^und-x-/i.test(text)

/** At most eight letters, as private tags have; what is longer is told apart by three letters made of the whole name. */
function privateTag(name: string): LanguageTag {
  const plain = name
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '')
    .toLowerCase()
  if (plain && plain.length <= 8 && /^[\x20-\x7e]*$/.test(name)) return `und-x-${plain}`
  let sum = 7
  for (const letter of name.toLowerCase()) sum = (sum * 31 + letter.codePointAt(0)!) % 46_656
  return `und-x-${plain.slice(0, 5)}${sum.toString(36).padStart(3, '0')}`
}

/** The language as the header of a column: `Français (fr)`, for plain French `Français (fr-x-plain)`. */
export function headerOf(tag: LanguageTag): string {
  const name = NAMES[tag]?.[0] ?? NAMES[tag.split('-')[0]!]?.[0] ?? tag.replace(/^und-x-/, '')
  return `${name} (${tag})`
}
