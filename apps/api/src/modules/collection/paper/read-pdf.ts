import { createRequire } from 'node:module'
import path from 'node:path'
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

// Nothing is drawn here, so a system without the reader's drawing part will do.
Object.assign(globalThis, { DOMMatrix: Reflect.get(globalThis, 'DOMMatrix') ?? Object })
const { getDocument, OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs')

const FONTS = `${path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))}/standard_fonts/`

/** What a reader of PDF finds in a file. */
export interface ReadPdf {
  title: string
  language: string
  /** Whether windows are to be named by the title, not by the file. */
  showsTitle: boolean
  /** The text of each page, in the order it was written. */
  pages: string[]
  /** What somebody hears who has the file read aloud, page by page: each text with the kind of element it is. */
  aloud: string[][]
  /** What of each page is not read aloud. */
  silent: string[]
  /** How many pictures are drawn. */
  pictures: number
  /** Whether a glyph was drawn that stands for none. */
  hasMissingGlyph: boolean
}

/** Reads a file as browsers do, for tests. */
export async function readPdf(file: Buffer): Promise<ReadPdf> {
  const loading = getDocument({ data: new Uint8Array(file), standardFontDataUrl: FONTS, verbosity: 0 })
  const pdf = await loading.promise
  try {
    const { info } = await pdf.getMetadata()
    const { Title: title, Language: language } = info as { Title: string; Language: string }
    const { DisplayDocTitle } = ((await pdf.getViewerPreferences()) ?? {}) as { DisplayDocTitle?: boolean }
    const read: ReadPdf = {
      title,
      language,
      showsTitle: DisplayDocTitle === true,
      pages: [],
      aloud: [],
      silent: [],
      pictures: 0,
      hasMissingGlyph: false,
    }
    for (let at = 1; at <= pdf.numPages; at++) {
      const page = await pdf.getPage(at)
      const { all, marked, silent } = await textsOf(page)
      read.pages.push(all)
      read.aloud.push(spoken(await page.getStructTree(), marked))
      read.silent.push(silent)
      const operations = await page.getOperatorList()
      read.pictures += operations.fnArray.filter((operation) => operation === OPS.paintImageXObject).length
      read.hasMissingGlyph ||= drawsMissingGlyph(operations)
    }
    return read
  } finally {
    await loading.destroy()
  }
}

/** The texts of a page, by the name of the marks they stand between. */
async function textsOf(page: PDFPageProxy): Promise<{ all: string; marked: Map<string, string>; silent: string }> {
  const { items } = await page.getTextContent({ includeMarkedContent: true })
  const marked = new Map<string, string>()
  const all: string[] = []
  let silent = ''
  let mark: string | undefined
  for (const item of items) {
    if ('str' in item) {
      all.push(item.str)
      const text = `${item.str}${item.hasEOL ? ' ' : ''}`
      if (mark) marked.set(mark, `${marked.get(mark) ?? ''}${text}`)
      else silent += text
    } else mark = item.type === 'beginMarkedContentProps' ? item.id : undefined
  }
  return { all: all.join('|'), marked, silent }
}

// A figure has its words with it; the reader's types do not say so.
type Node = Awaited<ReturnType<PDFPageProxy['getStructTree']>> & { alt?: string }

function spoken(node: Node, marked: ReadonlyMap<string, string>): string[] {
  if (!node) return []
  const own = node.children.map((child) => ('id' in child ? (marked.get(child.id) ?? '') : '')).join(' ')
  return [
    ...(node.children.some((child) => 'id' in child)
      ? [`${node.role} ${node.alt ?? own.replaceAll(/\s+/g, ' ').trim()}`]
      : []),
    ...node.children.flatMap((child) => ('role' in child ? spoken(child, marked) : [])),
  ]
}

type Operations = Awaited<ReturnType<PDFPageProxy['getOperatorList']>>

function drawsMissingGlyph({ fnArray, argsArray }: Operations): boolean {
  return fnArray.some((operation, at) => {
    if (operation !== OPS.showText) return false
    const [glyphs] = argsArray[at] as [(number | { originalCharCode: number })[]]
    return glyphs.some((glyph) => typeof glyph === 'object' && glyph.originalCharCode === 0)
  })
}
