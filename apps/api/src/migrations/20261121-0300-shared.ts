import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * What crosses partners: the schema `shared`, written by jobs under their own role and only read by the API;
 * and the few functions that must look before a partner is known (sign-in, invitation, API token).
 */
export class Shared202611210300 implements MigrationInterface {
  name = 'Shared1763694000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Why an evaluation at work deserves a call; null when nothing stands out. Days as in docs/journey.md.
      CREATE FUNCTION stall_reason(status text, phase int, step_changed_at timestamptz, last_activity_at timestamptz,
        planned_end_on date, steps_done int, steps_total int, at timestamptz) RETURNS text LANGUAGE sql IMMUTABLE AS $$
        SELECT CASE
          WHEN status <> 'active' THEN NULL
          WHEN planned_end_on < (at AT TIME ZONE 'UTC')::date THEN 'overrun'
          WHEN phase = 1 AND step_changed_at < at - interval '45 days' THEN 'noQuestion'
          WHEN phase = 2 AND step_changed_at < at - interval '60 days' THEN 'collectionStands'
          WHEN last_activity_at < at - interval '45 days' THEN 'quiet'
          WHEN planned_end_on - (at AT TIME ZONE 'UTC')::date < (270 * (steps_total - steps_done)) / greatest(steps_total, 1) / 3
            THEN 'timeShort'
        END
      $$;

