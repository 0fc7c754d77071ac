import type { Questionnaire } from '@vises/questionnaire/model.ts'
import type { Marks } from '@vises/questionnaire/translation.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Db } from '../../platform/tenant.ts'
import type { Actor } from '../access/actor.ts'
import { audit } from '../access/audit.ts'
import { openOwn, writeDraft } from './design.ts'
import { questionnaire } from './read-questionnaire.ts'
import type { RecoverDraftInput } from './questionnaire.inputs.ts'
import type { QuestionnairePayload } from './questionnaire.types.ts'
import { conflictOf } from './save-draft.ts'

/** Makes the draft what a published version was; what was drafted since goes, so it is written down who did it. */
export async function recoverDraft(db: Db, actor: Actor, input: RecoverDraftInput): Promise<QuestionnairePayload> {
  const design = await openOwn(db, actor, 'write', input.questionnaireId)
  if (design.archivedAt) return { problem: 'archived' }
  if (design.draftRevision !== input.revision) return { conflict: conflictOf(design) }
  const version = await db.row<{ draft: Questionnaire; marks: Marks }>(
    `SELECT content AS draft, translated_from AS marks FROM questionnaire_version
     WHERE partner_id = $1 AND enterprise_id = $2 AND questionnaire_id = $3 AND number = $4`,
    [actor.partnerId, design.enterpriseId, design.id, input.version],
  )
  if (!version) throw new NotFound()
  await writeDraft(db, actor, design, version)
  await audit(db, actor, {
    action: 'questionnaire.draftRecovered',
    objectType: 'questionnaire',
    objectId: design.id,
    objectName: design.title,
    enterpriseId: design.enterpriseId,
    new: { version: input.version },
  })
  return { questionnaire: await questionnaire(db, actor, design.id) }
}
