import type { MigrationInterface, QueryRunner } from 'typeorm'
import { fence } from './fence.ts'

/** Collecting answers: waves, respondent groups, links, and the answers themselves, which name nobody. */
export class Collection202611220410 implements MigrationInterface {
  name = 'Collection1763776800410'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE wave (
        partner_id uuid NOT NULL,
        id uuid NOT NULL,
        enterprise_id uuid NOT NULL,
        evaluation_id uuid,
        questionnaire_id uuid NOT NULL,
        version_id uuid NOT NULL,
        title text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
        opens_on date,
        -- The last day on which answers are taken, by the server's calendar.
        closes_on date,
        -- Opened and closed by hand; a wave takes answers when it is opened, not closed, and between its days.
        opened_at timestamptz,
        closed_at timestamptz,
        time_zone text NOT NULL DEFAULT 'Europe/Brussels',
        languages text[] NOT NULL,
        -- False only for a register of named persons who agreed; nothing in the product sets it false by itself.
        anonymous boolean NOT NULL DEFAULT true,
        -- Who asks, why, and until when answers are kept, as the respondent reads it.
        asked_by text NOT NULL,
        purpose jsonb NOT NULL DEFAULT '{}',
        contact text,
        keep_until date,
        quota integer CHECK (quota > 0),
        accepted integer NOT NULL DEFAULT 0,
        -- Keys of choice questions by which results may be broken down.
        breakdowns text[] NOT NULL DEFAULT '{}',
        -- What is known of everyone who could answer: {"<key>": {"<choice>": 29}}.
        known_population jsonb NOT NULL DEFAULT '{}',
        -- The enterprise lets its coach read single answers.
        coach_reads_responses boolean NOT NULL DEFAULT false,
        -- How many reminders a person gets at most; each invitation says so.
        most_reminders integer NOT NULL DEFAULT 2 CHECK (most_reminders BETWEEN 0 AND 5),
        created_at timestamptz NOT NULL DEFAULT now(),
        created_by_name text NOT NULL,
        is_demo boolean NOT NULL DEFAULT false,
        PRIMARY KEY (partner_id, id),
        UNIQUE (partner_id, enterprise_id, id)
      );
      CREATE INDEX wave_enterprise ON wave (partner_id, enterprise_id, created_at DESC);

      CREATE TABLE respondent_group (
        partner_id uuid NOT NULL,
        id uuid NOT NULL,
        enterprise_id uuid NOT NULL,
        wave_id uuid NOT NULL,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        position integer NOT NULL,
        -- How many people could answer, where it is known.
        expected integer CHECK (expected >= 0),
        quota integer CHECK (quota > 0),
        accepted integer NOT NULL DEFAULT 0,
        PRIMARY KEY (partner_id, id),
        UNIQUE (partner_id, enterprise_id, id)
      );

      CREATE TABLE collection_link (
        partner_id uuid NOT NULL,
        id uuid NOT NULL,
        enterprise_id uuid NOT NULL,
        wave_id uuid NOT NULL,
        -- Links made together, as one sheet to print or one list of invitees; an open link stands alone.
        batch_id uuid NOT NULL,
        group_id uuid,
        kind text NOT NULL CHECK (kind IN ('open', 'singleUse', 'personal')),
        label text NOT NULL DEFAULT '',
        language text,
        -- The token is made from the server's secret and this; it is kept nowhere, only its hash.
        nonce text NOT NULL,
        token_hash text NOT NULL,
        -- Single-use and personal links: their bit in wave_spent.
        position integer,
        quota integer CHECK (quota > 0),
        accepted integer NOT NULL DEFAULT 0,
        revoked_at timestamptz,
        -- The last day on which more came through it at once than people can send.
        flagged_on date,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (partner_id, id),
        UNIQUE (partner_id, enterprise_id, id),
        CHECK ((kind = 'open') = (position IS NULL))
      );
      CREATE INDEX collection_link_token ON collection_link (token_hash);
      CREATE INDEX collection_link_batch ON collection_link (partner_id, wave_id, batch_id);
      CREATE UNIQUE INDEX collection_link_position ON collection_link (partner_id, wave_id, position) WHERE position IS NOT NULL;

