import { hashToken } from '../../platform/context.ts'
import { makeHttp } from '../../platform/http.ts'
import { newId } from '../../platform/id.ts'
import { routes } from '../../routes.ts'
import { tenantOf } from '../../../test/world.ts'
import type { World } from '../../../test/world.ts'
import type { Actor } from '../access/actor.ts'

/** What a row of the cohort can be arranged to be; dates and times as SQL texts. */
export interface Arranged {
  name?: string
  country?: 'BE' | 'FR'
  identifier?: string | null
  postalCode?: string | null
  city?: string | null
  recruitment?: 'recruited' | 'pending' | 'declined' | 'started'
  platform?: string
  territory?: string
  coach?: Actor
  evaluation?: {
    status?: 'active' | 'paused' | 'stopped' | 'completed'
    stopReason?: string
    phase?: number
    currentStep?: string
    stepsDone?: number
    stepsTotal?: number
    plannedEndOn?: string
    lastActivityAt?: string
    stepChangedAt?: string
    sharing?: string
  }
}

/** An enterprise as it would be after some months; arranged by SQL, so that tests of lists do not depend on the journey. */
export async function anEnterprise(
  world: World,
  by: Actor,
  arranged: Arranged = {},
): Promise<{ id: string; evaluationId: string | null; name: string }> {
  const [id, name] = [newId(), arranged.name ?? `Enterprise ${newId().slice(-6)}`]
  const { evaluation } = arranged
  const evaluationId = evaluation ? newId() : null
  await tenantOf(world, { ...by, enterpriseId: null }).write(async (db) => {
    await db.rows(
      `INSERT INTO enterprise (partner_id, id, name, country, identifier, postal_code, city, recruitment) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        by.partnerId,
        id,
        name,
        arranged.country ?? 'BE',
        arranged.identifier ?? null,
        arranged.postalCode ?? null,
        arranged.city ?? null,
        arranged.recruitment ?? (evaluation ? 'started' : 'recruited'),
      ],
    )
    if (evaluation) {
      const { status = 'active' } = evaluation
      await db.rows(
        `INSERT INTO evaluation (partner_id, id, enterprise_id, method_code, route, status, stop_reason, started_on, planned_end_on, phase,
           current_step, steps_done, steps_total, last_activity_at, step_changed_at, sharing)
         VALUES ($1, $2, $3, '2018', 'full', $4, $5, current_date - 30, coalesce($6::date, current_date + 300), $7, $8, $9, $10,
           coalesce($11::timestamptz, now()), coalesce($12::timestamptz, now()), $13)`,
        [
          by.partnerId,
          evaluationId,
          id,
          status,
          status === 'stopped' ? (evaluation.stopReason ?? 'time') : null,
          evaluation.plannedEndOn ?? null,
          evaluation.phase ?? 1,
          evaluation.currentStep ?? '1.1',
          evaluation.stepsDone ?? 0,
          evaluation.stepsTotal ?? 28,
          evaluation.lastActivityAt ?? null,
          evaluation.stepChangedAt ?? null,
          evaluation.sharing ?? 'private',
        ],
      )
      await db.rows('UPDATE enterprise SET current_evaluation_id = $3 WHERE partner_id = $1 AND id = $2', [
        by.partnerId,
        id,
        evaluationId,
      ])
    }
    if (arranged.platform) {
      await db.rows(
        `INSERT INTO participation (partner_id, id, enterprise_id, platform_code, starts_on) VALUES ($1, $2, $3, $4, '2017-01-01')`,
        [by.partnerId, newId(), id, arranged.platform],
      )
    }
    if (arranged.territory) {
      await db.rows(
        `INSERT INTO enterprise_territory (partner_id, enterprise_id, territory_code, link) VALUES ($1, $2, $3, 'seat')`,
        [by.partnerId, id, arranged.territory],
      )
    }
    if (arranged.coach) {
      await db.rows(
        `INSERT INTO accompaniment (partner_id, id, enterprise_id, coach_user_id, coach_name, starts_on) VALUES ($1, $2, $3, $4, $5, '2017-01-01')`,
        [by.partnerId, newId(), id, arranged.coach.userId, arranged.coach.name],
      )
    }
  })
  return { id, evaluationId, name }
}

/** The server of this world on a port of its own; `ask` speaks HTTP as a person, by an API token, or as a visitor. */
export async function aServer(world: World) {
  const http = await makeHttp(world.services, world.schema, {}, { admin: '/nowhere', client: '/nowhere' }, routes)
  const address = await http.listen({ port: 0, host: '127.0.0.1' })
  return {
    async ask(
      actor: Actor | undefined,
      path: string,
      init: { method?: string; body?: string | Uint8Array<ArrayBuffer>; headers?: Record<string, string> } = {},
    ) {
      const headers = { ...init.headers, ...(actor ? { authorization: `Bearer ${await aToken(world, actor)}` } : {}) }
      return fetch(`${address}${path}`, { ...init, headers })
    },
    close: () => http.close(),
  }
}

async function aToken(world: World, actor: Actor): Promise<string> {
  const token = `test-${newId()}`
  await tenantOf(world, actor).write((db) =>
    db.rows(
      `INSERT INTO api_token (partner_id, id, membership_id, name, token_hash, expires_at) VALUES ($1, $2, $3, 'test', $4, now() + interval '1 hour')`,
      [actor.partnerId, newId(), actor.membershipId, hashToken(token)],
    ),
  )
  return token
}
