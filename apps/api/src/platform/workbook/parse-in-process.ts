import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import path from 'node:path'
import { TableProblem } from './table-problem.ts'
import type { TableProblemCode } from './table-problem.ts'

/** What a parser in a process of its own says: that it is there, a part of what it found, that this was all, or what is wrong. */
export type ParserMessage<Part> = { ready: true } | { part: Part } | { done: true } | { problem: TableProblemCode }

/** What a parser may take. */
export interface ParserLimits {
  /** Milliseconds from when it is there to its end. */
  patience: number
  /** Milliseconds it may take to be there. */
  startup?: number
  memoryMb?: number
  /** What it is told besides the bytes. */
  told?: object
}

/**
 * Where a built parser lies beside the program that asks for it; undefined when run from the sources (by tests), where
 * there is none to start.
 */
export function builtParser(name: string): string | undefined {
  const folder = import.meta.dirname
  if (import.meta.filename.endsWith('.ts')) return undefined
  return path.join(path.basename(folder) === 'chunks' ? path.dirname(folder) : folder, `${name}.mjs`)
}

/** Hands bytes to a parser in a process of its own and gives what it finds, part by part. @throws TableProblem */
export async function* parseInProcess<Part>(
  entry: string,
  bytes: Uint8Array,
  { patience, startup = patience, memoryMb = 256, told = {} }: ParserLimits,
): AsyncGenerator<Part> {
  const child = fork(entry, [JSON.stringify(told)], {
    stdio: ['pipe', 'ignore', 'ignore', 'ipc'],
    execArgv: [`--max-old-space-size=${memoryMb}`],
    // Nothing of our settings goes where a hostile file is read.
    env: {},
  })
  let late = false
  const endAfter = (milliseconds: number) =>
    setTimeout(() => {
      late = true
      child.kill('SIGKILL')
    }, milliseconds)
  let timer = endAfter(startup)
  try {
    // A parser that has found enough wrong stops reading, and the pipe breaks.
    child.stdin!.on('error', () => undefined)
    child.stdin!.end(bytes)
    for (;;) {
      const message = await nextMessage<Part>(child)
      // It ended without a word: out of memory, or too late.
      if (!message) throw new TableProblem(late ? 'TOO_SLOW' : 'TOO_LARGE')
      if ('problem' in message) throw new TableProblem(message.problem)
      if ('done' in message) return
      if ('ready' in message) {
        clearTimeout(timer)
        timer = endAfter(patience)
      } else yield message.part
      child.send('more')
    }
  } finally {
    clearTimeout(timer)
    child.kill('SIGKILL')
  }
}

function nextMessage<Part>(child: ChildProcess): Promise<ParserMessage<Part> | undefined> {
  return new Promise((resolve) => {
    const onMessage = (message: unknown) => finish(message as ParserMessage<Part>)
    const onExit = () => finish(undefined)
    const finish = (message: ParserMessage<Part> | undefined) => {
      child.off('message', onMessage).off('exit', onExit).off('error', onExit)
      resolve(message)
    }
    child.once('message', onMessage).once('exit', onExit).once('error', onExit)
  })
}
