/** Whether a place to go on to is a page of ours, written as a path; anything a browser could read as elsewhere is not. */
export function isOwnPath(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\/(?![/\\])[^\\\s\p{Cc}]*$/u.test(value)) return false
  if (/%(2f|5c|0[0-9a-f]|1[0-9a-f])/i.test(value.split(/[?#]/)[0]!)) return false
  return new URL(value, 'https://own.invalid').origin === 'https://own.invalid'
}
