import { registerTasks } from '../../../jobs/tasks.ts'
import type { Services } from '../../../platform/context.ts'
import { log } from '../../../platform/log.ts'
import { Tenant } from '../../../platform/tenant.ts'
import type { Db } from '../../../platform/tenant.ts'
import { rebuildTally } from '../../result/tally/tally-pending.ts'
import { compiledVersion } from '../compiled-version.ts'
import { dayIn } from '../wave-window.ts'
import { targetsOf } from './import-targets.ts'
import type { AnswerMapping } from './import-targets.ts'
import { rowReader } from './read-row.ts'

registerTasks({
  checkAnswers: (payload, { services }) => runStep(services, payload, 'checking', checkRows),
  applyAnswers: (payload, { services }) => runStep(services, payload, 'applying', applyRows),
  undoAnswers: (payload, { services }) => runStep(services, payload, 'undoing', undoRows),
})

interface Batch {
  partnerId: string
  importId: string
  enterpriseId: string
  waveId: string
  questionnaireId: string
  timeZone: string
  languages: string[]
  mapping: AnswerMapping
  defaults: { groupId: string | null; language: string; version: number }
}

/**
 * Runs one step of an import: does nothing unless the import waits for it, and writes down when it fails. What was
 * written stays written; starting again goes on from there.
 */
async function runStep(
  services: Services,
  payload: Record<string, string>,
  status: string,
  work: (tenant: Tenant, batch: Batch) => Promise<void>,
): Promise<void> {
  const { partnerId, importId } = payload as { partnerId: string; importId: string }
  const tenant = new Tenant(services.app, { partnerId, userId: partnerId, enterpriseId: null })
  const batch = await tenant.read((db) =>
    db.row<Omit<Batch, 'partnerId' | 'importId'>>(
      `SELECT i.enterprise_id AS "enterpriseId", i.wave_id AS "waveId", i.mapping, i.defaults, w.languages,
         w.questionnaire_id AS "questionnaireId", w.time_zone AS "timeZone"
       FROM answer_import i JOIN wave w ON w.partner_id = i.partner_id AND w.id = i.wave_id
       WHERE i.partner_id = $1 AND i.id = $2 AND i.status = $3`,
      [partnerId, importId, status],
    ),
  )
  if (!batch) return
  try {
    await work(tenant, { ...batch, partnerId, importId })
  } catch (error) {
    // Neither message nor values: they can hold what somebody answered.
    log.error({ code: (error as { code?: string }).code, importId }, 'an import of answers failed')
    await tenant.write((db) => setStatus(db, { partnerId, importId }, 'failed', 'INTERNAL'))
  }
}

const setStatus = (
  db: Db,
  { partnerId, importId }: Pick<Batch, 'partnerId' | 'importId'>,
  status: string,
  problem?: string,
) =>
  db.rows('UPDATE answer_import SET status = $3, problem = $4 WHERE partner_id = $1 AND id = $2', [
    partnerId,
    importId,
    status,
    problem ?? null,
  ])

const ROWS_CHECKED_AT_ONCE = 1000
/** So many rows are validated in one breath; then others of the same process get their turn. */
const ROWS_IN_A_BREATH = 50

async function checkRows(tenant: Tenant, batch: Batch): Promise<void> {
  const { partnerId, importId, enterpriseId, waveId, questionnaireId, defaults } = batch
  const { compiled, groups } = await tenant.read(async (db) => ({
    compiled: (await compiledVersion(db, { partnerId, questionnaireId, version: defaults.version }))!,
    groups: await db.rows<{ id: string; name: string }>(
      'SELECT id, name FROM respondent_group WHERE partner_id = $1 AND enterprise_id = $2 AND wave_id = $3',
      [partnerId, enterpriseId, waveId],
    ),
  }))
  const read = rowReader({
    compiled,
    targets: targetsOf(compiled.questionnaire),
    mapping: batch.mapping,
    groups,
    languages: batch.languages,
    groupId: defaults.groupId,
    language: defaults.language,
    now: new Date(),
  })
  let last = 0
  for (;;) {
    const from = last
    const rows = await tenant.read((db) =>
      db.rows<{ rowNumber: number; cells: string[] }>(
        `SELECT row_number AS "rowNumber", cells FROM answer_import_row
         WHERE partner_id = $1 AND import_id = $2 AND row_number > $3 ORDER BY row_number LIMIT ${ROWS_CHECKED_AT_ONCE}`,
        [partnerId, importId, from],
      ),
    )
    if (rows.length === 0) break
    last = rows.at(-1)!.rowNumber
    const results: { rowNumber: number; answer: unknown; faults: unknown }[] = []
    for (const [index, { rowNumber, cells }] of rows.entries()) {
      if (index % ROWS_IN_A_BREATH === 0) await new Promise((resolve) => setImmediate(resolve))
      const { answer, faults } = read(cells)
      results.push({ rowNumber, answer: answer ?? null, faults: faults ?? null })
    }
    await tenant.write(async (db) => {
      await db.rows(
        `UPDATE answer_import_row r SET answer = c.answer, faults = nullif(c.faults, 'null'::jsonb)
         FROM jsonb_to_recordset($3) AS c ("rowNumber" int, answer jsonb, faults jsonb)
         WHERE r.partner_id = $1 AND r.import_id = $2 AND r.row_number = c."rowNumber"`,
        [partnerId, importId, JSON.stringify(results)],
      )
      await addDone(db, batch, rows.length)
    })
  }
  await tenant.write((db) =>
    db.rows(
      `UPDATE answer_import i SET status = 'checked', faulty_count = (SELECT count(*)::int FROM answer_import_row r
         WHERE r.partner_id = i.partner_id AND r.import_id = i.id AND r.faults IS NOT NULL)
       WHERE i.partner_id = $1 AND i.id = $2`,
      [partnerId, importId],
    ),
  )
}

