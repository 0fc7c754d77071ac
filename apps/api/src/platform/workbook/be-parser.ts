import type { ParserMessage } from './parse-in-process.ts'
import { TableProblem } from './table-problem.ts'

/**
 * The other side of `parseInProcess`: reads the bytes from stdin and hands over what `parse` finds. A hostile file can
 * end this process, and nothing else; the next part is made when the last one was taken.
 */
export async function beParser<Part, Told extends object>(
  parse: (bytes: Uint8Array, told: Told) => AsyncGenerator<Part>,
): Promise<void> {
  try {
    await hand({ ready: true })
    const chunks: Buffer[] = []
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
    const told = JSON.parse(process.argv[2] ?? '{}') as Told
    for await (const part of parse(Buffer.concat(chunks), told)) await hand({ part })
    await hand({ done: true })
  } catch (error) {
    await hand({ problem: error instanceof TableProblem ? error.code : 'NOT_A_TABLE' })
  } finally {
    process.disconnect()
  }
}

function hand(message: ParserMessage<unknown>): Promise<void> {
  return new Promise((resolve) => {
    process.once('message', () => resolve())
    process.send!(message)
  })
}
