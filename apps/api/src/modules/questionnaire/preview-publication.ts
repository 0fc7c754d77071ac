import { diffQuestionnaires, losesData } from '@vises/questionnaire/diff.ts'
import type { Questionnaire } from '@vises/questionnaire/model.ts'
import { coverageOf } from '@vises/questionnaire/translation.ts'
import type { Db } from '../../platform/tenant.ts'
import type { Actor } from '../access/actor.ts'
import { openOwn, problemsOf } from './design.ts'
import type { Design } from './design.ts'
import { OPEN_WAVES } from './open-waves.ts'
import { unkeptMedia } from './read-media.ts'
import type { PublicationPreview } from './questionnaire.types.ts'
import { withTerritories } from './with-territories.ts'

/** What publishing the draft would do, and what stands in its way. */
export async function previewPublication(db: Db, actor: Actor, questionnaireId: string): Promise<PublicationPreview> {
  return previewOf(db, actor, await openOwn(db, actor, 'read', questionnaireId))
}

/** The same for a questionnaire that is open already. */
export async function previewOf(
  db: Db,
  actor: Actor,
  design: Design & { enterpriseId: string },
): Promise<PublicationPreview> {
  const row = await db.row<{ published: Questionnaire | null; testAnswers: number; openWaves: number }>(
    `SELECT ${OPEN_WAVES} AS "openWaves",
       (SELECT count(*)::int FROM test_answer t WHERE t.partner_id = $1 AND t.enterprise_id = $3 AND t.questionnaire_id = $2)
         AS "testAnswers",
       (SELECT v.content FROM questionnaire_version v WHERE v.partner_id = $1 AND v.enterprise_id = $3
         AND v.questionnaire_id = $2 AND v.number = q.published_version) AS published
     FROM questionnaire q WHERE q.partner_id = $1 AND q.id = $2`,
    [actor.partnerId, design.id, design.enterpriseId],
  )
  const { published, testAnswers, openWaves } = row!
  const number = design.publishedVersion + 1
  const changes = published ? diffQuestionnaires(published, design.draft) : []
  return {
    number,
    revision: design.draftRevision,
    changes,
    problems: [
      ...problemsOf(await withTerritories(db, design.draft), design.publishedKeys),
      ...(await unkeptMedia(db, design.draft)),
    ],
    incomplete: coverageOf(design.draft, design.marks).filter(({ total, translated }) => translated < total),
    // Typed by hand, so that nobody confirms by habit.
    confirmation: losesData(changes) ? design.title.trim() || String(number) : null,
    testAnswers,
    openWaves,
  }
}
