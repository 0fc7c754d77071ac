import { NotFound } from '../../platform/errors.ts'
import type { Db } from '../../platform/tenant.ts'
import { demand } from '../access/actor.ts'
import type { Actor } from '../access/actor.ts'
import { audit } from '../access/audit.ts'
import { openDesign } from './design.ts'
import { questionnaire } from './read-questionnaire.ts'
import type { QuestionnairePayload } from './questionnaire.types.ts'

/** Shows a template to the enterprises of the partner. */
export const offerTemplate = (db: Db, actor: Actor, templateId: string): Promise<QuestionnairePayload> =>
  setOffered(db, actor, templateId, true)

/** Hides a template from enterprises again; what was copied from it stays. */
export const withdrawTemplate = (db: Db, actor: Actor, templateId: string): Promise<QuestionnairePayload> =>
  setOffered(db, actor, templateId, false)

async function setOffered(db: Db, actor: Actor, templateId: string, offered: boolean): Promise<QuestionnairePayload> {
  demand(actor, 'template:write')
  const template = await openDesign(db, actor, 'write', templateId)
  if (template.subject) throw new NotFound()
  if (offered && template.archivedAt) return { problem: 'archived' }
  if ((template.offeredAt !== null) !== offered) {
    await db.rows(
      `UPDATE questionnaire_template SET offered_at = CASE WHEN $3 THEN now() END WHERE partner_id = $1 AND id = $2`,
      [actor.partnerId, templateId, offered],
    )
    await audit(db, actor, {
      action: offered ? 'template.offered' : 'template.withdrawn',
      objectType: 'template',
      objectId: templateId,
      objectName: template.title,
    })
  }
  return { questionnaire: await questionnaire(db, actor, templateId) }
}
