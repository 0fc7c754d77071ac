import { itemOf } from './paper-tags.ts'
import type { Tag } from './paper-tags.ts'

/**
 * A part of a document as pdfmake takes it. The types it comes with bring those of a browser into the whole server.
 */
export type Part = Readonly<Record<string, unknown>>
type Margins = readonly [left: number, top: number, right: number, bottom: number]

/** A text, and what it is to those who have the form read aloud. */
export const said = (text: string, tag: Tag, style: Part = {}): Part => ({ text: text && [{ text, tag }], ...style })

/** A paragraph. */
export const paragraph = (text: string, style: Part = {}): Part => said(text, { type: 'P' }, style)

/** Millimetres in points. */
export const mm = (millimetres: number): number => (millimetres * 72) / 25.4

export const MARGIN = mm(15)
/** What is left of A4 between the margins. */
export const WIDTH = mm(210) - 2 * MARGIN
export const SMALL = 9.5

const BOX = mm(4)

/** A box to tick. */
export const box = (width = BOX, margin: Margins = [0, 1, 0, 0]): Part => ({
  canvas: [{ type: 'rect', x: 0, y: 0, w: width, h: BOX, r: 1.5, lineWidth: 0.9, lineColor: '#000' }],
  margin,
})

/** A line to write on. */
export const line = (width = WIDTH, height = mm(8)): Part => ({
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.6, lineColor: '#000' }],
  margin: [0, height, 0, 0],
})

/** Cells beside and below each other without borders; no row is cut in two by a page, unless it is longer than one. */
export const grid = (
  widths: (number | '*' | 'auto')[],
  body: readonly (readonly Part[])[],
  gap = 2,
  whole = true,
): Part => ({
  table: { widths, body, dontBreakRows: whole },
  layout: {
    hLineWidth: () => 0,
    vLineWidth: () => 0,
    paddingLeft: (at: number) => (at === 0 ? 0 : 4),
    paddingRight: () => 4,
    paddingTop: () => gap / 2,
    paddingBottom: () => gap / 2,
  },
})

const SHORT = 34
/** Words that a page may have to break. */
const LONG = 2000

/** What is ticked: words, with a picture below them. */
export interface Offered {
  words: string
  picture?: Part | undefined
}

const PICTURE = { width: mm(80), height: mm(50) } as const
/** The most of a page that a picture takes, in points. */
export const PICTURE_HEIGHT = PICTURE.height + 6

/** A picture by the name that the document knows it by; without words it is only to be seen. */
export const picture = (name: string, alt: string): Part => ({
  image: name,
  fit: [PICTURE.width, PICTURE.height],
  margin: [0, 2, 0, 4],
  ...(alt && { tag: { type: 'Figure', alt } satisfies Tag }),
})

/** Boxes with their words, in two columns when the words are short; a list to those who hear it. */
export function boxes(choices: readonly (string | Offered)[], wide = false, list: Tag = { type: 'L' }): Part {
  const width = wide ? mm(7) : BOX
  const offered = choices.map((choice) => (typeof choice === 'string' ? { words: choice } : choice))
  const one = ({ words, picture: shown }: Offered): Part[] => [
    box(width),
    shown ? { stack: [said(words, itemOf(list)), shown] } : said(words, itemOf(list)),
  ]
  if (offered.some(({ words }) => words.length > SHORT))
    return grid(
      [width, '*'],
      offered.map(one),
      3,
      offered.every(({ words }) => words.length < LONG),
    )
  const rows = Array.from({ length: Math.ceil(offered.length / 2) }, (_, at) => {
    const [left, right] = [offered[2 * at]!, offered[2 * at + 1]]
    return [...one(left), ...(right === undefined ? [{ text: '' }, { text: '' }] : one(right))]
  })
  return grid([width, '*', width, '*'], rows, 3)
}

/** Steps one beside the other, each with its words below. */
export const steps = (words: readonly string[]): Part => {
  const width = WIDTH / words.length - 8
  const list: Tag = { type: 'L' }
  return grid(
    words.map(() => '*' as const),
    [
      words.map((text) => ({
        stack: [
          box(BOX, [(width - BOX) / 2, 0, 0, 2]),
          said(text, itemOf(list), { alignment: 'center', fontSize: SMALL }),
        ],
      })),
    ],
  )
}

const STEP = mm(7.4)

/** Numbers with a box each, between what the two ends mean; in rows of eleven. */
export function scale(from: number, to: number, low: string, high: string): Part[] {
  const numbers = Array.from({ length: Math.min(101, to - from + 1) }, (_, at) => from + at)
  const rows = Array.from({ length: Math.ceil(numbers.length / 11) }, (_, at) => numbers.slice(11 * at, 11 * at + 11))
  const last = rows.length - 1
  const side = WIDTH - 11 * STEP
  const list: Tag = { type: 'L' }
  const end = (text: string, alignment: 'left' | 'right'): Part =>
    paragraph(text, { fontSize: SMALL, width: side / 2 - 6, alignment, margin: [0, 1, 0, 0] })
  return rows.map((row, at) => ({
    columns: [
      end(at === 0 ? low : '', 'right'),
      ...row.map((number) => ({
        width: STEP,
        stack: [
          box(BOX, [(STEP - BOX) / 2, 0, 0, 1]),
          said(String(number), itemOf(list), { alignment: 'center', fontSize: SMALL }),
        ],
      })),
      end(at === last ? high : '', 'left'),
    ],
    columnGap: 1,
    margin: [0, 2, 0, 2],
  }))
}
