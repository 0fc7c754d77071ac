import type { Settings } from '../../platform/env.ts'
import { DEMO_PASSWORD, demoAccounts } from './accounts.ts'

/** Tells the person who started VISES where to go, and as whom. */
export function printWelcome(settings: Settings, firstAdminLink?: string): void {
  for (const line of welcomeLines(settings, firstAdminLink)) console.log(line)
}

/** The lines of the welcome. */
export function welcomeLines(settings: Settings, firstAdminLink?: string): string[] {
  const { baseUrl, demo, empty, smtpUrl, production } = settings
  const outbox = !smtpUrl && (!production || demo)
  const lines = [
    '',
    `  VISES is ready: ${baseUrl}/`,
    '',
    `    ${baseUrl}/admin    console of partners, coaches, the programme and researchers`,
    `    ${baseUrl}/app      application of enterprises`,
    ...(outbox ? [`    ${baseUrl}/outbox   the mails that would have been sent`] : []),
  ]
  if (firstAdminLink)
    lines.push('', '  Nobody works here yet. Make the first account, once, at:', `    ${firstAdminLink}`)
  if (demo && !empty) {
    const width = Math.max(...demoAccounts.map(({ email }) => email.length))
    lines.push('', `  Demo accounts (invented people and enterprises), password ${DEMO_PASSWORD}:`)
    for (const { email, who } of demoAccounts) lines.push(`    ${email.padEnd(width)}  ${who.en}`)
  }
  return [...lines, '']
}
