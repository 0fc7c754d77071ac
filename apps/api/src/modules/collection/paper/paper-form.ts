import type { Texts } from '@vises/questionnaire/model.ts'
import { isWritable } from '@vises/questionnaire/paper/scripts.ts'
import { BadInput } from '../../../platform/errors.ts'
import type { Db } from '../../../platform/tenant.ts'
import { builtParser, parseInProcess } from '../../../platform/workbook/parse-in-process.ts'
import type { Actor } from '../../access/actor.ts'
import { printablePictures } from '../../questionnaire/read-media.ts'
import { compiledVersion } from '../compiled-version.ts'
import { demandForWave } from '../subject.ts'
import type { PaperInput } from './paper-input.ts'

/** Most sheets in one file. */
export const MOST_COPIES = 50

// Fifty copies of a hundred questions take a fifth of it on a slow machine.
const PATIENCE = 60_000
const STARTUP = 15_000
const MEMORY_MB = 512

/** The forms asked for. */
export interface PaperOrder {
  waveId: string
  language: string | undefined
  first: number
  copies: number
}

/** What the forms of a wave are made of, for who may read the wave. @throws NotFound, BadInput */
export async function paperInput(db: Db, actor: Actor, order: PaperOrder): Promise<PaperInput> {
  const wave = await demandForWave(db, actor, 'collection:read', order.waveId)
  const language = order.language ?? wave.languages[0]!
  if (!wave.languages.includes(language)) throw new BadInput([{ field: 'language', code: 'notOffered' }])
  const compiled = (await compiledVersion(db, { partnerId: actor.partnerId, ...wave }))!
  const content = compiled.questionnaire
  const head = (await db.row<PaperInput['wave'] & { purpose: Texts }>(
    `SELECT asked_by AS "askedBy", purpose, contact, anonymous, closes_on::text AS "closesOn", keep_until::text AS "keepUntil"
     FROM wave WHERE partner_id = $1 AND id = $2`,
    [actor.partnerId, wave.waveId],
  ))!
  if (!isWritable(content, language)) throw new BadInput([{ field: 'language', code: 'otherScript' }])
  const pictures = await printablePictures(db, content)
  return { content, language, wave: head, pictures, first: order.first, copies: order.copies }
}

/** The forms as a PDF; made in a process of its own, for it takes a while and the others wait for nobody. */
export async function paperFile(input: PaperInput): Promise<Buffer> {
  const bytes = Buffer.from(JSON.stringify(input))
  const entry = builtParser('paper-form')
  const parts = entry
    ? parseInProcess<string>(entry, bytes, { patience: PATIENCE, startup: STARTUP, memoryMb: MEMORY_MB })
    : (await import('./render-paper.ts')).renderPaper(bytes)
  for await (const part of parts) return Buffer.from(part, 'base64')
  throw new Error('A form was laid out, and no file came of it.')
}
