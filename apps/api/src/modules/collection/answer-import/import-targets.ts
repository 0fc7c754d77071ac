import { columnsOf } from '@vises/questionnaire/columns.ts'
import type { Column } from '@vises/questionnaire/columns.ts'
import type { Questionnaire } from '@vises/questionnaire/model.ts'
import { OTHER_WORDS } from '@vises/questionnaire/words.ts'
import { plainText } from '../../enterprise/plain-text.ts'

/** What a column of a file can hold besides answers. */
export const OWN_TARGETS = ['@group', '@language', '@day'] as const
export type OwnTarget = (typeof OWN_TARGETS)[number]

/** Of each column of a file, by its place: the name of a column of answers, or one of the targets of our own. */
export type AnswerMapping = Record<string, string>

/** The columns of answers that a flat file can fill: those of repeats are tables of their own, files come as files. */
export function targetsOf(questionnaire: Questionnaire): Column[] {
  return columnsOf([questionnaire]).filter(
    ({ table, kind, role }) => table === '' && role !== 'consentVersion' && kind !== 'file' && kind !== 'calculated',
  )
}

const OWN_HEADERS: Record<OwnTarget, RegExp> = {
  '@group': /^(@?group|groupe|groep|groupe de repondants|respondent group|respondentengroep)$/,
  '@language': /^(@?language|langue|taal)$/,
  '@day': /^(@?day|date|jour|dag|datum|received[_ ]on|date de reponse)$/,
}

/**
 * What the columns of a file most likely mean: by the name of a column of answers, by its label in any language, by the
 * question and the choice together; each column of answers once.
 */
export function suggestMapping(headers: readonly string[], targets: readonly Column[]): AnswerMapping {
  const words = new Map<string, string>()
  for (const column of targets) {
    for (const text of [column.name, ...labelsOf(column)]) {
      const key = plainText(text).trim()
      // A label that two columns share says nothing.
      words.set(key, words.has(key) && words.get(key) !== column.name ? '' : column.name)
    }
  }
  for (const column of targets) words.set(plainText(column.name), column.name)
  const mapping: AnswerMapping = {}
  const taken = new Set<string>()
  for (const [place, header] of headers.entries()) {
    const text = plainText(header).trim()
    const target = words.get(text) || OWN_TARGETS.find((own) => OWN_HEADERS[own].test(text))
    if (!target || taken.has(target)) continue
    taken.add(target)
    mapping[place] = target
  }
  return mapping
}

/** How a column of answers may be headed: its words, alone or with those of its part. */
function labelsOf({ label, partLabel, part, key, role }: Column): string[] {
  const labels = Object.values(label)
  const words = role === 'other' ? OTHER_WORDS : partLabel
  if (!words) return labels
  const parts = [...Object.values(words), part]
  return parts.flatMap((inner) => [
    ...labels.flatMap((outer) => [
      `${outer}: ${inner}`,
      `${outer} : ${inner}`,
      `${outer} – ${inner}`,
      `${outer} - ${inner}`,
    ]),
    `${key}: ${inner}`,
  ])
}
