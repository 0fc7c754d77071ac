import { mediaId, mediaOf, missingFiles } from '@vises/questionnaire/media.ts'
import type { Questionnaire } from '@vises/questionnaire/model.ts'
import type { Problem } from '@vises/questionnaire/problem.ts'
import type { ByteRange } from '../../platform/byte-range.ts'
import type { Db, Reference } from '../../platform/tenant.ts'

/** Read at a time, so that a film asks for little memory however many people watch it. */
const PART_BYTES = 256 * 1024

/** What a file is, for anybody who knows its identifier; undefined when there is none. */
export async function findMedia(
  reference: Reference,
  id: string,
): Promise<{ type: string; bytes: number } | undefined> {
  return reference.row('SELECT media_type AS type, bytes FROM media_part($1, 0, 0)', [id])
}

/** The bytes of a file, part by part. */
export async function* readMedia(reference: Reference, id: string, { from, to }: ByteRange): AsyncGenerator<Buffer> {
  for (let at = from; at <= to; at += PART_BYTES) {
    const length = Math.min(PART_BYTES, to - at + 1)
    const row = await reference.row<{ part: Buffer }>('SELECT part FROM media_part($1, $2, $3)', [id, at, length])
    if (row?.part.length !== length) throw new Error('A file of a question ended before its end.')
    yield row.part
  }
}

/** The questions and choices with a file that was never kept here: of a questionnaire that came from elsewhere. */
export async function unkeptMedia(db: Db, questionnaire: Questionnaire): Promise<Problem[]> {
  const ids = mediaOf(questionnaire).flatMap((address) => mediaId(address) ?? [])
  if (!ids.length) return []
  const unkept = await db.rows<{ id: string }>(
    'SELECT id FROM unnest($1::uuid[]) AS named (id) WHERE NOT EXISTS (SELECT FROM media_part(id, 0, 0))',
    [ids],
  )
  const missing = new Set(unkept.map(({ id }) => id))
  return missingFiles(questionnaire, (address) => !missing.has(mediaId(address) ?? ''))
}

/** Most bytes of pictures on a form; what is beyond is not printed. */
const MOST_PRINTED_BYTES = 20_000_000

/** The pictures of a questionnaire that a form on paper can show, as `data:` addresses by their own address. */
export async function printablePictures(db: Db, questionnaire: Questionnaire): Promise<Record<string, string>> {
  const pictures: Record<string, string> = {}
  let left = MOST_PRINTED_BYTES
  for (const address of mediaOf(questionnaire, ['image'])) {
    const row = await db.row<{ type: string; part: Buffer }>(
      `SELECT media_type AS type, part FROM media_part($1, 0, $2) WHERE media_type IN ('image/jpeg', 'image/png') AND bytes <= $2`,
      [mediaId(address) ?? null, left],
    )
    if (!row) continue
    left -= row.part.length
    pictures[address] = `data:${row.type};base64,${row.part.toString('base64')}`
  }
  return pictures
}
