import { Field, ObjectType } from 'type-graphql'
import { fromCursor, PageInfo, pageOf } from '../../platform/connection.ts'
import type { PageArgs } from '../../platform/connection.ts'
import { BadInput, NotFound } from '../../platform/errors.ts'
import type { Reference } from '../../platform/tenant.ts'
import { demand } from '../access/actor.ts'
import type { Actor } from '../access/actor.ts'
import { Release } from './release.ts'
import type { ReleaseCell, ReleaseCoverage, ReleaseRules, ReleaseTables, ReleaseTheme } from './release.ts'
import { COVERAGE, LEFT_OUT, PLATFORMS, TERRITORIES } from './themes.ts'
import type { Theme } from './themes.ts'

@ObjectType({ description: 'A page of releases, the newest first.' })
export class ReleasePage {
  @Field(() => [Release]) nodes!: Release[]
  @Field(() => PageInfo) pageInfo!: PageInfo
}

/** The releases, the newest first. */
export async function releases(reference: Reference, actor: Actor, page: PageArgs): Promise<ReleasePage> {
  demand(actor, 'comparison:read')
  const before = page.after ? fromCursor(page.after, ['int'])[0]! : null
  if (before !== null && !(Number.isInteger(before) && Number(before) < 2 ** 31))
    throw new BadInput([{ field: 'after', code: 'notACursor' }])
  const rows = await reference.rows<Release>(
    `SELECT id, number, computed_at AS "computedAt", note FROM shared.release
     WHERE $1::int IS NULL OR number < $1 ORDER BY number DESC LIMIT $2`,
    [before, page.first + 1],
  )
  return pageOf(rows, page.first, ({ number }) => [number])
}

interface ReleaseRow extends Release {
  rules: ReleaseRules
  themes: Theme[]
  /** Cell key to value; hidden cells hold null. */
  cells: Record<string, number | null>
}

/**
 * One release. Cells that would tell the viewer something about others once their own partner's enterprises are taken
 * away are already empty when they leave the database.
 * @throws NotFound
 */
export async function release(reference: Reference, actor: Actor, number: number): Promise<ReleaseTables> {
  demand(actor, 'comparison:read')
  const row = await reference.row<ReleaseRow>(
    `SELECT r.id, r.number, r.computed_at AS "computedAt", r.note, r.rules, r.themes, (
       SELECT jsonb_object_agg(concat_ws('|', theme, item, platform_code, project_territory),
         CASE WHEN NOT $2 = ANY(hidden_for) THEN value END)
       FROM shared.release_cell WHERE release_id = r.id) AS cells
     FROM shared.release r WHERE r.number = $1`,
    [number, actor.partnerId],
  )
  if (!row) throw new NotFound()
  const { cells, themes, ...facts } = row
  const tables = themes.map((theme) => tableOf(theme, cells))
  return { ...facts, coverage: coverageOf(cells, tables), themes: tables }
}

function tableOf(theme: Theme, cells: ReleaseRow['cells']): ReleaseTheme {
  return {
    code: theme.code,
    label: theme.label,
    items: theme.items.map(({ code, label }) => ({
      code,
      label,
      cells: PLATFORMS.flatMap((platform) =>
        TERRITORIES.map((territory): ReleaseCell => ({
          platform,
          territory,
          value: cells[[theme.code, code, platform, territory].join('|')] ?? null,
        })),
      ),
    })),
  }
}

function coverageOf(cells: ReleaseRow['cells'], tables: ReleaseTheme[]): ReleaseCoverage {
  const count = (item: string) => cells[`${COVERAGE}|${item}|all|all`] ?? null
  const all = tables.flatMap(({ items }) => items.flatMap((item) => item.cells))
  const cellsShown = all.filter(({ value }) => value !== null && value !== undefined).length
  return {
    counted: count('counted'),
    partners: count('partners'),
    leftOut: LEFT_OUT.map((reason) => ({ reason, count: count(reason) })),
    cellsShown,
    cellsNotShown: all.length - cellsShown,
  }
}
