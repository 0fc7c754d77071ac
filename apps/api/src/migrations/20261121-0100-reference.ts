import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Tables without a tenant: programme, partners, platforms, territories, method; the API reads them only. */
export class Reference202611210100 implements MigrationInterface {
  name = 'Reference1763686800000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE programme (
        code text PRIMARY KEY,
        data jsonb NOT NULL,
        starts_on date NOT NULL,
        ends_on date NOT NULL
      );
      CREATE TABLE territory (
        code text PRIMARY KEY,
        level text NOT NULL CHECK (level IN ('country', 'region', 'province', 'arrondissement')),
        name jsonb NOT NULL,
        parent_code text REFERENCES territory,
        nuts text, nis text, insee text,
        project_territory text CHECK (project_territory IN ('FR', 'WA', 'VL', 'BRU')),
        valid_from date NOT NULL DEFAULT '2016-01-01',
        valid_to date
      );
      CREATE INDEX territory_parent ON territory (parent_code);
      CREATE TABLE partner (
        id uuid PRIMARY KEY,
        code text NOT NULL UNIQUE,
        programme_code text REFERENCES programme,
        position int NOT NULL,
        name text NOT NULL,
        full_name text,
        territory text NOT NULL CHECK (territory IN ('FR', 'WA', 'VL', 'BRU')),
        kind text NOT NULL CHECK (kind IN ('federation', 'research', 'finance', 'support')),
        funding text NOT NULL CHECK (funding IN ('funded', 'associated')),
        -- Amounts are stored in euro cents, never derived; an associated partner has none.
        total_budget_cents bigint CHECK ((funding = 'funded') = (total_budget_cents IS NOT NULL)),
        erdf_cents bigint CHECK ((funding = 'funded') = (erdf_cents IS NOT NULL)),
        is_lead boolean NOT NULL DEFAULT false,
        joined_on date NOT NULL,
        left_on date
      );
      CREATE UNIQUE INDEX partner_one_lead ON partner (programme_code) WHERE is_lead;
      CREATE TABLE test_platform (
        code text PRIMARY KEY,
        programme_code text NOT NULL REFERENCES programme,
        name jsonb NOT NULL,
        purpose jsonb NOT NULL,
        guideline_min int NOT NULL,
        guideline_max int NOT NULL
      );
      CREATE TABLE programme_fact (
        code text PRIMARY KEY,
        subject text NOT NULL,
        position int NOT NULL,
        value text NOT NULL,
        label jsonb NOT NULL,
        reading jsonb NOT NULL,
        stated_on date NOT NULL,
        precision text NOT NULL CHECK (precision IN ('day', 'month', 'quarter', 'year')),
        source text NOT NULL
      );
      CREATE TABLE agenda_event (
        code text PRIMARY KEY,
        title jsonb NOT NULL,
        description jsonb NOT NULL,
        starts_on date NOT NULL,
        precision text NOT NULL CHECK (precision IN ('day', 'month', 'quarter', 'year')),
        place text,
        participants text,
        source text NOT NULL
      );
      CREATE TABLE library_item (
        code text PRIMARY KEY,
        kind text NOT NULL,
        title jsonb NOT NULL,
        summary jsonb NOT NULL,
        published_on date NOT NULL,
        precision text NOT NULL CHECK (precision IN ('day', 'month', 'quarter', 'year')),
        source text NOT NULL
      );
      CREATE TABLE method_version (
        code text PRIMARY KEY,
        published_on date NOT NULL,
        data jsonb NOT NULL,
        -- Set when the first evaluation uses it; from then on the version cannot change.
        frozen_at timestamptz
      );
      CREATE FUNCTION refuse_frozen_method() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.frozen_at IS NOT NULL AND (TG_OP = 'DELETE' OR NEW.data IS DISTINCT FROM OLD.data OR NEW.frozen_at IS NULL) THEN
          RAISE EXCEPTION 'method version % is frozen', OLD.code;
        END IF;
        RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
      END $$;
      CREATE TRIGGER method_frozen BEFORE UPDATE OR DELETE ON method_version
        FOR EACH ROW EXECUTE FUNCTION refuse_frozen_method();
      GRANT SELECT ON programme, territory, partner, test_platform, programme_fact, agenda_event, library_item,
        method_version TO vises_app, vises_worker;
      GRANT UPDATE (frozen_at) ON method_version TO vises_app;
    `)
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.')
  }
}
