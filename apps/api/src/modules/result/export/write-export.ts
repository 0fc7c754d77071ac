import { rename, rm } from 'node:fs/promises'
import type { Compiled } from '@vises/questionnaire/compiled.ts'
import { wordsIn } from '@vises/questionnaire/words.ts'
import { isId } from '../../../platform/id.ts'
import type { Services } from '../../../platform/context.ts'
import { log } from '../../../platform/log.ts'
import { Tenant } from '../../../platform/tenant.ts'
import type { Db } from '../../../platform/tenant.ts'
import { ExportFormat } from '../export.types.ts'
import { codebookFormat } from './codebook-format.ts'
import { csvFormat } from './csv-format.ts'
import { exportTables } from './export-columns.ts'
import type { ExportSource, ExportTable } from './export-columns.ts'
import { exportPath, makeExportsFolder } from './export-files.ts'
import { EXPORT_COLUMNS } from './export-row.ts'
import type { ExportRow } from './export-row.ts'
import { FileSink } from './file-sink.ts'
import type { FormatWriter } from './formats.ts'
import { jsonFormat } from './json-format.ts'
import { entriesOf, exportableWaves, readResponses } from './read-responses.ts'
import type { CountedWave, ExportScope } from './read-responses.ts'
import { SILENT } from './resume-exports.ts'
import { savFormat } from './sav-format.ts'
import { TooManyColumns, xlsxFormat } from './xlsx-format.ts'

const MOST_ATTEMPTS = 3
const BEAT_MS = 1000

/** The export was given up, or another run writes it. */
class GivenUp extends Error {}

/**
 * Writes a file of answers. It is written under another name and gets its own when it is complete, so a run that dies
 * leaves no short file; each run has a number, and one that finds another number in the row stops.
 */
export async function writeExport(services: Services, partnerId: string, exportId: string): Promise<void> {
  if (!isId(partnerId) || !isId(exportId)) throw new Error('An export needs identifiers.')
  const tenant = new Tenant(services.app, { partnerId, userId: partnerId, enterpriseId: null })
  const row = await tenant.write((db) => claim(db, partnerId, exportId))
  if (!row) return
  const { dataDir } = services.settings
  const part = exportPath(dataDir, `${exportId}-${row.attempt}.part`)
  const progress = new Progress(tenant, partnerId, row)
  try {
    await makeExportsFolder(dataDir)
    const sink = await FileSink.create(part)
    const written = await writeFile(tenant, partnerId, row, sink, progress).catch(async (error: unknown) => {
      await sink.abandon()
      throw error
    })
    const fileName = `${exportId}-${row.attempt}.${written.ending}`
    await rename(part, exportPath(dataDir, fileName))
    const kept = await tenant.write((db) =>
      db.row(
        `UPDATE response_export SET status = 'done', rows_done = $4, rows_total = $4, bytes = $5, sha256 = $6, file_name = $7, finished_at = now()
         WHERE partner_id = $1 AND id = $2 AND attempt = $3 AND status = 'running' RETURNING id`,
        [partnerId, exportId, row.attempt, written.rows, written.bytes, written.sha256, fileName],
      ),
    )
    if (!kept) await rm(exportPath(dataDir, fileName), { force: true })
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined)
    if (error instanceof GivenUp) return
    const problem = error instanceof TooManyColumns ? 'tooManyColumns' : 'failed'
    const again = row.attempt < MOST_ATTEMPTS && problem === 'failed'
    await tenant.write((db) =>
      db.rows(
        `UPDATE response_export SET status = $4::text, problem = $5, finished_at = CASE WHEN $4::text = 'failed' THEN now() END
         WHERE partner_id = $1 AND id = $2 AND attempt = $3 AND status = 'running'`,
        [partnerId, exportId, row.attempt, again ? 'waiting' : 'failed', again ? null : problem],
      ),
    )
    if (again) throw error
    log.error({ err: error, exportId }, 'a file of answers could not be written')
  } finally {
    progress.stop()
  }
}

