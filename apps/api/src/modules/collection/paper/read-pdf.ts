import { inflateSync } from 'node:zlib'

/** What a reader of PDF finds in a file of ours. */
export interface ReadPdf {
  title: string
  language: string
  /** The text of each page, in the order it was written. */
  pages: string[]
  /** Whether a glyph was drawn that stands for none. */
  hasMissingGlyph: boolean
}

/** A reader of its own, for tests: objects, streams, and the tables that say which letter a glyph stands for. */
export function readPdf(file: Buffer): ReadPdf {
  const source = file.toString('latin1')
  const objects = new Map<string, string>()
  for (const [, id, body] of source.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) objects.set(id!, body!)
  const of = (text: string, name: string) => objects.get(new RegExp(`/${name} (\\d+) 0 R`).exec(text)?.[1] ?? '') ?? ''
  const streamOf = (object: string) => {
    const bytes = Buffer.from(/stream\n([\s\S]*)\nendstream/.exec(object)?.[1] ?? '', 'latin1')
    return (object.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1')
  }
  const text = (hexOrPlain: string | undefined) => {
    const bytes = Buffer.from((hexOrPlain ?? '').replace(/\\([()\\])/g, '$1'), 'latin1')
    return bytes[0] === 0xfe ? bytes.subarray(2).swap16().toString('utf16le') : bytes.toString('latin1')
  }
  let hasMissingGlyph = false
  const pageOf = (page: string): string => {
    const fonts = new Map<string, Map<number, string>>()
    for (const [, name, id] of (of(page, 'Resources') || page).matchAll(/\/(F\d+) (\d+) 0 R/g))
      fonts.set(name!, lettersOf(streamOf(of(objects.get(id!)!, 'ToUnicode'))))
    let font = new Map<number, string>()
    let told = ''
    for (const [, name, glyphs] of streamOf(of(page, 'Contents')).matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
      if (name) font = fonts.get(name)!
      for (const [, hex] of (glyphs ?? '').matchAll(/<([0-9a-f]+)>/g)) {
        for (const glyph of hex!.match(/.{4}/g)!) {
          hasMissingGlyph ||= glyph === '0000'
          told += font.get(parseInt(glyph, 16)) ?? '\ufffd'
        }
      }
      if (glyphs) told += '|'
    }
    return told
  }
  const pages = [...objects.values()].filter((object) => /\/Type \/Page\b/.test(object)).map(pageOf)
  return {
    title: text(/^\((.*)\)$/s.exec(of(source, 'Title'))?.[1]),
    language: text(/\/Lang \(([^)]*)\)/.exec(source)?.[1]),
    pages,
    hasMissingGlyph,
  }
}

/** Which letters the glyphs of a font stand for. */
function lettersOf(table: string): Map<number, string> {
  const letters = new Map<number, string>()
  const unicode = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le')
  for (const [, from, list] of table.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g)) {
    let glyph = parseInt(from!, 16)
    for (const [, hex] of list!.matchAll(/<([0-9a-f ]*)>/g)) letters.set(glyph++, unicode(hex!.replaceAll(' ', '')))
  }
  return letters
}
