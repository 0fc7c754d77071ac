import { enqueue } from '../../../jobs/tasks.ts'
import { BadInput } from '../../../platform/errors.ts'
import type { Db } from '../../../platform/tenant.ts'
import type { Actor } from '../../access/actor.ts'
import { audit } from '../../access/audit.ts'
import { compiledVersion } from '../compiled-version.ts'
import { demandGroup } from '../make-links.ts'
import { AnswerImportProblem } from './answer-import.types.ts'
import type {
  AnswerColumnInput,
  AnswerDefaultsInput,
  AnswerImportPayload,
  AnswerImportStatus,
} from './answer-import.types.ts'
import { OWN_TARGETS, targetsOf } from './import-targets.ts'
import type { AnswerMapping } from './import-targets.ts'
import { answerImport, demandForImport } from './read-answer-imports.ts'

/** Tries an import of answers without writing any: a job reads every row and says what it would take, or what is wrong. */
export async function checkAnswerImport(
  db: Db,
  actor: Actor,
  importId: string,
  columns: AnswerColumnInput[],
  defaults: AnswerDefaultsInput,
): Promise<AnswerImportPayload> {
  const wave = await demandForImport(db, actor, importId)
  await demandGroup(db, { ...wave, partnerId: actor.partnerId }, defaults.groupId)
  if (defaults.language && !wave.languages.includes(defaults.language))
    throw new BadInput([{ field: 'language', code: 'notOffered' }])
  const { status, width } = await lockImport(db, actor, importId)
  if (!['mapping', 'checked'].includes(status)) return { problem: AnswerImportProblem.WRONG_STATUS }
  const compiled = (await compiledVersion(db, { partnerId: actor.partnerId, ...wave }))!
  const targets = new Set([...OWN_TARGETS, ...targetsOf(compiled.questionnaire).map(({ name }) => name)])
  const mapping = checkedMapping(columns, width, targets)
  if (!Object.values(mapping).some((target) => !target.startsWith('@')))
    return { problem: AnswerImportProblem.NOTHING_MAPPED }
  await db.rows(
    `UPDATE answer_import SET status = 'checking', mapping = $3, defaults = $4, done_count = 0, faulty_count = NULL, problem = NULL
     WHERE partner_id = $1 AND id = $2`,
    [
      actor.partnerId,
      importId,
      JSON.stringify(mapping),
      JSON.stringify({
        groupId: defaults.groupId ?? null,
        language: defaults.language ?? wave.languages[0],
        version: wave.version,
      }),
    ],
  )
  await enqueueStep(db, actor, importId, 'checkAnswers')
  return { import: await answerImport(db, actor, importId) }
}

function checkedMapping(columns: AnswerColumnInput[], width: number, targets: Set<string>): AnswerMapping {
  const mapping: AnswerMapping = {}
  const taken = new Set<string>()
  for (const { column, target } of columns) {
    if (column >= width) throw new BadInput([{ field: 'columns', code: 'unknownColumn' }])
    if (!targets.has(target)) throw new BadInput([{ field: 'columns', code: 'unknownTarget' }])
    if (taken.has(target) || mapping[column] !== undefined) throw new BadInput([{ field: 'columns', code: 'twice' }])
    taken.add(target)
    mapping[column] = target
  }
  return mapping
}

/** Writes the answers that the check found good; faulty rows are left out. */
export const applyAnswerImport = (db: Db, actor: Actor, importId: string): Promise<AnswerImportPayload> =>
  begin(db, actor, importId, {
    from: ['checked', 'failed'],
    to: 'applying',
    task: 'applyAnswers',
    action: 'answerImport.applied',
  })

/** Takes all answers of an import out again. */
export const undoAnswerImport = (db: Db, actor: Actor, importId: string): Promise<AnswerImportPayload> =>
  begin(db, actor, importId, {
    from: ['applied', 'failed'],
    to: 'undoing',
    task: 'undoAnswers',
    action: 'answerImport.undone',
  })

async function begin(
  db: Db,
  actor: Actor,
  importId: string,
  step: { from: string[]; to: string; task: string; action: string },
): Promise<AnswerImportPayload> {
  const wave = await demandForImport(db, actor, importId)
  const { status, fileName, rowCount, version } = await lockImport(db, actor, importId)
  // The wave has gone on to another version since: rows are to be checked by that one.
  const outdated = step.to === 'applying' && version !== wave.version
  if (!step.from.includes(status) || outdated) return { problem: AnswerImportProblem.WRONG_STATUS }
  await db.rows(
    'UPDATE answer_import SET status = $3, done_count = 0, problem = NULL WHERE partner_id = $1 AND id = $2',
    [actor.partnerId, importId, step.to],
  )
  await audit(db, actor, {
    action: step.action,
    objectType: 'wave',
    objectId: wave.waveId,
    objectName: wave.title,
    enterpriseId: wave.enterpriseId,
    new: { file: fileName, rows: rowCount },
  })
  await enqueueStep(db, actor, importId, step.task)
  return { import: await answerImport(db, actor, importId) }
}

const enqueueStep = (db: Db, actor: Actor, importId: string, task: string): Promise<void> =>
  enqueue(db, task, { partnerId: actor.partnerId, importId }, `answerImport:${importId}`)

async function lockImport(db: Db, actor: Actor, importId: string) {
  return (await db.row<{
    status: AnswerImportStatus
    width: number
    fileName: string
    rowCount: number
    version: number | null
  }>(
    `SELECT status, jsonb_array_length(headers) AS width, file_name AS "fileName", row_count AS "rowCount",
       (defaults->>'version')::int AS version
     FROM answer_import WHERE partner_id = $1 AND id = $2 FOR UPDATE`,
    [actor.partnerId, importId],
  ))!
}
