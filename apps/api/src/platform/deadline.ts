import { Timeout } from './errors.ts'

/** How long one statement may run, whoever sent it. */
export const STATEMENT_MS = 5000

// As long as this little is used up, the limit that every statement has anyway is near enough.
const SLACK_MS = 250

/** The moment by which an operation has to be done with the database. */
export class Deadline {
  private readonly end: number

  constructor(ms: number) {
    this.end = performance.now() + ms
  }

  /**
   * The setting with which PostgreSQL cancels the statements of a transaction in time; none while hardly any is used up.
   * @throws Timeout when it has passed
   */
  setting(): string | undefined {
    const left = Math.floor(this.end - performance.now())
    if (left <= 0) throw new Timeout()
    return left < STATEMENT_MS - SLACK_MS ? `SET LOCAL statement_timeout = ${left}` : undefined
  }
}
