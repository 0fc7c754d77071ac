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
        -- '' all answers, '@group' by respondent group, else the key of the question that breaks down.
        by_key text NOT NULL,
        by_value text NOT NULL,
        -- A question, or '@answers', '@day', '@language', '@channel', '@seconds', '@reach'.
        question_key text NOT NULL,
        -- The row of a matrix, 'then'/'now', the place in a ranking, else ''.
        part text NOT NULL,
        -- The choice, number or word counted; '@missing', '@declined', '@notAsked'.
        value text NOT NULL,
        count bigint NOT NULL,
        PRIMARY KEY (partner_id, enterprise_id, wave_id, by_key, by_value, question_key, part, value)
      );

      CREATE TABLE response_export (
        partner_id uuid NOT NULL,
        id uuid NOT NULL,
        enterprise_id uuid NOT NULL,
        questionnaire_id uuid NOT NULL,
        -- Empty: all waves of the questionnaire.
        wave_id uuid,
        format text NOT NULL CHECK (format IN ('csv', 'xlsx', 'sav', 'json', 'codebook')),
        language text NOT NULL,
        options jsonb NOT NULL DEFAULT '{}',
        status text NOT NULL DEFAULT 'waiting' CHECK (status IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
        rows_done bigint NOT NULL DEFAULT 0,
        rows_total bigint,
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
      ALTER TABLE tally ADD FOREIGN KEY (partner_id) REFERENCES partner (id);
      ALTER TABLE tally ADD FOREIGN KEY (partner_id, enterprise_id, wave_id)
        REFERENCES wave (partner_id, enterprise_id, id) ON UPDATE CASCADE;
      ALTER TABLE response_export ADD FOREIGN KEY (partner_id) REFERENCES partner (id);
      ALTER TABLE response_export ADD FOREIGN KEY (partner_id, enterprise_id, questionnaire_id)
        REFERENCES questionnaire (partner_id, enterprise_id, id) ON UPDATE CASCADE;
      CREATE INDEX response_export_questionnaire_id ON response_export (partner_id, enterprise_id, questionnaire_id);
    `)
    await runner.query(fence('tally', 'enterprise'))
    await runner.query(fence('response_export', 'enterprise'))
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.')
  }
}
