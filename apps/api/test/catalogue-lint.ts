import type pg from 'pg'

/**
 * Tables without a tenant. Whoever adds one here says in review why its rows belong to everybody: the API reads them
 * for each partner alike.
 */
export const REFERENCE_TABLES = [
  'programme',
  'territory',
  'partner',
  'test_platform',
  'programme_fact',
  'agenda_event',
  'library_item',
  'method_version',
  // TypeORM's list of migrations; no role of the running system can read it.
  'migration',
]

/** What the API may write in reference tables: `table.column`. */
const WRITABLE_REFERENCE_COLUMNS = ['method_version.frozen_at']

/** Functions that look before a partner is known, and the queue's door; every one has a fixed search path. */
const DEFINER_FUNCTIONS = [
  'memberships_of(uuid)',
  'membership_of_token(text)',
  'invitation_of_token(text)',
  'any_membership()',
  'link_of_token(text)',
  'media_part(uuid,integer,integer)',
  'enqueue(text,json,text)',
]

/** Schemas of the product, and which of them the API's role may look into. */
const OWN_SCHEMAS = ['public', 'shared', 'auth', 'graphile_worker']
const READABLE_SCHEMAS = ['public', 'shared']

/** Where an enterprise is named without a key to it, so that the row outlives it: `table`. */
const ENTERPRISE_WITHOUT_KEY = ['audit_entry', 'import_row']

/** What policies must begin with, as PostgreSQL prints it back. */
const PARTNER_CONDITION = `partner_id = (NULLIF(current_setting('app.partner_id'::text, true), ''::text))::uuid`

const TENANT = `
  tenant AS (
    SELECT c.oid, c.relname AS name, c.relrowsecurity, c.relforcerowsecurity
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relname = ANY($1)
  )`

const columnsOf = (relation: string, keys: string) =>
  `(SELECT array_agg(col.attname::text ORDER BY part.at) FROM unnest(${keys}) WITH ORDINALITY part(num, at)
    JOIN pg_attribute col ON col.attrelid = ${relation} AND col.attnum = part.num)`

