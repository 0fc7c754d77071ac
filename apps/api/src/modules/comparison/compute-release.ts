import type { Pool, PoolClient } from 'pg'
import { registerTasks } from '../../jobs/tasks.ts'
import { isId } from '../../platform/id.ts'
import type { MethodVersionData } from '../method/method-data.ts'
import { refreshAllShared } from '../sharing/refresh-shared.ts'
import { CELL_RULES, judgeCell } from './cell-rules.ts'
import type { JudgedCell } from './cell-rules.ts'
import { rulesText } from './rules-text.ts'
import { COVERAGE, LEFT_OUT, PLATFORMS, TERRITORIES, themesOf } from './themes.ts'
import type { Theme } from './themes.ts'

registerTasks({
  computeRelease: async ({ releaseId, note }, { worker }) => {
    if (!isId(releaseId)) throw new Error('A release needs an identifier.')
    await computeRelease(worker, releaseId, note)
  },
})

/** One number for all releases being made: they get their numbers one after the other. */
const RELEASE_LOCK = 7_351_905

/**
 * Computes a release from what is shared across the border and freezes it. Asked twice for the same identifier, it makes
 * one release.
 */
export async function computeRelease(worker: Pool, releaseId: string, note?: string, at = new Date()): Promise<void> {
  // What was taken back a moment ago must not be counted.
  await refreshAllShared(worker)
  const client = await worker.connect()
  let broken: Error | undefined
  try {
    await client.query('BEGIN')
    await client.query('SELECT pg_advisory_xact_lock($1)', [RELEASE_LOCK])
    await writeRelease(client, releaseId, note, at)
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch((lost: Error) => (broken = lost))
    throw error
  } finally {
    client.release(broken)
  }
}

async function writeRelease(client: PoolClient, releaseId: string, note: string | undefined, at: Date): Promise<void> {
  const { rows: versions } = await client.query<{ data: MethodVersionData }>('SELECT data FROM method_version')
  const themes = themesOf(versions.map(({ data }) => data))
  const { rowCount } = await client.query(
    `INSERT INTO shared.release (id, number, computed_at, rules, themes, note)
     SELECT $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5 FROM shared.release
     ON CONFLICT (id) DO NOTHING`,
    [
      releaseId,
      at,
      JSON.stringify({ ...CELL_RULES, text: rulesText(CELL_RULES) }),
      JSON.stringify(themes),
      note ?? null,
    ],
  )
  if (rowCount === 0) return
  const { rows } = await client.query<CountedRow>(COUNT)
  await client.query(
    `INSERT INTO shared.release_cell (release_id, theme, item, platform_code, project_territory, value, hidden_for)
     SELECT $1, theme, item, platform_code, project_territory, value, hidden_for
     FROM jsonb_to_recordset($2) AS c(theme text, item text, platform_code text, project_territory text, value int, hidden_for uuid[])`,
    [releaseId, JSON.stringify([...tableCells(themes, rows), ...coverageCells(rows)])],
  )
}

interface CountedRow {
  theme: string
  item: string
  platform: string
  territory: string
  partner_id: string
  count: number
}

interface StoredCell {
  theme: string
  item: string
  platform_code: string
  project_territory: string
  value: number | null
  hidden_for: string[]
}

