export interface EmbeddedOptions {
  /** Folder of the database; made when missing, for one running process at a time. */
  dir: string
  /** Name of the database, made when missing. Default `vises`. */
  database?: string
  /** `false` trades safety after a power cut for speed: for tests only. */
  durable?: boolean
  /** Takes one line of progress at a time. */
  log?: (line: string) => void
  /** Called once when the server ends although nobody asked it to; `how` completes "PostgreSQL ...". */
  onExit?: (how: string) => void
  /** A lock on `dir` that the caller already holds and keeps. */
  lock?: Lock
}

export interface EmbeddedServer {
  /** Connection string of the superuser: for migrations and maintenance, never for the API's own queries. */
  url: string
  port: number
  pid: number
  /** The server was left running by a process that was killed, and taken over. */
  reused: boolean
  /** Ends all sessions and the server, and frees the folder. May be called more than once. */
  stop(): Promise<void>
}

export interface Lock {
  release(): void
}

/** Starts the PostgreSQL that comes with VISES on the files in `dir`, or takes over the one left running there. */
export function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer>

/**
 * Stops a server that runs on the files in `dir` although its starter is gone. Says whether there was one; a server
 * whose owner lives is left alone.
 */
export function stopLeftover(options: {
  dir: string
  immediately?: boolean
  log?: (line: string) => void
  /** A lock on `dir` that the caller already holds and keeps. */
  lock?: Lock
}): Promise<boolean>

/** Takes the folder for one process: its server, its backup or its restore. Waits `wait` milliseconds for it. */
export function takeLock(
  dir: string,
  options: { purpose: 'server' | 'backup' | 'restore'; wait?: number },
): Promise<Lock>

/** A failure whose message is a whole sentence for the person at the keyboard: print it without its stack. */
export class Sentence extends Error {}
