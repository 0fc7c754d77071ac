import type { MailTemplate } from '../mail-content.ts'

/** Who wrote what, about which page. */
export interface CommentReceivedValues {
  author: string
  enterprise: string
  /** What the comment is about, for example the title of a step. */
  subject: string
  comment: string
  url: string
}

/** Someone commented on the work of an enterprise. */
export const commentReceived: MailTemplate<CommentReceivedValues> = {
  fr: ({ author, enterprise, subject, comment, url }) => ({
    subject: `${author} a commenté : ${subject}`,
    paragraphs: ['Bonjour,', `${author} a laissé un commentaire sur « ${subject} » (${enterprise}).`],
    quote: comment,
    action: { label: 'Lire et répondre', url },
  }),
  nl: ({ author, enterprise, subject, comment, url }) => ({
    subject: `${author} gaf een opmerking bij: ${subject}`,
    paragraphs: ['Goedendag,', `${author} gaf een opmerking bij “${subject}” (${enterprise}).`],
    quote: comment,
    action: { label: 'Lezen en antwoorden', url },
  }),
  en: ({ author, enterprise, subject, comment, url }) => ({
    subject: `${author} commented on: ${subject}`,
    paragraphs: ['Hello,', `${author} left a comment on “${subject}” (${enterprise}).`],
    quote: comment,
    action: { label: 'Read and answer', url },
  }),
}
