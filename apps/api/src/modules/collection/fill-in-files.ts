import type { Compiled } from '@vises/questionnaire/compiled.ts'
import type { FileAnswer } from '@vises/questionnaire/model.ts'
import type { Db } from '../../platform/tenant.ts'
import { filesOf } from './files-of.ts'

/** What is wrong with an answer, by its place. */
export interface PathProblem {
  path: string
  code: string
}

/**
 * Puts what the server knows of each file in the place of what the device says of it. Answers which files these are, or
 * the places of those that are not, or no longer, there.
 */
export async function putFilesIn(
  { questionnaire }: Compiled,
  answers: unknown,
  find: (ids: string[]) => Promise<FileAnswer[]>,
): Promise<{ ids: string[] } | { paths: PathProblem[] }> {
  const places = [...filesOf(questionnaire, answers)]
  if (places.length === 0) return { ids: [] }
  const ids = places.map(({ id }) => String(id))
  const known = new Map((await find(ids)).map((file) => [file.id, file]))
  const paths: PathProblem[] = []
  for (const { path, id, replace } of places) {
    const file = known.get(String(id))
    if (file) replace(file)
    else paths.push({ path, code: 'fileUnknown' })
    // One file answers one question.
    known.delete(String(id))
  }
  return paths.length > 0 ? { paths } : { ids }
}

/** Files of a wave that no other answer has claimed. */
export const knownFiles = (
  db: Db,
  { partnerId, waveId }: { partnerId: string; waveId: string },
  ids: string[],
  responseId: string,
): Promise<FileAnswer[]> =>
  db.rows<FileAnswer>(
    `SELECT id, name, media_type AS type, bytes FROM answer_file
     WHERE partner_id = $1 AND wave_id = $2 AND id::text = ANY($3) AND (response_id IS NULL OR response_id = $4)`,
    [partnerId, waveId, ids, responseId],
  )
