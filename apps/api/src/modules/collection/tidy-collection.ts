import { registerSchedule, registerTasks } from '../../jobs/tasks.ts'
import { Tenant } from '../../platform/tenant.ts'
import type { Db } from '../../platform/tenant.ts'

/** For how many days a file waits for its answer, and a list of invitees is kept once its wave is closed. */
const KEEP_DAYS = { file: 7, invitees: 90, importRows: 30 }

registerTasks({
  /** Lets go of what nobody needs any more: files without an answer, old drafts, lists of invitees, rows of imports. */
  async tidyCollection(_payload, { services }) {
    const partners = await services.reference.rows<{ id: string }>('SELECT id FROM partner ORDER BY id')
    for (const { id } of partners) {
      const tenant = new Tenant(services.app, { partnerId: id, userId: id, enterpriseId: null })
      await tenant.write((db) => tidyPartner(db, id))
    }
  },
})

registerSchedule('17 3 * * * tidyCollection ?max=2')

async function tidyPartner(db: Db, partnerId: string): Promise<void> {
  await db.rows(
    `DELETE FROM answer_file WHERE partner_id = $1 AND response_id IS NULL AND received_on < current_date - ${KEEP_DAYS.file}`,
    [partnerId],
  )
  await db.rows('DELETE FROM response_draft WHERE partner_id = $1 AND expires_on < current_date', [partnerId])
  await db.rows(
    `DELETE FROM invitee i USING wave w WHERE i.partner_id = $1 AND w.partner_id = i.partner_id AND w.id = i.wave_id
       AND least(w.closed_at::date, w.closes_on) < current_date - ${KEEP_DAYS.invitees}`,
    [partnerId],
  )
  await db.rows(
    `DELETE FROM answer_import_row r USING answer_import m WHERE r.partner_id = $1 AND m.partner_id = r.partner_id AND m.id = r.import_id
       AND m.created_at < now() - interval '${KEEP_DAYS.importRows} days'`,
    [partnerId],
  )
}