/** Takes the export for this run, unless another is at it. What was cut off too often is not begun again. */
async function claim(db: Db, partnerId: string, exportId: string): Promise<ExportRow | undefined> {
  const row = await db.row<ExportRow>(
    `UPDATE response_export SET attempt = attempt + 1, beat_at = now(), rows_done = 0,
       status = CASE WHEN attempt < ${MOST_ATTEMPTS} THEN 'running' ELSE 'failed' END,
       problem = CASE WHEN attempt < ${MOST_ATTEMPTS} THEN NULL ELSE 'failed' END
     WHERE partner_id = $1 AND id = $2 AND (status = 'waiting' OR status = 'running' AND beat_at < now() - ${SILENT})
     RETURNING ${EXPORT_COLUMNS}`,
    [partnerId, exportId],
  )
  return row?.status === 'running' ? row : undefined
}

/** Says now and then how far it is, in units of its own beside the long one that reads, and hears when to stop. */
class Progress {
  done = 0
  total = 0
  givenUp = false
  private saying: Promise<void> = Promise.resolve()
  private readonly timer: NodeJS.Timeout

  constructor(
    private readonly tenant: Tenant,
    private readonly partnerId: string,
    private readonly row: ExportRow,
  ) {
    this.timer = setInterval(() => {
      this.saying = this.saying
        .then(() => this.say())
        .catch((error: unknown) => {
          log.warn({ err: error }, 'the progress of an export could not be written')
        })
    }, BEAT_MS)
  }

  stop(): void {
    clearInterval(this.timer)
  }

  /** Counts lines; stops the run when nobody wants it any more. */
  add(lines: number): void {
    this.done += lines
    if (this.givenUp) throw new GivenUp()
  }

  private async say(): Promise<void> {
    const still = await this.tenant.write((db) =>
      db.row(
        `UPDATE response_export SET rows_done = $4, rows_total = $5, beat_at = now()
         WHERE partner_id = $1 AND id = $2 AND attempt = $3 AND status = 'running' RETURNING id`,
        [this.partnerId, this.row.id, this.row.attempt, this.done, this.total],
      ),
    )
    if (!still) this.givenUp = true
  }
}

/** Reads everything in one snapshot and writes it; the lines written are those counted before. */
function writeFile(
  tenant: Tenant,
  partnerId: string,
  row: ExportRow,
  sink: FileSink,
  progress: Progress,
): Promise<{ rows: number; bytes: number; sha256: string; ending: string }> {
  return tenant.write(async (db) => {
    await db.rows('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ')
    // Counting a million answers takes longer than any page may.
    await db.rows(`SET LOCAL statement_timeout = '10min'`)
    const { enterpriseId, questionnaireId, waveIds, options } = row
    const scope: ExportScope = { partnerId, enterpriseId, questionnaireId, waveIds, setAside: options.setAside }
    const waves = await exportableWaves(db, scope)
    const rows = waves.reduce((sum, { answers }) => sum + answers, 0)
    progress.total = rows
    const { source, compiled, title } = await sourceOf(db, row, partnerId, waves)
    const tables = exportTables(source)
    const { writer, ending } = writerOf(row, sink, tables, source, compiled, title)
    const passed = row.format === ExportFormat.json ? tables.slice(0, 1) : tables
    for (const table of isCodebook(row.format) ? [] : passed)
      await writeTable(writer, table, rows, (asText) => readResponses(db, scope, waves, asText), progress)
    await writer.finish()
    return { rows, ending, ...(await sink.finish()) }
  })
}

const isCodebook = (format: ExportFormat): boolean =>
  format === ExportFormat.codebook || format === ExportFormat.codebookCsv

