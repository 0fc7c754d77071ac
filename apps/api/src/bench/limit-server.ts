import http from 'node:http'
import pg from 'pg'
import { fortyAnswers, SUBMIT_WAVES } from './submit.ts'

/**
 * The yardstick: node:http, one prepared statement that lets PostgreSQL write the JSON, the same fences, nothing else.
 * No sign-in, no GraphQL, no rules: what this machine can do at most with this database.
 */
const { DATABASE_URL, PORT, PARTNER_ID, ENTERPRISE_ID, EVALUATION_ID } = process.env
const pool = new pg.Pool({
  connectionString: DATABASE_URL,
  max: 10,
  options: '-c plan_cache_mode=force_generic_plan -c jit=off',
})

const BEGIN = (readOnly: boolean) =>
  `BEGIN${readOnly ? ' READ ONLY' : ''}; SET LOCAL app.partner_id = '${PARTNER_ID}'; SET LOCAL app.enterprise_id = ''; SET LOCAL app.user_id = '${PARTNER_ID}'`

const STATEMENTS: Record<string, { readOnly: boolean; text: string; values: () => unknown[] }> = {
  '/cohort-page': {
    readOnly: true,
    text: `SELECT json_build_object('total', (SELECT count(*) FROM enterprise WHERE partner_id = $1), 'nodes', json_agg(r)) AS body FROM (
      SELECT e.id, e.name, e.city, p.platform_code AS "platformCode", a.coach_name AS "coachName", v.phase, v.current_step AS "currentStep",
        v.status, v.steps_done AS "stepsDone", v.steps_total AS "stepsTotal", e.recruitment, v.last_activity_at AS "lastActivityAt",
        stall_reason(v.status, v.phase, v.current_step, v.step_changed_at, v.last_activity_at, v.planned_end_on, v.steps_done, v.steps_total, now()) AS "stallReason"
      FROM enterprise e
      LEFT JOIN evaluation v ON v.partner_id = e.partner_id AND v.id = e.current_evaluation_id
      LEFT JOIN accompaniment a ON a.partner_id = e.partner_id AND a.enterprise_id = e.id AND a.ends_on IS NULL
      LEFT JOIN participation p ON p.partner_id = e.partner_id AND p.enterprise_id = e.id AND p.ends_on IS NULL
      WHERE e.partner_id = $1 ORDER BY e.sort_name, e.id LIMIT 50) r`,
    values: () => [PARTNER_ID],
  },
  // What the page of an evaluation shows: where it stands, each step with what is filled in, comments, gates.
  '/evaluation-page': {
    readOnly: true,
    text: `SELECT json_build_object('id', v.id, 'enterpriseName', e.name, 'coachName', a.coach_name, 'route', v.route, 'status', v.status,
        'phase', v.phase, 'currentStep', v.current_step, 'done', v.steps_done, 'total', v.steps_total, 'sharing', v.sharing,
        'plannedEndOn', v.planned_end_on, 'lastActivityAt', v.last_activity_at,
        'stallReason', stall_reason(v.status, v.phase, v.current_step, v.step_changed_at, v.last_activity_at, v.planned_end_on, v.steps_done, v.steps_total, now()),
        'steps', (SELECT json_object_agg(s.step_code, json_build_object('status', s.status, 'by', s.changed_by_name, 'at', s.changed_at))
          FROM step_state s WHERE s.partner_id = $1 AND s.evaluation_id = v.id),
        'answered', (SELECT json_object_agg(f.step_code, f.keys) FROM (SELECT n.step_code, json_agg(n.field_key) AS keys FROM answer n
          WHERE n.partner_id = $1 AND n.evaluation_id = v.id GROUP BY n.step_code) f),
        'comments', (SELECT json_object_agg(o.step_code, o.open) FROM (SELECT c.step_code, count(*) AS open FROM step_comment c
          WHERE c.partner_id = $1 AND c.evaluation_id = v.id AND c.resolved_at IS NULL GROUP BY c.step_code) o),
        'gates', (SELECT json_agg(g) FROM gate_record g WHERE g.partner_id = $1 AND g.evaluation_id = v.id)) AS body
      FROM evaluation v JOIN enterprise e ON e.partner_id = v.partner_id AND e.id = v.enterprise_id
      LEFT JOIN accompaniment a ON a.partner_id = v.partner_id AND a.enterprise_id = v.enterprise_id AND a.ends_on IS NULL
      WHERE v.partner_id = $1 AND v.id = $2`,
    values: () => [PARTNER_ID, EVALUATION_ID],
  },
  '/autosave': {
    readOnly: false,
    text: `WITH now_saved AS (
        UPDATE answer SET value = $3, revision = revision + 1, saved_at = now()
        WHERE partner_id = $1 AND evaluation_id = $2 AND step_code = '1.7' AND field_key = $6 RETURNING revision, saved_at)
      INSERT INTO answer_revision (partner_id, enterprise_id, evaluation_id, step_code, field_key, revision, value, operation_id, author_user_id, author_name)
      SELECT $1, $4, $2, '1.7', $6, revision, $3, $5, $1, 'Bench' FROM now_saved
      RETURNING json_build_object('revision', revision, 'savedAt', saved_at) AS body`,
    values: () => [
      PARTNER_ID,
      EVALUATION_ID,
      JSON.stringify(`text ${Math.random()}`),
      ENTERPRISE_ID,
      crypto.randomUUID(),
      field(),
    ],
  },
  // An answer to forty questions, as it was sent.
  '/submit': {
    readOnly: false,
    text: `INSERT INTO response (partner_id, id, enterprise_id, wave_id, version, language, channel, received_on, seconds, answers)
      VALUES ($1, $2, $3, $4, 1, 'fr', 'online', current_date, 240, $5) RETURNING json_build_object('accepted', true) AS body`,
    values: () => [PARTNER_ID, crypto.randomUUID(), ENTERPRISE_ID, SUBMIT_WAVES.limit, JSON.stringify(fortyAnswers())],
  },
  '/dashboard': {
    readOnly: true,
    text: `SELECT json_build_object('asOf', max(as_of), 'cells', json_agg(r)) AS body FROM (
      SELECT platform_code, project_territory, partner_id, phase, status, count(*) AS enterprises, max(as_of) AS as_of
      FROM shared.cohort_progress GROUP BY 1, 2, 3, 4, 5) r`,
    values: () => [],
  },
}

// Each client types in a field of its own, as people do.
let turn = 0
const field = () => `candidates/c${1 + (turn++ % 30)}/text`

http
  .createServer(async (request, response) => {
    const statement = STATEMENTS[request.url ?? '']
    if (!statement) return response.writeHead(404).end()
    const client = await pool.connect()
    try {
      await client.query(BEGIN(statement.readOnly))
      const { rows } = await client.query({ name: request.url!, text: statement.text, values: statement.values() })
      await client.query('COMMIT')
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(rows[0].body))
    } catch (error) {
      await client.query('ROLLBACK')
      response.writeHead(500).end(String(error))
    } finally {
      client.release()
    }
    return undefined
  })
  .listen(Number(PORT), '127.0.0.1', () => console.log('ready'))
