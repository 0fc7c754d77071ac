import type { Compiled } from '@vises/questionnaire/compiled.ts'
import type { Db } from '../../platform/tenant.ts'

/** What a version is found by; whoever asks has been shown to belong to the enterprise. */
export interface VersionKey {
  partnerId: string
  questionnaireId: string
  version: number
}

const MOST_KEPT = 60

/** Published versions never change, so a process keeps those in use. */
const kept = new Map<string, Compiled>()

/** A published version that this process has at hand. */
export const compiledAtHand = ({ questionnaireId, version }: VersionKey): Compiled | undefined =>
  kept.get(`${questionnaireId} ${version}`)

/** A published version ready to be asked; undefined when there is none of that number. */
export async function compiledVersion(db: Db, key: VersionKey): Promise<Compiled | undefined> {
  const atHand = compiledAtHand(key)
  if (atHand) return atHand
  const row = await db.row<{ compiled: Compiled }>(
    'SELECT compiled FROM questionnaire_version WHERE partner_id = $1 AND questionnaire_id = $2 AND number = $3',
    [key.partnerId, key.questionnaireId, key.version],
  )
  if (!row) return undefined
  if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value!)
  kept.set(`${key.questionnaireId} ${key.version}`, row.compiled)
  return row.compiled
}
