import { createHash } from 'node:crypto'
import { createTransport } from 'nodemailer'
import type { Mailer } from './mailer.ts'

/** Sends through a mail server; the time limits keep a dead server from holding a job for minutes. */
export function createSmtpMailer(smtpUrl: string, from: string): Mailer {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    // Bodies are ours, but a slip must never become "read this file" or "fetch this address".
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    close: async () => transport.close(),
    send: async ({ to, subject, text, html, messageId }) => {
      await transport.sendMail({
        from,
        to: { name: '', address: to },
        subject,
        text,
        html,
        messageId: messageId && asMessageId(messageId, from),
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
    },
  }
}

/** Mail servers want `<left@right>`; our names are free text, so the left side is their fingerprint. */
function asMessageId(name: string, from: string): string {
  const domain = /@([^\s>]+)/.exec(from)?.[1] ?? 'vises.invalid'
  return `<${createHash('sha256').update(name).digest('hex').slice(0, 32)}@${domain}>`
}
