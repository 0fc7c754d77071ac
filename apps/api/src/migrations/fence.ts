/** Who may see a row inside its partner; every kind also demands the partner of the unit of work. */
export type FenceKind =
  /** Partner staff only: hidden from anyone who acts for an enterprise. */
  | 'staff'
  /** The row belongs to one enterprise: a person who acts for an enterprise sees that one only. */
  | 'enterprise'
  /** Rows of an enterprise or of the partner itself; both are readable for persons of that enterprise. */
  | 'enterpriseOrStaff'
  /** Rows of one person (API tokens): the use cases narrow to the person, the fence to the partner. */
  | 'partner'

const PARTNER = `partner_id = nullif(current_setting('app.partner_id', true), '')::uuid`
const NO_ENTERPRISE = `nullif(current_setting('app.enterprise_id', true), '') IS NULL`
const OWN_ENTERPRISE = `enterprise_id = nullif(current_setting('app.enterprise_id', true), '')::uuid`

const CONDITION: Record<FenceKind, string> = {
  partner: PARTNER,
  staff: `${PARTNER} AND ${NO_ENTERPRISE}`,
  enterprise: `${PARTNER} AND (${NO_ENTERPRISE} OR ${OWN_ENTERPRISE})`,
  enterpriseOrStaff: `${PARTNER} AND (${NO_ENTERPRISE} OR enterprise_id IS NULL OR ${OWN_ENTERPRISE})`,
}

/**
 * The lines that fence a tenant table: row level security, forced on its owner too, one policy, and the grants.
 * The expressions are plain (no sub-select) because Citus refuses policies with one.
 */
export function fence(table: string, kind: FenceKind, grants = 'SELECT, INSERT, UPDATE, DELETE'): string {
  const condition = table === 'enterprise' ? CONDITION[kind].replaceAll('enterprise_id =', 'id =') : CONDITION[kind]
  return `
    ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
    ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
    CREATE POLICY own_partner ON ${table} TO vises_app USING (${condition}) WITH CHECK (${condition});
    GRANT ${grants} ON ${table} TO vises_app;
  `
}

/** Lets the sharing jobs read a tenant table; the API's role is not widened by it. */
export function readableByJobs(table: string, condition = 'true'): string {
  return `
    CREATE POLICY jobs_read ON ${table} FOR SELECT TO vises_worker USING (${condition});
    GRANT SELECT ON ${table} TO vises_worker;
  `
}
