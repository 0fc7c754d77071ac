import type { Questionnaire } from '@vises/questionnaire/model.ts'
import { applyTranslations, hashOf, translationUnits } from '@vises/questionnaire/translation.ts'
import type { Marks, TranslatedText, TranslationUnit } from '@vises/questionnaire/translation.ts'
import { readMark, referencesIn } from './translation-file.ts'
import type { FileText } from './translation-file.ts'

/** Why a line of a translator's file was not taken; `sourceChanged` was, and is marked as made from older words. */
export interface FileFault {
  path: string
  code:
    | 'unknownPath'
    | 'twice'
    | 'empty'
    | 'computed'
    | 'tooLong'
    /** It takes up other answers than its source does. */
    | 'otherReferences'
    /** Someone translated it in the meantime. */
    | 'changedMeanwhile'
    | 'sourceChanged'
  /** What stands there now; for `sourceChanged` the words of the source. */
  current?: string
}

/** What came of a translator's file. */
export interface TakenFile {
  questionnaire: Questionnaire
  marks: Marks
  /** Texts that are new or other than before, or that the translator says are right as they stand. */
  taken: number
  /** Texts that stand there already. */
  unchanged: number
  faults: FileFault[]
}

/** Puts the texts of a translator's file in their places. An empty line takes nothing away. */
export function takeTranslation(
  questionnaire: Questionnaire,
  marks: Marks,
  language: string,
  texts: readonly FileText[],
): TakenFile {
  const units = new Map(translationUnits(questionnaire, marks, language).map((unit) => [unit.path, unit]))
  const faults: FileFault[] = []
  const put = new Map<string, TranslatedText>()
  let unchanged = 0
  for (const line of texts) {
    const unit = units.get(line.path)
    const code = unit ? faultOf(line, unit, put.has(line.path)) : 'unknownPath'
    if (code)
      faults.push({
        path: line.path.slice(0, 500),
        code,
        ...(code === 'changedMeanwhile' && { current: unit!.target }),
      })
    else if (isSame(line.text, unit!.target) && !(line.confirmed && unit!.state === 'stale')) unchanged++
    else
      put.set(line.path, { path: line.path, text: line.text.replace(/\r\n?/g, '\n'), sourceHash: sourceHashOf(line) })
  }
  const applied = applyTranslations(questionnaire, marks, language, [...put.values()])
  return {
    questionnaire: applied.questionnaire,
    marks: applied.marks,
    taken: applied.saved,
    unchanged,
    faults: [...faults, ...applied.faults],
  }
}

function faultOf(line: FileText, unit: TranslationUnit, twice: boolean): FileFault['code'] | undefined {
  if (twice) return 'twice'
  if (line.computed) return 'computed'
  if (!line.text.trim()) return 'empty'
  const given = readMark(line.mark)
  const changed = given !== undefined && given.targetHash !== hashOf(unit.target)
  if (changed && !isSame(line.text, unit.target)) return 'changedMeanwhile'
  const source = line.source?.trim() ? line.source : unit.source
  return String(referencesIn(line.text)) === String(referencesIn(source)) ? undefined : 'otherReferences'
}

/** From which words it was made: as the file was given out, else as its source column says. */
const sourceHashOf = ({ mark, source }: FileText): string | undefined =>
  readMark(mark)?.sourceHash ?? (source?.trim() ? hashOf(source) : undefined)

const isSame = (one: string, other: string): boolean => hashOf(one) === hashOf(other)
