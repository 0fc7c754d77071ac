import { NotFound } from '../../platform/errors.ts'
import type { Db } from '../../platform/tenant.ts'
import type { Actor } from '../access/actor.ts'
import type { Action } from '../access/rules.ts'
import { demandForEvaluation } from '../enterprise/subject.ts'
import type { EnterpriseSubject } from '../enterprise/subject.ts'
import type { Method, Route } from '../method/compile-method.ts'
import { methodOf } from '../method/method.ts'
import { announceChange } from '../sharing/announce.ts'
import type { EvaluationStatus, Sharing, StopReason } from './evaluation.types.ts'
import { progressOf } from './progress.ts'
import type { SignedGate, StepStatus } from './progress.ts'

/** An evaluation about to be changed: locked, with where its steps and gates stand. */
export interface Journey {
  partnerId: string
  evaluationId: string
  enterprise: EnterpriseSubject
  method: Method
  route: Route
  status: EvaluationStatus
  stopReason: StopReason | null
  stopNote: string | null
  sharing: Sharing
  startedOn: string
  plannedEndOn: string
  statuses: Record<string, StepStatus>
  gates: (SignedGate & { id: string; gate: 'G1' | 'G2' | 'G3'; isOpen: boolean; stopReason: StopReason | null })[]
}

/**
 * Opens an evaluation for a change, once the actor has shown that they may do it. People who change it at the same
 * moment go one after the other.
 * @throws NotFound
 */
export async function openJourney(db: Db, actor: Actor, action: Action, evaluationId: string): Promise<Journey> {
  const enterprise = await demandForEvaluation(db, actor, action, evaluationId)
  // NO KEY: a stronger lock would stand in the way of the autosave, whose answers refer to this row.
  const locked = await db.row('SELECT id FROM evaluation WHERE partner_id = $1 AND id = $2 FOR NO KEY UPDATE', [
    actor.partnerId,
    evaluationId,
  ])
  if (!locked) throw new NotFound()
  const row = await db.row<JourneyRow>(JOURNEY, [actor.partnerId, evaluationId])
  const method = row && (await methodOf(db, row.methodCode))
  if (!row || !method) throw new NotFound()
  return {
    ...row,
    partnerId: actor.partnerId,
    evaluationId,
    enterprise,
    method,
    statuses: row.statuses ?? {},
    gates: row.gates ?? [],
  }
}

type JourneyRow = Omit<Journey, 'partnerId' | 'evaluationId' | 'enterprise' | 'method' | 'statuses' | 'gates'> & {
  methodCode: string
  statuses: Journey['statuses'] | null
  gates: Journey['gates'] | null
}

const JOURNEY = `
  SELECT v.method_code AS "methodCode", v.route, v.status, v.stop_reason AS "stopReason", v.stop_note AS "stopNote", v.sharing,
    v.started_on::text AS "startedOn", v.planned_end_on::text AS "plannedEndOn",
    (SELECT json_object_agg(s.step_code, s.status) FROM step_state s WHERE s.partner_id = $1 AND s.evaluation_id = v.id) AS statuses,
    (SELECT json_agg(json_build_object('id', g.id, 'gate', g.gate, 'outcome', g.outcome, 'cosignedAt', g.cosigned_at,
        'stopReason', g.stop_reason, 'isOpen', g.cosigned_at IS NULL AND g.returned_at IS NULL) ORDER BY g.requested_at, g.id)
      FROM gate_record g WHERE g.partner_id = $1 AND g.evaluation_id = v.id) AS gates
  FROM evaluation v WHERE v.partner_id = $1 AND v.id = $2`

/** Writes where the evaluation stands now, by the one formula, and says that what others may see has changed. */
export async function saveProgress(db: Db, journey: Journey): Promise<void> {
  const { done, total, phase, currentStep } = progressOf(journey.method, journey.route, journey.statuses, journey.gates)
  await db.rows(
    `UPDATE evaluation SET phase = $3, current_step = $4, steps_done = $5, steps_total = $6, step_changed_at = now(),
       last_activity_at = now() WHERE partner_id = $1 AND id = $2`,
    [journey.partnerId, journey.evaluationId, phase, currentStep, done, total],
  )
  await announceChange(db, journey.partnerId, journey.enterprise.enterpriseId)
}

/** What happened to a step, as its history tells it. */
export type StepEventKind = 'started' | 'done' | 'skipped' | 'reopened'

/** Puts steps into a status, with one line of history each; `journey` knows of it afterwards. */
export async function setSteps(
  db: Db,
  actor: Actor,
  journey: Journey,
  codes: string[],
  change: { status: StepStatus; kind: StepEventKind; reason?: string },
): Promise<void> {
  if (codes.length === 0) return
  await db.rows(
    `WITH step AS (SELECT unnest($4::text[]) AS code), state AS (
       INSERT INTO step_state (partner_id, enterprise_id, evaluation_id, step_code, status, skip_reason, changed_by_name)
       SELECT $1, $2, $3, code, $5, $6, $7 FROM step
       ON CONFLICT (partner_id, evaluation_id, step_code) DO UPDATE SET status = excluded.status,
         skip_reason = excluded.skip_reason, changed_by_name = excluded.changed_by_name, changed_at = now()
     )
     INSERT INTO step_event (partner_id, id, enterprise_id, evaluation_id, step_code, kind, reason, author_user_id, author_name)
     SELECT $1, gen_random_uuid(), $2, $3, code, $8, $9, $10, $7 FROM step`,
    [
      journey.partnerId,
      journey.enterprise.enterpriseId,
      journey.evaluationId,
      codes,
      change.status,
      change.status === 'skipped' ? change.reason : null,
      actor.name,
      change.kind,
      change.reason ?? null,
      actor.userId,
    ],
  )
  for (const code of codes) journey.statuses[code] = change.status
}
