import type { Answers, AnswerValue } from '@vises/questionnaire/model.ts'
import { FileRefused, sendFile, submit, Unreachable } from '../../q/send/api.ts'
import type { DeviceStore, Waiting } from './store.ts'

/** What came of trying to send: how many left since the page was opened, whether the rest waits for the network. */
export interface Sending {
  sent: number
  unreachable: boolean
}

let running: Promise<Sending> | undefined
let sent = 0

/** Sends what waits, each answer once: one run at a time, and the server knows an answer by its id. */
export function sendWaiting(store: DeviceStore): Promise<Sending> {
  running ??= sendAll(store).finally(() => (running = undefined))
  return running
}

async function sendAll(store: DeviceStore): Promise<Sending> {
  for (const answer of await store.waiting()) {
    if (answer.refused) continue
    const outcome = await sendOne(store, answer)
    if (outcome === 'later') return { sent, unreachable: true }
    if (outcome === 'sent') sent++
  }
  return { sent, unreachable: false }
}

async function sendOne(store: DeviceStore, answer: Waiting): Promise<'sent' | 'refused' | 'later'> {
  let current = answer
  try {
    for (const { id, content } of answer.files) {
      const taken = await sendFile(current.submission.token, content)
      const answers = withFile(current.submission.answers, id, taken)
      // Kept before the next one is sent: a file that arrived is not sent twice.
      current = {
        ...current,
        submission: { ...current.submission, answers },
        files: current.files.filter((file) => file.id !== id),
      }
      await store.wait(current)
    }
  } catch (error) {
    if (error instanceof Unreachable) return 'later'
    if (error instanceof FileRefused) return refuse(store, current, error.problem)
    throw error
  }
  const outcome = await submit(current.submission)
  if (outcome.kind === 'later') return 'later'
  if (outcome.kind !== 'accepted')
    return refuse(store, current, outcome.kind === 'refused' ? outcome.problem : outcome.kind)
  await store.sent(current.id)
  return 'sent'
}

async function refuse(store: DeviceStore, answer: Waiting, refused: string): Promise<'refused'> {
  await store.wait({ ...answer, refused })
  return 'refused'
}

/** The answers with another file in the place of the one that had this id. */
export function withFile(answers: Answers, id: string, taken: AnswerValue): Answers {
  const replaced = (value: Answers[string]): Answers[string] => {
    if (Array.isArray(value))
      return value.map((row) =>
        typeof row === 'object' && row ? withFile(row as Answers, id, taken) : row,
      ) as Answers[string]
    return value && typeof value === 'object' && 'id' in value && value.id === id ? taken : value
  }
  return Object.fromEntries(Object.entries(answers).map(([key, value]) => [key, replaced(value)]))
}
