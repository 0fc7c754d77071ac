import type { FileAnswer, LanguageTag } from '@vises/questionnaire/model.ts'
import type { Session } from '../asking/session.ts'
import { FileRefused, sendFile, Unreachable } from './api.ts'
import type { Outcome, Submission } from './api.ts'
import type { Files } from './files.ts'

/** Seconds until the next try: what the server asks for, else longer from try to try, never all devices at once. */
export const pauseBefore = (attempt: number, after?: number, random = Math.random): number =>
  (after ?? Math.min(60, 2 ** attempt)) * (0.8 + random() * 0.4)

export interface Letter {
  token: string
  id: string
  version: number
  draft?: string
}

/**
 * Brings the files of an answer to the server and tells what is then to be sent. Throws FileRefused with the path of
 * the answer, or Unreachable.
 */
export async function prepare(session: Session, files: Files, letter: Letter): Promise<Submission> {
  for (const { question, path } of session.questions()) {
    if (question.kind !== 'file') continue
    const answer = session.form.view(path).value as FileAnswer | null | undefined
    if (!answer) continue
    const content = await files.content(answer)
    // No bytes here: they are with the server already, from another device or an earlier try.
    if (!content) continue
    try {
      const taken = files.taken(answer.id) ?? (await sendFile(letter.token, content))
      files.take(answer.id, taken)
      session.answer(path, taken)
      await files.remove(answer)
    } catch (error) {
      if (error instanceof FileRefused) throw new RefusedFile(path, error)
      throw error
    }
  }
  return {
    ...letter,
    language: session.tag,
    answers: session.form.answers(),
    seconds: Math.round(session.seconds),
    consent: consentsOf(session),
  }
}

/** In which language each consent that was given or refused had been read. */
export const consentsOf = (session: Session): Record<string, LanguageTag> =>
  Object.fromEntries(
    session
      .questions()
      .filter(({ question, path }) => question.kind === 'consent' && session.isAnswered(path))
      .map(({ question }) => [question.key, session.tag]),
  )

/** A file that the server does not take, with the place of its answer. */
export class RefusedFile extends Error {
  constructor(
    readonly path: string,
    readonly reason: FileRefused,
  ) {
    super(reason.message)
  }
}

/** Sends until the server has answered, whatever the connection does meanwhile; `wait` tells of each pause. */
export async function sendOnce(
  send: () => Promise<Outcome>,
  wait: (seconds: number, offline: boolean) => Promise<void>,
): Promise<Exclude<Outcome, { kind: 'later' }>> {
  for (let attempt = 1; ; attempt++) {
    const outcome = await send()
    if (outcome.kind !== 'later') return outcome
    await wait(pauseBefore(attempt, outcome.after), outcome.offline)
  }
}

/** A try of preparing that the connection may interrupt, as an outcome like that of sending. */
export async function prepared(make: () => Promise<Submission>): Promise<Submission | Outcome> {
  try {
    return await make()
  } catch (error) {
    if (error instanceof Unreachable) return { kind: 'later', after: error.after, offline: error.after === undefined }
    if (error instanceof RefusedFile) {
      const { problem } = error.reason
      return problem === 'fileType' || problem === 'fileSize'
        ? { kind: 'invalid', paths: [{ path: error.path, code: problem }] }
        : { kind: 'refused', problem }
    }
    throw error
  }
}
