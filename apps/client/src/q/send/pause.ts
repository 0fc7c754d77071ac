/** So many seconds from now. */
export const seconds = (count: number) => new Promise<undefined>((resolve) => setTimeout(resolve, count * 1000))

/** A pause that ends by itself, when the connection comes back, or when somebody is impatient. */
export class Pause {
  #end: (() => void) | undefined

  wait(count: number): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer)
        removeEventListener('online', end)
        this.#end = undefined
        resolve()
      }
      const timer = setTimeout(end, count * 1000)
      this.#end = end
      addEventListener('online', end)
    })
  }

  end(): void {
    this.#end?.()
  }
}
