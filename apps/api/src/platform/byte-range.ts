/** A part of a file, its first and last byte included. */
export interface ByteRange {
  from: number
  to: number
}

/** The one range of bytes that a request asks for; undefined when the whole file is to be sent. */
export function rangeOf(header: string, size: number): ByteRange | 'unsatisfiable' | undefined {
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header.trim()) ?? []
  if (first === undefined || last === undefined || (first === '' && last === '')) return undefined
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (from >= size || (first === '' && Number(last) === 0)) return 'unsatisfiable'
  return from > to ? undefined : { from, to }
}
