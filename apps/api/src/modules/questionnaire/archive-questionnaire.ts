import type { Db } from '../../platform/tenant.ts'
import type { Actor } from '../access/actor.ts'
import { audit } from '../access/audit.ts'
import { openDesign } from './design.ts'
import { questionnaire } from './read-questionnaire.ts'
import type { QuestionnairePayload } from './questionnaire.types.ts'

/** Puts a questionnaire or template away; its versions, waves and answers stay. */
export const archiveQuestionnaire = (db: Db, actor: Actor, questionnaireId: string): Promise<QuestionnairePayload> =>
  setArchived(db, actor, questionnaireId, true)

/** Takes an archived questionnaire or template back into use. */
export const restoreQuestionnaire = (db: Db, actor: Actor, questionnaireId: string): Promise<QuestionnairePayload> =>
  setArchived(db, actor, questionnaireId, false)

async function setArchived(
  db: Db,
  actor: Actor,
  questionnaireId: string,
  archived: boolean,
): Promise<QuestionnairePayload> {
  const design = await openDesign(db, actor, 'write', questionnaireId)
  const objectType = design.subject ? 'questionnaire' : 'template'
  if ((design.archivedAt !== null) !== archived) {
    await db.rows(
      `UPDATE ${design.subject ? 'questionnaire' : 'questionnaire_template'}
       SET archived_at = CASE WHEN $3 THEN now() END WHERE partner_id = $1 AND id = $2`,
      [actor.partnerId, questionnaireId, archived],
    )
    await audit(db, actor, {
      action: `${objectType}.${archived ? 'archived' : 'restored'}`,
      objectType,
      objectId: questionnaireId,
      objectName: design.title,
      enterpriseId: design.enterpriseId,
    })
  }
  return { questionnaire: await questionnaire(db, actor, questionnaireId) }
}
