import type { Services } from '../../platform/context.ts'
import { idOf } from '../../platform/id.ts'
import { Tenant } from '../../platform/tenant.ts'

/** Everybody who answers is the same nobody. */
const RESPONDENT = idOf('respondent')

/** The tables of one enterprise, for a visitor whose link led there. */
export function respondentTenant(services: Services, place: { partnerId: string; enterpriseId: string }): Tenant {
  return new Tenant(services.app, { ...place, userId: RESPONDENT })
}
