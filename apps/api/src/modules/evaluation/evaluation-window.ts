import { BadInput } from '../../platform/errors.ts'
import type { JourneyWarning } from './payloads.ts'

/** An evaluation is meant to last 6 to 18 months; 12 unless said otherwise. */
const USUAL_MONTHS = 12
const SHORT_MONTHS = 6
const LONG_MONTHS = 18

export interface EvaluationWindow {
  startedOn: string
  plannedEndOn: string
  warning?: JourneyWarning
}

/**
 * The days between which an evaluation is planned. Outside the 6 to 18 months it warns and refuses nothing.
 * @throws BadInput when it would end before it starts, or start in another age
 */
export function windowOf(
  input: { startedOn?: string | null; plannedEndOn?: string | null },
  today: string,
): EvaluationWindow {
  const startedOn = input.startedOn ?? today
  const plannedEndOn = input.plannedEndOn ?? addMonths(startedOn, USUAL_MONTHS)
  if (startedOn < '2010-01-01' || startedOn > addMonths(today, LONG_MONTHS))
    throw new BadInput([{ field: 'startedOn', code: 'outOfRange' }])
  if (plannedEndOn <= startedOn) throw new BadInput([{ field: 'plannedEndOn', code: 'beforeStart' }])
  if (plannedEndOn > addMonths(startedOn, 120)) throw new BadInput([{ field: 'plannedEndOn', code: 'outOfRange' }])
  if (plannedEndOn < addMonths(startedOn, SHORT_MONTHS))
    return { startedOn, plannedEndOn, warning: 'shorterThanSixMonths' }
  if (plannedEndOn > addMonths(startedOn, LONG_MONTHS))
    return { startedOn, plannedEndOn, warning: 'longerThanEighteenMonths' }
  return { startedOn, plannedEndOn }
}

/** The same day so many months later; the last day of the month where that day does not exist. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const lastDate = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastDate))).toISOString().slice(0, 10)
}

/** Today as YYYY-MM-DD, in UTC like the database. */
export const today = (): string => new Date().toISOString().slice(0, 10)