// Each enterprise once per line; margins count it once too. Lines of the coverage look at all enterprises, but only at
// how far they share.
const COUNT = `
  WITH at_work AS (
    SELECT c.*, a.content FROM shared.cohort_progress c
    LEFT JOIN shared.artefact a ON a.partner_id = c.partner_id AND a.evaluation_id = c.evaluation_id
      AND a.kind = 'evaluationQuestion' AND a.sharing = 'crossBorder'
    WHERE c.recruitment <> 'declined' OR c.evaluation_id IS NOT NULL
  ), counted AS (
    SELECT * FROM at_work WHERE evaluation_id IS NOT NULL AND sharing = 'crossBorder'
  ), fact (theme, item, platform_code, project_territory, partner_id, enterprise_id) AS (
    SELECT 'questionType', content ->> 'questionType', platform_code, project_territory, partner_id, enterprise_id FROM counted
    UNION ALL
    SELECT 'purpose', item, platform_code, project_territory, partner_id, enterprise_id
    FROM counted CROSS JOIN LATERAL jsonb_array_elements_text(content -> 'purposes') AS item
    UNION ALL
    SELECT 'domain', item, platform_code, project_territory, partner_id, enterprise_id
    FROM counted CROSS JOIN LATERAL jsonb_array_elements_text(content -> 'domains') AS item
    UNION ALL
    SELECT 'method', item, platform_code, project_territory, partner_id, enterprise_id
    FROM counted CROSS JOIN LATERAL jsonb_array_elements_text(content -> 'methods') AS item
    UNION ALL
    SELECT 'phaseReached', CASE WHEN status = 'completed' THEN 'completed' ELSE 'phase' || phase END,
      platform_code, project_territory, partner_id, enterprise_id FROM counted
    UNION ALL
    SELECT '${COVERAGE}', item, 'all', 'all', partner_id, enterprise_id FROM at_work CROSS JOIN LATERAL unnest(ARRAY[
      CASE WHEN evaluation_id IS NULL THEN 'notStarted' WHEN sharing = 'crossBorder' THEN 'counted' ELSE sharing END,
      CASE WHEN sharing = 'crossBorder' AND content IS NULL THEN 'noQuestion' END]) AS item
  )
  SELECT theme, item, CASE WHEN grouping(platform_code) = 1 THEN 'all' ELSE platform_code END AS platform,
    CASE WHEN grouping(project_territory) = 1 THEN 'all' ELSE project_territory END AS territory,
    partner_id, count(DISTINCT enterprise_id)::int AS count
  FROM fact WHERE item IS NOT NULL
  GROUP BY theme, item, partner_id, CUBE (platform_code, project_territory)
  HAVING (grouping(platform_code) = 1 OR platform_code IS NOT NULL)
    AND (grouping(project_territory) = 1 OR project_territory IS NOT NULL)`

/** Every cell of every theme, also the empty ones, so that empty and suppressed cannot be told apart. */
function tableCells(themes: Theme[], rows: CountedRow[]): StoredCell[] {
  const groups = contributorsByCell(rows)
  return themes.flatMap((theme) =>
    theme.items.flatMap((item) =>
      PLATFORMS.flatMap((platform) =>
        TERRITORIES.map((territory) =>
          stored(
            theme.code,
            item.code,
            platform,
            territory,
            judgeCell(groups.get(key(theme.code, item.code, platform, territory)) ?? new Map()),
          ),
        ),
      ),
    ),
  )
}

/** How much was counted and what was left out, under the same rules as every cell. */
function coverageCells(rows: CountedRow[]): StoredCell[] {
  const groups = contributorsByCell(rows)
  const judged = (item: string) => judgeCell(groups.get(key(COVERAGE, item, 'all', 'all')) ?? new Map())
  const counted = judged('counted')
  const partners = groups.get(key(COVERAGE, 'counted', 'all', 'all'))?.size ?? 0
  return [
    stored(COVERAGE, 'counted', 'all', 'all', counted),
    stored(COVERAGE, 'partners', 'all', 'all', { ...counted, value: counted.value === null ? null : partners }),
    ...LEFT_OUT.map((reason) => stored(COVERAGE, reason, 'all', 'all', judged(reason))),
  ]
}

function contributorsByCell(rows: CountedRow[]): Map<string, Map<string, number>> {
  const groups = new Map<string, Map<string, number>>()
  for (const { theme, item, platform, territory, partner_id, count } of rows) {
    const cell = key(theme, item, platform, territory)
    const group = groups.get(cell) ?? new Map<string, number>()
    // The coverage comes with its own "all" beside the margins of the cube: both are the same number.
    groups.set(cell, group.set(partner_id, count))
  }
  return groups
}

const key = (...parts: string[]): string => parts.join('|')

const stored = (theme: string, item: string, platform: string, territory: string, cell: JudgedCell): StoredCell => ({
  theme,
  item,
  platform_code: platform,
  project_territory: territory,
  value: cell.value,
  hidden_for: cell.hiddenFor,
})
