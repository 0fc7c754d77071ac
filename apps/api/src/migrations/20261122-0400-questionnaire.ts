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
        -- The title in the base language, for lists; the draft holds all languages.
        title text NOT NULL CHECK (length(title) BETWEEN 1 AND 300),
        draft jsonb NOT NULL,
        draft_revision integer NOT NULL DEFAULT 1,
        -- Of each translated text, which base text it was made from: {"<key>.<part>": {"nl": "<hash>"}}.
        translated_from jsonb NOT NULL DEFAULT '{}',
        published_version integer NOT NULL DEFAULT 0,
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
        title text NOT NULL CHECK (length(title) BETWEEN 1 AND 300),
        draft jsonb NOT NULL,
        draft_revision integer NOT NULL DEFAULT 1,
        translated_from jsonb NOT NULL DEFAULT '{}',
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
    await runner.query(fence('questionnaire_template', 'partner'))
    await runner.query(fence('questionnaire_version', 'enterprise', 'SELECT, INSERT'))
    await runner.query(fence('test_answer', 'enterprise', 'SELECT, INSERT, DELETE'))
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.')
  }
}
