import type { Path } from '@vises/questionnaire/form.ts'
import type { FileAnswer, LanguageTag } from '@vises/questionnaire/model.ts'
import type { Session } from '../asking/session.ts'
import { FileRefused, sendFile, submit, Unreachable } from './api.ts'
import type { Outcome, Submission } from './api.ts'
import { filesIn, withArrived } from './file-answers.ts'
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

/** The answer as it is to be sent, once and for all; files stand in it by the ids of this device. */
export const submissionOf = (session: Session, letter: Letter): Submission => ({
  ...letter,
  language: session.tag,
  answers: session.form.answers(),
  seconds: Math.round(session.seconds),
  consent: consentsOf(session),
})

/** Sends an answer, its files first; `keep` is waited for after each of them, so that none is sent twice. */
export async function sendWhole(
  submission: Submission,
  session: Session,
  files: Files,
  keep: () => Promise<void>,
): Promise<Outcome> {
  const outcome = await tryOnce(submission, session, files, keep)
  const unknown = outcome.kind === 'invalid' && outcome.paths.some(({ code }) => code === 'fileUnknown')
  if (!unknown || !filesIn(submission.answers).some(({ id }) => files.arrived[id])) return outcome
  // The server lets files go whose answer does not come for a week: they are still here.
  files.arrived = {}
  return tryOnce(submission, session, files, keep)
}

async function tryOnce(...[submission, session, files, keep]: Parameters<typeof sendWhole>): Promise<Outcome> {
  const { token, answers } = submission
  for (const file of filesIn(answers)) {
    if (files.arrived[file.id]) continue
    const content = await files.content(file)
    // No bytes here: they are with the server already, from another device.
    if (!content) continue
    try {
      files.arrived = { ...files.arrived, [file.id]: await sendFile(token, content) }
    } catch (error) {
      return notTaken(error, pathOf(file.id, session))
    }
    await keep()
  }
  return submit({ ...submission, answers: withArrived(answers, files.arrived) })
}

/** A file that did not get through, as an outcome like that of sending. */
function notTaken(error: unknown, path: Path): Outcome {
  if (error instanceof Unreachable) return { kind: 'later', after: error.after, offline: error.after === undefined }
  if (!(error instanceof FileRefused)) throw error
  const { problem } = error
  return problem === 'fileType' || problem === 'fileSize'
    ? { kind: 'invalid', paths: [{ path, code: problem }] }
    : { kind: 'refused', problem }
}

const pathOf = (file: string, session: Session): Path =>
  session
    .questions()
    .find(
      ({ question, path }) =>
        question.kind === 'file' && (session.form.view(path).value as FileAnswer | null | undefined)?.id === file,
    )?.path ?? ''

/** In which language each consent that was given or refused had been read. */
export const consentsOf = (session: Session): Record<string, LanguageTag> =>
  Object.fromEntries(
    session
      .questions()
      .filter(({ question, path }) => question.kind === 'consent' && session.isAnswered(path))
      .map(({ question }) => [question.key, session.tag]),
  )

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
