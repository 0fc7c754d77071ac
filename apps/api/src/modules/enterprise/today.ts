/** The day of a deed, in SQL: the same clock as `stall_reason`. */
export const TODAY = `(now() AT TIME ZONE 'UTC')::date`
