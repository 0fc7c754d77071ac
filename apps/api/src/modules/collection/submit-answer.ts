import type { Compiled } from '@vises/questionnaire/compiled.ts'
import { validateSubmission } from '@vises/questionnaire/validate.ts'
import { hashToken } from '../../platform/context.ts'
import type { Services } from '../../platform/context.ts'
import type { Db, Tenant } from '../../platform/tenant.ts'
import { compiledAtHand, compiledVersion } from './compiled-version.ts'
import { consentGiven } from './consent-given.ts'
import { knownFiles, putFilesIn } from './fill-in-files.ts'
import type { PathProblem } from './fill-in-files.ts'
import type { Link } from './find-link.ts'
import { respondentTenant } from './respondent.ts'
import { digestOf } from './same-words.ts'
import { isPlain, NotStored, outcomeOf, storeAnswer, storePlainAnswer } from './store-answer.ts'
import type { Outcome, ValidAnswer } from './store-answer.ts'
import { dayIn, reasonToRefuse } from './wave-window.ts'

/** An answer as the page sends it. */
export interface Submission {
  id: string
  version: number
  language: string
  answers: unknown
  seconds?: number
  /** The language in which each consent question was read. */
  consent?: Record<string, string>
  /** Address of the draft that ends with it. */
  draft?: string
}

export type SubmitResult =
  | { accepted: true }
  | { problem: Exclude<Outcome, 'stored' | 'fileUnknown'> | 'notYet' | 'closed' | 'unknownVersion' | 'unknownLanguage' }
  | { problem: 'invalid'; paths: PathProblem[] }

/** Takes an answer that came through a link: validated again as a whole, and then stored whole or not at all. */
export async function submitAnswer(
  services: Services,
  link: Link,
  sent: Submission,
  now = new Date(),
): Promise<SubmitResult> {
  const tenant = respondentTenant(services, link)
  // Over the words sent, before anything is filled in.
  const digest = digestOf(services.settings.secret, {
    waveId: link.waveId,
    version: sent.version,
    language: sent.language,
    answers: sent.answers,
    consent: sent.consent ?? {},
  })
  // What was taken once is taken for good: the device may only now hear of it, with the wave closed or the day over.
  const unlessTaken = async (refusal: SubmitResult): Promise<SubmitResult> =>
    (await tenant.read((db) => isStored(db, link, sent, digest))) ? { accepted: true } : refusal

  const shut = reasonToRefuse(link, now)
  if (shut) return unlessTaken({ problem: shut })
  if (!link.languages.includes(sent.language)) return { problem: 'unknownLanguage' }
  const compiled = await versionOf(tenant, link, sent.version)
  if (!compiled) return { problem: 'unknownVersion' }
  const files = await putFilesIn(compiled, sent.answers, (ids) =>
    tenant.read((db) => knownFiles(db, link, ids, sent.id)),
  )
  if ('paths' in files) return { problem: 'invalid', paths: files.paths }
  const checked = validateSubmission(compiled, sent.answers, { now, language: sent.language })
  if (checked.problems)
    return unlessTaken({ problem: 'invalid', paths: checked.problems.slice(0, MOST_PROBLEMS).map(withoutDetail) })

  const outcome = await store(tenant, link.counted, {
    ...link,
    groupId: null,
    id: sent.id,
    version: sent.version,
    language: sent.language,
    channel: 'online',
    receivedOn: dayIn(link.timeZone, now),
    seconds: roundedSeconds(sent.seconds),
    answers: checked.answers,
    consent: consentGiven(compiled, checked.answers, sent, link.languages),
    digest,
    fileIds: files.ids,
    draftId: sent.draft ? hashToken(sent.draft) : null,
  })
  if (outcome === 'stored') return { accepted: true }
  if (outcome === 'fileUnknown') return { problem: 'invalid', paths: [{ path: '', code: 'fileUnknown' }] }
  return { problem: outcome }
}

const MOST_PROBLEMS = 100

/** Stores a valid answer in a unit of its own; an answer stored before is recognised, and nothing is stored twice. */
export async function store(tenant: Tenant, counted: boolean, answer: ValidAnswer): Promise<Outcome> {
  try {
    if (!counted && isPlain(answer)) await storePlainAnswer(tenant, answer)
    else await tenant.write((db) => storeAnswer(db, answer, counted))
    return 'stored'
  } catch (error) {
    if (!(error instanceof NotStored)) throw error
    const outcome = await tenant.read((db) => outcomeOf(db, answer, error))
    // A quota was set since we last looked.
    return outcome === 'full' && !counted ? store(tenant, true, answer) : outcome
  }
}

const withoutDetail = ({ path, code }: PathProblem): PathProblem => ({ path, code })

const isStored = async (db: Db, { partnerId, waveId }: Link, { id }: Submission, digest: Buffer): Promise<boolean> =>
  (await db.row('SELECT id FROM response WHERE partner_id = $1 AND wave_id = $2 AND id = $3 AND digest = $4', [
    partnerId,
    waveId,
    id,
    digest,
  ])) !== undefined

/** The version that was answered: the wave's own, or an older one that was opened before the wave went on. */
async function versionOf(tenant: Tenant, link: Link, version: number): Promise<Compiled | undefined> {
  if (version > link.version) return undefined
  const key = { partnerId: link.partnerId, questionnaireId: link.questionnaireId, version }
  return compiledAtHand(key) ?? (await tenant.read((db) => compiledVersion(db, key)))
}

const DAY_SECONDS = 86_400

/** Coarse enough to tell nobody from another, fine enough for a median. */
export function roundedSeconds(seconds: number | undefined): number | null {
  if (seconds === undefined || !Number.isFinite(seconds) || seconds < 0) return null
  return Math.min(DAY_SECONDS, Math.ceil(seconds / 10) * 10)
}
