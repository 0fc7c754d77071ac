import pg from 'pg'
import { openAppDataSource } from '../src/platform/database.ts'
import { newId } from '../src/platform/id.ts'
import { Reference, Tenant } from '../src/platform/tenant.ts'
import type { Db, TenantBinding } from '../src/platform/tenant.ts'
import { canariesOf, namesEnterprise, plantPartner, readCatalogue } from './planted-rows.ts'
import type { Catalogue, PlantedPartner, Row } from './planted-rows.ts'
import { aPartner, aWorld } from './world.ts'
import type { World } from './world.ts'

let world: World
let catalogue: Catalogue
let a: PlantedPartner
let b: PlantedPartner
/** A connection as the API's role, without anything of ours in between. */
let raw: pg.Client

beforeAll(async () => {
  world = await aWorld()
  catalogue = await readCatalogue(world.root)
  a = await plantPartner(world.root, catalogue, (await aPartner(world)).id, 'A')
  b = await plantPartner(world.root, catalogue, (await aPartner(world)).id, 'B')
  raw = new pg.Client({ connectionString: world.urls.app })
  await raw.connect()
})
afterAll(async () => {
  await raw?.end()
  await world?.close()
})

/** One transaction as a unit of work would open it; always rolled back. */
async function acting<T>(partnerId: string, enterpriseId: string | undefined, work: () => Promise<T>): Promise<T> {
  await raw.query(
    `BEGIN; SET LOCAL app.partner_id = '${partnerId}'; SET LOCAL app.enterprise_id = '${enterpriseId ?? ''}'`,
  )
  try {
    return await work()
  } finally {
    await raw.query('ROLLBACK')
  }
}

/** What the database answers: how many rows, or the error's code. */
async function outcome(sql: string, values: unknown[] = []): Promise<number | string> {
  await raw.query('SAVEPOINT attempt')
  try {
    const { rowCount } = await raw.query(sql, values)
    await raw.query('SET CONSTRAINTS ALL IMMEDIATE')
    return rowCount ?? 0
  } catch (error) {
    return (error as pg.DatabaseError).code!
  } finally {
    await raw.query('ROLLBACK TO SAVEPOINT attempt')
  }
}

function insertOf(table: string, row: Row): [string, unknown[]] {
  const names = catalogue.columns
    .filter((column) => column.table === table && row[column.name] !== null)
    .map(({ name }) => name)
  const values = names.map((name) => {
    const value = row[name]
    const json = catalogue.columns.find((column) => column.table === table && column.name === name)!.type === 'jsonb'
    return json ? JSON.stringify(value) : value
  })
  return [`INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((_, index) => `$${index + 1}`)})`, values]
}

/** The same row under keys of its own. */
function copyOf(table: string, row: Row): Row {
  const copy: Row = { ...row, current_evaluation_id: null }
  const pointers = catalogue.references.filter((one) => one.table === table).flatMap(({ columns }) => columns)
  for (const { name, type } of catalogue.columns.filter((column) => column.table === table)) {
    if (type === 'uuid' && !pointers.includes(name) && name !== 'partner_id' && row[name] !== null) copy[name] = newId()
    if (name === 'email' || (name === 'id' && type === 'text')) copy[name] = `${newId()}@x.example`
  }
  return copy
}

const rowsOf = (partner: PlantedPartner, table: string): Row[] =>
  namesEnterprise(catalogue, table) ? partner.enterprises.map(({ rows }) => rows[table]!) : [partner.rows[table]!]

const REFUSED = '42501'
const NO_SUCH_KEY = '23503'

test('every tenant table of the catalogue has planted rows of both partners', async () => {
  for (const table of catalogue.tables) {
    const { rows } = await world.root.query(
      `SELECT partner_id, count(*)::int AS n FROM ${table} WHERE partner_id = ANY($1) GROUP BY 1`,
      [[a.id, b.id]],
    )
    expect([table, rows.length]).toEqual([table, 2])
  }
})

