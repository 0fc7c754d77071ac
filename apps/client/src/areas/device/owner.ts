const NAME = 'vises-device'
const LOCKED = 'locked:'

/** Who said that this device is theirs alone; without an owner nothing is kept. */
export const ownerOf = (): string | undefined => localStorage.getItem(NAME)?.replace(LOCKED, '') || undefined

/** Gives the device to a person. Locked, it shows nothing until they sign in again: their session was seen to end. */
export const setOwner = (owner: string, locked: boolean): void =>
  localStorage.setItem(NAME, locked ? `${LOCKED}${owner}` : owner)

/** Without an owner the device is nobody's again. */
export const removeOwner = (): void => localStorage.removeItem(NAME)

/** Whether the device has an owner and is not locked. */
export const isOpen = (): boolean => ownerOf() !== undefined && !localStorage.getItem(NAME)!.startsWith(LOCKED)

/** Told when another tab gives the device an owner, locks or empties it. */
export function onOwnerElsewhere(act: () => void): () => void {
  const listen = ({ key, oldValue, newValue }: StorageEvent) => {
    if ((key === NAME || key === null) && oldValue !== newValue) act()
  }
  window.addEventListener('storage', listen)
  return () => window.removeEventListener('storage', listen)
}
