/**
 * What a text is to those who have the form read aloud: an element of the document's structure, whatever lines and
 * pages it comes to. Texts with the same tag are one element.
 */
export interface Tag {
  readonly type: 'H1' | 'H2' | 'H3' | 'H4' | 'H5' | 'H6' | 'P' | 'L' | 'LI' | 'LBody' | 'Table' | 'TR' | 'TH' | 'Figure'
  /** Of a figure: what it shows. */
  readonly alt?: string
  /** The list or table it belongs to; by itself, the form. */
  readonly within?: Tag
  readonly scope?: 'Row' | 'Column'
  /** Said again at the top of each page it goes on to, which nobody needs to hear. */
  readonly repeats?: true
  /** Cells beside it that are to be filled in. */
  readonly blanks?: { readonly before?: number; readonly after?: number }
}

/** The tag of a heading, never deeper than there are. */
export const heading = (level: number): Tag => ({ type: `H${Math.min(level, 6)}` as Tag['type'] })

/** One text of a list. */
export const itemOf = (list: Tag): Tag => ({ type: 'LBody', within: { type: 'LI', within: list } })