describe('T2 Read by foreign id, in SQL', () => {
  test('T2 Read by foreign id: in every tenant table a partner sees its own rows and no other', async () => {
    await acting(a.id, undefined, async () => {
      for (const table of catalogue.tables) {
        const { rows } = await raw.query(`SELECT partner_id, to_jsonb(t)::text AS text FROM ${table} t`)
        expect([table, rows.length]).toEqual([table, rowsOf(a, table).length])
        expect(rows.every(({ partner_id }) => partner_id === a.id)).toBe(true)
        expect(canariesOf('B', rows.map(({ text }) => text).join())).toEqual([])
        expect(await outcome(`SELECT FROM ${table} WHERE partner_id = $1`, [b.id])).toBe(0)
      }
    })
  })
})

describe('T3 Write by foreign id, in SQL', () => {
  test('T3 Write by foreign id: nothing of another partner is changed or deleted in any table', async () => {
    await acting(a.id, undefined, async () => {
      for (const table of catalogue.tables) {
        expect([0, REFUSED]).toContain(
          await outcome(`UPDATE ${table} SET partner_id = partner_id WHERE partner_id = $1`, [b.id]),
        )
        expect([0, REFUSED]).toContain(await outcome(`DELETE FROM ${table} WHERE partner_id = $1`, [b.id]))
      }
    })
  })
})

describe('T4 Foreign reference in input, in SQL', () => {
  test('T4 Foreign reference in input: no key of any table can point at a row of another partner', async () => {
    expect(catalogue.tenantReferences.length).toBeGreaterThanOrEqual(18)
    for (const { table, columns, target, targetColumns } of catalogue.tenantReferences) {
      const pointer = Object.fromEntries(
        columns.map((column, index) => [column, rowsOf(b, target)[0]![targetColumns[index]!]]),
      )
      const row: Row = { ...copyOf(table, rowsOf(a, table)[0]!), ...pointer, partner_id: a.id }
      // An enterprise points at its evaluation: only that column is the other partner's.
      if (table === 'enterprise') row['id'] = newId()
      const answer = await acting(a.id, undefined, () => outcome(...insertOf(table, row)))
      expect([table, columns, answer]).toEqual([table, columns, NO_SUCH_KEY])
    }
  })

  test('T4 Foreign reference in input: the answer does not tell whether the other partner’s row exists', async () => {
    const message = async (evaluationId: string) => {
      const row = { ...copyOf('step_comment', rowsOf(a, 'step_comment')[0]!), evaluation_id: evaluationId }
      try {
        await acting(a.id, undefined, () => raw.query(...insertOf('step_comment', row)))
      } catch (error) {
        return `${(error as Error).message} ${(error as pg.DatabaseError).detail}`.replace(evaluationId, '<id>')
      }
    }
    const foreign = await message(b.enterprises[0].evaluationId)
    expect(foreign).toContain('violates foreign key')
    expect(foreign).toBe(await message(newId()))
  })

  test('T4 Foreign reference in input: what hangs on an evaluation cannot hang on another enterprise’s', async () => {
    const [one, two] = a.enterprises
    const tables = catalogue.tenantReferences.filter(({ target }) => target === 'evaluation').map(({ table }) => table)
    expect(tables.length).toBeGreaterThanOrEqual(7)
    for (const table of tables.filter((name) => name !== 'enterprise')) {
      const row = {
        ...copyOf(table, one.rows[table]!),
        evaluation_id: two.evaluationId,
        step_code: 'none',
        returned_at: new Date(),
      }
      for (const enterpriseId of [undefined, one.id]) {
        const answer = await acting(a.id, enterpriseId, () => outcome(...insertOf(table, row)))
        expect([table, answer]).toEqual([table, NO_SUCH_KEY])
      }
    }
  })

  test('T4 Foreign reference in input: the same identifier in two partners is two rows, so a key tells nothing', async () => {
    await acting(a.id, undefined, async () => {
      for (const { table, columns } of catalogue.keys) {
        const row = copyOf(table, rowsOf(a, table)[0]!)
        const theirs = rowsOf(b, table)[0]!
        const pointers = catalogue.tenantReferences.filter((one) => one.table === table).flatMap((one) => one.columns)
        for (const column of columns) if (!pointers.includes(column)) row[column] = theirs[column]
        if (columns.every((column) => row[column] === rowsOf(a, table)[0]![column])) continue
        const answer = await outcome(...insertOf(table, { ...row, partner_id: a.id }))
        // Rules of the partner's own (one coach at a time, one reminder a day) may refuse the copy; another partner's never do.
        if (answer === '23505')
          expect(await outcome(...insertOf(table, copyOf(table, rowsOf(a, table)[0]!)))).toBe('23505')
        else expect([table, answer]).toEqual([table, 1])
      }
    })
  })
})

