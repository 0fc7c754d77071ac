import type { MigrationInterface, QueryRunner } from 'typeorm'
import { fence } from './fence.ts'

/** Results: counts kept up as answers come in, and files written by a job. */
export class Result202611220420 implements MigrationInterface {
  name = 'Result1763776800420'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- How many answers of a wave say what; a results page reads these, never the answers.
      CREATE TABLE tally (
        partner_id uuid NOT NULL,
        enterprise_id uuid NOT NULL,
        wave_id uuid NOT NULL,
        -- '' all answers, '@group' by respondent group, '@word' the words of texts, else the key of the question that breaks down.
        by_key text NOT NULL,
        by_value text NOT NULL,
        -- A question, or '@answers', '@day', '@language', '@channel', '@seconds', '@reach'.
        question_key text NOT NULL,
        -- The row of a matrix, 'pair' of then and now, the place in a ranking, the question reached, else ''.
        part text NOT NULL,
        -- The choice, number or word counted; '@answered', '@missing', '@declined'.
        value text NOT NULL,
        count bigint NOT NULL,
        PRIMARY KEY (partner_id, enterprise_id, wave_id, by_key, by_value, question_key, part, value)
      );
      -- Words that may be shown, most used first: a page reads the first few, however many words there are.
      CREATE INDEX tally_word ON tally (partner_id, enterprise_id, wave_id, question_key, count DESC)
        WHERE by_key = '@word' AND count >= 5;

      -- How far the tally of a wave is; who brings it up locks this row.
      CREATE TABLE tally_state (
        partner_id uuid NOT NULL,
        enterprise_id uuid NOT NULL,
        wave_id uuid NOT NULL,
        counted_at timestamptz,
        -- The questions by which it was broken down when it was counted.
        breakdowns text[] NOT NULL DEFAULT '{}',
        PRIMARY KEY (partner_id, enterprise_id, wave_id)
      );

      CREATE TABLE response_export (
        partner_id uuid NOT NULL,
        id uuid NOT NULL,
        enterprise_id uuid NOT NULL,
        questionnaire_id uuid NOT NULL,
        -- Empty: all waves of the questionnaire that who asked may read.
        wave_id uuid,
        -- The waves that may be in: those that who asked could read when asking; the file is theirs as long as they can.
        wave_ids uuid[] NOT NULL DEFAULT '{}',
        format text NOT NULL CHECK (format IN ('csv', 'xlsx', 'sav', 'json', 'codebook', 'codebookCsv')),
        language text NOT NULL,
        options jsonb NOT NULL DEFAULT '{}',
        status text NOT NULL DEFAULT 'waiting' CHECK (status IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
        -- Which run writes it; a run that finds another number here gives up.
        attempt integer NOT NULL DEFAULT 0,
        -- The last sign of life of that run.
        beat_at timestamptz NOT NULL DEFAULT now(),
        rows_done bigint NOT NULL DEFAULT 0,
        rows_total bigint,
        file_name text,
        bytes bigint,
        sha256 text,
        problem text,
        user_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        finished_at timestamptz,
        expires_at timestamptz NOT NULL,
        PRIMARY KEY (partner_id, id)
      );
      CREATE INDEX response_export_user ON response_export (partner_id, user_id, created_at DESC);
      CREATE INDEX response_export_under_way ON response_export (beat_at) WHERE status IN ('waiting', 'running');
      CREATE INDEX response_export_wave_id ON response_export (partner_id, enterprise_id, wave_id);
      CREATE INDEX response_export_questionnaire_id ON response_export (partner_id, enterprise_id, questionnaire_id);
    `)
    for (const table of ['tally', 'tally_state', 'response_export']) {
      await runner.query(`
        ALTER TABLE ${table} ADD FOREIGN KEY (partner_id) REFERENCES partner (id);
        ALTER TABLE ${table} ADD FOREIGN KEY (partner_id, enterprise_id, wave_id)
          REFERENCES wave (partner_id, enterprise_id, id) ON UPDATE CASCADE`)
      await runner.query(fence(table, 'enterprise'))
    }
    await runner.query(`
      ALTER TABLE response_export ADD FOREIGN KEY (partner_id, enterprise_id, questionnaire_id)
        REFERENCES questionnaire (partner_id, enterprise_id, id) ON UPDATE CASCADE;
      -- So that the clock finds exports whose run has died; it sees which, not what.
      CREATE POLICY jobs_read ON response_export FOR SELECT TO vises_worker USING (status IN ('waiting', 'running'));
      GRANT SELECT (partner_id, id, status, attempt, beat_at) ON response_export TO vises_worker;
    `)
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.')
  }
}
