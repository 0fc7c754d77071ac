import type { Answers } from '@vises/questionnaire/model.ts'
import { filesIn } from './outbox.ts'
import type { DeviceStore, Waiting } from './store.ts'
import { zip } from './zip.ts'

/** Puts an answer that cannot be sent into the person's downloads: its words as JSON, its files beside them. */
export async function takeAway(store: DeviceStore, answer: Waiting): Promise<void> {
  const { title, group, takenOn, language, submission } = answer
  const named = filesIn(submission.answers)
  const parts: [string, Blob][] = []
  for (const [index, { id, name }] of named.entries()) {
    const content = await store.file(answer.id, id)
    if (content) parts.push([`${index + 1}-${name.replaceAll(/[^\p{L}\p{N}. _-]/gu, '_')}`, content])
  }
  const about = { title, group, takenOn, language, answers: submission.answers satisfies Answers }
  const words = new Blob([JSON.stringify(about, null, 2)], { type: 'application/json' })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await zip([['answers.json', words], ...parts]))
  link.download = `vises-${takenOn}-${answer.id.slice(0, 8)}.zip`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
