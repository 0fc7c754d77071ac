import type { Action } from './rules.ts'

/** An action; several, when one of them is enough to come in and the use case asks the finer one; or an open door. */
export type DoorRule = Action | readonly Action[] | 'public' | 'signedIn'

/**
 * The rule of every door of the API: each root field of the schema names the action it asks for, or says that it is
 * open. A root field without a row here cannot be called, and a test fails on it.
 * - `public`: for visitors without account
 * - `signedIn`: for everyone with an account, in any role
 */
export const DOORS: Record<string, DoorRule> = {}

/** Registers the doors of a module, so that a module's doors stand beside its resolvers. */
export function registerDoors(doors: Record<string, DoorRule>): void {
  for (const [coordinate, rule] of Object.entries(doors)) {
    if (DOORS[coordinate]) throw new Error(`${coordinate} has two rules.`)
    DOORS[coordinate] = rule
  }
}
