import type { MigrationInterface, QueryRunner } from 'typeorm'
import { fence } from './fence.ts'

/** Pictures, sounds and films that stand beside questions. */
export class QuestionnaireMedia202611220440 implements MigrationInterface {
  name = 'QuestionnaireMedia1763776800440'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE questionnaire_media (
        partner_id uuid NOT NULL,
        -- Made at random: who knows it may read the file, as everybody can who answers.
        id uuid NOT NULL,
        -- Empty for the files of a partner's templates.
        enterprise_id uuid,
        media_type text NOT NULL,
        bytes integer NOT NULL CHECK (bytes > 0),
        content bytea NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        created_by_name text NOT NULL,
        PRIMARY KEY (partner_id, id)
      );
      -- Films are read in parts; what is packed as a whole could not be.
      ALTER TABLE questionnaire_media ALTER COLUMN content SET STORAGE EXTERNAL;
      CREATE INDEX questionnaire_media_id ON questionnaire_media (id);
      CREATE INDEX questionnaire_media_enterprise_id ON questionnaire_media (partner_id, enterprise_id);
      ALTER TABLE questionnaire_media ADD FOREIGN KEY (partner_id) REFERENCES partner (id);
      ALTER TABLE questionnaire_media ADD FOREIGN KEY (partner_id, enterprise_id)
        REFERENCES enterprise (partner_id, id) ON UPDATE CASCADE;
    `)
    // A file stands in published versions: nobody changes or removes it.
    await runner.query(fence('questionnaire_media', 'enterpriseOrStaff', 'SELECT, INSERT'))
    await runner.query(`
      CREATE POLICY own_files ON questionnaire_media AS RESTRICTIVE FOR INSERT TO vises_app
        WITH CHECK (enterprise_id IS NOT NULL OR nullif(current_setting('app.enterprise_id', true), '') IS NULL);
      CREATE POLICY identity_reads ON questionnaire_media FOR SELECT TO vises_identity USING (true);
      GRANT SELECT (id, media_type, bytes, content) ON questionnaire_media TO vises_identity;
      CREATE FUNCTION media_part(p_id uuid, p_from integer, p_length integer)
        RETURNS TABLE (media_type text, bytes integer, part bytea)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT m.media_type, m.bytes, substring(m.content FROM p_from + 1 FOR p_length)
        FROM questionnaire_media m WHERE m.id = p_id
      $$;
      GRANT CREATE ON SCHEMA public TO vises_identity;
      ALTER FUNCTION media_part(uuid, integer, integer) OWNER TO vises_identity;
      REVOKE CREATE ON SCHEMA public FROM vises_identity;
    `)
    await runner.query('SET LOCAL ROLE vises_identity')
    await runner.query(`
      REVOKE ALL ON FUNCTION media_part(uuid, integer, integer) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION media_part(uuid, integer, integer) TO vises_app
    `)
    await runner.query('RESET ROLE')
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.')
  }
}
