import { alone } from '../../q/send/alone.ts'
import { FileRefused, sendFile, submit, Unreachable, type Outcome } from '../../q/send/api.ts'
import { withArrived } from '../../q/send/file-answers.ts'
import type { DeviceStore, Waiting } from './store.ts'

/** What came of trying to send: how many left since the page was opened, whether the rest waits for the network. */
interface Sending {
  sent: number
  unreachable: boolean
}

/** So many that do not get through one after the other: the rest can wait, too. */
const GIVE_UP_AFTER = 2

let running: Promise<Sending> | undefined
let sent = 0

/** Sends what waits, each answer once: one run at a time in all tabs, and the server knows an answer by its id. */
export function sendWaiting(store: DeviceStore): Promise<Sending> {
  running ??= alone('vises-device-send', () => sendAll(store)).finally(() => (running = undefined))
  return running
}

async function sendAll(store: DeviceStore): Promise<Sending> {
  let late = 0
  for (const answer of await store.waiting()) {
    if (answer.refused) continue
    const outcome = await sendOne(store, answer)
    if (outcome === 'sent') sent++
    late = outcome === 'later' ? late + 1 : 0
    if (late === GIVE_UP_AFTER) break
  }
  return { sent, unreachable: late > 0 }
}

async function sendOne(store: DeviceStore, answer: Waiting): Promise<'sent' | 'refused' | 'later'> {
  let outcome: Outcome
  try {
    const arrived = await sendFiles(store, answer)
    outcome = await submit(asSent(arrived))
    // The server lets files go whose answer does not come for a week: they are still here.
    if (outcome.kind === 'invalid' && outcome.paths.some(({ code }) => code === 'fileUnknown'))
      outcome = await submit(asSent(await sendFiles(store, withoutTaken(arrived))))
  } catch (error) {
    if (error instanceof Unreachable) return 'later'
    if (error instanceof FileRefused) return refuse(store, answer, error.problem)
    throw error
  }
  if (outcome.kind === 'later') return 'later'
  if (outcome.kind !== 'accepted')
    return refuse(store, answer, outcome.kind === 'refused' ? outcome.problem : outcome.kind)
  await store.done(answer.id)
  return 'sent'
}

/** Sends the files that have not arrived; each is noted before the next, so that none is sent twice. */
async function sendFiles(store: DeviceStore, answer: Waiting): Promise<Waiting> {
  let current = answer
  for (const { id, taken } of answer.files) {
    if (taken) continue
    const content = await store.file(answer.id, id)
    if (!content) throw new Error('A file of an answer is not on the device.')
    const arrived = await sendFile(answer.submission.token, content)
    current = {
      ...current,
      files: current.files.map((file) => (file.id === id ? { id, taken: arrived } : file)),
    }
    await store.update(current)
  }
  return current
}

const withoutTaken = (answer: Waiting): Waiting => ({ ...answer, files: answer.files.map(({ id }) => ({ id })) })

async function refuse(store: DeviceStore, answer: Waiting, refused: string): Promise<'refused'> {
  await store.update({ ...withoutTaken(answer), refused })
  return 'refused'
}

/**
 * Lets an answer that was refused be sent again. Where its link works no more, it goes by the link of the same
 * collection and group that is kept here now.
 */
export async function tryAgain(store: DeviceStore, answer: Waiting): Promise<void> {
  const { refused, submission, ...rest } = answer
  const other = (await store.kept()).find(
    ({ waveId, group, token }) => waveId === answer.waveId && group === answer.group && token !== submission.token,
  )
  const token = refused === 'unknown' && other ? other.token : submission.token
  await store.update({ ...rest, submission: { ...submission, token } })
}

/** The answer as the server is to have it: with the files as the server named them. */
const asSent = ({ submission, files }: Waiting) => ({
  ...submission,
  answers: withArrived(
    submission.answers,
    Object.fromEntries(files.flatMap(({ id, taken }) => (taken ? [[id, taken]] : []))),
  ),
})
