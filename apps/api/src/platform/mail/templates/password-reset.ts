import type { MailTemplate } from '../mail-content.ts'

/** Whose password, the page that takes the new one, and how long its link works. */
export interface PasswordResetValues {
  name: string
  url: string
  minutes: number
}

/** A person asked for a new password. */
export const passwordReset: MailTemplate<PasswordResetValues> = {
  fr: ({ name, url, minutes }) => ({
    subject: 'Choisir un nouveau mot de passe pour VISES',
    paragraphs: [
      `Bonjour ${name},`,
      'Un nouveau mot de passe a été demandé pour votre compte. Le lien ci-dessous ouvre la page où vous le choisissez.',
    ],
    action: { label: 'Choisir un nouveau mot de passe', url },
    notes: [
      `Ce lien fonctionne une seule fois, pendant ${minutes} minutes.`,
      'Si cette demande ne vient pas de vous, ne faites rien : votre mot de passe reste le même.',
    ],
  }),
  nl: ({ name, url, minutes }) => ({
    subject: 'Een nieuw wachtwoord kiezen voor VISES',
    paragraphs: [
      `Goedendag ${name},`,
      'Er werd een nieuw wachtwoord gevraagd voor uw account. De link hieronder opent de pagina waar u het kiest.',
    ],
    action: { label: 'Een nieuw wachtwoord kiezen', url },
    notes: [
      `Deze link werkt één keer, gedurende ${minutes} minuten.`,
      'Komt deze vraag niet van u, doe dan niets: uw wachtwoord blijft hetzelfde.',
    ],
  }),
  en: ({ name, url, minutes }) => ({
    subject: 'Choose a new password for VISES',
    paragraphs: [
      `Hello ${name},`,
      'A new password was requested for your account. The link below opens the page where you choose it.',
    ],
    action: { label: 'Choose a new password', url },
    notes: [
      `This link works once, for ${minutes} minutes.`,
      'If you did not ask for this, do nothing: your password stays the same.',
    ],
  }),
}
