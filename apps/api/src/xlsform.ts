import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { readQuestionnaire } from '@vises/questionnaire/strict.ts'
import { findingLine } from '@vises/questionnaire/xlsform/finding.ts'
import { toXlsform } from '@vises/questionnaire/xlsform/to-xlsform.ts'
import { importWorkbook } from './modules/questionnaire/workbook-import.ts'
import { WORKBOOK_LIMITS } from './platform/workbook/read-workbook.ts'
import { TableProblem } from './platform/workbook/table-problem.ts'
import type { TableProblemCode } from './platform/workbook/table-problem.ts'

// npm run -s xlsform -- check <file.xlsx>: prints the questionnaire as JSON, or what of it is not supported.
// npm run -s xlsform -- export <model.json> <file.xlsx>: writes a questionnaire as a workbook.
const USAGE = 'Say what to do: npm run -s xlsform -- check <file.xlsx>, or export <model.json> <file.xlsx>'

const FILE_ERRORS: Partial<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'permission denied',
  EISDIR: 'it is a folder',
}

const WHY: Record<TableProblemCode, string> = {
  EMPTY: 'there is nothing in it',
  NOT_A_TABLE: 'it is not an .xlsx workbook, or it is damaged',
  OLD_WORKBOOK: 'it has a password, or the format of before 2007 (.xls)',
  TOO_LARGE: 'there is more in it than in any questionnaire',
  TOO_MANY_ROWS: 'a sheet has more rows than any questionnaire',
  TOO_MANY_COLUMNS: 'a sheet has more columns than any questionnaire',
  TOO_SLOW: 'reading it takes too long',
  UNCLOSED_QUOTE: 'it is not an .xlsx workbook',
  DOCUMENT_TYPE: 'it declares a document type with entities, which no spreadsheet writes',
}

/** A sentence for whoever typed the command. */
class Sentence extends Error {}

try {
  const [command, ...files] = process.argv.slice(2)
  // npm runs scripts in the folder of the project; names count from where it was called.
  const [from, to] = files.map((file) => path.resolve(process.env['INIT_CWD'] ?? '.', file))
  if (command === 'check' && from && files.length === 1) await check(from)
  else if (command === 'export' && from && to && files.length === 2) await write(from, to)
  else throw new Sentence(USAGE)
} catch (error) {
  console.error(error instanceof Sentence ? error.message : error)
  process.exitCode = 1
}

async function check(file: string): Promise<void> {
  const bytes = await bytesOf(file)
  const imported = await importWorkbook(bytes, { title: path.basename(file).replace(/\.xlsx$/i, '') }).catch(
    (error: unknown) => {
      throw error instanceof TableProblem ? new Sentence(`${file} cannot be read: ${WHY[error.code]}.`) : error
    },
  )
  if ('problems' in imported) {
    await print(imported.problems.map(findingLine).join('\n'))
    process.exitCode = 1
    return
  }
  for (const loss of imported.losses) console.error(findingLine(loss))
  await print(JSON.stringify(imported.questionnaire, null, 2))
}

async function write(from: string, to: string): Promise<void> {
  const read = readQuestionnaire(jsonOf(await bytesOf(from), from))
  if ('problems' in read) {
    await print(read.problems.map(({ path: place, code }) => `${place || 'the whole'}: ${code}`).join('\n'))
    process.exitCode = 1
    return
  }
  // What writes workbooks takes long to load, and a check has no need of it.
  const { workbookStream } = await import('./platform/workbook/write-workbook.ts')
  const unfinished = `${to}.${process.pid}.part`
  try {
    await pipeline(workbookStream(toXlsform(read.questionnaire)), createWriteStream(unfinished, { flags: 'wx' }))
    await rename(unfinished, to)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw new Sentence(`${to} cannot be written: ${(error as Error).message}.`)
  }
}

async function bytesOf(file: string): Promise<Buffer> {
  try {
    const { size } = await stat(file)
    if (size > WORKBOOK_LIMITS.bytes) throw new Sentence(`${file} cannot be read: ${WHY.TOO_LARGE}.`)
    return await readFile(file)
  } catch (error) {
    if (error instanceof Sentence) throw error
    const { code, message } = error as NodeJS.ErrnoException
    throw new Sentence(`${file} cannot be read: ${FILE_ERRORS[code ?? ''] ?? message}.`)
  }
}

function jsonOf(bytes: Buffer, file: string): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    throw new Sentence(`${file} cannot be read: it is not JSON.`)
  }
}

/** A pipe takes a long text in pieces. */
async function print(text: string): Promise<void> {
  if (!process.stdout.write(`${text}\n`)) await once(process.stdout, 'drain')
}
