import type { BetterAuthOptions } from 'better-auth'
import { twoFactor } from 'better-auth/plugins/two-factor'

/** The part of the settings that decides tables and columns; the migration and the service must agree on it. */
export const authTables = {
  user: {
    additionalFields: {
      language: { type: 'string', required: true, defaultValue: 'fr', input: true },
      // Never from a request: a demo account is refused on a real service, so nobody may shed or forge the mark.
      demo: { type: 'boolean', required: true, defaultValue: false, input: false },
    },
  },
} satisfies BetterAuthOptions

/**
 * Authenticator codes with backup codes. The lock of the library is off: it counts wrong codes of anyone who knows the
 * password, so a stranger could lock the owner out; `guess-rules.ts` counts per known device instead.
 */
export const secondFactor = () => twoFactor({ issuer: 'VISES', accountLockout: { enabled: false } })
