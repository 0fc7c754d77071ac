import type { FileAnswer } from '@vises/questionnaire/model.ts'
import type { Drafts } from '../keep/drafts.ts'
import { newId } from '../keep/secret.ts'
import type { Arrived } from './file-answers.ts'

// The longest side of a picture in pixels: readable as a document, light on a slow connection.
const LONGEST = 2400
const QUALITY = 0.85

/** Files that were chosen and not yet sent: on the device where it keeps things, else in the open page. */
export class Files {
  #open = new Map<string, Blob>()
  /** What the server already took, so that it is sent once. */
  arrived: Arrived = {}
  /** False once the device had no room for one. */
  kept = true
  drafts: Drafts | undefined

  async add(name: string, content: Blob): Promise<FileAnswer> {
    const id = newId()
    this.#open.set(id, content)
    await this.drafts?.keepFile(id, content).catch(() => (this.kept = false))
    return { id, name, type: content.type, bytes: content.size }
  }

  async content({ id, type }: FileAnswer): Promise<Blob | undefined> {
    return this.#open.get(id) ?? (await this.drafts?.file(id, type).catch(() => undefined))
  }

  /** The answer that they belonged to has left, or was given up. */
  clear(): void {
    this.#open.clear()
    this.arrived = {}
    this.kept = true
  }
}

/**
 * A picture made small enough to send, without the place, time and camera that it carries; other files as they are. A
 * picture that the browser cannot read stays as it is and is judged by its type.
 */
export async function lighten(file: Blob, maxBytes: number): Promise<Blob> {
  if (!file.type.startsWith('image/')) return file
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => undefined)
  if (!picture) return file
  try {
    const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(picture.width * scale))
    canvas.height = Math.max(1, Math.round(picture.height * scale))
    const pen = canvas.getContext('2d')
    if (!pen) return file
    // What is transparent becomes paper, not black.
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, canvas.width, canvas.height)
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
    for (const quality of [QUALITY, 0.7, 0.5]) {
      const made = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
      if (made && made.size <= maxBytes) return made
    }
    return file
  } finally {
    picture.close()
  }
}
