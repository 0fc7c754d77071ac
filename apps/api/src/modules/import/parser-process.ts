import { readTable } from './read-table.ts'
import type { TableRow } from './read-table.ts'
import { TableProblem } from './table-problem.ts'

// A process of its own with little memory: a hostile file can end it, and nothing else. Bytes come in by stdin, rows go
// out in batches, and the next batch is made when the last one was taken.
const BATCH = 500

async function main(): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  let rows: TableRow[] = []
  for await (const row of readTable(Buffer.concat(chunks))) {
    rows.push(row)
    if (rows.length < BATCH) continue
    await hand({ rows })
    rows = []
  }
  await hand({ rows })
  await hand({ done: true })
}

function hand(message: { rows: TableRow[] } | { done: true } | { problem: string }): Promise<void> {
  return new Promise((resolve) => {
    process.once('message', () => resolve())
    process.send!(message)
  })
}

main()
  .catch((error: unknown) => hand({ problem: error instanceof TableProblem ? error.code : 'NOT_A_TABLE' }))
  .finally(() => process.disconnect())
