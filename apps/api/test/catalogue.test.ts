import pg from 'pg'
import { checkOwner, LOGIN_ROLES, openAppDataSource } from '../src/platform/database.ts'
import { LINT_KINDS, lintCatalogue, tenantTables } from './catalogue-lint.ts'
import { aWorld } from './world.ts'
import type { World } from './world.ts'

let world: World
beforeAll(async () => void (world = await aWorld()))
afterAll(() => world.close())

const PARTNER = `partner_id = nullif(current_setting('app.partner_id', true), '')::uuid`

/** For each kind of fault one way to make it; every one is rolled back. */
const PLANTED: Record<string, string[]> = {
  'tenant table without a NOT NULL uuid partner_id': [
    'CREATE TABLE planted (id uuid PRIMARY KEY)',
    'CREATE TABLE planted (partner_id uuid, id uuid PRIMARY KEY)',
    'CREATE TABLE planted (partner_id text NOT NULL, id uuid, PRIMARY KEY (partner_id, id))',
  ],
  'primary key that does not begin with partner_id': [
    'CREATE TABLE planted (partner_id uuid NOT NULL, id uuid, PRIMARY KEY (id, partner_id))',
    'CREATE TABLE planted (partner_id uuid NOT NULL, id uuid)',
  ],
  'row security not enabled': ['ALTER TABLE answer DISABLE ROW LEVEL SECURITY'],
  'row security not forced on the owner': ['ALTER TABLE answer NO FORCE ROW LEVEL SECURITY'],
  'no policy that fences the partner for vises_app': [
    'DROP POLICY own_partner ON answer',
    `DROP POLICY own_partner ON answer; CREATE POLICY own_partner ON answer FOR SELECT TO vises_app USING (${PARTNER})`,
  ],
  'policy that lets vises_app past the partner': [
    'CREATE POLICY open ON answer FOR SELECT TO vises_app USING (true)',
    'CREATE POLICY open ON answer FOR SELECT USING (true)',
    `ALTER POLICY own_partner ON answer USING (${PARTNER} OR revision = 0)`,
    `ALTER POLICY own_partner ON answer USING (${PARTNER} AND revision > 0 OR revision = 0)`,
    `ALTER POLICY own_partner ON answer USING (coalesce(current_setting('app.partner_id', true), '') = '' OR ${PARTNER})`,
    'ALTER POLICY own_partner ON answer WITH CHECK (true)',
  ],
  'policy that does not fence the enterprise': [
    `ALTER POLICY own_partner ON answer USING (${PARTNER}) WITH CHECK (${PARTNER})`,
  ],
  'policy for a role that has none by design': [
    `CREATE POLICY other ON answer FOR SELECT TO vises_auth USING (${PARTNER})`,
  ],
  'policy that lets the identity role do more than read': [
    'CREATE POLICY other ON answer TO vises_identity USING (true)',
  ],
  'foreign key between tenant tables that does not carry partner_id': [
    'CREATE UNIQUE INDEX planted ON evaluation (id); ALTER TABLE answer ADD FOREIGN KEY (evaluation_id) REFERENCES evaluation (id)',
  ],
  'foreign key that loses the enterprise': [
    'ALTER TABLE answer ADD FOREIGN KEY (partner_id, evaluation_id) REFERENCES evaluation (partner_id, id)',
  ],
  'enterprise named without a foreign key': [
    'ALTER TABLE step_event DROP CONSTRAINT step_event_partner_id_enterprise_id_evaluation_id_fkey',
  ],
  'foreign key whose columns may be half null': [
    'ALTER TABLE answer ALTER enterprise_id DROP NOT NULL, ADD other uuid; ' +
      'ALTER TABLE answer ADD FOREIGN KEY (partner_id, enterprise_id, other) REFERENCES evaluation (partner_id, enterprise_id, id)',
  ],
  'foreign key not checked': [
    'ALTER TABLE answer ADD FOREIGN KEY (partner_id, enterprise_id) REFERENCES enterprise (partner_id, id) NOT VALID',
  ],
  'unique key that does not begin with partner_id': [
    'CREATE UNIQUE INDEX planted ON enterprise (identifier)',
    'CREATE UNIQUE INDEX planted ON enterprise (lower(identifier), partner_id)',
    'ALTER TABLE enterprise ADD CONSTRAINT planted UNIQUE (id, partner_id)',
    'ALTER TABLE invitation ADD UNIQUE (token_hash)',
  ],
  'foreign key without an index': [
    'DROP INDEX api_token_membership',
    'DROP INDEX step_comment_evaluation_id, step_comment_evaluation',
  ],
  'index that is not valid': [`UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'enterprise_name'::regclass`],
  'view that reads with its owner’s rights': [
    'CREATE VIEW planted AS SELECT * FROM answer',
    'CREATE VIEW shared.planted WITH (security_barrier) AS SELECT * FROM answer',
  ],
  'materialized view or foreign table': ['CREATE MATERIALIZED VIEW planted AS SELECT * FROM answer'],
  'schema that nobody listed': ['CREATE SCHEMA planted'],
  'schema that the API may look into': [
    'GRANT USAGE ON SCHEMA auth TO vises_app',
    'GRANT USAGE ON SCHEMA graphile_worker TO PUBLIC',
  ],
  'schema that the API may create in': [
    'GRANT CREATE ON SCHEMA public TO PUBLIC',
    'GRANT CREATE ON SCHEMA shared TO vises_app',
  ],
  'TRUNCATE, REFERENCES or TRIGGER granted to the API': [
    'GRANT TRUNCATE ON answer TO vises_app',
    'GRANT ALL ON answer TO vises_app',
    'GRANT REFERENCES ON partner TO vises_app',
  ],
  'reference table that the API may change': [
    'GRANT UPDATE (name) ON partner TO vises_app',
    'GRANT DELETE ON territory TO vises_app',
    'GRANT INSERT ON shared.artefact TO vises_app',
  ],
  'table open to PUBLIC': ['GRANT SELECT ON answer TO PUBLIC'],
  'object that a role of the running API owns': [
    'ALTER TABLE answer OWNER TO vises_app',
    'ALTER FUNCTION memberships_of(uuid) OWNER TO vises_app',
    'CREATE SCHEMA planted AUTHORIZATION vises_app',
  ],
  'tenant table not owned by the owner': ['ALTER TABLE answer OWNER TO vises_worker'],
  'role with more power than it needs': ['ALTER ROLE vises_app BYPASSRLS', 'ALTER ROLE vises_worker SUPERUSER'],
  'role that may become another': ['GRANT vises_worker TO vises_app', 'GRANT pg_read_all_data TO vises_auth'],
  'role or database with a tenant setting of its own': [
    `ALTER ROLE vises_app SET app.partner_id = '00000000-0000-0000-0000-000000000000'`,
  ],
  'function with its owner’s rights that nobody listed': [
    `CREATE FUNCTION planted() RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS 'SELECT 1'`,
  ],
  'function with its owner’s rights and without a fixed search path': [
    'ALTER FUNCTION memberships_of(uuid) RESET search_path',
  ],
  'function with its owner’s rights that anybody may call': [
    'GRANT EXECUTE ON FUNCTION memberships_of(uuid) TO PUBLIC',
  ],
  'function with the rights of a role that sees past the fences': ['ALTER FUNCTION any_membership() OWNER TO postgres'],
}

