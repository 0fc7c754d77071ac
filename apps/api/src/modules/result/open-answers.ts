import { layoutOf } from '@vises/questionnaire/layout.ts'
import { NotFound } from '../../platform/errors.ts'
import { fromCursor, pageOf } from '../../platform/connection.ts'
import type { PageArgs } from '../../platform/connection.ts'
import type { Db } from '../../platform/tenant.ts'
import type { Actor } from '../access/actor.ts'
import { compiledVersion } from '../collection/compiled-version.ts'
import { demandForWave } from '../collection/subject.ts'
import { FEWEST } from './disclosure/coarsen.ts'
import type { OpenAnswer, OpenAnswerPage } from './result.types.ts'

/**
 * The texts that people wrote to one question, for those who may read single answers; nothing while fewer than five
 * wrote one. They come in the order of their random identifiers, which says nothing of time.
 */
export async function openAnswers(
  db: Db,
  actor: Actor,
  waveId: string,
  questionKey: string,
  { first, after }: PageArgs,
): Promise<OpenAnswerPage> {
  const wave = await demandForWave(db, actor, 'response:read', waveId)
  const compiled = await compiledVersion(db, { partnerId: actor.partnerId, ...wave })
  const item = compiled && layoutOf(compiled.questionnaire).byKey.get(questionKey)?.item
  if (!item || 'items' in item) throw new NotFound()
  const isText = item.kind === 'shortText' || item.kind === 'longText'
  if (!isText && !item.other) return pageOf<OpenAnswer>([], first, () => [])
  const column = isText ? questionKey : `${questionKey}_other`
  const [last] = after ? fromCursor(after, ['uuid']) : [null]
  const rows = await db.rows<OpenAnswer & { id: string }>(
    `WITH written AS (
       SELECT id, answers ->> $4 AS text, language FROM response
       WHERE partner_id = $1 AND enterprise_id = $2 AND wave_id = $3 AND set_aside_reason IS NULL
         AND jsonb_typeof(answers -> $4) = 'string'
     )
     SELECT id, text, language, $5 AS part FROM written
     WHERE ($6::uuid IS NULL OR id > $6) AND (SELECT count(*) FROM (SELECT FROM written LIMIT ${FEWEST}) five) = ${FEWEST}
     ORDER BY id LIMIT $7`,
    [actor.partnerId, wave.enterpriseId, waveId, column, isText ? '' : 'other', last, first + 1],
  )
  return pageOf(rows, first, ({ id }) => [id])
}
