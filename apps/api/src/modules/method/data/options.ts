import type { FieldOption } from '../method-data.ts'

/** How far a person or group takes part in a step. */
export const involvementLevels: FieldOption[] = [
  { code: 'inform', label: { fr: 'Informer', nl: 'Informeren', en: 'Inform' } },
  { code: 'consult', label: { fr: 'Consulter', nl: 'Raadplegen', en: 'Consult' } },
  { code: 'decide', label: { fr: 'Décider ensemble', nl: 'Samen beslissen', en: 'Decide together' } },
]

/** A rough level, for placing things beside each other. */
export const roughLevels: FieldOption[] = [
  { code: 'low', label: { fr: 'Faible', nl: 'Laag', en: 'Low' } },
  { code: 'medium', label: { fr: 'Moyen', nl: 'Gemiddeld', en: 'Medium' } },
  { code: 'high', label: { fr: 'Élevé', nl: 'Hoog', en: 'High' } },
]

/** Languages in which people can be met. */
export const languages: FieldOption[] = [
  { code: 'fr', label: { fr: 'Français', nl: 'Frans', en: 'French' } },
  { code: 'nl', label: { fr: 'Néerlandais', nl: 'Nederlands', en: 'Dutch' } },
  { code: 'en', label: { fr: 'Anglais', nl: 'Engels', en: 'English' } },
  { code: 'plain', label: { fr: 'Langage simple', nl: 'Eenvoudige taal', en: 'Plain language' } },
  { code: 'other', label: { fr: 'Autre langue', nl: 'Andere taal', en: 'Another language' } },
]
