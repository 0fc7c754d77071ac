import { useErrorTexts } from '../error-texts.ts'
import { useTexts } from '../texts.tsx'
import { IdentityError } from './identity.ts'

const CODES = [
  'INVALID_EMAIL_OR_PASSWORD',
  'INVALID_EMAIL',
  'INVALID_PASSWORD',
  'INVALID_CODE',
  'INVALID_BACKUP_CODE',
  'INVALID_TWO_FACTOR_COOKIE',
  'INVALID_TOKEN',
  'PASSWORD_TOO_SHORT',
  'PASSWORD_TOO_LONG',
  'PASSWORD_TOO_COMMON',
  'TOO_MANY_ATTEMPTS',
  'TOTP_ALREADY_ENABLED',
  'UNAUTHORIZED',
  'OFFLINE',
] as const

/** Words for a refusal while signing in or changing the account. */
export function useIdentityWords(): (error: unknown) => string {
  const { t } = useTexts<typeof import('./texts.fr.json')>('auth')
  const errorWords = useErrorTexts()
  return (error) => {
    if (!(error instanceof IdentityError)) {
      const { title, todo } = errorWords(error)
      return `${title} ${todo}`
    }
    return t(`refused.${CODES.find((code) => code === error.code) ?? 'UNKNOWN'}`)
  }
}