describe('T6 Mass assignment / re-homing, in SQL', () => {
  test('T6 Mass assignment / re-homing: a row cannot be moved to, or made in, another partner', async () => {
    await acting(a.id, undefined, async () => {
      for (const table of catalogue.tables) {
        expect([
          table,
          await outcome(`UPDATE ${table} SET partner_id = $2 WHERE partner_id = $1`, [a.id, b.id]),
        ]).toEqual([table, REFUSED])
        const stranger = copyOf(table, rowsOf(b, table)[0]!)
        expect([table, await outcome(...insertOf(table, stranger))]).toEqual([table, REFUSED])
      }
    })
  })

  test('T6 Mass assignment / re-homing: ON CONFLICT does not reach another partner’s row', async () => {
    await acting(a.id, undefined, async () => {
      const theirs = b.enterprises[0].rows['enterprise']!
      const [sql, values] = insertOf('enterprise', { ...theirs, current_evaluation_id: null })
      expect(await outcome(`${sql} ON CONFLICT (partner_id, id) DO UPDATE SET name = 'taken'`, values)).toBe(REFUSED)
    })
  })
})

describe('T10 Query without context', () => {
  test('T10 Query without context: every tenant table is empty and takes nothing', async () => {
    for (const settings of [
      '',
      `SET LOCAL app.partner_id = ''`,
      `SET LOCAL app.partner_id = ''; SET LOCAL app.enterprise_id = '${a.enterprises[0].id}'`,
    ]) {
      await raw.query(`BEGIN; ${settings}`)
      for (const table of catalogue.tables) {
        expect([table, await outcome(`SELECT FROM ${table}`)]).toEqual([table, 0])
        expect([table, await outcome(...insertOf(table, copyOf(table, rowsOf(a, table)[0]!)))]).toEqual([
          table,
          REFUSED,
        ])
        expect([0, REFUSED]).toContain(await outcome(`UPDATE ${table} SET partner_id = partner_id`))
        expect([0, REFUSED]).toContain(await outcome(`DELETE FROM ${table}`))
      }
      await raw.query('ROLLBACK')
    }
  })

  test('T10 Query without context: a setting that is no identifier is an error, never everything', async () => {
    await raw.query(`BEGIN; SET LOCAL app.partner_id = 'x'' OR true --'`)
    expect(await outcome('SELECT FROM enterprise')).toBe('22P02')
    await raw.query('ROLLBACK')
  })

  test('T10 Query without context: outside units, and after one was rolled back, nothing shows', async () => {
    const app = await openAppDataSource(world.urls.app, 1)
    try {
      const tenant = new Tenant(app, { partnerId: a.id, userId: newId(), enterpriseId: null })
      await expect(
        tenant.write(async (db) => {
          expect((await db.rows('SELECT FROM enterprise')).length).toBe(2)
          throw new Error('no')
        }),
      ).rejects.toThrow('no')
      const reference = new Reference(app)
      for (const table of catalogue.tables) expect(await reference.rows(`SELECT * FROM ${table}`)).toEqual([])
      expect(await app.query('SELECT * FROM enterprise')).toEqual([])
    } finally {
      await app.destroy()
    }
  })

  test('T10 Query without context: a unit takes real identifiers only, does not nest, and is dead when it has ended', async () => {
    const bind = (binding: Partial<TenantBinding>) =>
      new Tenant(world.services.app, { partnerId: a.id, userId: newId(), enterpriseId: null, ...binding })
    for (const bad of [undefined, '', `' OR true --`, `${a.id}'; SET LOCAL app.partner_id = '${b.id}`, 'null']) {
      expect(() => bind({ partnerId: bad as string })).toThrow(/real identifiers/)
      expect(() => bind({ userId: bad as string })).toThrow(/real identifiers/)
      if (bad) expect(() => bind({ enterpriseId: bad })).toThrow(/real identifiers/)
    }
    // An empty text as enterprise would widen the unit to the whole partner.
    expect(() => bind({ enterpriseId: '' })).toThrow(/real identifiers/)
    const tenant = bind({})
    await expect(tenant.read(() => tenant.read(async () => 1))).rejects.toThrow(/do not nest/)
    let kept: Db | undefined
    await tenant.read(async (db) => void (kept = db))
    await expect(kept!.rows('SELECT 1')).rejects.toThrow(/has ended/)
    await expect(
      tenant.read((db) => db.rows(`UPDATE enterprise SET name = 'x' WHERE partner_id = $1`, [a.id])),
    ).rejects.toThrow(/read-only/)
  })
})

