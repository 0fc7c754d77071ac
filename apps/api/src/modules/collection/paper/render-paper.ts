import { createRequire } from 'node:module'
import path from 'node:path'
import { TableProblem } from '../../../platform/workbook/table-problem.ts'
import { paperDocument } from './paper-document.ts'
import type { PaperInput } from './paper-input.ts'
import type { Part } from './paper-parts.ts'
import { tagPages } from './tag-pages.ts'

/** What we use of pdfmake. */
interface Pdfmake {
  setFonts(fonts: Record<string, Record<string, string>>): void
  setUrlAccessPolicy(allow: (url: string) => boolean): void
  setLocalAccessPolicy(allow: (file: string) => boolean): void
  createPdf(document: Part): { getBuffer(): Promise<Buffer>; getStream(): Promise<Document> }
}

/** A document, as far as its fonts are asked what they can write. */
interface Document {
  provideFont(
    family: string,
    bold: boolean,
    italics: boolean,
  ): { font: { hasGlyphForCodePoint(code: number): boolean } }
}

const require = createRequire(import.meta.url)
const pdfmake = require('pdfmake') as Pdfmake
const FONTS = path.join(path.dirname(require.resolve('pdfmake/fonts/Roboto.js')), 'Roboto')

pdfmake.setFonts({
  Roboto: {
    normal: path.join(FONTS, 'Roboto-Regular.ttf'),
    bold: path.join(FONTS, 'Roboto-Medium.ttf'),
    italics: path.join(FONTS, 'Roboto-Italic.ttf'),
    bolditalics: path.join(FONTS, 'Roboto-MediumItalic.ttf'),
  },
})
tagPages()
// Nothing but the fonts is read, whatever a text says.
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy((file) => path.dirname(path.resolve(file)) === FONTS)

/** The forms as a file in one part; what the process of its own does. @throws TableProblem when the font lacks a letter. */
export async function* renderPaper(bytes: Uint8Array): AsyncGenerator<string> {
  const input = JSON.parse(Buffer.from(bytes).toString()) as PaperInput
  const document = paperDocument({ ...input, pictures: await drawable(input.pictures) }, await cleaner())
  yield (await pdfmake.createPdf(document).getBuffer()).toString('base64')
}

/** The pictures that can be drawn: a broken one is left out, and the form is printed all the same. */
async function drawable(pictures: PaperInput['pictures']): Promise<Record<string, string>> {
  const drawn: Record<string, string> = {}
  for (const [address, image] of Object.entries(pictures)) {
    const isDrawn = await pdfmake
      .createPdf({ content: [{ image }] })
      .getBuffer()
      .then(
        () => true,
        () => false,
      )
    if (isDrawn) drawn[address] = image
  }
  return drawn
}

/**
 * Takes out of a text what the font cannot draw, and what nobody needs to read: pictures of faces, joiners, directions.
 * A letter is needed.
 */
async function cleaner(): Promise<(text: string) => string> {
  const empty = await pdfmake.createPdf({ content: [] }).getStream()
  const { font } = empty.provideFont('Roboto', false, false)
  const known = new Map<string, boolean>()
  return (text) => {
    let cleaned = ''
    for (const character of text.normalize('NFC').replaceAll('\t', ' ')) {
      let drawn = known.get(character)
      if (drawn === undefined)
        known.set(character, (drawn = character === '\n' || font.hasGlyphForCodePoint(character.codePointAt(0)!)))
      if (drawn) cleaned += character
      else if (/[\p{L}\p{N}]/u.test(character)) throw new TableProblem('NOT_A_TABLE')
    }
    return cleaned
  }
}
