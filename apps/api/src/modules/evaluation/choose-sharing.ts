import { Field, ID, Int, ObjectType } from 'type-graphql'
import { NotFound } from '../../platform/errors.ts'
import type { Db } from '../../platform/tenant.ts'
import type { Actor } from '../access/actor.ts'
import { audit } from '../access/audit.ts'
import { demandForEvaluation } from '../enterprise/subject.ts'
import { methodOf } from '../method/method.ts'
import { announceChange } from '../sharing/announce.ts'
import { Sharing } from './evaluation.types.ts'
import { openJourney } from './journey.ts'
import type { EvaluationPayload } from './payloads.ts'
import { answersOf } from './read-answers.ts'
import { evaluation } from './read-evaluation.ts'
import { sharedQuestionFrom } from './shared-content.ts'
import type { SharedQuestionContent } from './shared-content.ts'

@ObjectType('SharedQuestionPreview', { description: 'The question as others would read it.' })
export class SharedQuestionPreview implements SharedQuestionContent {
  @Field(() => String) question!: string
  @Field(() => String, { nullable: true, description: 'Code of the method’s question types.' }) questionType!:
    | string
    | null
  @Field(() => [String], { description: 'Codes of the method’s purposes.' }) purposes!: string[]
  @Field(() => [String], { description: 'Codes of the method’s impact domains.' }) domains!: string[]
  @Field(() => [String], { description: 'Codes of the method’s collection methods.' }) methods!: string[]
  @Field(() => Int, { description: '1 to 3' }) phase!: number
  @Field(() => String) methodCode!: string
}

@ObjectType('SharingPreview', { description: 'What others would see at a level of sharing.' })
export class SharingPreview {
  @Field(() => ID) evaluationId!: string
  @Field(() => Sharing) sharing!: Sharing
  @Field(() => String, { description: 'Shown with the question.' }) enterpriseName!: string
  @Field(() => SharedQuestionPreview, { nullable: true, description: 'Null: nothing would be seen.' })
  content?: SharedQuestionContent | null
}

/** Exactly what others would see at a level, made by the function that writes it for them. */
export async function sharingPreview(
  db: Db,
  actor: Actor,
  evaluationId: string,
  sharing: Sharing,
): Promise<SharingPreview> {
  const subject = await demandForEvaluation(db, actor, 'evaluation:read', evaluationId)
  const method = await methodOf(db, subject.methodCode)
  const row = await db.row<{ phase: number }>('SELECT phase FROM evaluation WHERE partner_id = $1 AND id = $2', [
    actor.partnerId,
    evaluationId,
  ])
  if (!method || !row) throw new NotFound()
  const answers = sharing === 'private' ? [] : await answersOf(db, actor, evaluationId, [...method.steps.keys()])
  return {
    evaluationId,
    sharing,
    enterpriseName: subject.name,
    content: sharedQuestionFrom(method, row.phase, answers),
  }
}

/** Says how far the evaluation question may be seen. Taking it back counts at once for everything not yet released. */
export async function chooseSharing(
  db: Db,
  actor: Actor,
  evaluationId: string,
  sharing: Sharing,
): Promise<EvaluationPayload> {
  const journey = await openJourney(db, actor, 'sharing:choose', evaluationId)
  if (sharing !== journey.sharing) {
    await db.rows('UPDATE evaluation SET sharing = $3, last_activity_at = now() WHERE partner_id = $1 AND id = $2', [
      actor.partnerId,
      evaluationId,
      sharing,
    ])
    await audit(db, actor, {
      action: 'sharing.chosen',
      objectType: 'evaluation',
      objectId: evaluationId,
      objectName: journey.enterprise.name,
      enterpriseId: journey.enterprise.enterpriseId,
      old: { sharing: journey.sharing },
      new: { sharing },
    })
    await announceChange(db, actor.partnerId, journey.enterprise.enterpriseId)
  }
  return { evaluation: await evaluation(db, actor, evaluationId) }
}
