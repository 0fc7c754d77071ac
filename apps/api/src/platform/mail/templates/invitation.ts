import { longDate } from '../long-date.ts'
import type { MailTemplate } from '../mail-content.ts'

/** Who invites a person, where and as what. */
export interface InvitationValues {
  inviter: string
  organisation: string
  /** The role as the person reads it, in their language. */
  role: string
  url: string
  expiresAt: Date
  /** A few words of the inviter. */
  message?: string
}

/** A person is invited to join a partner, an enterprise or the programme. */
export const invitation: MailTemplate<InvitationValues> = {
  fr: ({ inviter, organisation, role, url, expiresAt, message }) => ({
    subject: `${inviter} vous invite à rejoindre ${organisation} sur VISES`,
    paragraphs: [
      'Bonjour,',
      `${inviter} vous invite à rejoindre ${organisation} sur VISES, avec le rôle suivant : ${role}.`,
      'Le lien ci-dessous ouvre la page où vous acceptez l’invitation.',
    ],
    quote: message,
    action: { label: 'Voir l’invitation', url },
    notes: [
      `Ce lien est personnel et reste valable jusqu’au ${longDate(expiresAt, 'fr')}.`,
      'Si vous n’attendiez pas cette invitation, vous pouvez laisser ce message sans réponse.',
    ],
  }),
  nl: ({ inviter, organisation, role, url, expiresAt, message }) => ({
    subject: `${inviter} nodigt u uit bij ${organisation} op VISES`,
    paragraphs: [
      'Goedendag,',
      `${inviter} nodigt u uit om deel te nemen bij ${organisation} op VISES, in de volgende rol: ${role}.`,
      'De link hieronder opent de pagina waar u de uitnodiging aanvaardt.',
    ],
    quote: message,
    action: { label: 'De uitnodiging bekijken', url },
    notes: [
      `Deze link is persoonlijk en blijft geldig tot en met ${longDate(expiresAt, 'nl')}.`,
      'Had u deze uitnodiging niet verwacht, dan hoeft u niets te doen.',
    ],
  }),
  en: ({ inviter, organisation, role, url, expiresAt, message }) => ({
    subject: `${inviter} invites you to join ${organisation} on VISES`,
    paragraphs: [
      'Hello,',
      `${inviter} invites you to join ${organisation} on VISES, in this role: ${role}.`,
      'The link below opens the page where you accept the invitation.',
    ],
    quote: message,
    action: { label: 'View the invitation', url },
    notes: [
      `This link is personal and works until ${longDate(expiresAt, 'en')}.`,
      'If you did not expect this invitation, you need not do anything.',
    ],
  }),
}