async function writeTable(
  writer: FormatWriter,
  table: ExportTable,
  rows: number,
  read: (asText: boolean) => ReturnType<typeof readResponses>,
  progress: Progress,
): Promise<void> {
  await writer.begin(table)
  for (let pass = 1; pass <= writer.passes; pass++) {
    if (pass === 2) await writer.nextPass?.()
    const isLast = pass === writer.passes
    let seen = 0
    for await (const responses of read(writer.readsText?.(table) ?? false)) {
      await writer.write(entriesOf(table.repeat, responses, seen + 1))
      seen += responses.length
      progress.add(isLast && table.repeat === '' ? responses.length : 0)
      // Others who use this process come in between.
      await new Promise((resolve) => setImmediate(resolve))
    }
    if (seen !== rows) throw new Error(`${rows} answers were counted, ${seen} were written.`)
  }
  await writer.end()
}

/** The versions, waves and groups that the columns are made of. */
async function sourceOf(
  db: Db,
  { enterpriseId, questionnaireId, language, options }: ExportRow,
  partnerId: string,
  waves: readonly CountedWave[],
): Promise<{ source: ExportSource; compiled: Map<number, Compiled>; title: string }> {
  const versions = await db.rows<{ number: number; compiled: Compiled }>(
    `SELECT number, compiled FROM questionnaire_version
     WHERE partner_id = $1 AND enterprise_id = $2 AND questionnaire_id = $3 ORDER BY number`,
    [partnerId, enterpriseId, questionnaireId],
  )
  const groups = await db.rows<{ id: string; name: string }>(
    'SELECT id, name FROM respondent_group WHERE partner_id = $1 AND enterprise_id = $2 AND wave_id = ANY($3)',
    [partnerId, enterpriseId, waves.map(({ id }) => id)],
  )
  const all = await db.row<{ count: number }>(
    'SELECT count(*)::int AS count FROM wave WHERE partner_id = $1 AND enterprise_id = $2 AND questionnaire_id = $3',
    [partnerId, enterpriseId, questionnaireId],
  )
  const newest = versions.at(-1)!.compiled.questionnaire
  return {
    source: {
      versions: versions.map(({ number, compiled }) => ({ number, content: compiled.questionnaire })),
      waves: new Map(waves.map(({ id, title }) => [id, title])),
      otherWaves: all!.count - waves.length,
      groups: new Map(groups.map(({ id, name }) => [id, name])),
      language,
      joined: options.joined,
      setAside: options.setAside,
    },
    compiled: new Map(versions.map(({ number, compiled }) => [number, compiled])),
    title: wordsIn(newest.title, language, newest.baseLanguage),
  }
}

function writerOf(
  { format, language, options }: ExportRow,
  sink: FileSink,
  tables: ExportTable[],
  source: ExportSource,
  compiled: Map<number, Compiled>,
  title: string,
): { writer: FormatWriter; ending: string } {
  const several = tables.length > 1
  switch (format) {
    case ExportFormat.csv:
      return { writer: csvFormat(sink, tables, { ...options, language }), ending: several ? 'zip' : 'csv' }
    case ExportFormat.xlsx:
      return { writer: xlsxFormat(sink, tables, { labels: options.labels, language }), ending: 'xlsx' }
    case ExportFormat.sav:
      return {
        writer: savFormat(sink, tables, { language, title, compiled, now: new Date() }),
        ending: several ? 'zip' : 'sav',
      }
    case ExportFormat.json: {
      const { waves, otherWaves, groups, setAside } = source
      const questionnaire = {
        title,
        language,
        versions: source.versions.map(({ number }) => number),
        waves: [...waves.values()],
        otherWaves,
      }
      return { writer: jsonFormat(sink, tables, { questionnaire, waves, groups, setAside }), ending: 'json' }
    }
    case ExportFormat.codebook:
      return { writer: xlsxFormat(sink, tables, { labels: true, language }), ending: 'xlsx' }
    case ExportFormat.codebookCsv:
      return { writer: codebookFormat(sink, tables, { ...options, language }), ending: 'csv' }
  }
}
