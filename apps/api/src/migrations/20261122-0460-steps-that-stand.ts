import type { MigrationInterface, QueryRunner } from 'typeorm'

/** A stall of phase 2 is one of the collection only once the collection is what the evaluation is at, from step 2.7 on. */
export class StepsThatStand202611220460 implements MigrationInterface {
  name = 'StepsThatStand1763776800460'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION stall_reason(text, int, timestamptz, timestamptz, date, int, int, timestamptz);
      CREATE FUNCTION stall_reason(status text, phase int, current_step text, step_changed_at timestamptz,
        last_activity_at timestamptz, planned_end_on date, steps_done int, steps_total int, at timestamptz)
        RETURNS text LANGUAGE sql IMMUTABLE AS $$
        SELECT CASE
          WHEN status <> 'active' THEN NULL
          WHEN planned_end_on < (at AT TIME ZONE 'UTC')::date THEN 'overrun'
          WHEN phase = 1 AND step_changed_at < at - interval '45 days' THEN 'noQuestion'
          WHEN phase = 2 AND step_changed_at < at - interval '60 days'
            THEN CASE WHEN current_step < '2.7' THEN 'stepStands' ELSE 'collectionStands' END
          WHEN last_activity_at < at - interval '45 days' THEN 'quiet'
          WHEN planned_end_on - (at AT TIME ZONE 'UTC')::date < (270 * (steps_total - steps_done)) / greatest(steps_total, 1) / 3
            THEN 'timeShort'
        END
      $$;
    `)
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.')
  }
}
