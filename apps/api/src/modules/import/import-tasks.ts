import { registerTasks } from '../../jobs/tasks.ts'
import { applyRows } from './apply-rows.ts'
import { checkRows } from './check-rows.ts'
import { runImport } from './import-batch.ts'
import { undoRows } from './undo-rows.ts'

registerTasks({
  checkImport: (payload, { services }) => runImport(services, payload, 'checking', checkRows),
  applyImport: (payload, { services }) => runImport(services, payload, 'applying', applyRows),
  undoImport: (payload, { services }) => runImport(services, payload, 'undoing', undoRows),
})
