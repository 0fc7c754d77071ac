import { createHash, randomBytes } from 'node:crypto'
import { mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Mail } from './mailer.ts'

/** A mail as it lies in the folder. */
export interface OutboxMail extends Mail {
  id: string
  from: string
  sentAt: string
}

const FILE = /^(\d{14}-\d{6}-[0-9a-f]{16})\.json$/
let written = 0

/** Keeps a mail as a file, complete or not at all; a mail with a known `messageId` is kept once. */
export async function writeToOutbox(dir: string, mail: Mail & { from: string }): Promise<void> {
  await mkdir(dir, { recursive: true, mode: 0o700 })
  const suffix = mail.messageId
    ? createHash('sha256').update(mail.messageId).digest('hex').slice(0, 16)
    : randomBytes(8).toString('hex')
  if (mail.messageId && (await idsIn(dir)).some((id) => id.endsWith(suffix))) return
  const now = new Date()
  // The counter keeps two mails of one millisecond in the order in which they were sent.
  const id = `${String(now.getTime()).padStart(14, '0')}-${String(written++ % 1_000_000).padStart(6, '0')}-${suffix}`
  const content: OutboxMail = { ...mail, id, sentAt: now.toISOString() }
  await writeFile(join(dir, `${id}.part`), JSON.stringify(content, null, 2), { mode: 0o600 })
  await rename(join(dir, `${id}.part`), join(dir, `${id}.json`))
}

/** The newest mails first. */
export async function listOutbox(dir: string, most = 200): Promise<OutboxMail[]> {
  const ids = (await idsIn(dir)).toSorted().toReversed().slice(0, most)
  const mails = await Promise.all(ids.map((id) => readFromOutbox(dir, id)))
  return mails.filter((mail) => mail !== undefined)
}

/** One mail, or nothing; the name is checked, so no address reaches another file. */
export async function readFromOutbox(dir: string, id: string): Promise<OutboxMail | undefined> {
  if (!FILE.test(`${id}.json`)) return undefined
  const content = await readFile(join(dir, `${id}.json`), 'utf8').catch(() => undefined)
  return content === undefined ? undefined : (JSON.parse(content) as OutboxMail)
}

async function idsIn(dir: string): Promise<string[]> {
  const names = await readdir(dir).catch(() => [] as string[])
  return names.flatMap((name) => FILE.exec(name)?.[1] ?? [])
}
