import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { rangeOf } from '../../../platform/byte-range.ts'
import type { Context } from '../../../platform/context.ts'
import { NotFound } from '../../../platform/errors.ts'
import { isId } from '../../../platform/id.ts'
import { demand } from '../../access/actor.ts'
import { demandForAnswers } from '../start-export.ts'
import { exportPath } from './export-files.ts'
import { downloadName, EXPORT_COLUMNS } from './export-row.ts'
import type { ExportRow } from './export-row.ts'

const TYPES: Record<string, string> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  sav: 'application/x-spss-sav',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
}

/**
 * Sends a file of answers to who asked for it, as long as they may still read answers; from where an interrupted download
 * ended, when the browser says so.
 */
export async function downloadExport(
  { actor, tenant, services }: Context,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { id } = request.params as { id: string }
  const row = await tenant.read(async (db) => {
    demand(actor, 'response:read')
    if (!isId(id)) throw new NotFound()
    const own = await db.row<ExportRow>(
      `SELECT ${EXPORT_COLUMNS} FROM response_export
       WHERE partner_id = $1 AND id = $2 AND user_id = $3 AND status = 'done' AND expires_at > now()`,
      [actor.partnerId, id, actor.userId],
    )
    if (!own?.fileName) throw new NotFound()
    await demandForAnswers(db, actor, own.questionnaireId, own.waveIds)
    return own
  })
  const file = exportPath(services.settings.dataDir, row.fileName!)
  const size = await stat(file).then(
    (found) => found.size,
    () => -1,
  )
  // A file that is not as it was written is not given away.
  if (size !== Number(row.bytes)) throw new NotFound()
  const etag = `"${row.sha256}"`
  reply
    .header('content-type', TYPES[row.fileName!.split('.').at(-1)!] ?? 'application/octet-stream')
    .header('content-disposition', `attachment; filename="${downloadName(row)}"`)
    .header('cache-control', 'private, no-store')
    .header('accept-ranges', 'bytes')
    .header('etag', etag)
    .header('x-row-count', row.rowsTotal ?? '0')
  const { range, 'if-range': unchanged } = request.headers
  const asked =
    range !== undefined && (unchanged === undefined || unchanged === etag) ? rangeOf(range, size) : undefined
  if (asked === 'unsatisfiable') return reply.code(416).header('content-range', `bytes */${size}`).send()
  const { from, to } = asked ?? { from: 0, to: size - 1 }
  if (asked) reply.code(206).header('content-range', `bytes ${from}-${to}/${size}`)
  reply.header('content-length', String(to - from + 1))
  return request.method === 'HEAD' ? reply.send() : reply.send(createReadStream(file, { start: from, end: to }))
}
