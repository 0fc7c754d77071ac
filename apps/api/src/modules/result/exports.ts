import type { Db } from '../../platform/tenant.ts'
import type { Actor } from '../access/actor.ts'
import { EXPORT_COLUMNS, shownExport } from './export/export-row.ts'
import type { ExportRow } from './export/export-row.ts'
import type { ExportWaves, ResponseExport } from './export.types.ts'
import { demandForAnswers } from './start-export.ts'

const MOST_SHOWN = 50

/** The files of answers to a questionnaire that somebody asked for, newest first, until they expire. */
export async function exports(db: Db, actor: Actor, questionnaireId: string): Promise<ResponseExport[]> {
  await demandForAnswers(db, actor, questionnaireId, null)
  const rows = await db.rows<ExportRow>(
    `SELECT ${EXPORT_COLUMNS} FROM response_export
     WHERE partner_id = $1 AND user_id = $2 AND questionnaire_id = $3 AND expires_at > now() AND status <> 'cancelled'
     ORDER BY created_at DESC, id LIMIT ${MOST_SHOWN}`,
    [actor.partnerId, actor.userId, questionnaireId],
  )
  return rows.map(shownExport)
}

/** The waves whose answers a file can hold for the actor, and how many others there are. */
export async function exportWaves(db: Db, actor: Actor, questionnaireId: string): Promise<ExportWaves> {
  const { waves, otherWaves } = await demandForAnswers(db, actor, questionnaireId, null)
  return { waves, otherWaves }
}
