import type { MailTemplate } from '../mail-content.ts'

/** Who signed which gate, with which outcome as the reader names it. */
export interface GateSignedValues {
  signer: string
  enterprise: string
  gate: string
  outcome: string
  url: string
}

/** A gate is signed; the other side is told what was agreed. */
export const gateSigned: MailTemplate<GateSignedValues> = {
  fr: ({ signer, enterprise, gate, outcome, url }) => ({
    subject: `${enterprise} : le jalon « ${gate} » est signé`,
    paragraphs: ['Bonjour,', `${signer} a signé le jalon « ${gate} » de ${enterprise}. Décision : ${outcome}.`],
    action: { label: 'Voir le jalon', url },
    notes: ['Rien n’est perdu : ce qui a été écrit avant ce jalon reste à sa place.'],
  }),
  nl: ({ signer, enterprise, gate, outcome, url }) => ({
    subject: `${enterprise}: de mijlpaal “${gate}” is ondertekend`,
    paragraphs: [
      'Goedendag,',
      `${signer} heeft de mijlpaal “${gate}” van ${enterprise} ondertekend. Beslissing: ${outcome}.`,
    ],
    action: { label: 'De mijlpaal bekijken', url },
    notes: ['Er gaat niets verloren: wat vóór deze mijlpaal werd geschreven, blijft staan.'],
  }),
  en: ({ signer, enterprise, gate, outcome, url }) => ({
    subject: `${enterprise}: the gate “${gate}” is signed`,
    paragraphs: ['Hello,', `${signer} signed the gate “${gate}” of ${enterprise}. Decision: ${outcome}.`],
    action: { label: 'View the gate', url },
    notes: ['Nothing is lost: what was written before this gate stays in place.'],
  }),
}
