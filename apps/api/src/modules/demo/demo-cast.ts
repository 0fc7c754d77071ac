import { idOf } from '../../platform/id.ts'
import { demoAccounts } from './accounts.ts'
import { dice } from './demo-calendar.ts'
import type { DemoPilotData, WorkedEnterpriseData } from './demo-data.ts'

/** A person of the demo as the tables name them. */
export interface DemoPerson {
  userId: string
  name: string
  email: string
}

/** The people of one pilot. */
export interface PilotCast {
  coach: DemoPerson
  manager: DemoPerson
  contributor: DemoPerson
}

const FIRST_NAMES = {
  fr: [
    'Alix',
    'Bastien',
    'Céline',
    'Dorian',
    'Élise',
    'Fanny',
    'Gaspard',
    'Hélène',
    'Ismaël',
    'Justine',
    'Karim',
    'Léa',
    'Maxence',
    'Nora',
    'Olivier',
    'Pauline',
    'Rachid',
    'Sabine',
    'Théo',
    'Valérie',
  ],
  nl: ['Anke', 'Bram', 'Els', 'Femke', 'Gert', 'Hanne', 'Ivo', 'Katrien', 'Lieven', 'Mieke'],
}
const LAST_NAMES = {
  fr: [
    'Aubry',
    'Bodart',
    'Caron',
    'Delcourt',
    'Evrard',
    'Fontaine',
    'Gillain',
    'Hennebelle',
    'Jacquemin',
    'Lambin',
    'Marchal',
    'Noël',
    'Ouali',
    'Piette',
    'Quinet',
    'Rousseau',
    'Servais',
    'Thiry',
    'Urbain',
    'Willame',
  ],
  nl: ['Aerts', 'Bonte', 'Claeys', 'Declercq', 'Goethals', 'Hoste', 'Lambrecht', 'Maes', 'Ryckaert', 'Verbeke'],
}

/** An invented person without an account, the same one for the same part. */
export function inventedPerson(part: string, language: 'fr' | 'nl'): DemoPerson {
  const roll = dice(part)
  const pick = (names: string[]) => names[roll(names.length)]!
  const userId = idOf(`demo person ${part}`)
  return {
    userId,
    name: `${pick(FIRST_NAMES[language])} ${pick(LAST_NAMES[language])}`,
    email: `${userId.slice(0, 8)}@demo.vises.example`,
  }
}

/** The language in which the people of a pilot work. */
export const languageOf = (pilot: DemoPilotData): 'fr' | 'nl' => (pilot.territory === 'VL' ? 'nl' : 'fr')

/** Finds who plays which part; `users` gives the account of an address. */
export function castOf(pilot: DemoPilotData, users: ReadonlyMap<string, string>, isLastOfPartner: boolean): PilotCast {
  const language = languageOf(pilot)
  const code = 'code' in pilot ? (pilot as WorkedEnterpriseData).code : undefined
  const account = (role: string, enterprise: string | undefined, nth = 0): DemoPerson | undefined => {
    const found = demoAccounts.filter(({ places }) =>
      places.some((place) => place.role === role && place.partner === pilot.partner && place.enterprise === enterprise),
    )
    const one = found[Math.min(nth, found.length - 1)]
    return one && { userId: users.get(one.email)!, name: one.name, email: one.email }
  }
  return {
    // A partner with two coaches gives its last pilot to the second.
    coach: account('coach', undefined, isLastOfPartner ? 1 : 0) ?? inventedPerson(`coach ${pilot.partner}`, language),
    manager: (code && account('manager', code)) || inventedPerson(`manager ${pilot.name}`, language),
    contributor: (code && account('contributor', code)) || inventedPerson(`contributor ${pilot.name}`, language),
  }
}
