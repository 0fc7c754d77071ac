import { randomBytes, randomUUID } from 'node:crypto'
import type { FileAnswer } from '@vises/questionnaire/model.ts'
import { barePicture, BrokenPicture } from '../../platform/bare-picture.ts'
import { fileTypeOf } from '../../platform/file-type.ts'
import type { Tenant } from '../../platform/tenant.ts'
import { EXTENSION, FILE_TYPES } from './file-type.ts'

/** Most bytes of a wave that wait for their answer, so that nobody fills the disk through a link. */
const MOST_WAITING_BYTES = 1024 ** 3

export type KeepFileResult = { file: FileAnswer } | { problem: 'fileType' | 'tooMany' }

/**
 * Keeps a file until its answer comes. It gets a name that says nothing, and a picture loses what its camera wrote
 * beside it.
 */
export async function keepFile(
  tenant: Tenant,
  { partnerId, enterpriseId, waveId }: { partnerId: string; enterpriseId: string; waveId: string },
  bytes: Buffer,
): Promise<KeepFileResult> {
  const type = await fileTypeOf(bytes, FILE_TYPES)
  if (!type) return { problem: 'fileType' }
  let content: Buffer
  try {
    content = barePicture(bytes, type)
  } catch (error) {
    if (error instanceof BrokenPicture) return { problem: 'fileType' }
    throw error
  }
  const file = {
    id: randomUUID(),
    name: `${type === 'application/pdf' ? 'document' : 'photo'}-${randomBytes(2).toString('hex')}.${EXTENSION[type]}`,
    type,
    bytes: content.length,
  }
  const kept = await tenant.write((db) =>
    db.row(
      `INSERT INTO answer_file (partner_id, id, enterprise_id, wave_id, name, media_type, bytes, content)
       SELECT $1, $2, $3, $4, $5, $6, $7::int, $8 WHERE (
         SELECT coalesce(sum(bytes), 0) FROM answer_file
         WHERE partner_id = $1 AND enterprise_id = $3 AND wave_id = $4 AND response_id IS NULL) + $7::int <= $9::bigint
       RETURNING id`,
      [partnerId, file.id, enterpriseId, waveId, file.name, type, content.length, content, MOST_WAITING_BYTES],
    ),
  )
  return kept ? { file } : { problem: 'tooMany' }
}
