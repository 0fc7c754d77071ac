import { parseArgs } from 'node:util'
import pg from 'pg'
import { retryMails, waitingLines, waitingMails } from './jobs/waiting-mails.ts'
import { roleUrl } from './platform/database.ts'
import { readSettings } from './platform/env.ts'
import { ownerUrlOf } from './platform/owner-url.ts'

// npm run -s mail:retry [-- --list]: tells which mails wait and why, and sends them on.
try {
  const { values } = parseArgs({ options: { list: { type: 'boolean', default: false } } })
  const settings = readSettings(process.env, [])
  const jobs = new pg.Client({ connectionString: roleUrl(ownerUrlOf(settings), 'vises_worker', settings.secret) })
  await jobs.connect()
  try {
    await tell(jobs, values.list)
  } finally {
    await jobs.end()
  }
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}

async function tell(jobs: pg.Client, onlyList: boolean): Promise<void> {
  const waiting = await waitingMails(jobs)
  if (waiting.length === 0) return console.log('No mail waits.')
  const count = waiting.reduce((sum, one) => sum + one.count, 0)
  console.log(`${count === 1 ? 'One mail waits' : `${count} mails wait`}:\n${waitingLines(waiting).join('\n')}`)
  if (onlyList) return console.log('Nothing was changed; without --list what failed is tried again.')
  const again = await retryMails(jobs)
  if (again > 0) console.log(`${again} back in the queue: sent within seconds while VISES runs its jobs.`)
}
