import type { MigrationInterface, QueryRunner } from 'typeorm'
import { fence } from './fence.ts'

/** Questionnaires: the draft that is written, the versions that stand for ever, the partner's templates, and test answers that vanish. */
export class Questionnaire202611220400 implements MigrationInterface {
  name = 'Questionnaire1763776800400'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE questionnaire (
        partner_id uuid NOT NULL,
        id uuid NOT NULL,
        enterprise_id uuid NOT NULL,
        evaluation_id uuid,
        -- What lists show of the draft, kept with every save: the title in the base language, and what was counted.
        title text NOT NULL CHECK (length(title) <= 300),
        base_language text NOT NULL DEFAULT 'fr',
        languages text[] NOT NULL DEFAULT '{}',
        question_count integer NOT NULL DEFAULT 0,
        problem_count integer NOT NULL DEFAULT 0,
        coverage jsonb NOT NULL DEFAULT '[]',
        draft jsonb NOT NULL,
        draft_revision integer NOT NULL DEFAULT 1,
        -- Of each translation, from which words it was made: {"item/<key>/label": {"nl": "fr:<hash>"}}.
        translated_from jsonb NOT NULL DEFAULT '{}',
        -- The last saves, newest first: the same operation sent again is known by its number.
        saves jsonb NOT NULL DEFAULT '[]',
        published_version integer NOT NULL DEFAULT 0,
        -- Whether the draft differs from the version published last.
        changed boolean NOT NULL DEFAULT false,
        -- What each key means in any published version: {"age": {"key": "age", "kind": "integer", "repeats": ""}}.
        published_keys jsonb NOT NULL DEFAULT '{}',
        -- What it was copied from: a template, another questionnaire or a workbook.
        origin jsonb,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        updated_by_name text NOT NULL,
        archived_at timestamptz,
        is_demo boolean NOT NULL DEFAULT false,
        PRIMARY KEY (partner_id, id),
        UNIQUE (partner_id, enterprise_id, id)
      );
      CREATE INDEX questionnaire_enterprise ON questionnaire (partner_id, enterprise_id, updated_at DESC);

      -- What a partner offers to its enterprises; they copy it.
      CREATE TABLE questionnaire_template (
        partner_id uuid NOT NULL,
        id uuid NOT NULL,
        -- What lists show of the draft, kept with every save: the title in the base language, and what was counted.
        title text NOT NULL CHECK (length(title) <= 300),
        base_language text NOT NULL DEFAULT 'fr',
        languages text[] NOT NULL DEFAULT '{}',
        question_count integer NOT NULL DEFAULT 0,
        problem_count integer NOT NULL DEFAULT 0,
        coverage jsonb NOT NULL DEFAULT '[]',
        draft jsonb NOT NULL,
        draft_revision integer NOT NULL DEFAULT 1,
        -- Of each translation, from which words it was made: {"item/<key>/label": {"nl": "fr:<hash>"}}.
        translated_from jsonb NOT NULL DEFAULT '{}',
        -- The last saves, newest first: the same operation sent again is known by its number.
        saves jsonb NOT NULL DEFAULT '[]',
        -- Shown to enterprises once offered.
        offered_at timestamptz,
        origin jsonb,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        updated_by_name text NOT NULL,
        archived_at timestamptz,
        is_demo boolean NOT NULL DEFAULT false,
        PRIMARY KEY (partner_id, id)
      );
      CREATE INDEX questionnaire_template_partner ON questionnaire_template (partner_id, updated_at DESC);

      CREATE TABLE questionnaire_version (
        partner_id uuid NOT NULL,
        id uuid NOT NULL,
        enterprise_id uuid NOT NULL,
        questionnaire_id uuid NOT NULL,
        number integer NOT NULL CHECK (number > 0),
        content jsonb NOT NULL,
        -- The same with its expressions parsed, as page and server run it.
        compiled jsonb NOT NULL,
        -- Against the version before: [{"kind": "safe" | "breaksComparison" | "losesData", ...}].
        changes jsonb NOT NULL DEFAULT '[]',
        translated_from jsonb NOT NULL DEFAULT '{}',
        -- Languages published incomplete, with the reason given: {"nl": "..."}.
        waivers jsonb NOT NULL DEFAULT '{}',
        note text,
        published_at timestamptz NOT NULL DEFAULT now(),
        published_by_name text NOT NULL,
        PRIMARY KEY (partner_id, id),
        UNIQUE (partner_id, enterprise_id, id)
      );
      CREATE UNIQUE INDEX questionnaire_version_number
        ON questionnaire_version (partner_id, enterprise_id, questionnaire_id, number);