const addDone = (db: Db, { partnerId, importId }: Batch, count: number) =>
  db.rows('UPDATE answer_import SET done_count = done_count + $3 WHERE partner_id = $1 AND id = $2', [
    partnerId,
    importId,
    count,
  ])

const ROWS_WRITTEN_AT_ONCE = 2000

/**
 * Good rows become answers and leave the list in one statement, so that a job that is begun again writes none twice.
 * They are stored in no order of the file.
 */
async function applyRows(tenant: Tenant, batch: Batch): Promise<void> {
  const { partnerId, importId, enterpriseId, waveId, defaults, timeZone } = batch
  for (;;) {
    const made = await tenant.write(async (db) => {
      if (!(await isUnderWay(db, batch, 'applying'))) return 0
      const row = await db.row<{ count: number }>(
        `WITH taken AS (
           DELETE FROM answer_import_row WHERE partner_id = $1 AND import_id = $2 AND row_number = ANY(ARRAY(
             SELECT row_number FROM answer_import_row WHERE partner_id = $1 AND import_id = $2 AND answer IS NOT NULL
             ORDER BY row_number LIMIT ${ROWS_WRITTEN_AT_ONCE})) RETURNING answer
         ), made AS (
           INSERT INTO response (partner_id, id, enterprise_id, wave_id, group_id, version, language, channel, received_on, answers, import_id)
           SELECT $1, id, $3, $4, (answer->>'groupId')::uuid, $5, answer->>'language', 'imported',
             coalesce((answer->>'day')::date, $6::date), answer->'answers', $2
           FROM (SELECT gen_random_uuid() AS id, answer FROM taken) t ORDER BY id
           RETURNING id
         ), pending AS (
           INSERT INTO response_pending (partner_id, wave_id, response_id, enterprise_id) SELECT $1, $4, id, $3 FROM made
         )
         SELECT count(*)::int AS count FROM made`,
        [partnerId, importId, enterpriseId, waveId, defaults.version, dayIn(timeZone, new Date())],
      )
      await addDone(db, batch, row!.count)
      return row!.count
    })
    if (made === 0) break
  }
  await tenant.write(async (db) => {
    if (await isUnderWay(db, batch, 'applying')) await setStatus(db, batch, 'applied')
  })
}

/** Whether the import is still at this step; who else works at it waits until this unit is over. */
const isUnderWay = async (db: Db, { partnerId, importId }: Batch, status: string): Promise<boolean> =>
  (await db.row('SELECT id FROM answer_import WHERE partner_id = $1 AND id = $2 AND status = $3 FOR UPDATE', [
    partnerId,
    importId,
    status,
  ])) !== undefined

async function undoRows(tenant: Tenant, batch: Batch): Promise<void> {
  const { partnerId, importId, enterpriseId, waveId } = batch
  for (;;) {
    const gone = await tenant.write(async (db) => {
      if (!(await isUnderWay(db, batch, 'undoing'))) return 0
      const rows = await db.rows<{ id: string }>(
        `DELETE FROM response WHERE partner_id = $1 AND id = ANY(ARRAY(
           SELECT id FROM response WHERE partner_id = $1 AND enterprise_id = $2 AND import_id = $3 LIMIT ${ROWS_WRITTEN_AT_ONCE}))
         RETURNING id`,
        [partnerId, enterpriseId, importId],
      )
      await db.rows(
        'DELETE FROM response_pending WHERE partner_id = $1 AND enterprise_id = $2 AND wave_id = $3 AND response_id = ANY($4)',
        [partnerId, enterpriseId, waveId, rows.map(({ id }) => id)],
      )
      await addDone(db, batch, rows.length)
      return rows.length
    })
    if (gone === 0) break
  }
  await tenant.write(async (db) => {
    if (!(await isUnderWay(db, batch, 'undoing'))) return
    await rebuildTally(db, { partnerId, enterpriseId, waveId })
    await db.rows('DELETE FROM answer_import_row WHERE partner_id = $1 AND import_id = $2', [partnerId, importId])
    await setStatus(db, batch, 'undone')
  })
}