describe('T1 Catalogue lint', () => {
  it('T1 Catalogue lint: a migrated database has no fault of any kind', async () => {
    expect(await lintCatalogue(world.root)).toEqual([])
    expect((await tenantTables(world.root)).length).toBeGreaterThanOrEqual(23)
  })

  it('T1 Catalogue lint: each kind of fault has a planted one', () => {
    expect(Object.keys(PLANTED).sort()).toEqual([...LINT_KINDS].sort())
  })

  it.each(Object.entries(PLANTED).flatMap(([kind, ways]) => ways.map((way) => [kind, way])))(
    'T1 Catalogue lint: turns red for %s — %s',
    async (kind, way) => {
      const client = await world.root.connect()
      try {
        await client.query('BEGIN')
        await client.query(way!)
        const kinds = (await lintCatalogue(client)).map((fault) => fault.split(': ')[0])
        expect(kinds).toContain(kind)
      } finally {
        await client.query('ROLLBACK')
        client.release()
      }
    },
  )

  it('T1 Catalogue lint: nothing that was planted stayed', async () => {
    expect(await lintCatalogue(world.root)).toEqual([])
  })
})

describe('T1 Catalogue lint: the roles of the running system', () => {
  it.each(LOGIN_ROLES)(
    'T1 Catalogue lint: %s cannot switch row security off, make roles, or become the owner',
    async (role) => {
      const client = new pg.Client({
        connectionString: { vises_app: world.urls.app, vises_auth: world.urls.auth, vises_worker: world.urls.worker }[
          role
        ],
      })
      await client.connect()
      try {
        const attempts = [
          'ALTER TABLE public.enterprise DISABLE ROW LEVEL SECURITY',
          'DROP POLICY own_partner ON public.enterprise',
          'CREATE ROLE planted',
          'SET ROLE vises_owner',
          'TRUNCATE public.enterprise',
          'CREATE TABLE public.planted (id int)',
          'UPDATE public.partner SET name = name',
        ]
        for (const sql of attempts) await expect(client.query(sql)).rejects.toThrow(/must be owner|permission denied/)
        // "row_security = off" makes PostgreSQL raise an error instead of showing hidden rows.
        await client.query('SET row_security = off')
        await expect(client.query('SELECT * FROM public.answer')).rejects.toThrow(
          /row-level security|permission denied/,
        )
      } finally {
        await client.end()
      }
    },
  )

  it('T1 Catalogue lint: the sign-in role sees its own schema and no table of anybody else', async () => {
    const { rows } = await world.root.query(`
      SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'v') AND n.nspname IN ('public', 'shared', 'graphile_worker') AND has_table_privilege('vises_auth', c.oid, 'SELECT')`)
    expect(rows).toEqual([])
  })
})

