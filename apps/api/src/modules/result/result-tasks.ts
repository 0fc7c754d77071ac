import { registerSchedule, registerTasks } from '../../jobs/tasks.ts'
import type { JobContext } from '../../jobs/tasks.ts'
import { Tenant } from '../../platform/tenant.ts'
import { reasonToRefuse } from '../collection/wave-window.ts'
import type { WaveWindow } from '../collection/wave-window.ts'
import { sweepExports } from './export/export-files.ts'
import { resumeExports } from './export/resume-exports.ts'
import { writeExport } from './export/write-export.ts'
import { rebuildTally, tallyAll } from './tally/tally-pending.ts'
import type { TallyPlace } from './tally/tally-pending.ts'

registerTasks({
  /** Counts in the answers that wait, all of them. */
  async tallyWave(payload, { services }) {
    const place = placeOf(payload)
    const tenant = tenantOf(services, place)
    const wave = await tenant.read((db) =>
      db.row<WaveWindow>(
        `SELECT opened_at AS "openedAt", closed_at AS "closedAt", opens_on::text AS "opensOn", closes_on::text AS "closesOn",
           time_zone AS "timeZone" FROM wave WHERE partner_id = $1 AND enterprise_id = $2 AND id = $3`,
        [place.partnerId, place.enterpriseId, place.waveId],
      ),
    )
    if (wave) await tallyAll(tenant, place, reasonToRefuse(wave, new Date()) !== 'closed')
  },
  /** Counts a wave anew, after its breakdowns changed. */
  async rebuildTally(payload, { services }) {
    const place = placeOf(payload)
    await tenantOf(services, place).write((db) => rebuildTally(db, place))
  },
  /** Writes a file of answers. */
  writeExport: ({ partnerId, exportId }, { services }) => writeExport(services, partnerId!, exportId!),
  /** Begins anew what a process that ended was writing. */
  async resumeExports(_payload, { worker }) {
    await resumeExports(worker)
  },
  /** Deletes files that have expired. */
  async sweepExports(_payload, { services }) {
    await sweepExports(services.settings.dataDir)
  },
})

registerSchedule('* * * * * resumeExports ?max=2')
registerSchedule('17 * * * * sweepExports ?max=2')

const placeOf = ({ partnerId, enterpriseId, waveId }: Record<string, string>): TallyPlace => ({
  partnerId: partnerId!,
  enterpriseId: enterpriseId!,
  waveId: waveId!,
})

const tenantOf = (services: JobContext['services'], { partnerId }: TallyPlace): Tenant =>
  new Tenant(services.app, { partnerId, userId: partnerId, enterpriseId: null })