      -- Which single-use and personal links are spent: one bit each in one row, so that no order or time tells who answered when.
      CREATE TABLE wave_spent (
        partner_id uuid NOT NULL,
        wave_id uuid NOT NULL,
        enterprise_id uuid NOT NULL,
        spent bit varying NOT NULL,
        PRIMARY KEY (partner_id, enterprise_id, wave_id)
      );

      -- Whom a personal link is mailed to. Nothing here says who answered.
      CREATE TABLE invitee (
        partner_id uuid NOT NULL,
        id uuid NOT NULL,
        enterprise_id uuid NOT NULL,
        wave_id uuid NOT NULL,
        group_id uuid,
        link_id uuid NOT NULL,
        name text,
        email text NOT NULL,
        language text NOT NULL,
        mailed boolean NOT NULL DEFAULT false,
        unsubscribed boolean NOT NULL DEFAULT false,
        PRIMARY KEY (partner_id, id)
      );
      CREATE UNIQUE INDEX invitee_email ON invitee (partner_id, wave_id, lower(email));

      -- Invitations and reminders sent, as numbers only.
      CREATE TABLE wave_mailing (
        partner_id uuid NOT NULL,
        id uuid NOT NULL,
        enterprise_id uuid NOT NULL,
        wave_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('invitation', 'reminder')),
        sent_on date NOT NULL DEFAULT current_date,
        -- Mails sent; empty until all are, and where it would tell that fewer than five have answered.
        count integer,
        finished boolean NOT NULL DEFAULT false,
        -- Up to which invitee the round has come, answered or not, so that a restarted job does not mail twice.
        reached uuid,
        message text,
        by_name text NOT NULL,
        PRIMARY KEY (partner_id, id)
      );

      CREATE TABLE response (
        partner_id uuid NOT NULL,
        -- Made at random by the device of the respondent; the same answer sent twice is one answer.
        id uuid NOT NULL,
        enterprise_id uuid NOT NULL,
        wave_id uuid NOT NULL,
        group_id uuid,
        -- The number of the questionnaire's version that was answered.
        version integer NOT NULL,
        language text NOT NULL,
        channel text NOT NULL CHECK (channel IN ('online', 'paper', 'assisted', 'imported')),
        -- A day, never an hour.
        received_on date NOT NULL,
        -- How long it took, to the next ten seconds, where the page measured it.
        seconds integer,
        answers jsonb NOT NULL,
        -- Keyed hash of what was sent, by which the same answer sent again is known.
        digest bytea,
        -- The file it came from, when it was imported.
        import_id uuid,
        -- The wording of each consent question that was answered: {"<key>": {"version": 1, "language": "nl"}}.
        consent jsonb NOT NULL DEFAULT '{}',
        -- Set aside by the enterprise with a reason; kept, counted apart, in no result.
        set_aside_reason text,
        PRIMARY KEY (partner_id, id)
      );
      CREATE INDEX response_wave ON response (partner_id, enterprise_id, wave_id, id);
      CREATE INDEX response_import_id ON response (partner_id, enterprise_id, import_id) WHERE import_id IS NOT NULL;

      -- Answers not yet in the tallies.
      CREATE TABLE response_pending (
        partner_id uuid NOT NULL,
        wave_id uuid NOT NULL,
        response_id uuid NOT NULL,
        enterprise_id uuid NOT NULL,
        PRIMARY KEY (partner_id, enterprise_id, wave_id, response_id)
      );

      CREATE TABLE answer_file (
        partner_id uuid NOT NULL,
        id uuid NOT NULL,
        enterprise_id uuid NOT NULL,
        wave_id uuid NOT NULL,
        -- Empty until its answer arrives; without one it is deleted after a week.
        response_id uuid,
        name text NOT NULL,
        media_type text NOT NULL,
        bytes integer NOT NULL,
        content bytea NOT NULL,
        received_on date NOT NULL DEFAULT current_date,
        PRIMARY KEY (partner_id, id)
      );
      CREATE INDEX answer_file_response ON answer_file (partner_id, response_id);

      -- An unfinished answer, encrypted on the respondent's device; the key never comes here.
      CREATE TABLE response_draft (
        partner_id uuid NOT NULL,
        -- SHA-256 of the draft's address, which only the respondent holds.
        id text NOT NULL,
        enterprise_id uuid NOT NULL,
        wave_id uuid NOT NULL,
        content bytea NOT NULL,
        expires_on date NOT NULL,
        PRIMARY KEY (partner_id, id)
      );

      -- A paper form typed once or twice: both readings until they agree.
      CREATE TABLE paper_entry (
        partner_id uuid NOT NULL,
        id uuid NOT NULL,
        enterprise_id uuid NOT NULL,
        wave_id uuid NOT NULL,
        group_id uuid,
        sheet integer NOT NULL CHECK (sheet > 0),
        language text NOT NULL,
        -- Emptied once they agree: the answer is kept in one place. The operations tell a second typing from a save sent twice.
        first jsonb NOT NULL,
        first_operation uuid NOT NULL,
        first_by_name text NOT NULL,
        second jsonb,
        second_operation uuid,
        second_by_name text,
        -- The answer it became.
        response_id uuid,
        PRIMARY KEY (partner_id, id)
      );
      CREATE UNIQUE INDEX paper_entry_sheet ON paper_entry (partner_id, enterprise_id, wave_id, sheet);

      -- A file of answers collected elsewhere: its columns, what they mean, and how far it is.
      CREATE TABLE answer_import (
        partner_id uuid NOT NULL,
        id uuid NOT NULL,
        enterprise_id uuid NOT NULL,
        wave_id uuid NOT NULL,
        file_name text NOT NULL,
        status text NOT NULL DEFAULT 'mapping'
          CHECK (status IN ('mapping', 'checking', 'checked', 'applying', 'applied', 'undoing', 'undone', 'failed')),
        headers jsonb NOT NULL,
        -- Of each column of the file, by its place: the key of a question (with its part), '@group', '@language', '@day' or nothing.
        mapping jsonb NOT NULL DEFAULT '{}',
        -- Group and language of rows that name none, and the version by which rows were checked.
        defaults jsonb NOT NULL DEFAULT '{}',
        row_count integer NOT NULL,
        faulty_count integer,
        -- Rows worked through by the step under way.
        done_count integer NOT NULL DEFAULT 0,
        problem text,
        created_at timestamptz NOT NULL DEFAULT now(),
        author_name text NOT NULL,
        PRIMARY KEY (partner_id, id),
        UNIQUE (partner_id, enterprise_id, id)
      );
      CREATE INDEX answer_import_wave ON answer_import (partner_id, enterprise_id, wave_id, created_at DESC);

      -- The rows of such a file until it is written or given up.
      CREATE TABLE answer_import_row (
        partner_id uuid NOT NULL,
        import_id uuid NOT NULL,
        enterprise_id uuid NOT NULL,
        row_number integer NOT NULL,
        cells jsonb NOT NULL,
        -- What the row says once it was checked: the answer, or what is wrong with it.
        answer jsonb,
        faults jsonb,
        PRIMARY KEY (partner_id, import_id, row_number)
      );
    `)
    await runner.query(`
      -- Whose a link is, looked up before a partner is known. Revoked and unknown look the same.
      CREATE POLICY identity_reads ON collection_link FOR SELECT TO vises_identity USING (true);
      GRANT SELECT (partner_id, enterprise_id, wave_id, id, token_hash, revoked_at) ON collection_link TO vises_identity;
      CREATE FUNCTION link_of_token(p_hash text) RETURNS TABLE (partner_id uuid, enterprise_id uuid, wave_id uuid, link_id uuid)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT l.partner_id, l.enterprise_id, l.wave_id, l.id FROM collection_link l
        WHERE l.token_hash = p_hash AND l.revoked_at IS NULL
      $$;
      GRANT CREATE ON SCHEMA public TO vises_identity;
      ALTER FUNCTION link_of_token(text) OWNER TO vises_identity;
      REVOKE CREATE ON SCHEMA public FROM vises_identity;
    `)
    await runner.query('SET LOCAL ROLE vises_identity')
    await runner.query(`
      REVOKE ALL ON FUNCTION link_of_token(text) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION link_of_token(text) TO vises_app
    `)
    await runner.query('RESET ROLE')
    await runner.query(
      `ALTER TABLE wave ADD FOREIGN KEY (partner_id, enterprise_id) REFERENCES enterprise (partner_id, id) ON UPDATE CASCADE`,
    )
    for (const [table, column, target] of REFERENCES) {
      await runner.query(
        `ALTER TABLE ${table} ADD FOREIGN KEY (partner_id, enterprise_id, ${column})
           REFERENCES ${target} (partner_id, enterprise_id, id) ON UPDATE CASCADE`,
      )
      if (!LED_BY_THE_WAVE.includes(table) && column !== 'import_id') {
        await runner.query(`CREATE INDEX ${table}_${column} ON ${table} (partner_id, enterprise_id, ${column})`)
      }
    }
    for (const [table, grants] of FENCES) {
      // Of answers the wave vouches for the partner: each of many at once would else lock the one row of the partner.
      if (!table.startsWith('response'))
        await runner.query(`ALTER TABLE ${table} ADD FOREIGN KEY (partner_id) REFERENCES partner (id)`)
      await runner.query(fence(table, 'enterprise', grants))
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.')
  }
}

const REFERENCES: [string, string, string][] = [
  ['wave', 'evaluation_id', 'evaluation'],
  ['wave', 'questionnaire_id', 'questionnaire'],
  ['wave', 'version_id', 'questionnaire_version'],
  ['respondent_group', 'wave_id', 'wave'],
  ['collection_link', 'wave_id', 'wave'],
  ['collection_link', 'group_id', 'respondent_group'],
  ['wave_spent', 'wave_id', 'wave'],
  ['invitee', 'wave_id', 'wave'],
  ['invitee', 'link_id', 'collection_link'],
  ['invitee', 'group_id', 'respondent_group'],
  ['wave_mailing', 'wave_id', 'wave'],
  ['response', 'wave_id', 'wave'],
  ['response', 'import_id', 'answer_import'],
  ['response_pending', 'wave_id', 'wave'],
  ['answer_file', 'wave_id', 'wave'],
  ['response_draft', 'wave_id', 'wave'],
  ['paper_entry', 'wave_id', 'wave'],
  ['paper_entry', 'group_id', 'respondent_group'],
  ['answer_import', 'wave_id', 'wave'],
  ['answer_import_row', 'import_id', 'answer_import'],
]

// Their own keys and indexes already lead there (to the import, by part of a table); a second index would cost each answer.
const LED_BY_THE_WAVE = ['response', 'response_pending', 'wave_spent', 'paper_entry', 'answer_import']

const FENCES = [
  ['wave', undefined],
  ['respondent_group', undefined],
  ['collection_link', undefined],
  ['wave_spent', undefined],
  ['invitee', undefined],
  ['wave_mailing', 'SELECT, INSERT, UPDATE'],
  ['response', undefined],
  ['response_pending', undefined],
  ['answer_file', undefined],
  ['response_draft', undefined],
  ['paper_entry', undefined],
  ['answer_import', undefined],
  ['answer_import_row', undefined],
] as const
