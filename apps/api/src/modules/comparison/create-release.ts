import { IsOptional, MaxLength } from 'class-validator'
import { Field, InputType } from 'type-graphql'
import { enqueue } from '../../jobs/tasks.ts'
import { newId } from '../../platform/id.ts'
import type { Reference, Tenant } from '../../platform/tenant.ts'
import { demand } from '../access/actor.ts'
import type { Actor } from '../access/actor.ts'
import { audit } from '../access/audit.ts'
import { CreateReleasePayload, ReleaseProblem } from './release.ts'

@InputType()
export class CreateReleaseInput {
  @Field(() => String, { nullable: true, description: 'Shown with the release; at most 500 characters.' })
  @IsOptional()
  @MaxLength(500)
  note?: string | null
}

/** Asks for a new release of the comparison; it is computed by a job and frozen from the first moment. */
export async function createRelease(
  reference: Reference,
  tenant: Tenant,
  actor: Actor,
  input: CreateReleaseInput,
): Promise<CreateReleasePayload> {
  demand(actor, 'release:create')
  const shared = await reference.row(`SELECT FROM shared.cohort_progress WHERE sharing = 'crossBorder' LIMIT 1`)
  if (!shared) return { problem: ReleaseProblem.NOTHING_SHARED }
  const releaseId = newId()
  const note = input.note?.trim()
  await tenant.write(async (db) => {
    await audit(db, actor, { action: 'release.requested', objectType: 'release', objectId: releaseId, new: { note } })
    // The note is public with the release, so it may travel in the queue.
    await enqueue(db, 'computeRelease', { releaseId, ...(note ? { note } : {}) }, `computeRelease:${releaseId}`)
  })
  return { releaseId }
}
