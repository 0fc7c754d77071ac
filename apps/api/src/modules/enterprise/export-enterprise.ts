import type { Db } from '../../platform/tenant.ts'
import type { Actor } from '../access/actor.ts'
import { audit } from '../access/audit.ts'
import { demandForEnterprise } from './subject.ts'
import { readEnterprise } from './read-enterprise.ts'

const PARTS = new Set(['territories', 'accompaniments', 'affiliations', 'participations', 'people', 'evaluations'])

/** Everything an enterprise owns, for its own people to take away: what it is, its people, its evaluations with every answer, its questionnaires. */
export async function exportEnterprise(db: Db, actor: Actor, id: string): Promise<Record<string, unknown>> {
  await demandForEnterprise(db, actor, 'enterprise:export', id)
  const {
    can: _can,
    supportSessions: _sessions,
    openTransfer: _transfer,
    ...enterprise
  } = await readEnterprise(db, actor, id, PARTS)
  const parts: Record<string, unknown> = {}
  for (const [name, sql] of Object.entries(OF_ENTERPRISE)) parts[name] = await db.rows(sql, [actor.partnerId, id])
  await audit(db, actor, {
    action: 'enterprise.exported',
    objectType: 'enterprise',
    objectId: id,
    objectName: enterprise.name,
    enterpriseId: id,
  })
  return { format: 'vises-enterprise/1', exportedAt: new Date().toISOString(), enterprise, ...parts }
}

const OF_ENTERPRISE: Record<string, string> = {
  steps: `SELECT evaluation_id AS "evaluationId", step_code AS "stepCode", status, skip_reason AS "skipReason",
      changed_by_name AS "changedByName", changed_at AS "changedAt"
    FROM step_state WHERE partner_id = $1 AND enterprise_id = $2 ORDER BY evaluation_id, step_code`,
  stepHistory: `SELECT evaluation_id AS "evaluationId", step_code AS "stepCode", kind, reason, author_name AS "authorName", at
    FROM step_event WHERE partner_id = $1 AND enterprise_id = $2 ORDER BY at, id`,
  answers: `SELECT evaluation_id AS "evaluationId", step_code AS "stepCode", field_key AS "fieldKey", value, revision,
      author_name AS "authorName", saved_at AS "savedAt"
    FROM answer WHERE partner_id = $1 AND enterprise_id = $2 ORDER BY evaluation_id, step_code, field_key`,
  answerHistory: `SELECT evaluation_id AS "evaluationId", step_code AS "stepCode", field_key AS "fieldKey", revision, value,
      author_name AS "authorName", saved_at AS "savedAt"
    FROM answer_revision WHERE partner_id = $1 AND enterprise_id = $2 ORDER BY evaluation_id, step_code, field_key, revision`,
  comments: `SELECT evaluation_id AS "evaluationId", step_code AS "stepCode", author_name AS "authorName", author_role AS "authorRole",
      body, created_at AS "createdAt", resolved_at AS "resolvedAt"
    FROM step_comment WHERE partner_id = $1 AND enterprise_id = $2 ORDER BY created_at, id`,
  gates: `SELECT evaluation_id AS "evaluationId", gate, outcome, remarks, exceptions, snapshot, requested_by_name AS "requestedByName",
      requested_at AS "requestedAt", cosigned_by_name AS "cosignedByName", cosigned_at AS "cosignedAt", returned_at AS "returnedAt",
      return_reason AS "returnReason"
    FROM gate_record WHERE partner_id = $1 AND enterprise_id = $2 ORDER BY requested_at, id`,
  questionnaires: `SELECT id, evaluation_id AS "evaluationId", draft, draft_revision AS "draftRevision", origin, created_at AS "createdAt",
      updated_at AS "updatedAt", updated_by_name AS "updatedByName", archived_at AS "archivedAt"
    FROM questionnaire WHERE partner_id = $1 AND enterprise_id = $2 ORDER BY created_at, id`,
  questionnaireVersions: `SELECT questionnaire_id AS "questionnaireId", number, content, changes, waivers, note,
      published_at AS "publishedAt", published_by_name AS "publishedByName"
    FROM questionnaire_version WHERE partner_id = $1 AND enterprise_id = $2 ORDER BY questionnaire_id, number`,
}