      CREATE SCHEMA shared;
      GRANT USAGE ON SCHEMA shared TO vises_app, vises_worker;
      CREATE TABLE shared.cohort_progress (
        partner_id uuid NOT NULL,
        enterprise_id uuid NOT NULL,
        evaluation_id uuid,
        enterprise_name text NOT NULL,
        coach_name text,
        platform_code text,
        project_territory text,
        seat_code text,
        recruitment text NOT NULL,
        method_code text, route text, phase int, current_step text, steps_done int, steps_total int,
        status text, stop_reason text, sharing text, stall_reason text, stalled_since timestamptz,
        planned_end_on date,
        last_activity_at timestamptz,
        as_of timestamptz NOT NULL,
        PRIMARY KEY (partner_id, enterprise_id)
      );
      CREATE INDEX cohort_progress_stalled ON shared.cohort_progress (stalled_since, enterprise_id) WHERE stall_reason IS NOT NULL;
      CREATE INDEX cohort_progress_enterprise ON shared.cohort_progress (enterprise_id);
      CREATE INDEX cohort_progress_platform ON shared.cohort_progress (partner_id, platform_code);
      -- When the jobs last went over everything.
      CREATE TABLE shared.refresh_state (
        name text PRIMARY KEY,
        refreshed_at timestamptz NOT NULL
      );
      -- The target is a count of the partner, shown apart from what was recruited.
      CREATE TABLE shared.cohort_target (
        partner_id uuid NOT NULL,
        platform_code text NOT NULL,
        target int NOT NULL,
        as_of timestamptz NOT NULL,
        PRIMARY KEY (partner_id, platform_code)
      );
      -- Exactly what the enterprise agreed to show, at the level it chose.
      CREATE TABLE shared.artefact (
        partner_id uuid NOT NULL,
        enterprise_id uuid NOT NULL,
        evaluation_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('evaluationQuestion')),
        sharing text NOT NULL CHECK (sharing IN ('federation', 'platform', 'crossBorder')),
        enterprise_name text NOT NULL,
        platform_code text,
        project_territory text,
        -- The accompanying partner and the federations the enterprise is affiliated to.
        federations uuid[] NOT NULL,
        content jsonb NOT NULL,
        -- Known by the day only, and under a name of its own, so that a copy read without names stays without.
        shared_on date NOT NULL,
        pseudonym uuid NOT NULL DEFAULT gen_random_uuid(),
        PRIMARY KEY (evaluation_id, kind)
      );
      CREATE INDEX artefact_newest ON shared.artefact (shared_on DESC, pseudonym);
      CREATE INDEX artefact_owner ON shared.artefact (partner_id, enterprise_id);
      CREATE TABLE shared.release (
        id uuid PRIMARY KEY,
        number int NOT NULL UNIQUE,
        computed_at timestamptz NOT NULL,
        -- The rules of the day, and the themes with their lines and words.
        rules jsonb NOT NULL,
        themes jsonb NOT NULL,
        note text
      );
      CREATE TABLE shared.release_cell (
        release_id uuid NOT NULL REFERENCES shared.release,
        theme text NOT NULL,
        item text NOT NULL,
        platform_code text NOT NULL,
        project_territory text NOT NULL,
        -- Null: not shown. Suppressed and empty are stored, and look, the same.
        value int,
        -- Partners for whom the cell is not shown because their own group would let them work out the rest.
        hidden_for uuid[] NOT NULL DEFAULT '{}',
        PRIMARY KEY (release_id, theme, item, platform_code, project_territory)
      );
      CREATE FUNCTION shared.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'a release is frozen'; END $$;
      CREATE TRIGGER release_frozen BEFORE UPDATE OR DELETE ON shared.release FOR EACH ROW EXECUTE FUNCTION shared.refuse_change();
      CREATE TRIGGER release_cell_frozen BEFORE UPDATE OR DELETE ON shared.release_cell
        FOR EACH ROW EXECUTE FUNCTION shared.refuse_change();
      CREATE TRIGGER release_kept BEFORE TRUNCATE ON shared.release EXECUTE FUNCTION shared.refuse_change();
      CREATE TRIGGER release_cell_kept BEFORE TRUNCATE ON shared.release_cell EXECUTE FUNCTION shared.refuse_change();
      -- Cells are written with their release, in one transaction, or never.
      CREATE FUNCTION shared.refuse_late_cell() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF NOT EXISTS (SELECT FROM shared.release r WHERE r.id = NEW.release_id AND r.xmin = pg_current_xact_id()::xid) THEN
            RAISE EXCEPTION 'a release is frozen';
          END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER release_cell_late BEFORE INSERT ON shared.release_cell FOR EACH ROW EXECUTE FUNCTION shared.refuse_late_cell();
      CREATE TABLE shared.transfer_offer (
        id uuid PRIMARY KEY,
        from_partner_id uuid NOT NULL,
        to_partner_id uuid NOT NULL,
        enterprise_id uuid NOT NULL,
        enterprise_name text NOT NULL,
        reason text NOT NULL,
        requested_by_name text NOT NULL,
        requested_at timestamptz NOT NULL,
        decided_at timestamptz,
        decision text CHECK (decision IN ('accepted', 'refused', 'withdrawn')),
        -- Why an acceptance could not be carried out; the offer stays open.
        problem text CHECK (problem IN ('DUPLICATE_IDENTIFIER', 'COACH_LEFT'))
      );
      CREATE INDEX transfer_offer_to ON shared.transfer_offer (to_partner_id) WHERE decided_at IS NULL;
      GRANT SELECT ON ALL TABLES IN SCHEMA shared TO vises_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA shared TO vises_worker;
      CREATE POLICY jobs_read ON cohort_target FOR SELECT TO vises_worker USING (true);
      GRANT SELECT ON cohort_target TO vises_worker;
      -- A transfer moves the enterprise row; its own tables follow by ON UPDATE CASCADE.
      CREATE POLICY jobs_transfer ON enterprise FOR UPDATE TO vises_worker USING (true) WITH CHECK (true);
      GRANT UPDATE (partner_id, updated_at) ON enterprise TO vises_worker;
      CREATE POLICY jobs_accompany ON accompaniment FOR ALL TO vises_worker USING (true) WITH CHECK (true);
      GRANT UPDATE (ends_on), INSERT ON accompaniment TO vises_worker;
      CREATE POLICY jobs_audit ON audit_entry FOR INSERT TO vises_worker WITH CHECK (true);
      GRANT INSERT ON audit_entry TO vises_worker;
    `)
    await runner.query(`
      CREATE POLICY identity_reads ON membership FOR SELECT TO vises_identity USING (true);
      CREATE POLICY identity_reads ON enterprise FOR SELECT TO vises_identity USING (true);
      CREATE POLICY identity_reads ON api_token FOR SELECT TO vises_identity USING (true);
      CREATE POLICY identity_reads ON invitation FOR SELECT TO vises_identity USING (true);
      GRANT SELECT ON membership, enterprise, api_token, invitation, partner TO vises_identity;

      -- Every place where a person works; read at each request, so that a removal counts at once.
      CREATE FUNCTION memberships_of(p_user uuid) RETURNS TABLE (
        partner_id uuid, id uuid, role text, enterprise_id uuid, enterprise_name text, partner_name text, partner_code text,
        person_name text, person_email text)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT m.partner_id, m.id, m.role, m.enterprise_id, e.name, p.name, p.code, m.person_name, m.person_email
        FROM membership m JOIN partner p ON p.id = m.partner_id
        LEFT JOIN enterprise e ON e.partner_id = m.partner_id AND e.id = m.enterprise_id
        WHERE m.user_id = p_user AND m.ended_at IS NULL ORDER BY m.created_at, m.id
      $$;
      CREATE FUNCTION membership_of_token(p_hash text) RETURNS TABLE (
        token_id uuid, user_id uuid, partner_id uuid, id uuid, role text, enterprise_id uuid, enterprise_name text,
        partner_name text, partner_code text, person_name text, person_email text)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT t.id, m.user_id, m.partner_id, m.id, m.role, m.enterprise_id, e.name, p.name, p.code, m.person_name, m.person_email
        FROM api_token t JOIN membership m ON m.partner_id = t.partner_id AND m.id = t.membership_id
        JOIN partner p ON p.id = m.partner_id
        LEFT JOIN enterprise e ON e.partner_id = m.partner_id AND e.id = m.enterprise_id
        WHERE t.token_hash = p_hash AND t.revoked_at IS NULL AND t.expires_at > now() AND m.ended_at IS NULL
      $$;
      CREATE FUNCTION invitation_of_token(p_hash text) RETURNS TABLE (
        partner_id uuid, id uuid, email text, role text, enterprise_id uuid, enterprise_name text, partner_name text,
        invited_by_name text, language text, expires_at timestamptz, message text)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT i.partner_id, i.id, i.email, i.role, i.enterprise_id, e.name, p.name, i.invited_by_name, i.language, i.expires_at, i.message
        FROM invitation i JOIN partner p ON p.id = i.partner_id
        LEFT JOIN enterprise e ON e.partner_id = i.partner_id AND e.id = i.enterprise_id
        WHERE i.token_hash = p_hash AND i.accepted_at IS NULL AND i.declined_at IS NULL AND i.revoked_at IS NULL
          AND i.expires_at > now()
      $$;
      -- Whether anybody is in at all: only then does the first administrator's link work.
      CREATE FUNCTION any_membership() RETURNS boolean
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT EXISTS (SELECT FROM membership)
      $$;
      -- Puts a job into the queue inside the business transaction.
      CREATE FUNCTION enqueue(p_task text, p_payload json, p_key text DEFAULT NULL) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        BEGIN PERFORM graphile_worker.add_job(p_task, p_payload, job_key := p_key, max_attempts := 8); END
      $$;
      GRANT CREATE ON SCHEMA public TO vises_identity, vises_worker;
      ALTER FUNCTION memberships_of(uuid) OWNER TO vises_identity;
      ALTER FUNCTION membership_of_token(text) OWNER TO vises_identity;
      ALTER FUNCTION invitation_of_token(text) OWNER TO vises_identity;
      ALTER FUNCTION any_membership() OWNER TO vises_identity;
      ALTER FUNCTION enqueue(text, json, text) OWNER TO vises_worker;
      REVOKE CREATE ON SCHEMA public FROM vises_identity, vises_worker;
    `)
    for (const signature of [
      'memberships_of(uuid)',
      'membership_of_token(text)',
      'invitation_of_token(text)',
      'any_membership()',
      'enqueue(text, json, text)',
    ]) {
      await runner.query(`SET LOCAL ROLE ${signature.startsWith('enqueue') ? 'vises_worker' : 'vises_identity'}`)
      await runner.query(
        `REVOKE ALL ON FUNCTION ${signature} FROM PUBLIC; GRANT EXECUTE ON FUNCTION ${signature} TO vises_app`,
      )
      await runner.query(`RESET ROLE`)
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.')
  }
}
