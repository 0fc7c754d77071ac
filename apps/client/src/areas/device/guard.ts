import { pageLanguage } from '@vises/ui/language.ts'
import { keepApp, removeApp } from './app-copy.ts'
import { keepTrying } from './keep-trying.ts'
import { sendWaiting } from './outbox.ts'
import { isOpen, ownerOf, removeOwner, setOwner } from './owner.ts'
import { DeviceStore, removeStore } from './store.ts'

const LOSE = {
  fr: (count: number) =>
    count === 1
      ? 'Une réponse n’est pas encore envoyée. Continuer l’efface de cet appareil. Continuer ?'
      : `${count} réponses ne sont pas encore envoyées. Continuer les efface de cet appareil. Continuer ?`,
  nl: (count: number) =>
    count === 1
      ? 'Eén antwoord is nog niet verzonden. Doorgaan wist het van dit toestel. Doorgaan?'
      : `${count} antwoorden zijn nog niet verzonden. Doorgaan wist ze van dit toestel. Doorgaan?`,
  en: (count: number) =>
    count === 1
      ? 'One answer has not been sent yet. Going on deletes it from this device. Go on?'
      : `${count} answers have not been sent yet. Going on deletes them from this device. Go on?`,
}
const PATIENCE_MS = 15_000

/** What the device is for the person in front of it. */
export type Standing = 'free' | 'mine' | 'foreign'

/** Gives the device to a person, and asks the browser not to throw away what is kept when space gets short. */
export async function makeMine(viewerId: string): Promise<void> {
  setOwner(viewerId, false)
  await navigator.storage?.persist?.().catch(() => false)
  // Waited for, and its failure told, when the first questionnaire is kept.
  void keepApp().catch(() => undefined)
}

/**
 * What becomes of the device when the server has told who is signed in. The owner finds everything again, and what waits
 * is sent. A session that ended locks the device once what waits is sent. Who else signs in finds nothing: the device is
 * emptied; what the server does not take stays sealed for its owner.
 */
export async function meet(viewerId: string | undefined): Promise<Standing> {
  const owner = ownerOf()
  if (!owner) return 'free'
  const mine = viewerId === owner
  if (isOpen() !== mine) setOwner(owner, !mine)
  const store = await DeviceStore.open()
  if (!store) return 'free'
  sendAlways()
  if (mine) return 'mine'
  await sendWaiting(store).catch(() => undefined)
  if (viewerId === undefined || (await store.waiting()).length > 0) return 'foreign'
  await wipeDevice()
  return 'free'
}

let always = false

/** Sends what waits on whatever page the app is open. */
function sendAlways(): void {
  if (always) return
  always = true
  keepTrying(async () => {
    const store = await DeviceStore.open()
    return !store || !(await sendWaiting(store)).unreachable
  })
}

/** Sends what waits, then empties the device; asks first when something would be lost. False: the person stays. */
export async function leaveDevice(): Promise<boolean> {
  const count = await unsent().catch(() => 0)
  const language = location.pathname.split('/')[2] as keyof typeof LOSE
  if (count > 0 && !window.confirm((LOSE[language] ?? LOSE[pageLanguage()])(count))) return false
  await wipeDevice()
  return true
}

/** How many answers stay after a last try to send them. */
async function unsent(): Promise<number> {
  const store = await DeviceStore.open()
  if (!store) return 0
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))
  await Promise.race([sendWaiting(store).catch(() => undefined), late])
  return (await store.waiting()).length
}

/** Removes everything from the device: the key, what was kept, what waits, and the app's own copy. */
export async function wipeDevice(): Promise<void> {
  // One part that fails keeps neither the others from going nor the person from leaving.
  await removeStore().catch(() => undefined)
  await removeApp().catch(() => undefined)
  removeOwner()
}
