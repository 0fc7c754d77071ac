import type { ClientBase, Pool } from 'pg'

/** Mails of one kind that wait for the same reason. */
export interface WaitingMails {
  task: string
  count: number
  /** When the oldest of them was put into the queue. */
  since: Date
  /** Tries of the one tried most often. */
  tries: number
  /** Whether nothing tries them any more. */
  givenUp: boolean
  /** What the mail server or we said last; null when none was tried yet. */
  error: string | null
}

const FREE = `task_identifier LIKE 'mail%' AND (locked_at IS NULL OR locked_at < now() - interval '4 hours')`

/** The mails in the queue that nothing sends this moment, the oldest first. */
export async function waitingMails(jobs: ClientBase | Pool): Promise<WaitingMails[]> {
  const { rows } = await jobs.query(
    `SELECT task_identifier AS task, count(*)::int AS count, min(created_at) AS since, max(attempts)::int AS tries,
       attempts >= max_attempts AS "givenUp", last_error AS error
     FROM graphile_worker.jobs WHERE ${FREE}
     GROUP BY task_identifier, last_error, attempts >= max_attempts ORDER BY min(created_at), task_identifier`,
  )
  return rows
}

/** Puts what failed back into the queue as if it were new; answers how many that were. */
export async function retryMails(jobs: ClientBase | Pool): Promise<number> {
  const { rowCount } = await jobs.query(
    `SELECT FROM graphile_worker.reschedule_jobs(
       ARRAY(SELECT id FROM graphile_worker.jobs WHERE ${FREE} AND attempts > 0), run_at := now(), attempts := 0)`,
  )
  return rowCount ?? 0
}

const KINDS: Record<string, string> = {
  mailInvitation: 'invitation',
  mailReminder: 'reminder',
  mailCommentReceived: 'notice of a comment',
  mailGateRequested: 'request to sign a gate',
  mailGateSigned: 'notice of a signed gate',
  mailWave: 'round of mails about a questionnaire',
}

/** What waits, one line each, for the operator; whoever the mails are for is nobody's business. */
export function waitingLines(waiting: readonly WaitingMails[]): string[] {
  return waiting.map(({ task, count, since, tries, givenUp, error }) => {
    const tried =
      tries === 0
        ? 'not tried yet'
        : `${givenUp ? 'given up after' : 'waiting after'} ${tries} ${tries === 1 ? 'try' : 'tries'}`
    return `  ${count} × ${KINDS[task] ?? task}, since ${momentOf(since)}, ${tried}${error ? `: ${sentenceOf(error)}` : ''}`
  })
}

const momentOf = (date: Date) => `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`

/** The first line of what was said, without the addresses that mail servers like to repeat. */
const sentenceOf = (error: string) =>
  error
    .split('\n')[0]!
    .replaceAll(/[^\s<>:]+@[^\s<>]+/g, '…')
    .slice(0, 300)
