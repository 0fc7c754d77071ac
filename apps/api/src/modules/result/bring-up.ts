import { enqueue } from '../../jobs/tasks.ts'
import type { Tenant } from '../../platform/tenant.ts'
import type { Actor } from '../access/actor.ts'
import type { Action } from '../access/rules.ts'
import { demandForWave } from '../collection/subject.ts'
import type { WaveSubject } from '../collection/subject.ts'
import { reasonToRefuse } from '../collection/wave-window.ts'
import { enqueueTally, mayEnter, MOST_INLINE, tallyPending, tallyState } from './tally/tally-pending.ts'
import type { TallyPlace, TallyState } from './tally/tally-pending.ts'

/** Whether answers still come in, as they do for a little after closing. */
export const takesAnswers = (wave: WaveSubject, now: Date): boolean => reasonToRefuse(wave, now) !== 'closed'

/**
 * The wave that somebody may read, its counts brought up first: what is little at once, what is much by a job. Writes
 * only when there is something to count, so that reading a page in quiet times is only reading.
 */
export async function bringUp(
  tenant: Tenant,
  actor: Actor,
  action: Action,
  waveId: string,
  now = new Date(),
): Promise<{ wave: WaveSubject; place: TallyPlace; state: TallyState }> {
  const { wave, place, state } = await tenant.read(async (db) => {
    const subject = await demandForWave(db, actor, action, waveId)
    const where = { partnerId: actor.partnerId, enterpriseId: subject.enterpriseId, waveId }
    return { wave: subject, place: where, state: await tallyState(db, where) }
  })
  const open = takesAnswers(wave, now)
  if (!state.outdated && !mayEnter(state.pending, open)) return { wave, place, state }
  const after = await tenant.write(async (db) => {
    if (state.outdated) await enqueue(db, 'rebuildTally', { ...place }, `rebuildTally:${waveId}`)
    const counted = await tallyPending(db, place, { takesAnswers: open })
    if (state.pending > MOST_INLINE) await enqueueTally(db, place)
    return counted === undefined ? state : tallyState(db, place)
  })
  return { wave, place, state: after }
}
