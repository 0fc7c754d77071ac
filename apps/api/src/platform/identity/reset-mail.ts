import type { Language } from '../tri-text.ts'
import type { Mailer } from '../mail/mailer.ts'
import { sendTemplate } from '../mail/templates.ts'

/** How long a reset link works. */
export const RESET_MINUTES = 60

/** Who asked for a new password, and the secret that proves it. */
export interface ResetMail {
  user: { name: string; email: string; language: Language; demo: boolean }
  token: string
}

interface ResetMailSettings {
  mailer: Mailer
  origin: string
  resetPage: (language: Language) => string
  allowDemoAccounts: boolean
}

/**
 * Mails the link to the page that takes a new password. The secret sits behind `#`: browsers keep that part to
 * themselves, so it never shows in a server's log or in a Referer header.
 */
export function createResetMail({ mailer, origin, resetPage, allowDemoAccounts }: ResetMailSettings) {
  return async ({ user, token }: ResetMail): Promise<void> => {
    if (user.demo && !allowDemoAccounts) return
    await sendTemplate(mailer, {
      to: user.email,
      language: user.language,
      template: 'passwordReset',
      values: { name: user.name, url: `${origin}${resetPage(user.language)}#token=${token}`, minutes: RESET_MINUTES },
    })
  }
}
