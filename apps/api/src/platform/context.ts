import { hash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { DataSource } from 'typeorm'
import type { Actor } from '../modules/access/actor.ts'
import type { Role } from '../modules/access/rules.ts'
import { Unauthenticated } from './errors.ts'
import type { Identity } from './identity/identity.ts'
import type { Settings } from './env.ts'
import type { Mailer } from './mail/mailer.ts'
import type { Deadline } from './deadline.ts'
import type { Memberships, TokenMembership } from './memberships.ts'
import { Tenant } from './tenant.ts'
import type { Reference } from './tenant.ts'
import { LANGUAGES } from './tri-text.ts'
import type { Language } from './tri-text.ts'

/** What lives as long as the process. */
export interface Services {
  settings: Settings
  app: DataSource
  reference: Reference
  memberships: Memberships
  identity: Identity
  mailer: Mailer
}

/** What lives as long as one request. A class, because Apollo copies the own properties of what it is given. */
export class Context {
  /** Until when the request may use the database; without, each statement has its own limit only. */
  deadline?: Deadline
  /**
   * Set as long as the person is only remembered: nothing is written and no answer given before it says that the
   * context stands (nothing), or which one stands in its place. May be called again.
   * @throws Unauthenticated
   */
  check?: () => Promise<Context | undefined>
  /** Kept for the length of one request only: loaders and the like, by the module that owns them. */
  readonly memo = new Map<symbol, unknown>()

  constructor(
    readonly services: Services,
    readonly reply: FastifyReply,
    readonly language: Language,
    /** The signed-in person, also without a membership. */
    readonly userId: string | undefined,
    readonly memberships: MembershipRow[],
    readonly hasTwoFactor: boolean,
    /** The person and the membership; undefined for visitors and for people without any membership. */
    readonly maybeActor: Actor | undefined,
  ) {}

  /** @throws Unauthenticated */
  get actor(): Actor {
    if (!this.maybeActor) throw new Unauthenticated()
    return this.maybeActor
  }

  /** The door to the tenant tables. @throws Unauthenticated */
  get tenant(): Tenant {
    const { check } = this
    // Some queries bring counts up before they read them.
    const certain = async () => {
      if (await check?.()) throw new Error('Somebody else asks: this answer is thrown away.')
    }
    return new Tenant(this.services.app, this.actor, { deadline: this.deadline, certain: check && certain })
  }

  /** What has no tenant. */
  get reference(): Reference {
    return this.deadline ? this.services.reference.within(this.deadline) : this.services.reference
  }
}

/** A membership as sign-in reads it. */
export interface MembershipRow {
  partner_id: string
  id: string
  role: Role
  enterprise_id: string | null
  enterprise_name: string | null
  partner_name: string
  partner_code: string
  person_name: string
  person_email: string
}

export const MEMBERSHIP_COOKIE = 'vises_membership'

/** Finds out who asks: an API token, else the browser's session. */
export async function makeContext(services: Services, request: FastifyRequest, reply: FastifyReply): Promise<Context> {
  const context = await guessContext(services, request, reply)
  const other = await context.check?.()
  context.check = undefined
  return other ?? context
}

/** The same, at once when the token is remembered: then with the `check` still to be made. */
export async function guessContext(services: Services, request: FastifyRequest, reply: FastifyReply): Promise<Context> {
  const { memberships, identity } = services
  const language = languageOf(request)
  const token = bearerOf(request)
  if (token) {
    const { before, now } = memberships.ofToken(hashToken(token))
    const look = async () => {
      const row = await now()
      // A token that does not work ends the request.
      if (!row) throw new Unauthenticated({ http: { status: 401 } })
      return row
    }
    const contextAs = (row: TokenMembership) =>
      contextOf(services, reply, language, row.user_id, [row], row.id, 'token', true)
    if (!before) return contextAs(await look())
    const context = contextAs(before)
    context.check = async () => {
      const row = await look()
      return row === before ? undefined : contextAs(row)
    }
    return context
  }
  const session = await identity.sessionOf(request.headers)
  if (!session) return contextOf(services, reply, language, undefined, [], undefined, 'session', false)
  const places = await memberships.ofUser(session.userId)
  const chosen = cookieOf(request, MEMBERSHIP_COOKIE)
  return contextOf(services, reply, language, session.userId, places, chosen, 'session', session.hasTwoFactor)
}

/** The SHA-256 under which one-time links and API tokens are kept. */
export const hashToken = (token: string): string => hash('sha256', token)

const NEEDS_TWO_FACTOR = new Set<Role>(['platformLead', 'partnerAdmin', 'coach'])

/** A context around known facts; tests and commands use it too. */
export function contextOf(
  services: Services,
  reply: FastifyReply,
  language: Language,
  userId: string | undefined,
  memberships: MembershipRow[],
  chosen: string | undefined,
  via: Actor['via'],
  hasTwoFactor: boolean,
): Context {
  const membership = memberships.find(({ id }) => id === chosen) ?? memberships[0]
  // Without the second factor that the operator demands, a person is signed in but has no place to act from.
  const blocked = services.settings.require2fa && !hasTwoFactor && membership && NEEDS_TWO_FACTOR.has(membership.role)
  const maybeActor: Actor | undefined =
    userId && membership && !blocked
      ? Object.freeze({
          userId,
          membershipId: membership.id,
          role: membership.role,
          partnerId: membership.partner_id,
          partnerName: membership.partner_name,
          partnerCode: membership.partner_code,
          enterpriseId: membership.enterprise_id,
          enterpriseName: membership.enterprise_name,
          name: membership.person_name,
          email: membership.person_email,
          language,
          via,
        })
      : undefined
  return new Context(services, reply, language, userId, memberships, hasTwoFactor, maybeActor)
}

/** The bearer token of a request, if it carries one. */
export function bearerOf(request: FastifyRequest): string | undefined {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ')
  return scheme?.toLowerCase() === 'bearer' && token ? token : undefined
}

/** One cookie of a request. */
export function cookieOf(request: FastifyRequest, name: string): string | undefined {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [key, value] = part.trim().split('=')
    if (key === name && value) return decodeURIComponent(value)
  }
  return undefined
}

function languageOf(request: FastifyRequest): Language {
  const asked = request.headers['x-vises-language'] ?? request.headers['accept-language']?.slice(0, 2)
  return LANGUAGES.find((language) => language === asked) ?? 'fr'
}
