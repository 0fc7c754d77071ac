import { createHash } from 'node:crypto'
import { createTransport } from 'nodemailer'
import type { Mailer } from './mailer.ts'

/** Sends through a mail server; the time limits keep a dead server from holding a job for minutes. */
export function createSmtpMailer(smtpUrl: string, from: string): Mailer {
  if (!/^smtps?:/.test(smtpUrl) || !URL.canParse(smtpUrl))
    throw new Error(
      'SMTP_URL must look like smtps://name:password@mail.example.org:465, with characters such as @ : / % of a password in percent signs.',
    )
  const { host } = new URL(smtpUrl)
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
      const sent = transport.sendMail({
        from,
        to: { name: '', address: to },
        subject,
        text,
        html,
        messageId: messageId && asMessageId(messageId, from),
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
      await sent.catch((error: unknown) => Promise.reject(inOneSentence(error as SmtpError, host)))
    },
  }
}

interface SmtpError extends Error {
  code?: string
}

const UNTRUSTED = /certificate|altnames/i

/** What the operator can do something about, for the log and the list of jobs; where in our code it came up is no help. */
function inOneSentence({ code = '', message }: SmtpError, host: string): Error {
  const what = UNTRUSTED.test(message)
    ? 'shows a certificate that is not trusted here; name its authority in NODE_EXTRA_CA_CERTS'
    : code === 'EAUTH'
      ? 'refuses the name or the password in SMTP_URL'
      : ['ECONNECTION', 'ESOCKET', 'EDNS', 'ETIMEDOUT', 'ECONNREFUSED'].includes(code)
        ? 'cannot be reached'
        : 'did not take the mail'
  // Mail servers like to repeat the address, which has no place in a log.
  const said = message.replaceAll(/[^\s<>:]+@[^\s<>]+/g, '…')
  const error = new Error(`The mail server ${host} ${what} (${said}).`)
  error.stack = undefined
  return error
}

/** Mail servers want `<left@right>`; our names are free text, so the left side is their fingerprint. */
function asMessageId(name: string, from: string): string {
  const domain = /@([^\s>]+)/.exec(from)?.[1] ?? 'vises.invalid'
  return `<${createHash('sha256').update(name).digest('hex').slice(0, 32)}@${domain}>`
}
