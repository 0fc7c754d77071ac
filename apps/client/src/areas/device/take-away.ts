import type { Answers } from '@vises/questionnaire/model.ts'
import { filesIn } from '../../q/send/file-answers.ts'
import type { DeviceStore, Waiting } from './store.ts'

/** Puts an answer that cannot be sent into the person's downloads: its words as JSON, its files beside them. */
export async function takeAway(store: DeviceStore, answer: Waiting): Promise<void> {
  const { default: Archive } = await import('jszip')
  const { title, group, takenOn, language, submission } = answer
  const named = filesIn(submission.answers)
  const archive = new Archive()
  // The hour of an answer is nobody's business.
  const put = (name: string, content: Blob) => archive.file(name, content, { date: new Date(Date.UTC(1980, 0, 1)) })
  for (const [index, { id, name }] of named.entries()) {
    const content = await store.file(answer.id, id)
    if (content) put(`${index + 1}-${name.replaceAll(/[^\p{L}\p{N}. _-]/gu, '_')}`, content)
  }
  const about = { title, group, takenOn, language, answers: submission.answers satisfies Answers }
  put('answers.json', new Blob([JSON.stringify(about, null, 2)], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await archive.generateAsync({ type: 'blob' }))
  link.download = `vises-${takenOn}-${answer.id.slice(0, 8)}.zip`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
