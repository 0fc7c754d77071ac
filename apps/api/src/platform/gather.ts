/** A question that waits to be put; whoever wants its answer first puts it, together with all that wait. */
export type Waiting<T> = () => Promise<T | undefined>

/**
 * Puts many questions in one statement. A question waits until its answer is wanted and then takes along all that wait
 * at that moment. Nothing is kept: each answer was looked up after its question.
 */
export function gather<T>(lookUp: (keys: string[]) => Promise<Map<string, T>>): (key: string) => Waiting<T> {
  const newGroup = () => ({ keys: new Set<string>(), found: undefined as Promise<Map<string, T>> | undefined })
  let waiting = newGroup()
  return (key) => {
    const group = waiting
    group.keys.add(key)
    return async () => {
      if (!group.found) {
        waiting = newGroup()
        group.found = lookUp([...group.keys])
      }
      return (await group.found).get(key)
    }
  }
}
