import type { Entry, ExportTable, ResponseRow } from './export-columns.ts'
import type { FileSink } from './file-sink.ts'
import type { FormatWriter } from './formats.ts'

/** What a JSON file says before its answers. */
export interface JsonHead {
  questionnaire: {
    title: string
    language: string
    versions: number[]
    /** The titles of the waves that are in. */
    waves: string[]
    /** How many others the questionnaire has. */
    otherWaves: number
  }
  waves: ReadonlyMap<string, string>
  groups: ReadonlyMap<string, string>
  setAside: boolean
}

/** JSON: every answer as an object, its repeats inside it; the columns of the codebook before them. */
export function jsonFormat(sink: FileSink, tables: readonly ExportTable[], head: JsonHead): FormatWriter {
  let first = true
  return {
    passes: 1,
    async begin() {
      const columns = tables.flatMap(({ repeat, columns: some }) =>
        some.flatMap(({ name, type, label, choices, column }) =>
          column
            ? [{ name, key: column.key, kind: column.kind, repeat: repeat || undefined, type, label, choices }]
            : [],
        ),
      )
      sink.text(
        `{"questionnaire":${JSON.stringify(head.questionnaire)},"columns":${JSON.stringify(columns)},"answers":[`,
      )
    },
    async write(entries) {
      for (const entry of entries) {
        sink.text(`${first ? '' : ','}\n${JSON.stringify(answerOf(entry, head))}`)
        first = false
      }
      if (sink.isFull) await sink.flush()
    },
    async end() {
      sink.text('\n]}\n')
    },
    async finish() {},
  }
}

const answerOf = ({ number, response }: Entry, { waves, groups, setAside }: JsonHead) => ({
  number,
  wave: waves.get(response.waveId),
  group: response.groupId === null ? null : (groups.get(response.groupId) ?? null),
  version: response.version,
  language: response.language,
  channel: response.channel,
  day: response.day,
  seconds: response.seconds,
  ...(setAside ? { setAside: response.setAside } : {}),
  consent: response.consent,
  answers: withoutFileIds(response.answers),
})

/** Files by their names; what they are called in here is nobody's business. */
function withoutFileIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.some((one) => typeof one === 'object') ? value.map(withoutFileIds) : value
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value as ResponseRow['answers'])
  const { id, name, type, bytes, ...rest } = value as Record<string, unknown>
  if (entries.length === 4 && typeof id === 'string' && typeof bytes === 'number' && Object.keys(rest).length === 0)
    return { name, type, bytes }
  return Object.fromEntries(entries.map(([key, inner]) => [key, withoutFileIds(inner)]))
}
