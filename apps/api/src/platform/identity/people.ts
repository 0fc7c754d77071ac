import { hashPassword } from 'better-auth/crypto'
import type { Pool } from 'pg'
import { v7 as uuid } from 'uuid'
import type { Language } from '../tri-text.ts'
import { normalEmail } from './normal-email.ts'
import { passwordFault, type PasswordFault } from './password-rule.ts'

/** A person as identity knows them; memberships and roles live elsewhere. */
export interface Person {
  id: string
  name: string
  email: string
  language: Language
  hasTwoFactor: boolean
  demo: boolean
}

/** Someone to give an account to; without a password they set one by mail or come through another provider. */
export interface NewPerson {
  email: string
  name: string
  password?: string
  language: Language
  demo?: boolean
}

/** A password that may not be chosen, with the reason as code. */
export class WeakPassword extends Error {
  readonly code: PasswordFault
  constructor(code: PasswordFault) {
    super(`The password is refused: ${code}`)
    this.code = code
  }
}

/** The address already has an account. */
export class EmailTaken extends Error {
  readonly code = 'EMAIL_TAKEN'
  constructor() {
    super('This e-mail address already has an account')
  }
}

/** Makes, finds and changes people; for our own code, which has checked who asks. */
export function createPeople(pool: Pool) {
  const onePerson = async (where: 'id' | 'email', value: string): Promise<Person | undefined> => {
    const { rows } = await pool.query<Person>(`${PERSON} WHERE ${where} = $1`, [value])
    return rows[0]
  }

  return {
    /** Creates an account; call it once the address is proven (an accepted invitation), for it counts as proven. */
    async createUser({ email, name, password, language, demo = false }: NewPerson): Promise<{ id: string }> {
      const address = normalEmail(email)
      const hash = password === undefined ? null : await hashed(password, address)
      const id = uuid()
      try {
        await pool.query(CREATE, [id, name, address, language, demo, uuid(), hash])
      } catch (error) {
        if ((error as { code?: unknown }).code === UNIQUE_VIOLATION) throw new EmailTaken()
        throw error
      }
      return { id }
    },

    /** The person with this address, however it is written. */
    findUserByEmail: (email: string) => onePerson('email', normalEmail(email)),

    /** The person behind an id. */
    profileOf: (userId: string) => onePerson('id', userId),

    /** Gives a person a new password; sessions, reset links and half-done sign-ins of theirs end in the same breath. */
    async setPassword(userId: string, password: string): Promise<void> {
      await pool.query(SET_PASSWORD, [userId, await hashed(password), uuid()])
    },

    /** Ends reset links and half-done sign-ins of a person: they rest on a password that is no more. */
    async forgetPendingProofs(userId: string): Promise<void> {
      await pool.query('DELETE FROM auth.verification WHERE value = $1', [userId])
    },
  }
}

export type People = ReturnType<typeof createPeople>

const UNIQUE_VIOLATION = '23505'

async function hashed(password: string, email?: string): Promise<string> {
  const fault = passwordFault(password, email)
  if (fault) throw new WeakPassword(fault)
  return hashPassword(password)
}

const PERSON = `
  SELECT id, name, email, language, coalesce("twoFactorEnabled", false) AS "hasTwoFactor", demo FROM auth."user"`

const CREATE = `
  WITH person AS (
    INSERT INTO auth."user" (id, name, email, "emailVerified", language, demo, "createdAt", "updatedAt")
    VALUES ($1, $2, $3, true, $4, $5, now(), now()) RETURNING id
  )
  INSERT INTO auth.account (id, "accountId", "providerId", "userId", password, "createdAt", "updatedAt")
  SELECT $6::uuid, id::text, 'credential', id, $7, now(), now() FROM person WHERE $7::text IS NOT NULL`

const SET_PASSWORD = `
  WITH ended AS (DELETE FROM auth.session WHERE "userId" = $1::uuid),
    forgotten AS (DELETE FROM auth.verification WHERE value = $1::uuid::text)
  INSERT INTO auth.account (id, "accountId", "providerId", "userId", password, "createdAt", "updatedAt")
  VALUES ($3, $1::uuid::text, 'credential', $1::uuid, $2, now(), now())
  ON CONFLICT ("providerId", "accountId") DO UPDATE SET password = excluded.password, "updatedAt" = now()`
