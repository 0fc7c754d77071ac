import type { MailTemplate } from '../mail-content.ts'

/** Who asks whom to look at which gate. */
export interface GateRequestedValues {
  requester: string
  enterprise: string
  gate: string
  message?: string
  url: string
}

/** An enterprise says a phase is ready and asks its coach to look at the gate together. */
export const gateRequested: MailTemplate<GateRequestedValues> = {
  fr: ({ requester, enterprise, gate, message, url }) => ({
    subject: `${enterprise} propose de passer le jalon : ${gate}`,
    paragraphs: [
      'Bonjour,',
      `${requester} (${enterprise}) propose de passer le jalon « ${gate} » et vous demande de le relire.`,
    ],
    quote: message,
    action: { label: 'Relire le jalon', url },
    notes: ['La page montre ce qui est acquis et ce qui manque encore. L’entreprise décide, vous cosignez.'],
  }),
  nl: ({ requester, enterprise, gate, message, url }) => ({
    subject: `${enterprise} stelt voor de mijlpaal te nemen: ${gate}`,
    paragraphs: [
      'Goedendag,',
      `${requester} (${enterprise}) stelt voor de mijlpaal “${gate}” te nemen en vraagt u mee te lezen.`,
    ],
    quote: message,
    action: { label: 'De mijlpaal nalezen', url },
    notes: ['De pagina toont wat er is en wat nog ontbreekt. De onderneming beslist, u ondertekent mee.'],
  }),
  en: ({ requester, enterprise, gate, message, url }) => ({
    subject: `${enterprise} proposes to pass the gate: ${gate}`,
    paragraphs: [
      'Hello,',
      `${requester} (${enterprise}) proposes to pass the gate “${gate}” and asks you to read it through.`,
    ],
    quote: message,
    action: { label: 'Read the gate', url },
    notes: ['The page shows what is there and what is still missing. The enterprise decides, you co-sign.'],
  }),
}
