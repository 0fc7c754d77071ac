import type { MigrationInterface, QueryRunner } from 'typeorm'
import { fence, readableByJobs } from './fence.ts'

// Letters without their accents; the same list as `plainText` in modules/enterprise/plain-text.ts.
const ACCENTED = 'àáâãäåçèéêëìíîïñòóôõöøùúûüýÿšžÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝŸŠŽ'
const PLAIN = 'aaaaaaceeeeiiiinoooooouuuuyyszaaaaaaceeeeiiiinoooooouuuuyysz'
const plain = (text: string) =>
  `replace(replace(replace(replace(lower(translate(${text}, '${ACCENTED}', '${PLAIN}')), 'œ', 'oe'), 'Œ', 'oe'), 'æ', 'ae'), 'Æ', 'ae')`

/** The tenant tables. Every one is fenced by partner; keys and references start with partner_id. */
export class Tenant202611210200 implements MigrationInterface {
  name = 'Tenant1763690400000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE membership (
        partner_id uuid NOT NULL,
        id uuid NOT NULL,
        user_id uuid NOT NULL,
        role text NOT NULL CHECK (role IN ('platformLead', 'researcher', 'partnerAdmin', 'coach', 'manager', 'contributor')),
        enterprise_id uuid,
        -- Copied from the account so that names show without reading other people's accounts.
        person_name text NOT NULL,
        person_email text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        ended_at timestamptz,
        PRIMARY KEY (partner_id, id),
        CHECK ((role IN ('manager', 'contributor')) = (enterprise_id IS NOT NULL))
      );
      CREATE UNIQUE INDEX membership_once ON membership
        (partner_id, user_id, role, coalesce(enterprise_id, '00000000-0000-0000-0000-000000000000')) WHERE ended_at IS NULL;
      CREATE INDEX membership_user ON membership (user_id) WHERE ended_at IS NULL;

      CREATE TABLE invitation (
        partner_id uuid NOT NULL,
        id uuid NOT NULL,
        email text NOT NULL,
        role text NOT NULL CHECK (role IN ('platformLead', 'researcher', 'partnerAdmin', 'coach', 'manager', 'contributor')),
        enterprise_id uuid,
        language text NOT NULL CHECK (language IN ('fr', 'nl', 'en')),
        token_hash text NOT NULL,
        invited_by_name text NOT NULL,
        message text,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        accepted_at timestamptz,
        declined_at timestamptz,
        revoked_at timestamptz,
        PRIMARY KEY (partner_id, id),
        CHECK ((role IN ('manager', 'contributor')) = (enterprise_id IS NOT NULL))
      );
      CREATE INDEX invitation_token ON invitation (token_hash);
      CREATE UNIQUE INDEX invitation_open ON invitation
        (partner_id, lower(email), role, coalesce(enterprise_id, '00000000-0000-0000-0000-000000000000'))
        WHERE accepted_at IS NULL AND declined_at IS NULL AND revoked_at IS NULL;

      CREATE TABLE api_token (
        partner_id uuid NOT NULL,
        id uuid NOT NULL,
        membership_id uuid NOT NULL,
        name text NOT NULL,
        token_hash text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        last_used_on date,
        revoked_at timestamptz,
        PRIMARY KEY (partner_id, id)
      );
      CREATE INDEX api_token_hash ON api_token (token_hash);
      CREATE INDEX api_token_membership ON api_token (partner_id, membership_id);

      CREATE TABLE enterprise (
        partner_id uuid NOT NULL,
        id uuid NOT NULL,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        country text NOT NULL CHECK (country IN ('BE', 'FR')),
        legal_form text,
        -- BCE (10 digits) in Belgium, SIRET (14 digits) in France; kept as digits only.
        identifier text,
        nace text,
        size_band text CHECK (size_band IN ('upTo4', '5to9', '10to49', '50to249', '250plus')),
        address text, postal_code text, city text, website text,
        description text,
        -- Where it stands in the cohort: added, invited (pending), declined, or at work (started).
        recruitment text NOT NULL DEFAULT 'recruited' CHECK (recruitment IN ('recruited', 'pending', 'declined', 'started')),
        current_evaluation_id uuid,
        is_demo boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        -- Without accents and capitals, for sorting and searching; the extension unaccent may be missing elsewhere.
        sort_name text COLLATE "C" NOT NULL GENERATED ALWAYS AS (${plain('name')}) STORED,
        search_text text COLLATE "C" NOT NULL GENERATED ALWAYS AS
          (${plain(`name || ' ' || coalesce(city, '') || ' ' || coalesce(postal_code, '') || ' ' || coalesce(identifier, '')`)}) STORED,
        PRIMARY KEY (partner_id, id)
      );
      CREATE UNIQUE INDEX enterprise_identifier ON enterprise (partner_id, country, identifier) WHERE identifier IS NOT NULL;
      CREATE INDEX enterprise_name ON enterprise (partner_id, sort_name, id);
      -- Imports look enterprises without a number up by their exact name.
      CREATE INDEX enterprise_exact_name ON enterprise (partner_id, name);

      CREATE TABLE accompaniment (
        partner_id uuid NOT NULL,
        id uuid NOT NULL,
        enterprise_id uuid NOT NULL,
        coach_user_id uuid NOT NULL,
        coach_name text NOT NULL,
        starts_on date NOT NULL,
        ends_on date,
        PRIMARY KEY (partner_id, id)
      );
      CREATE UNIQUE INDEX accompaniment_current ON accompaniment (partner_id, enterprise_id) WHERE ends_on IS NULL;
      CREATE INDEX accompaniment_coach ON accompaniment (partner_id, coach_user_id) WHERE ends_on IS NULL;

      CREATE TABLE affiliation (
        partner_id uuid NOT NULL,
        id uuid NOT NULL,
        enterprise_id uuid NOT NULL,
        federation_id uuid NOT NULL,
        starts_on date NOT NULL,
        ends_on date,
        PRIMARY KEY (partner_id, id)
      );

      CREATE TABLE participation (
        partner_id uuid NOT NULL,
        id uuid NOT NULL,
        enterprise_id uuid NOT NULL,
        platform_code text NOT NULL,
        starts_on date NOT NULL,
        ends_on date,
        PRIMARY KEY (partner_id, id)
      );
      CREATE UNIQUE INDEX participation_current ON participation (partner_id, enterprise_id) WHERE ends_on IS NULL;

      CREATE TABLE enterprise_territory (
        partner_id uuid NOT NULL,
        enterprise_id uuid NOT NULL,
        territory_code text NOT NULL,
        link text NOT NULL CHECK (link IN ('seat', 'site', 'serviceArea')),
        PRIMARY KEY (partner_id, enterprise_id, territory_code, link)
      );
      CREATE UNIQUE INDEX enterprise_one_seat ON enterprise_territory (partner_id, enterprise_id) WHERE link = 'seat';

      CREATE TABLE cohort_target (
        partner_id uuid NOT NULL,
        platform_code text NOT NULL,
        target int NOT NULL CHECK (target >= 0),
        PRIMARY KEY (partner_id, platform_code)
      );

      CREATE TABLE reminder (
        partner_id uuid NOT NULL,
        id uuid NOT NULL,
        enterprise_id uuid NOT NULL,
        -- One a day at most: the unique index below keeps it so for people who ask at the same moment.
        sent_on date NOT NULL,
        message text,
        author_user_id uuid NOT NULL,
        author_name text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (partner_id, id)
      );
      CREATE UNIQUE INDEX reminder_once_a_day ON reminder (partner_id, enterprise_id, sent_on);

      CREATE TABLE support_session (
        partner_id uuid NOT NULL,
        id uuid NOT NULL,
        enterprise_id uuid NOT NULL,
        held_on date NOT NULL,
        minutes int CHECK (minutes BETWEEN 0 AND 1440),
        notes text NOT NULL DEFAULT '',
        next_actions text NOT NULL DEFAULT '',
        author_user_id uuid NOT NULL,
        author_name text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (partner_id, id)
      );
      CREATE INDEX support_session_enterprise ON support_session (partner_id, enterprise_id, held_on DESC);

      CREATE TABLE evaluation (
        partner_id uuid NOT NULL,
        id uuid NOT NULL,
        enterprise_id uuid NOT NULL,
        method_code text NOT NULL,
        route text NOT NULL CHECK (route IN ('full', 'light')),
        status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'paused', 'stopped', 'completed')),
        stop_reason text CHECK (stop_reason IN ('time', 'staff', 'funding', 'noLongerRelevant', 'closure', 'other')),
        stop_note text,
        started_on date NOT NULL,
        planned_end_on date NOT NULL,
        ended_on date,
        sharing text NOT NULL DEFAULT 'private' CHECK (sharing IN ('private', 'federation', 'platform', 'crossBorder')),
        -- Kept by the journey with every change of a step, so that lists need not recount: see evaluation/progress.ts.
        phase int NOT NULL DEFAULT 1 CHECK (phase BETWEEN 1 AND 3),
        current_step text NOT NULL,
        steps_done int NOT NULL DEFAULT 0,
        steps_total int NOT NULL,
        step_changed_at timestamptz NOT NULL DEFAULT now(),
        last_activity_at timestamptz NOT NULL DEFAULT now(),
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (partner_id, id),
        CHECK ((status = 'stopped') = (stop_reason IS NOT NULL))
      );
      CREATE UNIQUE INDEX evaluation_enterprise ON evaluation (partner_id, enterprise_id, id);

      CREATE TABLE step_state (
        partner_id uuid NOT NULL,
        enterprise_id uuid NOT NULL,
        evaluation_id uuid NOT NULL,
        step_code text NOT NULL,
        status text NOT NULL CHECK (status IN ('todo', 'doing', 'done', 'skipped')),
        skip_reason text,
        changed_by_name text NOT NULL,
        changed_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (partner_id, evaluation_id, step_code),
        CHECK ((status = 'skipped') = (skip_reason IS NOT NULL))
      );
      CREATE TABLE step_event (
        partner_id uuid NOT NULL,
        id uuid NOT NULL,
        enterprise_id uuid NOT NULL,
        evaluation_id uuid NOT NULL,
        step_code text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('started', 'done', 'skipped', 'reopened')),
        reason text,
        author_user_id uuid NOT NULL,
        author_name text NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (partner_id, id)
      );
      CREATE INDEX step_event_evaluation ON step_event (partner_id, evaluation_id, step_code, at);

      CREATE TABLE answer (
        partner_id uuid NOT NULL,
        enterprise_id uuid NOT NULL,
        evaluation_id uuid NOT NULL,
        step_code text NOT NULL,
        -- Key of the method's field; an item's field of a list is list/<item id>/<field>.
        field_key text NOT NULL,
        value jsonb NOT NULL,
        revision int NOT NULL,
        author_user_id uuid NOT NULL,
        author_name text NOT NULL,
        saved_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (partner_id, evaluation_id, step_code, field_key)
      );
      CREATE TABLE answer_revision (
        partner_id uuid NOT NULL,
        enterprise_id uuid NOT NULL,
        evaluation_id uuid NOT NULL,
        step_code text NOT NULL,
        field_key text NOT NULL,
        revision int NOT NULL,
        value jsonb NOT NULL,
        -- Made by the client: the same save sent twice is one revision.
        operation_id uuid NOT NULL,
        author_user_id uuid NOT NULL,
        author_name text NOT NULL,
        saved_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (partner_id, evaluation_id, step_code, field_key, revision)
      );
      -- The operation stands first: led by the evaluation, the planner took the index for one that ends there.
      CREATE UNIQUE INDEX answer_operation ON answer_revision (partner_id, operation_id, evaluation_id);

      CREATE TABLE step_comment (
        partner_id uuid NOT NULL,
        id uuid NOT NULL,
        enterprise_id uuid NOT NULL,
        evaluation_id uuid NOT NULL,
        step_code text NOT NULL,
        author_user_id uuid NOT NULL,
        author_name text NOT NULL,
        author_role text NOT NULL,
        body text NOT NULL CHECK (length(body) BETWEEN 1 AND 5000),
        created_at timestamptz NOT NULL DEFAULT now(),
        resolved_at timestamptz,
        resolved_by_name text,
        PRIMARY KEY (partner_id, id)
      );
      CREATE INDEX step_comment_evaluation ON step_comment (partner_id, evaluation_id, step_code, created_at);

      CREATE TABLE gate_record (
        partner_id uuid NOT NULL,
        id uuid NOT NULL,
        enterprise_id uuid NOT NULL,
        evaluation_id uuid NOT NULL,
        gate text NOT NULL CHECK (gate IN ('G1', 'G2', 'G3')),
        outcome text NOT NULL,
        remarks text,
        -- Criteria that do not hold, and why the enterprise goes on all the same.
        exceptions jsonb NOT NULL DEFAULT '[]',
        -- What was agreed on: the evaluation question as it stood.
        snapshot jsonb NOT NULL,
        requested_by_user_id uuid NOT NULL,
        requested_by_name text NOT NULL,
        requested_at timestamptz NOT NULL DEFAULT now(),
        cosigned_by_name text,
        cosigned_at timestamptz,
        -- The coach hands it back, or the enterprise takes it back, with a reason.
        returned_at timestamptz,
        returned_by_name text,
        return_reason text,
        -- Taken back by the enterprise itself.
        withdrawn boolean NOT NULL DEFAULT false,
        -- Why the enterprise stops, when that is the outcome.
        stop_reason text CHECK (stop_reason IN ('time', 'staff', 'funding', 'noLongerRelevant', 'closure', 'other')),
        CHECK ((outcome = 'stop') = (stop_reason IS NOT NULL)),
        PRIMARY KEY (partner_id, id)
      );
      CREATE UNIQUE INDEX gate_open ON gate_record (partner_id, evaluation_id, gate) WHERE cosigned_at IS NULL AND returned_at IS NULL;

      CREATE TABLE import_batch (
        partner_id uuid NOT NULL,
        id uuid NOT NULL,
        file_name text NOT NULL,
        status text NOT NULL CHECK (status IN ('mapping', 'checking', 'checked', 'applying', 'applied', 'undoing', 'undone', 'failed')),
        headers jsonb NOT NULL,
        -- The same headers in the next file bring back the mapping chosen for this one.
        fingerprint text NOT NULL,
        mapping jsonb,
        defaults jsonb NOT NULL DEFAULT '{}',
        row_count int NOT NULL,
        created_count int, updated_count int, unchanged_count int, faulty_count int, done_count int NOT NULL DEFAULT 0,
        kept_count int,
        problem text,
        author_user_id uuid NOT NULL,
        author_name text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        applied_at timestamptz, undone_at timestamptz,
        PRIMARY KEY (partner_id, id)
      );
      CREATE TABLE import_row (
        partner_id uuid NOT NULL,
        import_id uuid NOT NULL,
        row_number int NOT NULL,
        cells jsonb NOT NULL,
        -- Column and problem code of each fault found by the dry run.
        faults jsonb NOT NULL DEFAULT '[]',
        effect text CHECK (effect IN ('create', 'update', 'unchanged', 'faulty')),
        -- The row as read: what the dry run understood and the import writes.
        record jsonb,
        enterprise_id uuid,
        before jsonb,
        -- When the row was written, which is also the enterprise's change date: a later one means it was touched since.
        written_at timestamptz,
        undo text CHECK (undo IN ('removed', 'restored', 'kept')),
        PRIMARY KEY (partner_id, import_id, row_number)
      );
      CREATE INDEX import_batch_created ON import_batch (partner_id, created_at DESC, id DESC);
      CREATE INDEX import_row_faulty ON import_row (partner_id, import_id, row_number) WHERE effect = 'faulty';
      CREATE TABLE import_mapping (
        partner_id uuid NOT NULL,
        fingerprint text NOT NULL,
        mapping jsonb NOT NULL,
        used_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (partner_id, fingerprint)
      );

      CREATE TABLE enterprise_transfer (
        partner_id uuid NOT NULL,
        id uuid NOT NULL,
        enterprise_id uuid NOT NULL,
        to_partner_id uuid NOT NULL,
        reason text NOT NULL,
        requested_by_name text NOT NULL,
        requested_at timestamptz NOT NULL DEFAULT now(),
        withdrawn_at timestamptz,
        PRIMARY KEY (partner_id, id)
      );

      CREATE TABLE audit_entry (
        partner_id uuid NOT NULL,
        id uuid NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        actor_user_id uuid,
        actor_name text NOT NULL,
        actor_role text NOT NULL,
        action text NOT NULL,
        object_type text NOT NULL,
        object_id text NOT NULL,
        object_name text,
        enterprise_id uuid,
        old jsonb,
        new jsonb,
        PRIMARY KEY (partner_id, id)
      );
      CREATE INDEX audit_entry_at ON audit_entry (partner_id, at DESC, id DESC);
    `)
    // Foreign keys come after the tables, so that a distribution of the tables can come between.
    for (const [table, column, target] of REFERENCES) {
      await runner.query(
        `ALTER TABLE ${table} ADD FOREIGN KEY (partner_id, ${column}) REFERENCES ${target} (partner_id, id) ON UPDATE CASCADE`,
      )
      await runner.query(`CREATE INDEX IF NOT EXISTS ${table}_${column} ON ${table} (partner_id, ${column})`)
    }
    // What hangs on an evaluation names the enterprise too: foreign keys do not see the fence between enterprises.
    for (const table of EVALUATION_TABLES) {
      await runner.query(
        `ALTER TABLE ${table} ADD FOREIGN KEY (partner_id, enterprise_id, evaluation_id)
           REFERENCES evaluation (partner_id, enterprise_id, id) ON UPDATE CASCADE`,
      )
      // The primary key of the others begins with the evaluation: a second index would cost each save.
      if (['step_event', 'step_comment', 'gate_record'].includes(table)) {
        await runner.query(`CREATE INDEX IF NOT EXISTS ${table}_evaluation_id ON ${table} (partner_id, evaluation_id)`)
      }
    }
    await runner.query(`
      ALTER TABLE enterprise ADD FOREIGN KEY (partner_id, id, current_evaluation_id) REFERENCES evaluation (partner_id, enterprise_id, id)
        ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;
      ALTER TABLE api_token ADD FOREIGN KEY (partner_id, membership_id) REFERENCES membership (partner_id, id) ON UPDATE CASCADE;
      ALTER TABLE import_row ADD FOREIGN KEY (partner_id, import_id) REFERENCES import_batch (partner_id, id);
    `)
    for (const table of TENANT_TABLES) {
      await runner.query(`ALTER TABLE ${table} ADD FOREIGN KEY (partner_id) REFERENCES partner (id)`)
    }
    await runner.query(`
      ALTER TABLE participation ADD FOREIGN KEY (platform_code) REFERENCES test_platform;
      ALTER TABLE cohort_target ADD FOREIGN KEY (platform_code) REFERENCES test_platform;
      ALTER TABLE affiliation ADD FOREIGN KEY (federation_id) REFERENCES partner (id);
      ALTER TABLE enterprise_transfer ADD FOREIGN KEY (to_partner_id) REFERENCES partner (id);
      ALTER TABLE enterprise_territory ADD FOREIGN KEY (territory_code) REFERENCES territory;
      ALTER TABLE evaluation ADD FOREIGN KEY (method_code) REFERENCES method_version;
    `)
    for (const [table, kind, grants] of FENCES) await runner.query(fence(table, kind, grants))
    for (const table of [
      'enterprise',
      'evaluation',
      'participation',
      'enterprise_territory',
      'accompaniment',
      'answer',
      'gate_record',
      'affiliation',
      'enterprise_transfer',
      'membership',
    ]) {
      await runner.query(readableByJobs(table))
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.')
  }
}

const REFERENCES = [
  ['membership', 'enterprise_id', 'enterprise'],
  ['invitation', 'enterprise_id', 'enterprise'],
  ['accompaniment', 'enterprise_id', 'enterprise'],
  ['affiliation', 'enterprise_id', 'enterprise'],
  ['participation', 'enterprise_id', 'enterprise'],
  ['enterprise_territory', 'enterprise_id', 'enterprise'],
  ['reminder', 'enterprise_id', 'enterprise'],
  ['support_session', 'enterprise_id', 'enterprise'],
  ['evaluation', 'enterprise_id', 'enterprise'],
  ['enterprise_transfer', 'enterprise_id', 'enterprise'],
] as const

const EVALUATION_TABLES = [
  'step_state',
  'step_event',
  'answer',
  'answer_revision',
  'step_comment',
  'gate_record',
] as const

const FENCES = [
  ['membership', 'enterpriseOrStaff', 'SELECT, INSERT, UPDATE'],
  ['invitation', 'enterpriseOrStaff', 'SELECT, INSERT, UPDATE'],
  ['api_token', 'partner', 'SELECT, INSERT, UPDATE'],
  ['enterprise', 'enterprise', undefined],
  ['accompaniment', 'enterprise', undefined],
  ['affiliation', 'enterprise', undefined],
  ['participation', 'enterprise', undefined],
  ['enterprise_territory', 'enterprise', undefined],
  ['cohort_target', 'staff', undefined],
  ['reminder', 'enterprise', 'SELECT, INSERT'],
  ['support_session', 'enterprise', undefined],
  ['evaluation', 'enterprise', undefined],
  ['step_state', 'enterprise', undefined],
  ['step_event', 'enterprise', 'SELECT, INSERT'],
  ['answer', 'enterprise', undefined],
  ['answer_revision', 'enterprise', 'SELECT, INSERT'],
  ['step_comment', 'enterprise', undefined],
  ['gate_record', 'enterprise', 'SELECT, INSERT, UPDATE'],
  ['import_batch', 'staff', undefined],
  ['import_row', 'staff', undefined],
  ['import_mapping', 'staff', undefined],
  ['enterprise_transfer', 'enterprise', 'SELECT, INSERT, UPDATE'],
  ['audit_entry', 'enterpriseOrStaff', 'SELECT, INSERT'],
] as const

const TENANT_TABLES = FENCES.map(([table]) => table)