describe('T1 Catalogue lint: at the start', () => {
  /** A role of its own, dropped afterwards: roles belong to the whole server, where other tests run. */
  async function withRole(options: string, work: (url: string, name: string) => Promise<void>): Promise<void> {
    const name = `test_role_${Math.random().toString(36).slice(2, 12)}`
    await world.root.query(`CREATE ROLE ${name} LOGIN PASSWORD 'x' ${options}`)
    const url = new URL(world.urls.owner)
    url.username = name
    url.password = 'x'
    await world.root.query(`GRANT CONNECT ON DATABASE ${url.pathname.slice(1)} TO ${name}`)
    try {
      await work(url.toString(), name)
    } finally {
      await world.root.query(`DROP OWNED BY ${name}`)
      await world.root.query(`DROP ROLE ${name}`)
    }
  }

  /** What becomes of a start as this role. */
  async function startsAs(url: string): Promise<string> {
    try {
      const dataSource = await openAppDataSource(url, 1)
      await dataSource.destroy()
      return 'started'
    } catch (error) {
      return (error as Error).message
    }
  }

  const rootUrl = () => {
    const url = new URL(process.env['TEST_ROOT_URL']!)
    url.pathname = new URL(world.urls.owner).pathname
    return url.toString()
  }

  it('T1 Catalogue lint: the API starts as its own role', async () => {
    expect(await startsAs(world.urls.app)).toBe('started')
  })

  it('T1 Catalogue lint: the API refuses to start as the owner or as a superuser', async () => {
    for (const url of [world.urls.owner, rootUrl()]) expect(await startsAs(url)).toMatch(/must not run as/)
  })

  it.each([
    ['a role that bypasses row security', 'BYPASSRLS', ''],
    ['a role that owns a table', '', 'CREATE TABLE planted (id int); ALTER TABLE planted OWNER TO $role'],
    ['a role that owns a function with its rights', '', 'ALTER FUNCTION any_membership() OWNER TO $role'],
    ['a role that may become the owner', 'IN ROLE vises_owner', ''],
    ['a role that may become one that sees past the fences', 'IN ROLE vises_worker', ''],
    ['a role that reads everything', 'IN ROLE pg_read_all_data', ''],
    ['a role that may make roles', 'CREATEROLE', ''],
  ])('T1 Catalogue lint: the API refuses to start as %s', async (_what, options, sql) => {
    await withRole(options, async (url, name) => {
      if (sql) await world.root.query(sql.replace('$role', name))
      const outcome = await startsAs(url)
      if (sql.startsWith('ALTER FUNCTION'))
        await world.root.query('ALTER FUNCTION any_membership() OWNER TO vises_identity')
      expect(outcome).toMatch(/must not run as/)
    })
  })

  it.each([
    ['a superuser', 'SUPERUSER CREATEROLE', /superuser or a role that bypasses row security/],
    ['a role that bypasses row security', 'BYPASSRLS CREATEROLE', /superuser or a role that bypasses row security/],
    ['a role that may not make roles', '', /may not create roles/],
  ])('T1 Catalogue lint: DATABASE_URL with %s is refused in one plain sentence', async (_what, options, sentence) => {
    await withRole(options, async (url) => {
      const client = new pg.Client({ connectionString: url })
      await client.connect()
      try {
        await expect(checkOwner(client)).rejects.toThrow(sentence)
      } finally {
        await client.end()
      }
    })
  })

  it('T1 Catalogue lint: a server older than PostgreSQL 15 is refused', async () => {
    const old = {
      query: async () => ({
        rows: [{ name: 'x', rolsuper: false, rolbypassrls: false, rolcreaterole: true, version: 140012 }],
      }),
    }
    await expect(checkOwner(old as unknown as pg.Client)).rejects.toThrow(/older than PostgreSQL 15/)
  })

  it('T1 Catalogue lint: an ordinary owner is taken', async () => {
    const client = await world.owner.connect()
    try {
      await checkOwner(client as unknown as pg.Client)
    } finally {
      client.release()
    }
  })
})
