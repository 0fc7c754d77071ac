import path from 'node:path'

/** A reporter for node:test: one line of JSON for each test, so that they can be counted and the skipped ones named. */
export default async function* nodeTestLines(events) {
  for await (const { type, data } of events) {
    const outcome = { 'test:pass': 'passed', 'test:fail': 'failed' }[type]
    if (!outcome || data.details?.type === 'suite' || isFile(data)) continue
    const isSkipped =
      (data.skip !== undefined && data.skip !== false) || (data.todo !== undefined && data.todo !== false)
    yield `${JSON.stringify({ name: data.name, outcome: isSkipped ? 'skipped' : outcome })}\n`
  }
}

/** Node reports a file as one passed test when it holds none; a file that breaks has failed, and that counts. */
const isFile = ({ name, details }) => path.isAbsolute(name) && !details?.error
