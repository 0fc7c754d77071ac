import { preferredLanguage } from './language.ts'

const PREFIX = 'vises-journal:'

const LOSE = {
  fr: 'Un texte n’est pas encore enregistré. Se déconnecter l’efface de cet appareil. Se déconnecter ?',
  nl: 'Een tekst is nog niet opgeslagen. Afmelden wist hem van dit toestel. Afmelden?',
  en: 'A text has not been saved yet. Signing out deletes it from this device. Sign out?',
}

const journals = () => Object.keys(localStorage).filter((name) => name.startsWith(PREFIX))

/** Where the browser keeps what a person wrote until the server has taken it. */
export const journalName = (userId: string, subject: string): string => `${PREFIX}${userId}:${subject}`

/** Nothing of a person stays readable on the device they leave; what would be lost is asked about. False: they stay. */
export function leaveJournals(): boolean {
  const kept = journals()
  if (kept.length > 0 && !confirm(LOSE[preferredLanguage()])) return false
  for (const name of kept) localStorage.removeItem(name)
  return true
}
