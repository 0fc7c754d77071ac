import { enqueue } from '../../jobs/tasks.ts'
import { BadInput, NotFound } from '../../platform/errors.ts'
import { isId } from '../../platform/id.ts'
import type { Db } from '../../platform/tenant.ts'
import { demand } from '../access/actor.ts'
import type { Actor } from '../access/actor.ts'
import { audit } from '../access/audit.ts'
import { COUNTRIES } from '../enterprise/enterprise-fields.ts'
import { IMPORT_FIELDS } from './import-columns.ts'
import type { ImportField, Mapping } from './import-columns.ts'
import { ImportProblem } from './import-types.ts'
import type { ColumnMappingInput, ImportDefaultsInput, ImportPayload, ImportStatus } from './import-types.ts'
import { importById } from './read-imports.ts'

/** Tries an import without writing enterprises: a job reads every row and says what it would do, or what is wrong. */
export async function checkImport(
  db: Db,
  actor: Actor,
  id: string,
  columns: ColumnMappingInput[],
  defaults: ImportDefaultsInput,
): Promise<ImportPayload> {
  const batch = await lockImport(db, actor, id)
  if (!['mapping', 'checked', 'failed'].includes(batch.status) || batch.begun)
    return { problem: ImportProblem.WRONG_STATUS }
  const mapping = checkedMapping(columns, batch.columns)
  if (mapping.name === undefined) return { problem: ImportProblem.NAME_NOT_MAPPED }
  await checkDefaults(db, actor, defaults)
  await db.rows(
    `UPDATE import_batch SET status = 'checking', mapping = $3, defaults = $4, done_count = 0, created_count = NULL, updated_count = NULL,
       unchanged_count = NULL, faulty_count = NULL, problem = NULL WHERE partner_id = $1 AND id = $2`,
    [actor.partnerId, id, JSON.stringify(mapping), JSON.stringify(plain(defaults))],
  )
  await db.rows(
    `INSERT INTO import_mapping (partner_id, fingerprint, mapping) VALUES ($1, $2, $3)
     ON CONFLICT (partner_id, fingerprint) DO UPDATE SET mapping = excluded.mapping, used_at = now()`,
    [actor.partnerId, batch.fingerprint, JSON.stringify(mapping)],
  )
  await enqueue(
    db,
    'checkImport',
    { partnerId: actor.partnerId, importId: id, membershipId: actor.membershipId },
    `import:${id}`,
  )
  return { import: await importById(db, actor, id) }
}

/** Writes what the check announced, without the faulty rows. */
export function applyImport(db: Db, actor: Actor, id: string): Promise<ImportPayload> {
  return begin(db, actor, id, { from: 'checked', to: 'applying', task: 'applyImport', action: 'import.applied' })
}

/** Takes a whole import back: what it created goes, what it changed becomes as before; what was touched since stays. */
export function undoImport(db: Db, actor: Actor, id: string): Promise<ImportPayload> {
  return begin(db, actor, id, { from: 'applied', to: 'undoing', task: 'undoImport', action: 'import.undone' })
}

async function begin(
  db: Db,
  actor: Actor,
  id: string,
  step: { from: string; to: string; task: string; action: string },
): Promise<ImportPayload> {
  const batch = await lockImport(db, actor, id)
  // An import that broke off in the middle can be gone on with, or taken back as far as it went.
  if (batch.status !== step.from && !(batch.status === 'failed' && batch.begun))
    return { problem: ImportProblem.WRONG_STATUS }
  await db.rows(
    'UPDATE import_batch SET status = $3, done_count = 0, problem = NULL WHERE partner_id = $1 AND id = $2',
    [actor.partnerId, id, step.to],
  )
  await audit(db, actor, {
    action: step.action,
    objectType: 'import',
    objectId: id,
    objectName: batch.fileName,
    new: { rows: batch.rowCount },
  })
  await enqueue(
    db,
    step.task,
    { partnerId: actor.partnerId, importId: id, membershipId: actor.membershipId },
    `import:${id}`,
  )
  return { import: await importById(db, actor, id) }
}

async function lockImport(db: Db, actor: Actor, id: string) {
  demand(actor, 'enterprise:import')
  const batch = isId(id)
    ? await db.row<{
        status: ImportStatus
        columns: number
        fingerprint: string
        fileName: string
        rowCount: number
        begun: boolean
      }>(
        `SELECT status, jsonb_array_length(headers) AS columns, fingerprint, file_name AS "fileName", row_count AS "rowCount",
           EXISTS (SELECT FROM import_row WHERE partner_id = $1 AND import_id = $2 AND written_at IS NOT NULL) AS begun
         FROM import_batch WHERE partner_id = $1 AND id = $2 FOR UPDATE`,
        [actor.partnerId, id],
      )
    : undefined
  if (!batch) throw new NotFound()
  return batch
}

function checkedMapping(columns: ColumnMappingInput[], width: number): Mapping {
  const mapping: Mapping = {}
  for (const { field, column } of columns) {
    if (!IMPORT_FIELDS.includes(field as ImportField)) throw new BadInput([{ field: 'mapping', code: 'unknownField' }])
    if (column < 0 || column >= width) throw new BadInput([{ field: 'mapping', code: 'unknownColumn' }])
    if (Object.hasOwn(mapping, field)) throw new BadInput([{ field: 'mapping', code: 'fieldTwice' }])
    mapping[field as ImportField] = column
  }
  return mapping
}

async function checkDefaults(
  db: Db,
  actor: Actor,
  { platform, coachMembershipId, country }: ImportDefaultsInput,
): Promise<void> {
  if (country && !COUNTRIES.some((known) => known === country))
    throw new BadInput([{ field: 'country', code: 'unknownCountry' }])
  if (platform && !(await db.row('SELECT FROM test_platform WHERE code = $1', [platform]))) {
    throw new BadInput([{ field: 'platform', code: 'unknownPlatform' }])
  }
  if (!coachMembershipId) return
  const coach = isId(coachMembershipId)
    ? await db.row(`SELECT FROM membership WHERE partner_id = $1 AND id = $2 AND role = 'coach' AND ended_at IS NULL`, [
        actor.partnerId,
        coachMembershipId,
      ])
    : undefined
  if (!coach) throw new NotFound()
}

const plain = ({ platform, coachMembershipId, country }: ImportDefaultsInput) => ({
  platform: platform ?? null,
  coachMembershipId: coachMembershipId ?? null,
  country: country ?? null,
})
