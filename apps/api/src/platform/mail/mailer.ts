import { createSmtpMailer } from './smtp-mailer.ts'
import { writeToOutbox } from './outbox.ts'

/** One message, ready to leave. */
export interface Mail {
  to: string
  subject: string
  text: string
  html: string
  /** Stable name of the message: a job that runs twice must not put two mails in front of a person. */
  messageId?: string
}

/** The door through which every mail of the product leaves. */
export interface Mailer {
  send(mail: Mail): Promise<void>
  close(): Promise<void>
}

/** Where mails go: a mail server, or a folder that developers and demo visitors read. */
export interface MailerSettings {
  /** For example `smtps://name:password@mail.example.org:465`. */
  smtpUrl?: string
  /** For example `VISES <no-reply@example.org>`. */
  from: string
  outboxDir?: string
}

// Anything else (a list, a name, a line break) would let one invitation reach a second mailbox.
const ONE_ADDRESS = /^[^\s<>,;:"()[\]\\@]+@[^\s<>,;:"()[\]\\@]+$/

/** Opens the mail server when there is one, else keeps mails as files. */
export function createMailer({ smtpUrl, from, outboxDir }: MailerSettings): Mailer {
  if (!smtpUrl && !outboxDir) throw new Error('Mail needs a mail server address (smtpUrl) or a folder (outboxDir)')
  const mailer = smtpUrl ? createSmtpMailer(smtpUrl, from) : outboxMailer(outboxDir!, from)
  return {
    close: () => mailer.close(),
    send: async (mail) => {
      if (!ONE_ADDRESS.test(mail.to)) throw new Error('A mail goes to exactly one address')
      await mailer.send({ ...mail, subject: mail.subject.replace(/\s+/g, ' ').trim() })
    },
  }
}

const outboxMailer = (dir: string, from: string): Mailer => ({
  send: (mail) => writeToOutbox(dir, { ...mail, from }),
  close: async () => {},
})
