import { isEmail } from 'class-validator'
import { cleanText } from '../enterprise/plain-text.ts'

/** One person of a pasted list. */
export interface ParsedInvitee {
  line: number
  email: string
  name: string | null
  language: string | null
  group: string | null
}

/** What is wrong with a line. */
export interface InviteeFault {
  line: number
  text: string
  code: 'noEmail' | 'badEmail' | 'twice' | 'unknownLanguage' | 'unknownGroup' | 'tooLong'
}

const LONGEST_LINE = 600
const SHOWN = 80

/**
 * Reads a pasted list: one person a line, as mail programs write them (`Marie Dubois <marie@x.be>`) or with the columns
 * of a sheet (address, name, language, group; separated by tab, semicolon or comma). With a first line that names the columns they may
 * stand in any order; without one the address is found wherever it stands, a language or a group by being one.
 */
export function parseInvitees(
  text: string,
  { languages, groups }: { languages: readonly string[]; groups: readonly string[] },
): { invitees: ParsedInvitee[]; faults: InviteeFault[] } {
  const invitees: ParsedInvitee[] = []
  const faults: InviteeFault[] = []
  const seen = new Set<string>()
  let columns: Column[] | undefined
  for (const [index, raw] of text.split(/\r\n?|\n/).entries()) {
    const line = raw.toWellFormed()
    if (!line.trim()) continue
    const cells = cellsOf(line.slice(0, LONGEST_LINE))
    if (invitees.length + faults.length === 0 && !columns && (columns = headerOf(cells))) continue
    const fault = (code: InviteeFault['code']) =>
      void faults.push({ line: index + 1, text: cleanText(line).slice(0, SHOWN), code })
    if (line.length > LONGEST_LINE) {
      fault('tooLong')
      continue
    }
    const person = columns ? byHeader(cells, columns) : byLooks(cells, languages, groups)
    const email = person.email?.toLowerCase()
    const group = person.group && groups.find((name) => same(name, person.group!))
    const language = person.language && languages.find((tag) => same(tag, person.language!))
    if (!email) fault('noEmail')
    else if (!isEmail(email) || email.length > 254) fault('badEmail')
    else if (seen.has(email)) fault('twice')
    else if (person.language && !language) fault('unknownLanguage')
    else if (person.group && !group) fault('unknownGroup')
    else {
      seen.add(email)
      invitees.push({
        line: index + 1,
        email,
        name: person.name?.slice(0, 200) || null,
        language: language || null,
        group: group || null,
      })
    }
  }
  return { invitees, faults }
}

type Column = 'email' | 'name' | 'language' | 'group' | 'other'
type Person = Partial<Record<Column, string>>

const HEADERS: [Column, RegExp][] = [
  ['email', /^(e-?mail|e-?mailadres|courriel|mail|adresse( e-?mail)?|adres)$/i],
  ['name', /^(name|nom|naam|pr[ée]nom et nom|nom et pr[ée]nom|voornaam en naam)$/i],
  ['language', /^(language|langue|taal)$/i],
  ['group', /^(group|groupe|groep)$/i],
]

/** The meaning of the columns, when the first line names them; one of them must be the address. */
function headerOf(cells: string[]): Column[] | undefined {
  const columns = cells.map((cell): Column => HEADERS.find(([, words]) => words.test(cell))?.[0] ?? 'other')
  return columns.includes('email') ? columns : undefined
}

/** The cells of a line; a separator between quotation marks or angle brackets separates nothing. */
function cellsOf(line: string): string[] {
  const separator = ['\t', ';', ','].find((one) => line.includes(one)) ?? '\t'
  const cells = ['']
  let quoted = false
  for (const letter of line) {
    if (letter === '"') quoted = !quoted
    else if (letter === separator && !quoted) cells.push('')
    else cells[cells.length - 1] += letter
  }
  return cells.map(cleanText)
}

function byHeader(cells: string[], columns: Column[]): Person {
  return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']))
}

function byLooks(cells: string[], languages: readonly string[], groups: readonly string[]): Person {
  const person: Person = {}
  for (const cell of cells) {
    const bracketed = /^(.*)<([^<>]*)>$/.exec(cell)
    if (bracketed) {
      person.email ??= bracketed[2]!.trim()
      person.name ??= bracketed[1]!.trim()
    } else if (cell.includes('@')) person.email ??= cell
    else if (!person.language && languages.some((tag) => same(tag, cell))) person.language = cell
    else if (!person.group && groups.some((name) => same(name, cell))) person.group = cell
    else if (cell) person.name = person.name ? `${person.name} ${cell}` : cell
  }
  return person
}

const same = (one: string, other: string): boolean => one.toLocaleLowerCase() === other.toLocaleLowerCase()
