import type { Db } from '../../../platform/tenant.ts'
import { ANSWERED, DECLINED, MISSING, nameOfCounted, ROWS_ALIKE, ROWS_GIVEN } from '../tally/counted-value.ts'

/** One row of the tally. */
export interface TallyRow {
  waveId: string
  byKey: string
  byValue: string
  questionKey: string
  part: string
  value: string
  count: number
}

/** What a group of answers says to one question. */
export interface QuestionFigures {
  answered: number
  missing: number
  declined: number
  /** Matrices: people with three rows or more, and those who gave the same in all of them. */
  rowsGiven: number
  rowsAlike: number
  /** Counts of values, by part. */
  parts: Map<string, Map<string, number>>
}

/** The exact counts of a group of answers, for the server's eyes. */
export class GroupFigures {
  answers = 0
  readonly questions = new Map<string, QuestionFigures>()
  /** `@day`, `@language`, `@channel`, `@seconds`, `@reach`, `@version`. */
  readonly facts = new Map<string, Map<string, number>>()

  /** Takes in one row of the tally. */
  add({ questionKey, part, value, count }: Omit<TallyRow, 'waveId' | 'byKey' | 'byValue'>): void {
    if (questionKey === '@answers') this.answers += count
    else if (questionKey.startsWith('@')) countUp(mapOf(this.facts, questionKey), value, count)
    else this.addToQuestion(this.of(questionKey), part, value, count)
  }

  /** The figures of a question; nothing but zeros when nobody said anything. */
  of(questionKey: string): QuestionFigures {
    let known = this.questions.get(questionKey)
    if (!known) {
      known = { answered: 0, missing: 0, declined: 0, rowsGiven: 0, rowsAlike: 0, parts: new Map() }
      this.questions.set(questionKey, known)
    }
    return known
  }

  /** Counts of a fact that is no question. */
  fact(name: string): Map<string, number> {
    return this.facts.get(name) ?? new Map()
  }

  private addToQuestion(question: QuestionFigures, part: string, value: string, count: number): void {
    if (part === '' && value === ANSWERED) question.answered += count
    else if (value === MISSING) question.missing += count
    else if (value === DECLINED) question.declined += count
    else if (value === ROWS_GIVEN) question.rowsGiven += count
    else if (value === ROWS_ALIKE) question.rowsAlike += count
    else countUp(mapOf(question.parts, part), value === ANSWERED ? ANSWERED : nameOfCounted(value), count)
  }
}

/** The counts of a wave: of everybody, and of each group that was asked for. */
export interface WaveFigures {
  all: GroupFigures
  groups: Map<string, GroupFigures>
}

/** Reads the counts of waves, with those of the groups of one way of breaking down. */
export async function readFigures(
  db: Db,
  { partnerId, enterpriseId }: { partnerId: string; enterpriseId: string },
  waveIds: string[],
  by: string | null,
): Promise<Map<string, WaveFigures>> {
  const rows = await db.rows<TallyRow & { count: string }>(
    `SELECT wave_id AS "waveId", by_key AS "byKey", by_value AS "byValue", question_key AS "questionKey", part, value, count
     FROM tally WHERE partner_id = $1 AND enterprise_id = $2 AND wave_id = ANY($3) AND by_key = ANY($4) AND count > 0`,
    [partnerId, enterpriseId, waveIds, by ? ['', by] : ['']],
  )
  const waves = new Map<string, WaveFigures>(
    waveIds.map((id) => [id, { all: new GroupFigures(), groups: new Map<string, GroupFigures>() }]),
  )
  for (const row of rows) {
    const wave = waves.get(row.waveId)!
    let group = row.byKey === '' ? wave.all : wave.groups.get(row.byValue)
    if (!group) wave.groups.set(row.byValue, (group = new GroupFigures()))
    group.add({ ...row, count: Number(row.count) })
  }
  return waves
}

function mapOf<K, V>(maps: Map<string, Map<K, V>>, name: string): Map<K, V> {
  let known = maps.get(name)
  if (!known) maps.set(name, (known = new Map()))
  return known
}

const countUp = (counts: Map<string, number>, value: string, count: number) =>
  void counts.set(value, (counts.get(value) ?? 0) + count)

/** How many answers the groups of several breakdowns have: by way of breaking down, then by group. */
export async function readGroupSizes(
  db: Db,
  { partnerId, enterpriseId }: { partnerId: string; enterpriseId: string },
  waveId: string,
  keys: readonly string[],
): Promise<Map<string, Map<string, number>>> {
  const sizes = new Map<string, Map<string, number>>(keys.map((key) => [key, new Map<string, number>()]))
  if (keys.length === 0) return sizes
  const rows = await db.rows<{ byKey: string; byValue: string; count: string }>(
    `SELECT by_key AS "byKey", by_value AS "byValue", count FROM tally
     WHERE partner_id = $1 AND enterprise_id = $2 AND wave_id = $3 AND by_key = ANY($4) AND question_key = '@answers' AND count > 0`,
    [partnerId, enterpriseId, waveId, keys],
  )
  for (const { byKey, byValue, count } of rows) sizes.get(byKey)!.set(byValue, Number(count))
  return sizes
}
