import { compile } from '@vises/questionnaire/compile.ts'
import { keysOf } from '@vises/questionnaire/keys.ts'
import { newId } from '../../platform/id.ts'
import type { Db } from '../../platform/tenant.ts'
import type { Actor } from '../access/actor.ts'
import { audit } from '../access/audit.ts'
import { openOwn } from './design.ts'
import type { Design } from './design.ts'
import { previewOf } from './preview-publication.ts'
import { questionnaire } from './read-questionnaire.ts'
import type { PublishQuestionnaireInput } from './questionnaire.inputs.ts'
import type { PublicationPreview, PublishProblem, PublishQuestionnairePayload } from './questionnaire.types.ts'
import { conflictOf } from './save-draft.ts'
import { withTerritories } from './with-territories.ts'

/**
 * Freezes the draft as the next version, once nothing stands in its way: no problems, no incomplete language without
 * a reason, no loss that was not confirmed by typing. Test answers vanish.
 */
export async function publishQuestionnaire(
  db: Db,
  actor: Actor,
  input: PublishQuestionnaireInput,
): Promise<PublishQuestionnairePayload> {
  const design = await openOwn(db, actor, 'write', input.questionnaireId)
  if (design.archivedAt) return { problem: 'archived' }
  if (design.draftRevision !== input.revision) return { conflict: conflictOf(design) }
  const preview = await previewOf(db, actor, design)
  const waivers = waiversOf(input, preview)
  const problem = problemOf(design, preview, waivers, input.confirmLoss)
  // An answer that got lost on its way is asked for again: the version is there.
  if (problem === 'nothingChanged')
    return { problem, preview, questionnaire: await questionnaire(db, actor, design.id) }
  if (problem) return { problem, preview }
  await insertVersion(db, actor, design, preview, waivers, input.note?.trim() || null)
  await auditPublication(db, actor, design, preview, waivers)
  const published = await questionnaire(db, actor, design.id)
  return { questionnaire: published, version: published.versions[0] }
}

/** The reasons given for the languages that are incomplete; reasons for others are not kept. */
function waiversOf({ waivers }: PublishQuestionnaireInput, { incomplete }: PublicationPreview): Record<string, string> {
  const given = new Map((waivers ?? []).map(({ language, reason }) => [language, reason.trim()]))
  return Object.fromEntries(
    incomplete.flatMap(({ language }) => (given.get(language) ? [[language, given.get(language)!]] : [])),
  )
}

function problemOf(
  { publishedVersion, changed }: Design,
  { problems, incomplete, confirmation }: PublicationPreview,
  waivers: Record<string, string>,
  confirmLoss: string | undefined,
): keyof typeof PublishProblem | undefined {
  if (publishedVersion && !changed) return 'nothingChanged'
  if (problems.length) return 'hasProblems'
  if (incomplete.some(({ language }) => !waivers[language])) return 'waiverNeeded'
  if (confirmation && plain(confirmLoss) !== plain(confirmation)) return 'confirmationNeeded'
  return undefined
}

/** What was typed, whatever the keyboard makes of accents and blanks. */
const plain = (text = ''): string => text.normalize('NFC').trim().replace(/\s+/gu, ' ')

async function insertVersion(
  db: Db,
  actor: Actor,
  { id, enterpriseId, draft, marks, publishedKeys }: Design,
  { number, changes }: PublicationPreview,
  waivers: Record<string, string>,
  note: string | null,
): Promise<void> {
  const asked = await withTerritories(db, draft)
  await db.rows(
    `INSERT INTO questionnaire_version (partner_id, id, enterprise_id, questionnaire_id, number, content, compiled, changes,
       translated_from, waivers, note, published_by_name)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      actor.partnerId,
      newId(),
      enterpriseId,
      id,
      number,
      JSON.stringify(draft),
      JSON.stringify(compile(asked)),
      JSON.stringify(changes),
      JSON.stringify(marks),
      JSON.stringify(waivers),
      note,
      actor.name,
    ],
  )
  await db.rows('DELETE FROM test_answer WHERE partner_id = $1 AND enterprise_id = $2 AND questionnaire_id = $3', [
    actor.partnerId,
    enterpriseId,
    id,
  ])
  await db.rows(
    `UPDATE questionnaire SET published_version = $3, published_keys = $4, changed = false, updated_at = now(),
       updated_by_name = $5 WHERE partner_id = $1 AND id = $2`,
    [actor.partnerId, id, number, JSON.stringify({ ...publishedKeys, ...keysOf(draft) }), actor.name],
  )
}

async function auditPublication(
  db: Db,
  actor: Actor,
  { id, title, enterpriseId }: Design,
  { number, changes }: PublicationPreview,
  waivers: Record<string, string>,
): Promise<void> {
  const count = (cls: string) => changes.filter((change) => change.class === cls).length
  const fact = { objectType: 'questionnaire', objectId: id, objectName: title, enterpriseId }
  const counts = { safe: count('safe'), breaksComparison: count('breaksComparison'), losesData: count('losesData') }
  await audit(db, actor, { ...fact, action: 'questionnaire.published', new: { version: number, ...counts } })
  for (const [language, reason] of Object.entries(waivers))
    await audit(db, actor, {
      ...fact,
      action: 'questionnaire.languageWaived',
      new: { version: number, language, reason },
    })
}
