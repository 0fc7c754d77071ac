import { rm } from 'node:fs/promises'
import type { Services } from '../../platform/context.ts'
import { NotFound } from '../../platform/errors.ts'
import { isId } from '../../platform/id.ts'
import type { Tenant } from '../../platform/tenant.ts'
import { demand } from '../access/actor.ts'
import type { Actor } from '../access/actor.ts'
import { exportPath } from './export/export-files.ts'
import { EXPORT_COLUMNS, shownExport } from './export/export-row.ts'
import type { ExportRow } from './export/export-row.ts'
import type { ResponseExport } from './export.types.ts'

/** Gives up an export of one's own: a run stops within a second, a finished file is deleted. */
export async function cancelExport(
  services: Services,
  tenant: Tenant,
  actor: Actor,
  exportId: string,
): Promise<ResponseExport> {
  const row = await tenant.write(async (db) => {
    demand(actor, 'response:read')
    if (!isId(exportId)) throw new NotFound()
    const own = await db.row<ExportRow>(
      `UPDATE response_export SET status = 'cancelled', finished_at = now(), expires_at = now()
       WHERE partner_id = $1 AND id = $2 AND user_id = $3 AND status <> 'cancelled' RETURNING ${EXPORT_COLUMNS}`,
      [actor.partnerId, exportId, actor.userId],
    )
    if (!own) throw new NotFound()
    return own
  })
  if (row.fileName) await rm(exportPath(services.settings.dataDir, row.fileName), { force: true })
  return shownExport(row)
}
