import { preferredLanguage } from '@vises/ui/language.ts'
import { sendWaiting } from './outbox.ts'
import { DeviceStore, wipeDevice } from './store.ts'

const LOSE = {
  fr: (count: number) =>
    `${count} réponse(s) attendent encore sur cet appareil. Se déconnecter les efface. Continuer ?`,
  nl: (count: number) => `Er wachten nog ${count} antwoorden op dit toestel. Afmelden wist ze. Doorgaan?`,
  en: (count: number) => `${count} answer(s) still wait on this device. Signing out deletes them. Go on?`,
}

/** Sends what waits, then empties the device; asks first when something would be lost. */
export async function leaveDevice(): Promise<boolean> {
  const store = await DeviceStore.open().catch(() => undefined)
  if (store) {
    await sendWaiting(store).catch(() => undefined)
    const { length } = await store.waiting()
    const language = location.pathname.split('/')[2] as keyof typeof LOSE
    if (length > 0 && !window.confirm((LOSE[language] ?? LOSE[preferredLanguage()])(length))) return false
  }
  await wipeDevice()
  return true
}