      CREATE TABLE test_answer (
        partner_id uuid NOT NULL,
        id uuid NOT NULL,
        enterprise_id uuid NOT NULL,
        questionnaire_id uuid NOT NULL,
        language text NOT NULL,
        answers jsonb NOT NULL,
        received_on date NOT NULL DEFAULT current_date,
        PRIMARY KEY (partner_id, id)
      );

      -- What was published is never written again, whoever asks; only its partner changes, when the enterprise moves.
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
        BEGIN
          IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'partner_id' = to_jsonb(OLD) - 'partner_id' THEN RETURN NEW; END IF;
          RAISE EXCEPTION 'A published version does not change.' USING ERRCODE = 'restrict_violation';
        END
      $$;
      CREATE TRIGGER frozen BEFORE UPDATE OR DELETE ON questionnaire_version
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER kept BEFORE TRUNCATE ON questionnaire_version
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    `)
    await runner.query(`
      ALTER TABLE questionnaire ADD FOREIGN KEY (partner_id, enterprise_id) REFERENCES enterprise (partner_id, id) ON UPDATE CASCADE;
      ALTER TABLE questionnaire ADD FOREIGN KEY (partner_id, enterprise_id, evaluation_id)
        REFERENCES evaluation (partner_id, enterprise_id, id) ON UPDATE CASCADE;
      CREATE INDEX questionnaire_evaluation_id ON questionnaire (partner_id, enterprise_id, evaluation_id);
      ALTER TABLE questionnaire_version ADD FOREIGN KEY (partner_id, enterprise_id, questionnaire_id)
        REFERENCES questionnaire (partner_id, enterprise_id, id) ON UPDATE CASCADE;
      ALTER TABLE test_answer ADD FOREIGN KEY (partner_id, enterprise_id, questionnaire_id)
        REFERENCES questionnaire (partner_id, enterprise_id, id) ON UPDATE CASCADE ON DELETE CASCADE;
      CREATE INDEX test_answer_questionnaire_id ON test_answer (partner_id, enterprise_id, questionnaire_id);
    `)
    for (const table of ['questionnaire', 'questionnaire_template', 'questionnaire_version', 'test_answer']) {
      await runner.query(`ALTER TABLE ${table} ADD FOREIGN KEY (partner_id) REFERENCES partner (id)`)
    }
    await runner.query(fence('questionnaire', 'enterprise'))
    await runner.query(fenceTemplates())
    await runner.query(fence('questionnaire_version', 'enterprise', 'SELECT, INSERT'))
    await runner.query(fence('test_answer', 'enterprise', 'SELECT, INSERT, DELETE'))
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.')
  }
}

/** Templates are the partner's: who acts for an enterprise sees those that are offered, and changes none. */
function fenceTemplates(): string {
  const staff = `nullif(current_setting('app.enterprise_id', true), '') IS NULL`
  const seen = `partner_id = nullif(current_setting('app.partner_id', true), '')::uuid AND (${staff} OR offered_at IS NOT NULL)`
  return `
    ALTER TABLE questionnaire_template ENABLE ROW LEVEL SECURITY;
    ALTER TABLE questionnaire_template FORCE ROW LEVEL SECURITY;
    CREATE POLICY own_partner ON questionnaire_template TO vises_app USING (${seen}) WITH CHECK (${seen});
    CREATE POLICY staff_adds ON questionnaire_template AS RESTRICTIVE FOR INSERT TO vises_app WITH CHECK (${staff});
    CREATE POLICY staff_changes ON questionnaire_template AS RESTRICTIVE FOR UPDATE TO vises_app USING (${staff});
    CREATE POLICY staff_deletes ON questionnaire_template AS RESTRICTIVE FOR DELETE TO vises_app USING (${staff});
    GRANT SELECT, INSERT, UPDATE, DELETE ON questionnaire_template TO vises_app;
  `
}