/** Each kind of fault, and the statement that lists the objects that have it. `$1`: reference tables. */
const LINTS: Record<string, string> = {
  'tenant table without a NOT NULL uuid partner_id': `
    SELECT name AS object FROM tenant WHERE NOT EXISTS (
      SELECT FROM pg_attribute a WHERE a.attrelid = tenant.oid AND a.attname = 'partner_id' AND a.attnotnull AND a.atttypid = 'uuid'::regtype)`,
  'primary key that does not begin with partner_id': `
    SELECT name AS object FROM tenant WHERE NOT EXISTS (
      SELECT FROM pg_constraint k WHERE k.conrelid = tenant.oid AND k.contype = 'p'
        AND (${columnsOf('k.conrelid', 'k.conkey')})[1] = 'partner_id')`,
  'row security not enabled': 'SELECT name AS object FROM tenant WHERE NOT relrowsecurity',
  'row security not forced on the owner': 'SELECT name AS object FROM tenant WHERE NOT relforcerowsecurity',
  'no policy that fences the partner for vises_app': `
    SELECT name AS object FROM tenant WHERE NOT EXISTS (
      SELECT FROM pg_policy p WHERE p.polrelid = tenant.oid AND p.polcmd = '*' AND p.polpermissive
        AND p.polroles = ARRAY['vises_app'::regrole::oid])`,
  'policy that lets vises_app past the partner': `
    SELECT name || '.' || p.polname AS object FROM tenant JOIN pg_policy p ON p.polrelid = tenant.oid
    WHERE p.polpermissive AND p.polroles && ARRAY['vises_app'::regrole::oid, 0::oid]
      -- Printed so, the condition on the partner stands alone or is one of those that all must hold.
      AND (NOT coalesce(pg_get_expr(p.polqual, p.polrelid) = '(' || $2 || ')'
          OR starts_with(pg_get_expr(p.polqual, p.polrelid), '((' || $2 || ') AND '), false)
        OR pg_get_expr(p.polwithcheck, p.polrelid) IS DISTINCT FROM pg_get_expr(p.polqual, p.polrelid))`,
  'policy that does not fence the enterprise': `
    SELECT name AS object FROM tenant JOIN pg_policy p ON p.polrelid = tenant.oid AND p.polname = 'own_partner'
    WHERE (name = 'enterprise' OR EXISTS (
        SELECT FROM pg_attribute a WHERE a.attrelid = tenant.oid AND a.attname = 'enterprise_id' AND NOT a.attisdropped))
      AND pg_get_expr(p.polqual, p.polrelid) NOT LIKE '%app.enterprise_id%'`,
  'policy for a role that has none by design': `
    SELECT name || '.' || p.polname AS object FROM tenant JOIN pg_policy p ON p.polrelid = tenant.oid
    WHERE NOT p.polroles <@ ARRAY['vises_app'::regrole::oid, 'vises_worker'::regrole::oid, 'vises_identity'::regrole::oid]`,
  'policy that lets the identity role do more than read': `
    SELECT name || '.' || p.polname AS object FROM tenant JOIN pg_policy p ON p.polrelid = tenant.oid
    WHERE 'vises_identity'::regrole::oid = ANY(p.polroles) AND p.polcmd <> 'r'`,
  'foreign key between tenant tables that does not carry partner_id': `
    SELECT f.conrelid::regclass || '.' || f.conname AS object FROM pg_constraint f
    WHERE f.contype = 'f' AND f.conrelid IN (SELECT oid FROM tenant) AND f.confrelid IN (SELECT oid FROM tenant)
      AND ((${columnsOf('f.conrelid', 'f.conkey')})[1] <> 'partner_id' OR (${columnsOf('f.confrelid', 'f.confkey')})[1] <> 'partner_id')`,
  'foreign key that loses the enterprise': `
    SELECT f.conrelid::regclass || '.' || f.conname AS object FROM pg_constraint f
    WHERE f.contype = 'f' AND f.conrelid IN (SELECT oid FROM tenant) AND f.confrelid IN (SELECT oid FROM tenant)
      AND 2 = (SELECT count(*) FROM pg_attribute a WHERE a.attrelid IN (f.conrelid, f.confrelid) AND a.attname = 'enterprise_id')
      AND NOT 'enterprise_id' = ANY(${columnsOf('f.confrelid', 'f.confkey')}::text[])`,
  'enterprise named without a foreign key': `
    SELECT name AS object FROM tenant JOIN pg_attribute a ON a.attrelid = tenant.oid AND a.attname = 'enterprise_id' AND NOT a.attisdropped
    WHERE NOT name = ANY($7) AND NOT EXISTS (
      SELECT FROM pg_constraint f WHERE f.conrelid = tenant.oid AND f.contype = 'f' AND a.attnum = ANY(f.conkey))`,
  'foreign key whose columns may be half null': `
    SELECT f.conrelid::regclass || '.' || f.conname AS object FROM pg_constraint f
    WHERE f.contype = 'f' AND f.conrelid IN (SELECT oid FROM tenant) AND f.confrelid IN (SELECT oid FROM tenant)
      AND 1 < (SELECT count(*) FROM unnest(f.conkey) k JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = k WHERE NOT a.attnotnull)`,
  'foreign key not checked': `
    SELECT conrelid::regclass || '.' || conname AS object FROM pg_constraint WHERE contype = 'f' AND NOT convalidated`,
  'unique key that does not begin with partner_id': `
    SELECT tenant.name || '.' || i.indexrelid::regclass AS object FROM pg_index i JOIN tenant ON tenant.oid = i.indrelid
    WHERE i.indisunique AND NOT EXISTS (
      SELECT FROM pg_attribute a WHERE a.attrelid = i.indrelid AND a.attname = 'partner_id' AND a.attnum = i.indkey[0])`,
  // Rows of reference tables are not deleted while the system runs (nobody may), so these need no index of their own.
  'foreign key without an index': `
    SELECT f.conrelid::regclass || '.' || f.conname AS object FROM pg_constraint f
    WHERE f.contype = 'f' AND f.conrelid IN (SELECT c.oid FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = ANY($3))
      AND NOT EXISTS (SELECT FROM pg_class r WHERE r.oid = f.confrelid AND r.relnamespace = 'public'::regnamespace AND r.relname = ANY($1))
      AND NOT EXISTS (
        SELECT FROM pg_index i WHERE i.indrelid = f.conrelid
          AND (i.indkey::int2[])[0:least(array_length(f.conkey, 1), 2) - 1] <@ f.conkey
          AND (i.indpred IS NULL OR pg_get_expr(i.indpred, i.indrelid) LIKE '%IS NOT NULL%'))`,
  'index that is not valid': `
    SELECT i.indexrelid::regclass::text AS object FROM pg_index i WHERE NOT i.indisvalid OR NOT i.indisready`,
  'view that reads with its owner’s rights': `
    SELECT c.oid::regclass::text AS object FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind = 'v' AND n.nspname = ANY($4) AND NOT coalesce(c.reloptions @> ARRAY['security_invoker=true'], false)`,
  'materialized view or foreign table': `
    SELECT c.oid::regclass::text AS object FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('m', 'f') AND n.nspname = ANY($3)`,
  'schema that nobody listed': `
    SELECT nspname AS object FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' AND NOT nspname = ANY($3)`,
  'schema that the API may look into': `
    SELECT nspname AS object FROM pg_namespace
    WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' AND NOT nspname = ANY($4) AND has_schema_privilege('vises_app', oid, 'USAGE')`,
  'schema that the API may create in': `
    SELECT nspname AS object FROM pg_namespace WHERE nspname !~ '^pg_toast|^pg_temp' AND has_schema_privilege('vises_app', oid, 'CREATE')`,
  'TRUNCATE, REFERENCES or TRIGGER granted to the API': `
    SELECT c.oid::regclass::text AS object FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'v') AND n.nspname = ANY($3)
      AND (has_table_privilege('vises_app', c.oid, 'TRUNCATE') OR has_table_privilege('vises_app', c.oid, 'REFERENCES')
        OR has_table_privilege('vises_app', c.oid, 'TRIGGER'))`,
  'reference table that the API may change': `
    SELECT c.relname || '.' || a.attname AS object FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relkind IN ('r', 'p') AND (n.nspname = 'shared' OR n.nspname = 'public' AND c.relname = ANY($1))
      AND (has_column_privilege('vises_app', c.oid, a.attnum, 'INSERT') OR has_column_privilege('vises_app', c.oid, a.attnum, 'UPDATE')
        OR has_table_privilege('vises_app', c.oid, 'DELETE'))
      AND NOT c.relname || '.' || a.attname = ANY($5)`,
  'table open to PUBLIC': `
    SELECT c.oid::regclass::text AS object FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, aclexplode(c.relacl) g
    WHERE n.nspname = ANY($3) AND g.grantee = 0`,
  'object that a role of the running API owns': `
    SELECT c.oid::regclass::text AS object FROM pg_class c WHERE c.relowner IN ('vises_app'::regrole, 'vises_auth'::regrole)
    UNION ALL SELECT p.oid::regprocedure::text FROM pg_proc p WHERE p.proowner IN ('vises_app'::regrole, 'vises_auth'::regrole)
    UNION ALL SELECT n.nspname FROM pg_namespace n WHERE n.nspowner IN ('vises_app'::regrole, 'vises_auth'::regrole)
    UNION ALL SELECT d.datname FROM pg_database d WHERE d.datdba IN ('vises_app'::regrole, 'vises_auth'::regrole)`,
  'tenant table not owned by the owner': `
    SELECT name AS object FROM tenant JOIN pg_class c ON c.oid = tenant.oid
    WHERE c.relowner <> (SELECT datdba FROM pg_database WHERE datname = current_database())`,
  'role with more power than it needs': `
    SELECT rolname AS object FROM pg_roles
    WHERE rolname IN ('vises_app', 'vises_auth', 'vises_worker', 'vises_identity')
      AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)`,
  'role that may become another': `
    SELECT m.member::regrole || ' in ' || m.roleid::regrole AS object FROM pg_auth_members m
    WHERE m.member IN ('vises_app'::regrole, 'vises_auth'::regrole, 'vises_worker'::regrole, 'vises_identity'::regrole)`,
  'role or database with a tenant setting of its own': `
    SELECT coalesce(setrole::regrole::text, 'all') || ' ' || setting AS object FROM pg_db_role_setting, unnest(setconfig) setting
    WHERE setting LIKE 'app.%' AND setdatabase IN (0, (SELECT oid FROM pg_database WHERE datname = current_database()))`,
  'function with its owner’s rights that nobody listed': `
    SELECT p.oid::regprocedure::text AS object FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE p.prosecdef AND n.nspname IN ('public', 'shared') AND NOT p.oid::regprocedure::text = ANY($6)`,
  'function with its owner’s rights and without a fixed search path': `
    SELECT p.oid::regprocedure::text AS object FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE p.prosecdef AND n.nspname = ANY($3) AND NOT EXISTS (SELECT FROM unnest(p.proconfig) s WHERE s LIKE 'search_path=%')`,
  'function with its owner’s rights that anybody may call': `
    SELECT p.oid::regprocedure::text AS object FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE p.prosecdef AND n.nspname IN ('public', 'shared')
      AND (p.proacl IS NULL OR EXISTS (SELECT FROM aclexplode(p.proacl) g WHERE g.grantee = 0))`,
  'function with the rights of a role that sees past the fences': `
    SELECT p.oid::regprocedure::text AS object FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace JOIN pg_roles r ON r.oid = p.proowner
    WHERE p.prosecdef AND n.nspname IN ('public', 'shared') AND r.rolname NOT IN ('vises_identity', 'vises_worker')`,
}

