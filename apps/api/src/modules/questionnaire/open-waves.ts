/** How many waves of a questionnaire `q` take answers today. */
export const OPEN_WAVES = `(SELECT count(*)::int FROM wave w WHERE w.partner_id = q.partner_id AND w.enterprise_id = q.enterprise_id
  AND w.questionnaire_id = q.id AND w.opened_at IS NOT NULL AND w.closed_at IS NULL
  AND (w.opens_on IS NULL OR w.opens_on <= (now() AT TIME ZONE w.time_zone)::date)
  AND (w.closes_on IS NULL OR w.closes_on >= (now() AT TIME ZONE w.time_zone)::date))`
