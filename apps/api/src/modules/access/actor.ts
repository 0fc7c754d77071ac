import { NotFound } from '../../platform/errors.ts'
import { reachOf, RULES } from './rules.ts'
import type { Action, Role } from './rules.ts'
import type { Language } from '../../platform/tri-text.ts'

/** The person behind a request, acting in one membership. Frozen: nothing may change it on the way. */
export interface Actor {
  readonly userId: string
  readonly membershipId: string
  readonly role: Role
  readonly partnerId: string
  readonly partnerName: string
  readonly partnerCode: string
  /** Set when the person acts for an enterprise. */
  readonly enterpriseId: string | null
  readonly enterpriseName: string | null
  readonly name: string
  readonly email: string
  readonly language: Language
  /** How the request came in: a browser session or an API token. */
  readonly via: 'session' | 'token'
}

/** What an action is about, as far as the rules need to know. */
export interface Subject {
  enterpriseId: string
  /** The coach who accompanies the enterprise today, if any. */
  coachUserId?: string | null
  /** Whether the enterprise has agreed that its coach may do what needs a grant. */
  granted?: boolean
}

/** Whether the actor may do this; with a subject, whether to this subject. */
export function may(actor: Actor, action: Action, subject?: Subject): boolean {
  const reach = reachOf(actor.role, action)
  if (!reach) return false
  if (!subject) return true
  if (reach === 'own') return subject.enterpriseId === actor.enterpriseId
  if (reach === 'assigned') return subject.coachUserId === actor.userId
  if (reach === 'granted') return subject.coachUserId === actor.userId && subject.granted === true
  return true
}

/**
 * First line of every use case. Without a subject it asks for the grant only: a use case about an enterprise calls it
 * again once it knows whose it is.
 * @throws NotFound, so that forbidden and absent look alike.
 */
export function demand(actor: Actor, action: Action, subject?: Subject): void {
  if (!wallTwo.up) return
  if (!may(actor, action, subject)) throw new NotFound()
}

/** The actions the actor may do (to the subject); the apps show buttons by it. */
export function allowedActions(actor: Actor, subject?: Subject): Action[] {
  return (Object.keys(RULES) as Action[]).filter((action) => may(actor, action, subject))
}

/** Lets one test take this wall down, to prove that the database fences stand alone. */
export const wallTwo = { up: true }
