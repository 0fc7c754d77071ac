import { BadInput } from '../../platform/errors.ts'
import { newId } from '../../platform/id.ts'
import type { Db } from '../../platform/tenant.ts'
import { demand } from '../access/actor.ts'
import type { Actor } from '../access/actor.ts'
import { audit } from '../access/audit.ts'
import { announceChange } from '../sharing/announce.ts'
import { checkEnterprise } from './enterprise-fields.ts'
import type { EnterpriseRecord } from './enterprise-fields.ts'
import { EnterpriseProblem } from './enterprise-types.ts'
import type { EnterpriseInput } from './enterprise-types.ts'
import { demandForEnterprise } from './subject.ts'

type Saved = { id: string; problem?: undefined } | { id?: undefined; problem: EnterpriseProblem }

/** Takes an enterprise into the cohort. */
export async function createEnterprise(db: Db, actor: Actor, input: EnterpriseInput): Promise<Saved> {
  demand(actor, 'enterprise:create')
  const record = checked(input)
  const id = newId()
  const rows = await db.rows(
    `INSERT INTO enterprise (partner_id, id, name, country, legal_form, identifier, nace, size_band, address, postal_code, city,
       website, description)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     ON CONFLICT (partner_id, country, identifier) WHERE identifier IS NOT NULL DO NOTHING RETURNING id`,
    [actor.partnerId, id, ...valuesOf(record)],
  )
  if (rows.length === 0) return { problem: EnterpriseProblem.DUPLICATE_IDENTIFIER }
  await audit(db, actor, {
    action: 'enterprise.created',
    objectType: 'enterprise',
    objectId: id,
    objectName: record.name,
    enterpriseId: id,
    new: record,
  })
  await announceChange(db, actor.partnerId, id)
  return { id }
}

/** Changes what an enterprise is. */
export async function editEnterprise(db: Db, actor: Actor, id: string, input: EnterpriseInput): Promise<Saved> {
  await demandForEnterprise(db, actor, 'enterprise:edit', id)
  const record = checked(input)
  // The lock makes two people who edit at the same moment leave a complete trail of old and new.
  const old = await db.row<EnterpriseRecord>(
    `SELECT name, country, legal_form AS "legalForm", identifier, nace, size_band AS "sizeBand", address,
       postal_code AS "postalCode", city, website, description
     FROM enterprise WHERE partner_id = $1 AND id = $2 FOR UPDATE`,
    [actor.partnerId, id],
  )
  const twin = await db.row(
    'SELECT FROM enterprise WHERE partner_id = $1 AND country = $2 AND identifier = $3 AND id <> $4',
    [actor.partnerId, record.country, record.identifier, id],
  )
  if (twin) return { problem: EnterpriseProblem.DUPLICATE_IDENTIFIER }
  await db.rows(
    `UPDATE enterprise SET name = $3, country = $4, legal_form = $5, identifier = $6, nace = $7, size_band = $8, address = $9,
       postal_code = $10, city = $11, website = $12, description = $13, updated_at = now() WHERE partner_id = $1 AND id = $2`,
    [actor.partnerId, id, ...valuesOf(record)],
  )
  await audit(db, actor, {
    action: 'enterprise.edited',
    objectType: 'enterprise',
    objectId: id,
    objectName: record.name,
    enterpriseId: id,
    old,
    new: record,
  })
  await announceChange(db, actor.partnerId, id)
  return { id }
}

function checked(input: EnterpriseInput): EnterpriseRecord {
  const { record, faults } = checkEnterprise(input)
  if (faults.length > 0) throw new BadInput(faults)
  return record
}

/** The columns of an enterprise that people fill in, in the order of the statements above. */
export const valuesOf = (record: EnterpriseRecord): unknown[] => [
  record.name,
  record.country,
  record.legalForm,
  record.identifier,
  record.nace,
  record.sizeBand,
  record.address,
  record.postalCode,
  record.city,
  record.website,
  record.description,
]
