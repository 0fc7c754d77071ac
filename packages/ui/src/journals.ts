import { pageLanguage } from './language.ts'

const PREFIX = 'vises-journal:'

const LOSE = {
  fr: 'Un texte n’est pas encore enregistré. Se déconnecter l’efface de cet appareil. Se déconnecter ?',
  nl: 'Een tekst is nog niet opgeslagen. Afmelden wist hem van dit toestel. Afmelden?',
  en: 'A text has not been saved yet. Signing out deletes it from this device. Sign out?',
}

/** Where the browser keeps what a person wrote until the server has taken it. */
export const journalName = (userId: string, subject: string): string => `${PREFIX}${userId}:${subject}`

/**
 * Nothing of a person stays readable on the device they leave; what would be lost is asked about. False: they stay. What
 * somebody else did not save here is not theirs to lose.
 */
export function leaveJournals(userId: string): boolean {
  const own = journalName(userId, '')
  const kept = Object.keys(localStorage).filter((name) => name.startsWith(own))
  if (kept.length > 0 && !confirm(LOSE[pageLanguage()])) return false
  for (const name of kept) localStorage.removeItem(name)
  return true
}
