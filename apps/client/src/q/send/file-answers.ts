import type { Answers, FileAnswer } from '@vises/questionnaire/model.ts'

/** The files that stand in answers, also in those of repeats. */
export function filesIn(answers: Answers): FileAnswer[] {
  return Object.values(answers).flatMap((value) => {
    if (Array.isArray(value))
      return value.flatMap((row) => (typeof row === 'object' && row ? filesIn(row as Answers) : []))
    return isFile(value) ? [value] : []
  })
}

/** What the server made of the files that it took, by the ids that the device had given them. */
export type Arrived = Readonly<Record<string, FileAnswer>>

/** The answers with each file that has arrived as the server named it. */
export function withArrived(answers: Answers, arrived: Arrived): Answers {
  const replaced = (value: Answers[string]): Answers[string] => {
    if (Array.isArray(value))
      return value.map((row) =>
        typeof row === 'object' && row ? withArrived(row as Answers, arrived) : row,
      ) as Answers[string]
    return (isFile(value) && arrived[value.id]) || value
  }
  return Object.fromEntries(Object.entries(answers).map(([key, value]) => [key, replaced(value)]))
}

const isFile = (value: unknown): value is FileAnswer =>
  typeof value === 'object' && value !== null && 'id' in value && 'bytes' in value
