import { Reference202611210100 } from './20261121-0100-reference.ts'
import { Tenant202611210200 } from './20261121-0200-tenant.ts'
import { Shared202611210300 } from './20261121-0300-shared.ts'

/** Every migration, oldest first. */
export const migrations = [Reference202611210100, Tenant202611210200, Shared202611210300]
