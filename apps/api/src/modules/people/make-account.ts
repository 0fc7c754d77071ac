import { BadInput } from '../../platform/errors.ts'
import type { Identity } from '../../platform/identity/identity.ts'
import { WeakPassword } from '../../platform/identity/people.ts'

/**
 * Makes an account for somebody whose address is proven.
 * @throws BadInput when the password is too short, too long or too common
 */
export async function makeAccount(
  identity: Identity,
  person: Parameters<Identity['createUser']>[0],
): Promise<{ id: string }> {
  try {
    return await identity.createUser(person)
  } catch (error) {
    if (error instanceof WeakPassword) throw new BadInput([{ field: 'password', code: error.code }])
    throw error
  }
}
