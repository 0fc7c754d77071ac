import type { MigrationInterface, QueryRunner } from 'typeorm'
import { fence } from './fence.ts'

/** Qualitative records: interviews, focus groups, life stories, documents and registers, their excerpts and codes. */
export class Record202611220430 implements MigrationInterface {
  name = 'Record1763776800430'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE field_record (
        partner_id uuid NOT NULL,
        id uuid NOT NULL,
        enterprise_id uuid NOT NULL,
        evaluation_id uuid,
        kind text NOT NULL CHECK (kind IN ('interview', 'focusGroup', 'lifeStory', 'observation', 'document', 'register')),
        title text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
        happened_on date,
        -- Who spoke, in words that name nobody: "former worker, 2 years".
        participants text,
        participant_count integer CHECK (participant_count >= 0),
        language text NOT NULL,
        notes text NOT NULL DEFAULT '',
        source text,
        -- Registers: the columns and their rows.
        columns jsonb NOT NULL DEFAULT '[]',
        rows jsonb NOT NULL DEFAULT '[]',
        revision integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        created_by_name text NOT NULL,
        updated_at timestamptz NOT NULL DEFAULT now(),
        archived_at timestamptz,
        is_demo boolean NOT NULL DEFAULT false,
        PRIMARY KEY (partner_id, id),
        UNIQUE (partner_id, enterprise_id, id)
      );
      CREATE INDEX field_record_enterprise ON field_record (partner_id, enterprise_id, updated_at DESC);

      CREATE TABLE field_code (
        partner_id uuid NOT NULL,
        id uuid NOT NULL,
        enterprise_id uuid NOT NULL,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
        meaning text,
        archived_at timestamptz,
        PRIMARY KEY (partner_id, id)
      );
      CREATE UNIQUE INDEX field_code_name ON field_code (partner_id, enterprise_id, lower(name)) WHERE archived_at IS NULL;
      CREATE INDEX field_code_enterprise_id ON field_code (partner_id, enterprise_id);

      CREATE TABLE excerpt (
        partner_id uuid NOT NULL,
        id uuid NOT NULL,
        enterprise_id uuid NOT NULL,
        record_id uuid NOT NULL,
        text text NOT NULL CHECK (length(text) BETWEEN 1 AND 5000),
        speaker text,
        code_ids uuid[] NOT NULL DEFAULT '{}',
        -- How far the person who spoke lets the words travel; "asked" means that the answer is awaited.
        consent text NOT NULL DEFAULT 'none' CHECK (consent IN ('none', 'asked', 'internal', 'federation', 'public', 'withdrawn')),
        consent_on date,
        created_at timestamptz NOT NULL DEFAULT now(),
        created_by_name text NOT NULL,
        archived_at timestamptz,
        PRIMARY KEY (partner_id, id)
      );
      CREATE INDEX excerpt_record ON excerpt (partner_id, enterprise_id, record_id);

      ALTER TABLE field_record ADD FOREIGN KEY (partner_id) REFERENCES partner (id);
      ALTER TABLE field_record ADD FOREIGN KEY (partner_id, enterprise_id) REFERENCES enterprise (partner_id, id) ON UPDATE CASCADE;
      ALTER TABLE field_record ADD FOREIGN KEY (partner_id, enterprise_id, evaluation_id)
        REFERENCES evaluation (partner_id, enterprise_id, id) ON UPDATE CASCADE;
      CREATE INDEX field_record_evaluation_id ON field_record (partner_id, enterprise_id, evaluation_id);
      ALTER TABLE field_code ADD FOREIGN KEY (partner_id) REFERENCES partner (id);
      ALTER TABLE field_code ADD FOREIGN KEY (partner_id, enterprise_id) REFERENCES enterprise (partner_id, id) ON UPDATE CASCADE;
      ALTER TABLE excerpt ADD FOREIGN KEY (partner_id) REFERENCES partner (id);
      ALTER TABLE excerpt ADD FOREIGN KEY (partner_id, enterprise_id, record_id)
        REFERENCES field_record (partner_id, enterprise_id, id) ON UPDATE CASCADE;
    `)
    for (const table of ['field_record', 'field_code', 'excerpt']) await runner.query(fence(table, 'enterprise'))
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.')
  }
}
