import { registerTasks } from '../../jobs/tasks.ts'
import { sendTemplate } from '../../platform/mail/templates.ts'
import { Tenant } from '../../platform/tenant.ts'
import type { TriText } from '../../platform/tri-text.ts'

registerTasks({
  /** Writes to the managers of an enterprise about its next step, each in their own language. */
  async mailReminder({ partnerId, reminderId }, { services }) {
    const tenant = new Tenant(services.app, { partnerId: partnerId!, userId: partnerId!, enterpriseId: null })
    const { reminder, managers } = await tenant.read(async (db) => ({
      reminder: await db.row<{
        sender: string
        organisation: string
        enterprise: string
        message: string | null
        step: string
        title: TriText | null
      }>(
        `SELECT r.author_name AS sender, p.name AS organisation, e.name AS enterprise, r.message, v.current_step AS step,
           coalesce(
             jsonb_path_query_first(m.data, '$.phases[*].steps[*] ? (@.code == $step).title', jsonb_build_object('step', v.current_step)),
             jsonb_path_query_first(m.data, '$.phases[*].gate ? (@.code == $step).title', jsonb_build_object('step', v.current_step))) AS title
         FROM reminder r JOIN partner p ON p.id = r.partner_id
         JOIN enterprise e ON e.partner_id = $1 AND e.id = r.enterprise_id
         JOIN evaluation v ON v.partner_id = $1 AND v.id = e.current_evaluation_id
         JOIN method_version m ON m.code = v.method_code
         WHERE r.partner_id = $1 AND r.id = $2`,
        [partnerId, reminderId],
      ),
      managers: await db.rows<{ id: string; userId: string; email: string }>(
        `SELECT m.id, m.user_id AS "userId", m.person_email AS email FROM membership m JOIN reminder r ON r.partner_id = $1 AND r.id = $2
         WHERE m.partner_id = $1 AND m.enterprise_id = r.enterprise_id AND m.role = 'manager' AND m.ended_at IS NULL ORDER BY m.id`,
        [partnerId, reminderId],
      ),
    }))
    if (!reminder) return
    for (const manager of managers) {
      const language = (await services.identity.profileOf(manager.userId))?.language ?? 'fr'
      await sendTemplate(services.mailer, {
        to: manager.email,
        language,
        template: 'reminder',
        values: {
          sender: reminder.sender,
          organisation: reminder.organisation,
          enterprise: reminder.enterprise,
          step: reminder.title ? `${reminder.step} ${reminder.title[language]}` : reminder.step,
          message: reminder.message ?? undefined,
          url: `${services.settings.baseUrl}/app/${language}/journey/${encodeURIComponent(reminder.step)}`,
        },
        // The job may run twice; the mail has one name, so that it is not sent twice.
        messageId: `<reminder-${reminderId}-${manager.id}@vises>`,
      })
    }
  },
})
