import { createRequire } from 'node:module'
import type { Tag } from './paper-tags.ts'

/** An element of a document's structure. */
interface Element {
  add(child: Element | object): Element
}

/** What we use of a document that is being written. */
interface Document {
  page: object
  struct(type: string, options?: { scope?: string; alt?: string }): Element
  addStructure(element: Element): void
  markStructureContent(type: string): object
  markContent(type: 'Artifact', options: { type: 'Layout' | 'Pagination' }): void
  endMarkedContent(): void
}

/** What we use of the part of pdfmake that draws what was laid out. */
interface Renderer {
  pdfDocument: Document
  tags: Tags
  renderPages(pages: unknown): void
  renderLine(line: { inlines: { tag?: Tag }[] }, ...place: unknown[]): void
  renderVector(vector: unknown): void
  renderImage(image: { tag?: Tag }): void
}

/**
 * pdfmake can write a document that says it is tagged, but no tags: each line and each stroke is marked here as it is
 * drawn. Lines carry the tag of the text they are of; those without one stand at the foot of pages.
 */
export function tagPages(): void {
  const { prototype } = createRequire(import.meta.url)('pdfmake/js/Renderer.js').default as { prototype: Renderer }
  const { renderPages, renderLine, renderVector, renderImage } = prototype
  prototype.renderPages = function (pages) {
    this.tags = new Tags(this.pdfDocument)
    renderPages.call(this, pages)
  }
  prototype.renderLine = function (line, ...place) {
    const [first] = line.inlines
    if (!first) return
    this.tags.begin(first.tag)
    renderLine.call(this, line, ...place)
    this.tags.end()
  }
  prototype.renderVector = function (vector) {
    this.tags.beginStroke()
    renderVector.call(this, vector)
    this.tags.end()
  }
  prototype.renderImage = function (image) {
    if (image.tag) this.tags.begin(image.tag)
    else this.tags.beginStroke()
    renderImage.call(this, image)
    this.tags.end()
  }
}

/** The structure of a document, as far as it is drawn: elements come in the order of their first lines. */
class Tags {
  readonly #document: Document
  readonly #whole: Element
  readonly #elements = new Map<Tag, Element>()
  readonly #firstPages = new Map<Tag, object>()
  #form: Element | undefined

  constructor(document: Document) {
    this.#document = document
    this.#whole = document.struct('Document')
    document.addStructure(this.#whole)
  }

  begin(tag: Tag | undefined): void {
    const { page } = this.#document
    if (tag?.repeats && !this.#firstPages.has(tag)) this.#firstPages.set(tag, page)
    if (!tag || (tag.repeats && this.#firstPages.get(tag) !== page))
      return this.#document.markContent('Artifact', { type: 'Pagination' })
    const element = this.#elementOf(tag)
    element.add(this.#document.markStructureContent(tag.type))
  }

  beginStroke(): void {
    this.#document.markContent('Artifact', { type: 'Layout' })
  }

  end(): void {
    this.#document.endMarkedContent()
  }

  #elementOf(tag: Tag): Element {
    let element = this.#elements.get(tag)
    if (!element) {
      const { type, within, scope, alt, blanks } = tag
      // Each form begins with its title.
      if (type === 'H1' || !this.#form) this.#whole.add((this.#form = this.#document.struct('Sect')))
      const parent = within ? this.#elementOf(within) : this.#form
      const blank = (count = 0) => {
        for (let left = count; left > 0; left--) parent.add(this.#document.struct('TD'))
      }
      blank(blanks?.before)
      element = this.#document.struct(type, { ...(scope && { scope }), ...(alt && { alt }) })
      parent.add(element)
      blank(blanks?.after)
      this.#elements.set(tag, element)
    }
    return element
  }
}
