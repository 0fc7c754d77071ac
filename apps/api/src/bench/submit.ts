import { randomUUID } from 'node:crypto'
import { compile } from '@vises/questionnaire/compile.ts'
import type { Question, Questionnaire } from '@vises/questionnaire/model.ts'
import pg from 'pg'
import type { DataSource } from 'typeorm'
import { linkToken } from '../modules/collection/link-token.ts'
import { hashToken } from '../platform/context.ts'
import { idOf } from '../platform/id.ts'
import { Tenant } from '../platform/tenant.ts'
import type { BenchPeople } from './data.ts'
import type { BenchOperation } from './operations.ts'

/** Two open waves of forty questions: one for ours, one for the yardstick, so that each can be counted. */
export const SUBMIT_WAVES = { ours: idOf('bench wave ours'), limit: idOf('bench wave limit') }

const NONCE = 'bench'

/** Forty questions as surveys ask them. */
function questionnaire(): Questionnaire {
  const kinds = ['scale', 'agreement', 'single', 'yesNo', 'shortText'] as const
  return {
    title: { fr: 'Quarante questions' },
    baseLanguage: 'fr',
    languages: ['fr'],
    choiceLists: { places: ['lille', 'kortrijk', 'mons'].map((name) => ({ name, label: { fr: name } })) },
    items: Array.from({ length: 40 }, (_, n): Question => {
      const kind = kinds[n % kinds.length]!
      return { kind, key: `q${n}`, label: { fr: `Question ${n}` }, ...(kind === 'single' ? { choices: 'places' } : {}) }
    }),
  }
}

/** Answers to them, other ones each time. */
export function fortyAnswers(): Record<string, string | number> {
  const pick = (most: number) => Math.floor(Math.random() * most)
  return Object.fromEntries(
    Array.from({ length: 40 }, (_, n) => {
      const values = [
        pick(11),
        1 + pick(5),
        ['lille', 'kortrijk', 'mons'][pick(3)]!,
        pick(2) ? 'yes' : 'no',
        `Un mot ${pick(1000)}`,
      ]
      return [`q${n}`, values[n % 5]!]
    }),
  )
}

/** Publishes the questionnaire and opens the waves, each with an open link. */
export async function prepareSubmit(
  app: DataSource,
  { partnerId, enterpriseId }: BenchPeople,
  secret: string,
): Promise<void> {
  const content = questionnaire()
  const [questionnaireId, versionId] = [idOf('bench questionnaire'), idOf('bench version')]
  await new Tenant(app, { partnerId, userId: partnerId, enterpriseId: null }).write(async (db) => {
    await db.rows(
      `INSERT INTO questionnaire (partner_id, id, enterprise_id, title, draft, published_version, updated_by_name)
       VALUES ($1, $2, $3, 'Bench', $4, 1, 'Bench')`,
      [partnerId, questionnaireId, enterpriseId, JSON.stringify(content)],
    )
    await db.rows(
      `INSERT INTO questionnaire_version (partner_id, id, enterprise_id, questionnaire_id, number, content, compiled, published_by_name)
       VALUES ($1, $2, $3, $4, 1, $5, $6, 'Bench')`,
      [partnerId, versionId, enterpriseId, questionnaireId, JSON.stringify(content), JSON.stringify(compile(content))],
    )
    for (const [name, waveId] of Object.entries(SUBMIT_WAVES)) {
      await db.rows(
        `INSERT INTO wave (partner_id, id, enterprise_id, questionnaire_id, version_id, title, opened_at, languages, asked_by, created_by_name)
         VALUES ($1, $2, $3, $4, $5, 'Bench', now(), '{fr}', 'Bench', 'Bench')`,
        [partnerId, waveId, enterpriseId, questionnaireId, versionId],
      )
      const nonce = NONCE + name
      await db.rows(
        `INSERT INTO collection_link (partner_id, id, enterprise_id, wave_id, batch_id, kind, nonce, token_hash)
         VALUES ($1, $2, $3, $4, $2, 'open', $5, $6)`,
        [partnerId, idOf(`bench link ${name}`), enterpriseId, waveId, nonce, hashToken(linkToken(secret, nonce))],
      )
    }
  })
}

/** An answer of forty questions, sent by five hundred people at a time, each from an address of their own. */
export function submitOperation(ownerUrl: string, secret: string): BenchOperation {
  const token = linkToken(secret, `${NONCE}ours`)
  const sent: string[] = []
  let people = 0
  return {
    name: 'submit',
    atLeast: 0.4,
    clients: 500,
    ours: (port) => ({
      port,
      path: '/api/q/submit',
      headers: () => ({ 'x-forwarded-for': `81.${(people++ >> 16) & 255}.${(people >> 8) & 255}.${people & 255}` }),
      body: () => {
        const id = randomUUID()
        sent.push(id)
        return JSON.stringify({ token, id, version: 1, language: 'fr', answers: fortyAnswers(), seconds: 240 })
      },
      good: (status, body) => status === 200 && body === '{"accepted":true}',
    }),
    limit: (port) => ({ port, path: '/submit', good: (status) => status === 200 }),
    afterwards: () => lostAndDoubled(ownerUrl, sent),
  }
}

/** Compares what was acknowledged with what is stored; both counts have to be the same. */
async function lostAndDoubled(ownerUrl: string, sent: string[]): Promise<string> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    // The owner is fenced too: the count is made as the partner's.
    await owner.query(
      'BEGIN; ALTER TABLE response NO FORCE ROW LEVEL SECURITY; ALTER TABLE response_pending NO FORCE ROW LEVEL SECURITY',
    )
    const { rows } = await owner.query(
      `SELECT (SELECT count(*) FROM response WHERE wave_id = $1)::int AS stored,
         (SELECT count(*) FROM response_pending WHERE wave_id = $1)::int AS waiting,
         (SELECT count(*) FROM unnest($2::uuid[]) AS s (id) WHERE NOT EXISTS (SELECT FROM response r WHERE r.id = s.id))::int AS lost`,
      [SUBMIT_WAVES.ours, sent],
    )
    await owner.query('ROLLBACK')
    const { stored, waiting, lost } = rows[0]
    const doubled = stored - (sent.length - lost)
    if (lost !== 0 || doubled !== 0 || waiting !== stored)
      throw new Error(`submit: ${lost} lost, ${doubled} doubled, ${waiting} of ${stored} wait to be counted`)
    return `${sent.length} answers acknowledged, ${lost} lost, ${doubled} doubled`
  } finally {
    await owner.end()
  }
}
