import type { Pool } from 'pg'
import type { Services } from '../platform/context.ts'
import type { Db } from '../platform/tenant.ts'

/** What a job may use: the services, and the pool of the jobs' own role, which writes `shared`. */
export interface JobContext {
  services: Services
  worker: Pool
}

/** A job: done at least once, so its effect must be the same when it runs twice. Payloads carry identifiers only. */
export type Task = (payload: Record<string, string>, context: JobContext) => Promise<void>

/** Every job by its name; modules add theirs here. */
export const tasks: Record<string, Task> = {}

/** Registers the jobs of a module. */
export function registerTasks(more: Record<string, Task>): void {
  Object.assign(tasks, more)
}

/** When jobs run by the clock, one crontab line each. */
export const schedules: string[] = []

/** Lets a job run by the clock, for example `0 * * * * nameOfTheJob`. */
export function registerSchedule(line: string): void {
  schedules.push(line)
}

/** Puts a job into the queue in the transaction of the deed; jobs with the same key run once for all. */
export async function enqueue(db: Db, task: string, payload: Record<string, string>, key?: string): Promise<void> {
  await db.rows('SELECT enqueue($1, $2, $3)', [task, JSON.stringify(payload), key ?? null])
}
