import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { anActor, aWorld, must } from '../../test/world.ts'
import type { World } from '../../test/world.ts'
import { newId } from '../platform/id.ts'
import { retryMails, waitingLines, waitingMails } from './waiting-mails.ts'

const INVITE = `mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { problem } }`
const DOWN = 'The mail server mail.example.org cannot be reached (connect ECONNREFUSED).'

let world: World
let jobs: pg.Pool
beforeAll(async () => {
  world = await aWorld()
  jobs = new pg.Pool({ connectionString: world.urls.worker, max: 1 })
})
afterAll(async () => {
  await jobs.end()
  await world.close()
})

/** Looks again until as many mails wait: the last try of a job is over only after it began. */
async function whenWaiting(count: number) {
  for (;;) {
    const waiting = await waitingMails(jobs)
    if (waiting.reduce((sum, one) => sum + one.count, 0) === count) return waiting
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

async function noJobLeft(): Promise<void> {
  const { rows } = await world.root.query('SELECT FROM graphile_worker._private_jobs')
  if (rows.length > 0) return new Promise((resolve) => setTimeout(resolve, 10)).then(noJobLeft)
}

const mailsTo = (email: string) =>
  readdirSync(world.outboxDir)
    .map((file) => JSON.parse(readFileSync(path.join(world.outboxDir, file), 'utf8')))
    .filter(({ to }) => to === email)

test('a mail that is on its way, one that nobody tried yet, and other jobs are left as they are', async () => {
  const addJob = async (task: string, state: string) => {
    const { rows } = await world.root.query(`SELECT id FROM graphile_worker.add_job($1, '{}')`, [task])
    await world.root.query(`UPDATE graphile_worker._private_jobs SET ${state} WHERE id = $1`, [rows[0].id])
  }
  await addJob('mailReminder', `attempts = 3, locked_at = now(), locked_by = 'another'`)
  await addJob('mailWave', 'attempts = 0')
  await addJob('refreshShared', `attempts = max_attempts, last_error = 'x'`)
  await addJob('mailGateSigned', `attempts = 2, last_error = E'550 no <ada@example.org> here\\nat smtp.ts'`)
  expect(waitingLines(await waitingMails(jobs)).map((line) => line.replace(/since .*? UTC/, 'since then'))).toEqual([
    '  1 × round of mails about a questionnaire, since then, not tried yet',
    '  1 × notice of a signed gate, since then, waiting after 2 tries: 550 no <…> here',
  ])
  expect(await retryMails(jobs)).toBe(1)
  const { rows } = await world.root.query(
    'SELECT task_identifier AS task, attempts FROM graphile_worker.jobs ORDER BY id',
  )
  expect(rows.map(({ task, attempts }) => `${task} ${attempts}`)).toEqual([
    'mailReminder 3',
    'mailWave 0',
    'refreshShared 25',
    'mailGateSigned 0',
  ])
  await world.root.query('DELETE FROM graphile_worker._private_jobs')
})

test('mails that were given up are told without their addresses, and sent once they are put back', async () => {
  const admin = await anActor(world, 'partnerAdmin')
  const emails = [1, 2].map(() => `${newId()}@partner.example`)
  for (const email of emails) await must(world, admin, INVITE, { input: { email, role: 'coach', language: 'fr' } })
  // Waiting half an hour is not the point: the first try is the last.
  await world.root.query('UPDATE graphile_worker._private_jobs SET max_attempts = 1')
  const { send } = world.services.mailer
  world.services.mailer.send = () => Promise.reject(new Error(DOWN))
  await world.runJobs()
  const waiting = await whenWaiting(2)
  world.services.mailer.send = send

  expect(waiting).toEqual([
    { task: 'mailInvitation', count: 2, since: expect.any(Date), tries: 1, givenUp: true, error: DOWN },
  ])
  expect(waitingLines(waiting)).toEqual([
    expect.stringMatching(
      /^ {2}2 × invitation, since \d{4}-\d\d-\d\d \d\d:\d\d UTC, given up after 1 try: The mail server/,
    ),
  ])
  await world.runJobs()
  expect(await waitingMails(jobs)).toEqual(waiting)

  expect(await retryMails(jobs)).toBe(2)
  await world.runJobs()
  await noJobLeft()
  expect(emails.map((email) => mailsTo(email).length)).toEqual([1, 1])
  expect([await waitingMails(jobs), await retryMails(jobs)]).toEqual([[], 0])
})
