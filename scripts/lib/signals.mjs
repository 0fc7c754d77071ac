/**
 * Calls `first` on the first request to stop and `again` on the next one that a person can have meant: a terminal and
 * npm both deliver the same Ctrl-C, a few milliseconds apart.
 */
export function onStopRequest({ first, again }) {
  let since
  const handle = (signal) => {
    const now = Date.now()
    if (since === undefined) {
      since = now
      first(signal)
    } else if (now - since > 500) again(signal)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, handle)
  return handle
}
