import type { TranslationUnit } from '@vises/questionnaire/translation.ts'
import { TableProblem } from '../../platform/workbook/table-problem.ts'
import { attribute, XmlReader } from '../../platform/workbook/xml.ts'
import { markOf, MOST_FILE_TEXTS } from './translation-file.ts'
import type { FileText, TranslationFile } from './translation-file.ts'

/** A questionnaire's texts as XLIFF 2.1, for a translator's tool. Answers taken up in a text are placeholders in it. */
export function writeXliff(
  { id, title, sourceLanguage, language }: { id: string; title: string; sourceLanguage: string; language: string },
  units: readonly TranslationUnit[],
): string {
  const body = units.map((unit, index) => unitOf(unit, index + 1, sourceLanguage)).join('\n')
  return `<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="${escape(sourceLanguage)}" trgLang="${escape(language)}">
  <file id="questionnaire" original="${escape(id)}" xml:space="preserve">
    <notes><note category="title">${content(title)}</note></notes>
${body}
  </file>
</xliff>
`
}

// What an untouched translation that is behind its source is called, so that a tool can show it.
const STATES = {
  missing: 'state="initial"',
  translated: 'state="translated"',
  stale: 'state="initial" subState="vises:stale"',
}

function unitOf(unit: TranslationUnit, number: number, sourceLanguage: string): string {
  const place = unit.path.startsWith('choice/') ? `list ${unit.key}` : `${unit.key || 'questionnaire'}: ${unit.part}`
  const notes = [
    `<note category="place">${content(place)}</note>`,
    `<note category="vises-mark">${markOf(unit)}</note>`,
    ...(unit.sourceLanguage === sourceLanguage
      ? []
      : [`<note category="source-language">${escape(unit.sourceLanguage)}</note>`]),
  ]
  const data = [...new Set([unit.source, unit.target].flatMap((text) => text.match(REFERENCE) ?? []))]
  const originals = data.map((text, index) => `<data id="d${index + 1}">${content(text)}</data>`).join('')
  const target = unit.target ? `<target>${withPlaceholders(unit.target, data)}</target>` : ''
  return `    <unit id="u${number}" name="${escape(unit.path)}">
      <notes>${notes.join('')}</notes>${originals && `\n      <originalData>${originals}</originalData>`}
      <segment id="s1" ${STATES[unit.state]}>
        <source>${withPlaceholders(unit.source, data)}</source>${target && `\n        ${target}`}
      </segment>
    </unit>`
}

const REFERENCE = /\$\{[^{}]*\}/g

function withPlaceholders(text: string, data: readonly string[]): string {
  let number = 0
  return text
    .split(/(\$\{[^{}]*\})/)
    .map((part) => {
      const at = data.indexOf(part)
      return at < 0 ? content(part) : `<ph id="p${++number}" dataRef="d${at + 1}" disp="${escape(part)}"/>`
    })
    .join('')
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#xD;' }

const escape = (text: string): string => withoutControls(text).replace(/[&<>"\r]/g, (mark) => ESCAPES[mark]!)

/** Text of an element: what XML cannot carry stands in `cp`. */
const content = (text: string): string =>
  text
    .split(CONTROL)
    .map((part, index) =>
      index % 2 ? `<cp hex="${part.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}"/>` : escape(part),
    )
    .join('')

// oxlint-disable-next-line no-control-regex -- XML cannot carry these
const CONTROL = /([\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF])/
const withoutControls = (text: string): string =>
  text
    .split(CONTROL)
    .filter((_, index) => index % 2 === 0)
    .join('')

/** Reads what a translator's tool gives back, of any XLIFF 2. @throws TableProblem */
export function readXliff(bytes: Uint8Array): TranslationFile {
  const reading = new XliffBeingRead()
  const xml = new XmlReader()
  for (const { kind, value, attributes } of xml.read(withoutCdata(decode(bytes)))) {
    if (kind === 'open') reading.open(value, attributes)
    else if (kind === 'close') reading.close(value)
    else reading.text(value)
  }
  xml.end()
  return reading.whole()
}

/** The same with its CDATA sections written as text. */
function withoutCdata(text: string): string {
  let plain = ''
  let at = 0
  for (let from = text.indexOf(CDATA); from >= 0; from = text.indexOf(CDATA, at)) {
    const to = text.indexOf(']]>', from)
    if (to < 0) throw new TableProblem('NOT_A_TABLE')
    plain += text.slice(at, from) + escape(text.slice(from + CDATA.length, to))
    at = to + 3
  }
  return plain + text.slice(at)
}

const CDATA = '<![CDATA['

function decode(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 2)).toString('hex')
  const encoding = start === 'fffe' ? 'utf-16le' : start === 'feff' ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new TableProblem('NOT_A_TABLE')
  }
}

