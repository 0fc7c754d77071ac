import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Who was no longer a coach went on being shown as one: those accompaniments end on the day on which the role ended. */
export class CoachesWhoLeft202611220450 implements MigrationInterface {
  name = 'CoachesWhoLeft1763776800450'

  async up(runner: QueryRunner): Promise<void> {
    // The fences hold for the owner too, and this goes over every partner.
    for (const table of ['accompaniment', 'membership'])
      await runner.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`)
    await runner.query(`
      UPDATE accompaniment a SET ends_on = greatest(a.starts_on, (m.ended_at AT TIME ZONE 'UTC')::date)
      FROM (SELECT partner_id, user_id, max(ended_at) AS ended_at FROM membership WHERE role = 'coach'
            GROUP BY partner_id, user_id HAVING bool_and(ended_at IS NOT NULL)) m
      WHERE m.partner_id = a.partner_id AND m.user_id = a.coach_user_id AND a.ends_on IS NULL
    `)
    for (const table of ['accompaniment', 'membership'])
      await runner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`)
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.')
  }
}
