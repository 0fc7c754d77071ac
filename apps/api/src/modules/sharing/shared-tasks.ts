import { registerSchedule, registerTasks } from '../../jobs/tasks.ts'
import { isId } from '../../platform/id.ts'
import { refreshAllShared, refreshPartner, refreshShared, refreshTargets, sweepShared } from './refresh-shared.ts'

registerTasks({
  refreshShared: async ({ partnerId, enterpriseId }, { worker }) => {
    if (!isId(partnerId) || !isId(enterpriseId)) throw new Error('Names a partner and an enterprise.')
    await refreshShared(worker, partnerId, enterpriseId)
  },
  refreshPartner: async ({ partnerId }, { worker }) => {
    if (!isId(partnerId)) throw new Error('Names a partner.')
    await refreshPartner(worker, partnerId)
  },
  refreshTargets: async ({ partnerId }, { worker }) => {
    if (!isId(partnerId)) throw new Error('Names a partner.')
    await refreshTargets(worker, partnerId)
  },
  refreshAllShared: async (_payload, { worker }) => refreshAllShared(worker),
  sweepShared: async (_payload, { worker }) => sweepShared(worker),
})

// Quiet weeks announce nothing: the clock has to look. A missed turn is not made up for.
registerSchedule('*/5 * * * * sweepShared ?max=2')
