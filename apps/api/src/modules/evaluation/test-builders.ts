import { aPartner, anActor, must, tenantOf } from '../../../test/world.ts'
import type { World } from '../../../test/world.ts'
import { newId } from '../../platform/id.ts'
import type { Actor } from '../access/actor.ts'

/** An enterprise of a test with the people around it. */
export interface EnterpriseOfTest {
  partner: { id: string; code: string }
  id: string
  name: string
  partnerAdmin: Actor
  /** Accompanies the enterprise, unless `withoutCoach`. */
  coach: Actor
  manager: Actor
  contributor: Actor
}

/** An enterprise with its coach, manager and contributor, and the administrator of its partner. */
export async function anEnterprise(
  world: World,
  overrides: { partner?: { id: string; code: string }; name?: string; withoutCoach?: boolean } = {},
): Promise<EnterpriseOfTest> {
  const partner = overrides.partner ?? (await aPartner(world))
  const partnerAdmin = await anActor(world, 'partnerAdmin', { partner })
  const coach = await anActor(world, 'coach', { partner })
  const id = newId()
  const name = overrides.name ?? `Les Ateliers ${id.slice(-4)}`
  await tenantOf(world, partnerAdmin).write(async (db) => {
    await db.rows(`INSERT INTO enterprise (partner_id, id, name, country) VALUES ($1, $2, $3, 'BE')`, [
      partner.id,
      id,
      name,
    ])
    if (overrides.withoutCoach) return
    await db.rows(
      `INSERT INTO accompaniment (partner_id, id, enterprise_id, coach_user_id, coach_name, starts_on) VALUES ($1, $2, $3, $4, $5, '2018-01-01')`,
      [partner.id, newId(), id, coach.userId, coach.name],
    )
  })
  const manager = await anActor(world, 'manager', { partner, enterpriseId: id })
  const contributor = await anActor(world, 'contributor', { partner, enterpriseId: id })
  return { partner, id, name, partnerAdmin, coach, manager, contributor }
}

const START = `mutation Start($input: StartEvaluationInput!) { startEvaluation(input: $input) { evaluation { id } problem } }`

/** Starts the evaluation of an enterprise, by its manager; gives its id. */
export async function anEvaluation(
  world: World,
  enterprise: Pick<EnterpriseOfTest, 'id' | 'manager'>,
  overrides: { methodCode?: string; route?: 'full' | 'light'; startedOn?: string; plannedEndOn?: string } = {},
): Promise<string> {
  const input = { enterpriseId: enterprise.id, route: 'full', ...overrides }
  const { startEvaluation } = await must(world, enterprise.manager, START, { input })
  return startEvaluation.evaluation.id
}

/** One save as the apps send it; a fresh operation unless given. */
export function aSave(
  evaluationId: string,
  fieldKey: string,
  value: unknown,
  overrides: { stepCode?: string; baseRevision?: number; operationId?: string } = {},
) {
  return { evaluationId, stepCode: '1.7', fieldKey, value, baseRevision: 0, operationId: newId(), ...overrides }
}

const SAVE = `mutation Save($input: SaveAnswerInput!) { saveAnswer(input: $input) { answer { revision } conflict { revision } problem } }`

/** Writes several fields of a step, each for the first time. */
export async function write(
  world: World,
  actor: Actor,
  evaluationId: string,
  stepCode: string,
  values: Record<string, unknown>,
): Promise<void> {
  for (const [fieldKey, value] of Object.entries(values)) {
    const { saveAnswer } = await must(world, actor, SAVE, { input: aSave(evaluationId, fieldKey, value, { stepCode }) })
    if (!saveAnswer.answer) throw new Error(`${stepCode} ${fieldKey} was not saved: ${JSON.stringify(saveAnswer)}`)
  }
}

/** A question sheet with which every criterion of the first gate holds. */
export const WHOLE_SHEET: Record<string, unknown> = {
  candidates: ['c1', 'c2'],
  'candidates/c1/text':
    'Comment, et pour qui, le travail en binôme change-t-il la façon de demander de l’aide en six mois ?',
  'candidates/c2/text': 'Que deviennent les personnes six mois après leur départ ?',
  'candidates/c2/whyNot': 'Pour le prochain cycle.',
  chosen: 'c1',
  question: 'Comment, et pour qui, le travail en binôme change-t-il la façon de demander de l’aide en six mois ?',
  whyChosen: 'Trois groupes sur quatre l’ont placée en tête.',
  questionType: 'effectOfPractice',
  purposes: ['improve', 'advocate'],
  intendedUse: 'En mars, le conseil choisira de garder ou de revoir le binôme.',
  audience: 'Le conseil d’administration et l’équipe.',
  scope: 'Les deux ateliers, de janvier à juin.',
  meansDays: 12,
  domains: ['social'],
  consulted: 'Quatre personnes de l’atelier.',
}
