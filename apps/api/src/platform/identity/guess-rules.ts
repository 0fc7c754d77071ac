import type { BetterAuthPlugin, GenericEndpointContext } from 'better-auth'
import { APIError, createAuthMiddleware, getSessionFromCtx, isAPIError } from 'better-auth/api'
import { CLIENT_HEADER } from './client-header.ts'
import type { Attempt, Attempts } from './attempts.ts'
import type { IdentityLog } from './identity-log.ts'
import { KNOWN_DEVICE_SECONDS, type KnownDevices } from './known-device.ts'
import { LIMITS } from './limits.ts'
import { normalEmail } from './normal-email.ts'

const PASSWORD_IN_SESSION = [
  '/change-password',
  '/two-factor/enable',
  '/two-factor/disable',
  '/two-factor/generate-backup-codes',
]
const CODE = ['/two-factor/verify-totp', '/two-factor/verify-backup-code']

interface Parts {
  attempts: Attempts
  devices: KnownDevices
  log: IdentityLog
}

/**
 * Counts every guess before it is judged, so that guesses sent at the same moment cannot slip past the count.
 *
 * Which count a guess falls under: a stranger's guess falls under the account (ten in 15 minutes for all strangers
 * together, from however many addresses). A guess from a device that signed in to this account before, or that just
 * set its password by mail, falls under that device. So nobody can lock the owner out of a device they use, and a mail
 * to their own box opens any other device. On top, each client address has a wide count of its own against one guess
 * on each of many accounts. A right guess is given back: signing in twenty times a morning is nobody's attack.
 */
export function guessRules({ attempts, devices, log }: Parts): BetterAuthPlugin {
  const taken = new WeakMap<object, Attempt[]>()
  const emailsOfReset = new WeakMap<object, string>()

  const take = async (ctx: GenericEndpointContext, wanted: Attempt[]): Promise<void> => {
    for (const attempt of wanted) {
      if (!(await attempts.take(attempt))) {
        log.warn({ limit: attempt.limit.kind, path: ctx.path }, 'too many attempts')
        throw tooManyAttempts(attempt.limit.minutes)
      }
      taken.set(ctx.context, [...(taken.get(ctx.context) ?? []), attempt])
    }
  }
  const deviceOf = (ctx: GenericEndpointContext, email: string) =>
    devices.deviceOf(ctx.getCookie(deviceCookie(ctx).name), email)

  return {
    id: 'guess-rules',
    hooks: {
      before: [
        {
          matcher: on('/sign-in/email'),
          handler: createAuthMiddleware(async (ctx) => {
            const email = normalEmail(String(ctx.body?.email ?? ''))
            const device = deviceOf(ctx, email)
            await take(ctx, [
              ...byClient(ctx, LIMITS.passwordByClient),
              device
                ? { limit: LIMITS.passwordOnDevice, whose: `${email} ${device}` }
                : { limit: LIMITS.password, whose: email },
            ])
          }),
        },
        {
          matcher: on(...PASSWORD_IN_SESSION),
          handler: createAuthMiddleware(async (ctx) => {
            const session = await getSessionFromCtx(ctx)
            if (session) await take(ctx, [{ limit: LIMITS.passwordInSession, whose: session.user.id }])
          }),
        },
        {
          matcher: on(...CODE),
          handler: createAuthMiddleware(async (ctx) => {
            const person = await whoseCode(ctx)
            if (!person) return
            const device = deviceOf(ctx, person.email)
            await take(ctx, [
              device
                ? { limit: LIMITS.codeOnDevice, whose: `${person.id} ${device}` }
                : { limit: LIMITS.code, whose: person.id },
            ])
            const code = { limit: LIMITS.sameCode, whose: `${person.id} ${String(ctx.body?.code)}` }
            if (ctx.path === '/two-factor/verify-totp' && !(await attempts.take(code))) {
              throw new APIError('UNAUTHORIZED', { code: 'INVALID_CODE', message: 'Invalid code' })
            }
          }),
        },
        {
          matcher: on('/reset-password'),
          handler: createAuthMiddleware(async (ctx) => {
            await take(ctx, byClient(ctx, LIMITS.newPasswordByClient))
            const email = await emailBehindReset(ctx)
            if (email) emailsOfReset.set(ctx.context, email)
          }),
        },
      ],
      after: [
        {
          matcher: on('/sign-in/email', '/reset-password', ...PASSWORD_IN_SESSION, ...CODE),
          handler: createAuthMiddleware(async (ctx) => {
            if (isAPIError(ctx.context.returned)) return
            await Promise.all((taken.get(ctx.context) ?? []).map((attempt) => attempts.giveBack(attempt)))
            const proven = ctx.context.newSession?.user.email ?? emailsOfReset.get(ctx.context)
            if (proven) {
              const { name, attributes } = deviceCookie(ctx)
              ctx.setCookie(name, devices.mark(normalEmail(proven)), attributes)
            }
          }),
        },
      ],
    },
  }
}

const on =
  (...paths: string[]) =>
  ({ path }: { path?: string | undefined }) =>
    path !== undefined && paths.includes(path)

const byClient = (ctx: GenericEndpointContext, limit: Attempt['limit']): Attempt[] => {
  const client = ctx.headers?.get(CLIENT_HEADER)
  return client ? [{ limit, whose: client }] : []
}

const deviceCookie = (ctx: GenericEndpointContext) =>
  ctx.context.createAuthCookie('device', { maxAge: KNOWN_DEVICE_SECONDS })

/** The refusal everyone gets when a count is full, the same for accounts that exist and accounts that do not. */
export const tooManyAttempts = (minutes: number): APIError =>
  new APIError(
    'TOO_MANY_REQUESTS',
    { code: 'TOO_MANY_ATTEMPTS', message: 'Too many attempts; try again later' },
    { 'retry-after': String(minutes * 60) },
  )

/** Whose code is being tried: the person of the session, else of the sign-in that waits for it; as the library reads it. */
async function whoseCode(ctx: GenericEndpointContext): Promise<{ id: string; email: string } | undefined> {
  const session = await getSessionFromCtx(ctx)
  if (session) return { id: session.user.id, email: normalEmail(session.user.email) }
  const waiting = await ctx.getSignedCookie(ctx.context.createAuthCookie('two_factor').name, ctx.context.secret)
  const proof = waiting ? await ctx.context.internalAdapter.findVerificationValue(waiting) : null
  const user = proof ? await ctx.context.internalAdapter.findUserById(proof.value) : null
  return user ? { id: user.id, email: normalEmail(user.email) } : undefined
}

async function emailBehindReset(ctx: GenericEndpointContext): Promise<string | undefined> {
  const proof = await ctx.context.internalAdapter.findVerificationValue(`reset-password:${String(ctx.body?.token)}`)
  const user = proof ? await ctx.context.internalAdapter.findUserById(proof.value) : null
  return user?.email
}