/** Takes one tag after the other; segments of a unit are put together, whatever a tool made of it. */
class XliffBeingRead {
  private language: string | undefined
  private isXliff = false
  private readonly texts: FileText[] = []
  private unit: (FileText & { source: string; segments: number; settled: boolean }) | undefined
  private data = new Map<string, string>()
  /** What the text that comes belongs to. */
  private into: 'source' | 'target' | 'mark' | 'data' | undefined
  private dataId = ''
  private dataText = ''

  open(name: string, attributes: string): void {
    if (name === 'xliff') {
      this.isXliff = /^2\.\d$/.test(attribute(attributes, 'version') ?? '')
      this.language = attribute(attributes, 'trgLang')
    } else if (!this.isXliff) throw new TableProblem('NOT_A_TABLE')
    else if (name === 'unit') this.begin(attributes)
    else if (name === 'source' || name === 'target') this.into = name
    else if (name === 'note') this.into = attribute(attributes, 'category') === 'vises-mark' ? 'mark' : undefined
    else if (name === 'data') {
      this.into = 'data'
      this.dataId = attribute(attributes, 'id') ?? ''
      this.dataText = ''
    } else if (name === 'segment' && this.unit) {
      this.unit.segments++
      this.unit.settled &&= /^(translated|reviewed|final)$/.test(attribute(attributes, 'state') ?? '')
    } else if (name === 'cp') this.text(String.fromCharCode(parseInt(attribute(attributes, 'hex') ?? '', 16) || 0))
    else if (name === 'ph' || name === 'sc') this.text(this.dataOf(attributes, 'dataRef'))
    else if (name === 'ec') this.text(this.dataOf(attributes, 'dataRef'))
    else if (name === 'pc') this.text(this.dataOf(attributes, 'dataRefStart'))
  }

  close(name: string): void {
    if (name === 'unit') this.end()
    else if (name === 'data') this.data.set(this.dataId, this.dataText)
    if (['source', 'target', 'note', 'data'].includes(name)) this.into = undefined
  }

  text(words: string): void {
    if (this.into === 'data') this.dataText += words
    else if (this.unit && this.into === 'source') this.unit.source += words
    else if (this.unit && this.into === 'target') this.unit.text += words
    else if (this.unit && this.into === 'mark') this.unit.mark = (this.unit.mark ?? '') + words
  }

  whole(): TranslationFile {
    if (!this.isXliff) throw new TableProblem('NOT_A_TABLE')
    return { ...(this.language && { language: this.language }), texts: this.texts }
  }

  private begin(attributes: string): void {
    this.data = new Map()
    this.unit = { path: attribute(attributes, 'name') ?? '', text: '', source: '', segments: 0, settled: true }
  }

  private end(): void {
    if (!this.unit) return
    const { segments, settled, ...text } = this.unit
    if (this.texts.length >= MOST_FILE_TEXTS) throw new TableProblem('TOO_LARGE')
    this.texts.push({ ...text, confirmed: segments > 0 && settled })
    this.unit = undefined
  }

  private dataOf(attributes: string, name: string): string {
    const reference = attribute(attributes, name)
    return (reference !== undefined && this.data.get(reference)) || ''
  }
}
