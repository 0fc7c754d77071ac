import { rowsOf } from '@vises/questionnaire/cells.ts'
import type { Db } from '../../../platform/tenant.ts'
import { FEWEST } from '../disclosure/coarsen.ts'
import type { Entry, ResponseRow } from './export-columns.ts'

/** Which answers a file holds. */
export interface ExportScope {
  partnerId: string
  enterpriseId: string
  questionnaireId: string
  /** The waves that may be in. */
  waveIds: readonly string[]
  setAside: boolean
}

/** A wave that has enough answers, with how many of them go into the file. */
export interface CountedWave {
  id: string
  title: string
  version: number
  answers: number
}

/** Whether any wave has five answers; looks at five of each at most. */
export async function hasExportableWave(db: Db, scope: Omit<ExportScope, 'setAside'>): Promise<boolean> {
  const row = await db.row(
    `SELECT w.id FROM wave w
     WHERE w.partner_id = $1 AND w.enterprise_id = $2 AND w.questionnaire_id = $3 AND w.id = ANY($4)
       AND ${FEWEST} = (SELECT count(*) FROM (SELECT FROM response r WHERE r.partner_id = w.partner_id
         AND r.enterprise_id = w.enterprise_id AND r.wave_id = w.id AND r.set_aside_reason IS NULL LIMIT ${FEWEST}) few)
     LIMIT 1`,
    [scope.partnerId, scope.enterpriseId, scope.questionnaireId, scope.waveIds],
  )
  return row !== undefined
}

/** The waves with five answers or more; those set aside do not make five. */
export async function exportableWaves(db: Db, scope: ExportScope): Promise<CountedWave[]> {
  const rows = await db.rows<CountedWave & { answers: string; counted: string }>(
    `SELECT w.id, w.title, max(r.version) AS version, count(*) FILTER (WHERE r.set_aside_reason IS NULL) AS counted,
       count(*) FILTER (WHERE $5 OR r.set_aside_reason IS NULL) AS answers
     FROM wave w JOIN response r ON r.partner_id = w.partner_id AND r.enterprise_id = w.enterprise_id AND r.wave_id = w.id
     WHERE w.partner_id = $1 AND w.enterprise_id = $2 AND w.questionnaire_id = $3 AND w.id = ANY($4)
     GROUP BY w.id, w.title, w.created_at ORDER BY w.created_at, w.id`,
    [scope.partnerId, scope.enterpriseId, scope.questionnaireId, scope.waveIds, scope.setAside],
  )
  return rows
    .filter(({ counted }) => Number(counted) >= FEWEST)
    .map(({ id, title, version, answers }) => ({ id, title, version, answers: Number(answers) }))
}

/** Lines read at a time: few enough that other work of the process hardly waits for them. */
const BATCH = 50

/**
 * Reads the answers of some waves wave by wave, in the order of their random identifiers, through a cursor: what comes in
 * meanwhile is not seen. While a batch is worked on the next is fetched; no more than the two are in memory.
 */
export async function* readResponses(
  db: Db,
  { partnerId, enterpriseId, setAside }: ExportScope,
  waves: readonly CountedWave[],
  asText: boolean,
): AsyncGenerator<ResponseRow[]> {
  const answers = asText ? `'{}'::jsonb AS answers, answers::text AS text` : 'answers'
  for (const { id } of waves) {
    await db.rows(
      `DECLARE answers NO SCROLL CURSOR FOR
       SELECT wave_id AS "waveId", group_id AS "groupId", version, language, channel, received_on::text AS day, seconds,
         set_aside_reason AS "setAside", ${answers}, consent
       FROM response WHERE partner_id = $1 AND enterprise_id = $2 AND wave_id = $3 AND ($4 OR set_aside_reason IS NULL) ORDER BY id`,
      [partnerId, enterpriseId, id, setAside],
    )
    const fetch = () => {
      const rows = db.rows<ResponseRow>(`FETCH ${BATCH} FROM answers`)
      // Whoever stops reading does not wait for it.
      rows.catch(() => undefined)
      return rows
    }
    let next: Promise<ResponseRow[]> | undefined = fetch()
    while (next) {
      const rows: ResponseRow[] = await next
      next = rows.length === BATCH ? fetch() : undefined
      if (rows.length > 0) yield rows
    }
    await db.rows('CLOSE answers')
  }
}

/** The lines of a table in some answers, of which the first has a number. */
export function entriesOf(repeat: string, responses: readonly ResponseRow[], first: number): Entry[] {
  if (repeat === '')
    return responses.map((response, index) => ({
      number: first + index,
      response,
      answers: response.answers,
      at: NOWHERE,
    }))
  return responses.flatMap((response, index) =>
    rowsOf(repeat, response.answers).map(({ at, answers }) => ({ number: first + index, response, answers, at })),
  )
}

const NOWHERE: number[] = []
