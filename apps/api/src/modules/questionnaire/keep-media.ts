import { randomUUID } from 'node:crypto'
import { MEDIA_PATH, MEDIA_RULES } from '@vises/questionnaire/media.ts'
import type { MediaKind } from '@vises/questionnaire/model.ts'
import { barePicture, BrokenPicture } from '../../platform/bare-picture.ts'
import { fileTypeOf } from '../../platform/file-type.ts'
import type { Db } from '../../platform/tenant.ts'
import type { Actor } from '../access/actor.ts'
import { demandForDesign } from './design.ts'

/** Most bytes of files that an enterprise keeps for its questionnaires, and a partner for its templates. */
export const MOST_MEDIA_BYTES = 500_000_000

export type KeptMedia = { address: string; type: string; bytes: number } | { problem: 'fileType' | 'tooLarge' | 'full' }

/** What the standard calls these types; the second name is one that files of telephones are known by. */
const STANDARD: Readonly<Record<string, string>> = { 'audio/x-m4a': 'audio/mp4' }

/**
 * Keeps a picture, sound or film for the questions of a questionnaire and answers its address. It stays for good, since a
 * published version may name it; a picture loses what its camera wrote beside it.
 */
export async function keepMedia(
  db: Db,
  actor: Actor,
  questionnaireId: string,
  kind: MediaKind,
  bytes: Buffer,
): Promise<KeptMedia> {
  const subject = await demandForDesign(db, actor, 'write', questionnaireId)
  const { types, maxBytes } = MEDIA_RULES[kind]
  const type = await fileTypeOf(bytes, types)
  if (!type) return { problem: 'fileType' }
  if (bytes.length > maxBytes) return { problem: 'tooLarge' }
  let content: Buffer
  try {
    content = barePicture(bytes, type)
  } catch (error) {
    if (error instanceof BrokenPicture) return { problem: 'fileType' }
    throw error
  }
  const kept = { id: randomUUID(), type: STANDARD[type] ?? type, bytes: content.length }
  const row = await db.row(
    `INSERT INTO questionnaire_media (partner_id, id, enterprise_id, media_type, bytes, content, created_by_name)
     SELECT $1, $2, $3, $4, $5::int, $6, $7 WHERE (
       SELECT coalesce(sum(bytes), 0) FROM questionnaire_media
       WHERE partner_id = $1 AND enterprise_id IS NOT DISTINCT FROM $3) + $5::int <= $8::bigint
     RETURNING id`,
    [
      actor.partnerId,
      kept.id,
      subject?.enterpriseId ?? null,
      kept.type,
      kept.bytes,
      content,
      actor.name,
      MOST_MEDIA_BYTES,
    ],
  )
  return row ? { address: `${MEDIA_PATH}${kept.id}`, type: kept.type, bytes: kept.bytes } : { problem: 'full' }
}