describe('the fence between enterprises of one partner', () => {
  test('in every table that names an enterprise, a person of the first sees nothing of the second', async () => {
    const [one, two] = a.enterprises
    const tables = catalogue.tables.filter((table) => namesEnterprise(catalogue, table))
    expect(tables.length).toBeGreaterThanOrEqual(18)
    let own = 0
    await acting(a.id, one.id, async () => {
      for (const table of tables) {
        const key = table === 'enterprise' ? 'id' : 'enterprise_id'
        const { rows } = await raw.query(`SELECT to_jsonb(t)::text AS text FROM ${table} t`)
        expect([table, canariesOf('A2', rows.map(({ text }) => text).join())]).toEqual([table, []])
        expect([table, await outcome(`SELECT FROM ${table} WHERE ${key} = $1`, [two.id])]).toEqual([table, 0])
        own += Number(await outcome(`SELECT FROM ${table} WHERE ${key} = $1`, [one.id]))
        expect([0, REFUSED]).toContain(
          await outcome(`UPDATE ${table} SET partner_id = partner_id WHERE ${key} = $1`, [two.id]),
        )
        expect([0, REFUSED]).toContain(await outcome(`DELETE FROM ${table} WHERE ${key} = $1`, [two.id]))
        expect([table, await outcome(...insertOf(table, copyOf(table, two.rows[table]!)))]).toEqual([table, REFUSED])
        if (table !== 'enterprise') {
          expect([REFUSED, 0]).toContain(
            await outcome(`UPDATE ${table} SET enterprise_id = $2 WHERE enterprise_id = $1`, [one.id, two.id]),
          )
        }
      }
    })
    // All but the tables that are for the partner's staff alone.
    expect(own).toBeGreaterThanOrEqual(tables.length - 1)
  })

  test('tables of the partner’s staff are empty for a person of an enterprise', async () => {
    const { rows } = await world.root.query(
      `SELECT polrelid::regclass::text AS name FROM pg_policy WHERE polname = 'own_partner'
         AND pg_get_expr(polqual, polrelid) LIKE '%app.enterprise_id%' AND pg_get_expr(polqual, polrelid) NOT LIKE '% OR %'`,
    )
    expect(rows.map(({ name }) => name).sort()).toEqual(
      expect.arrayContaining(['cohort_target', 'import_batch', 'import_mapping', 'import_row']),
    )
    await acting(a.id, a.enterprises[0].id, async () => {
      for (const { name } of rows) expect([name, await outcome(`SELECT FROM ${name}`)]).toEqual([name, 0])
    })
  })

  test('an enterprise of another partner opens nothing', async () => {
    await acting(a.id, b.enterprises[0].id, async () => {
      for (const table of catalogue.tables.filter((name) => namesEnterprise(catalogue, name))) {
        const { rows } = await raw.query(`SELECT to_jsonb(t)::text AS text FROM ${table} t`)
        expect([table, canariesOf('[AB]', rows.map(({ text }) => text).join())]).toEqual([table, []])
      }
    })
  })
})
