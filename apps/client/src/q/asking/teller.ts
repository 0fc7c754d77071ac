/** Something that tells when it changed; the page draws itself again then. */
export class Teller {
  #listeners = new Set<() => void>()

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  protected tell(): void {
    for (const listener of this.#listeners) listener()
  }
}
