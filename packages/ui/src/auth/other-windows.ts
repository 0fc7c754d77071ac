import type { ApolloClient } from '@apollo/client'

const CHANNEL = 'vises-membership'

/** Tells the person's other windows that they now work in another place. */
export function tellSwitched(): void {
  const channel = new BroadcastChannel(CHANNEL)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches this origin alone
  channel.postMessage('switched')
  channel.close()
}

/**
 * Asks anew who is signed in when another window switched the place, so that header and navigation tell the truth here
 * too. The page is read anew as well, unless something is being written on it: that stays in sight, to be taken along or
 * saved after switching back. Answers what stops it.
 */
export function hearSwitches(client: ApolloClient, refresh: () => Promise<unknown>): () => void {
  const channel = new BroadcastChannel(CHANNEL)
  const touched = new Set<EventTarget | null>()
  const note = ({ target }: Event) => touched.add(target)
  const isWriting = () =>
    [...touched].some((field) => field instanceof Element && field.isConnected && !field.matches('[type=search]'))

  document.addEventListener('input', note, true)
  channel.onmessage = async () => {
    await refresh()
    if (!isWriting()) {
      await client.refetchQueries({
        include: 'active',
        onQueryUpdated: ({ queryName }) => queryName !== 'Session_Viewer',
      })
    }
  }
  return () => {
    document.removeEventListener('input', note, true)
    channel.close()
  }
}
