import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import path from 'node:path'
import { readTable } from './read-table.ts'
import type { TableRow } from './read-table.ts'
import { TableProblem } from './table-problem.ts'
import type { TableProblemCode } from './table-problem.ts'

const PATIENCE = 20_000
const MEMORY_MB = 256

/** The rows of a file in batches, read in a process of its own: neither a large nor a hostile file stops the API. */
export function parseFile(bytes: Uint8Array): AsyncGenerator<TableRow[]> {
  // Run from its sources (by the tests) there is no built parser to start; the same code reads the file here.
  if (import.meta.filename.endsWith('.ts')) return inBatches(readTable(bytes))
  const folder = import.meta.dirname
  return parseInProcess(
    path.join(path.basename(folder) === 'chunks' ? path.dirname(folder) : folder, 'import-parser.mjs'),
    bytes,
  )
}

type Message = { rows: TableRow[] } | { done: true } | { problem: TableProblemCode }

/** The same by a built parser. @throws TableProblem */
export async function* parseInProcess(
  entry: string,
  bytes: Uint8Array,
  patience = PATIENCE,
): AsyncGenerator<TableRow[]> {
  const child = fork(entry, [], {
    stdio: ['pipe', 'ignore', 'ignore', 'ipc'],
    execArgv: [`--max-old-space-size=${MEMORY_MB}`],
    // Nothing of our settings goes where a hostile file is read.
    env: {},
  })
  let late = false
  const timer = setTimeout(() => {
    late = true
    child.kill('SIGKILL')
  }, patience)
  try {
    // A parser that has found enough wrong stops reading, and the pipe breaks.
    child.stdin!.on('error', () => undefined)
    child.stdin!.end(bytes)
    for (;;) {
      const message = await nextMessage(child)
      // It ended without a word: out of memory, or too late.
      if (!message) throw new TableProblem(late ? 'TOO_SLOW' : 'TOO_LARGE')
      if ('problem' in message) throw new TableProblem(message.problem)
      if ('done' in message) return
      yield message.rows
      child.send('more')
    }
  } finally {
    clearTimeout(timer)
    child.kill('SIGKILL')
  }
}

function nextMessage(child: ChildProcess): Promise<Message | undefined> {
  return new Promise((resolve) => {
    const onMessage = (message: unknown) => finish(message as Message)
    const onExit = () => finish(undefined)
    const finish = (message: Message | undefined) => {
      child.off('message', onMessage).off('exit', onExit).off('error', onExit)
      resolve(message)
    }
    child.once('message', onMessage).once('exit', onExit).once('error', onExit)
  })
}

async function* inBatches(rows: AsyncGenerator<TableRow>): AsyncGenerator<TableRow[]> {
  let batch: TableRow[] = []
  for await (const row of rows) {
    batch.push(row)
    if (batch.length < 500) continue
    yield batch
    batch = []
  }
  yield batch
}