/** The kinds of fault the lint knows. */
export const LINT_KINDS = Object.keys(LINTS)

/** Everything in the database that is not as the fences demand; empty is right. One line: `kind: object`. */
export async function lintCatalogue(client: pg.ClientBase | pg.Pool): Promise<string[]> {
  const faults: string[] = []
  const known: Record<string, unknown> = {
    $1: REFERENCE_TABLES,
    $2: PARTNER_CONDITION,
    $3: OWN_SCHEMAS,
    $4: READABLE_SCHEMAS,
    $5: WRITABLE_REFERENCE_COLUMNS,
    $6: DEFINER_FUNCTIONS,
    $7: ENTERPRISE_WITHOUT_KEY,
  }
  for (const [kind, lint] of Object.entries(LINTS)) {
    const sql = lint.includes('tenant') ? `WITH ${TENANT} ${lint}` : lint
    const used = [...new Set(sql.match(/\$\d/g))]
    const text = sql.replace(/\$\d/g, (name) => `$${used.indexOf(name) + 1}`)
    const { rows } = await client.query<{ object: string }>(
      text,
      used.map((name) => known[name]),
    )
    faults.push(...rows.map(({ object }) => `${kind}: ${object}`))
  }
  return faults.sort()
}

/** The tenant tables, as the catalogue knows them: every table of `public` that is not on the written list. */
export async function tenantTables(client: pg.ClientBase | pg.Pool): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`WITH ${TENANT} SELECT name FROM tenant ORDER BY name`, [
    REFERENCE_TABLES,
  ])
  return rows.map(({ name }) => name)
}
