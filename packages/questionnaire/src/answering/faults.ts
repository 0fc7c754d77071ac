import { daysOf, daysOfTime } from '../expression/moments.ts'
import type { AnswerFault } from '../form-types.ts'
import { listOf, OTHER } from '../layout.ts'
import {
  AGREEMENT,
  QUESTIONNAIRE_LIMITS,
  type AnswerValue,
  type Choice,
  type Question,
  type Questionnaire,
} from '../model.ts'
import { placesOf } from '../places.ts'
import { isDeclinable } from './answer.ts'

/** The steps of a scale when the question does not say. */
export const SCALE = { min: 0, max: 10 } as const

/**
 * What is wrong with an answer taken by itself: its type, its bounds, names that are not in the list. The same for the
 * page and the server, which must also be safe from answers that no page would send.
 */
export function faultOf(question: Question, value: AnswerValue, questionnaire: Questionnaire): AnswerFault | undefined {
  if (value === null) return isDeclinable(question) ? undefined : 'notDeclinable'
  switch (question.kind) {
    case 'shortText':
    case 'longText':
    case 'hidden':
      return textFault(value, question.min, question.max)
    case 'place':
      return placeFault(question, value, questionnaire)
    case 'integer':
      return numberFault(value, question, true)
    case 'decimal':
      return numberFault(value, question, false)
    case 'scale':
      return numberFault(value, { ...SCALE, ...boundsOf(question) }, true)
    case 'agreement':
      return numberFault(value, { min: AGREEMENT[0], max: AGREEMENT.length }, true)
    case 'date':
      return isText(value) && /^\d{4}-\d\d-\d\d$/.test(value) && daysOf(value) === daysOf(value)
        ? undefined
        : 'wrongType'
    case 'time':
      return isText(value) && /^\d\d:\d\d(:\d\d)?$/.test(value) && daysOfTime(value) >= 0 ? undefined : 'wrongType'
    case 'dateTime':
      return isText(value) && value.length <= 40 && value.includes('T') && !Number.isNaN(daysOf(value))
        ? undefined
        : 'wrongType'
    case 'yesNo':
    case 'consent':
      return value === 'yes' || value === 'no' ? undefined : 'wrongType'
    case 'single':
      return nameFault(question, value, questionnaire)
    case 'multiple':
    case 'ranking':
      return severalFault(question, value, questionnaire)
    case 'thenNow':
      return partsFault(value, ['then', 'now'], (part) => numberFault(part, { ...SCALE, ...boundsOf(question) }, true))
    case 'matrix':
      return matrixFault(question, value, questionnaire)
    case 'file':
      return fileFault(question, value)
    default:
      return 'wrongType'
  }
}

const isText = (value: unknown): value is string => typeof value === 'string'

const boundsOf = ({ min, max }: { min?: number; max?: number }) => ({
  ...(min !== undefined && { min }),
  ...(max !== undefined && { max }),
})

function textFault(
  value: unknown,
  min = 0,
  max: number = QUESTIONNAIRE_LIMITS.textAnswerLength,
): AnswerFault | undefined {
  if (!isText(value)) return 'wrongType'
  if (value.length > Math.min(max, QUESTIONNAIRE_LIMITS.textAnswerLength)) return 'tooLong'
  return value.length < min ? 'tooShort' : undefined
}

function numberFault(
  value: unknown,
  { min, max }: { min?: number; max?: number },
  whole: boolean,
): AnswerFault | undefined {
  if (typeof value !== 'number' || !(whole ? Number.isSafeInteger(value) : Number.isFinite(value))) return 'wrongType'
  if (min !== undefined && value < min) return 'belowMin'
  return max !== undefined && value > max ? 'aboveMax' : undefined
}

/** A code of the territories; words of one's own where there is no list of them. */
function placeFault(question: Question, value: unknown, questionnaire: Questionnaire): AnswerFault | undefined {
  const places = placesOf(question, questionnaire)
  if (!places) return textFault(value, undefined, 200)
  if (!isText(value)) return 'wrongType'
  return namesIn(places).has(value) ? undefined : 'notOffered'
}

/** Whether a name may be an answer, filters aside. */
const isOffered = (question: Question, name: string, questionnaire: Questionnaire): boolean =>
  namesIn(listOf(questionnaire, question.choices)).has(name) || (question.other === true && name === OTHER)

/** The names of a list, gathered once: lists may be long. */
function namesIn(list: readonly Choice[]): ReadonlySet<string> {
  let names = namesOfList.get(list)
  if (!names) namesOfList.set(list, (names = new Set(list.map((choice) => choice.name))))
  return names
}
const namesOfList = new WeakMap<object, ReadonlySet<string>>()

function nameFault(question: Question, value: unknown, questionnaire: Questionnaire): AnswerFault | undefined {
  if (!isText(value)) return 'wrongType'
  return isOffered(question, value, questionnaire) ? undefined : 'notOffered'
}

function severalFault(question: Question, value: unknown, questionnaire: Questionnaire): AnswerFault | undefined {
  if (!Array.isArray(value) || !value.every(isText)) return 'wrongType'
  if (!value.every((name) => isOffered(question, name, questionnaire))) return 'notOffered'
  if (new Set(value).size !== value.length) return 'wrongType'
  if (question.min !== undefined && value.length < question.min && !isExclusive(question, value, questionnaire))
    return 'tooFew'
  if (question.max !== undefined && value.length > question.max) return 'tooMany'
  return value.length > 1 && question.kind === 'multiple' && isExclusive(question, value, questionnaire)
    ? 'notExclusive'
    : undefined
}

/** Whether an answer holds "none of these". */
const isExclusive = (question: Question, names: readonly string[], questionnaire: Questionnaire) =>
  listOf(questionnaire, question.choices).some((choice) => choice.exclusive === true && names.includes(choice.name))

function partsFault(
  value: unknown,
  known: readonly string[],
  faultOfPart: (part: unknown) => AnswerFault | undefined,
): AnswerFault | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'wrongType'
  for (const [name, part] of Object.entries(value)) {
    const fault = known.includes(name) ? faultOfPart(part) : 'wrongType'
    if (fault) return fault
  }
  return undefined
}

function matrixFault(question: Question, value: unknown, questionnaire: Questionnaire): AnswerFault | undefined {
  const rows = listOf(questionnaire, question.rows).map((row) => row.name)
  return partsFault(value, rows, (part) =>
    question.choices === undefined
      ? numberFault(part, { min: AGREEMENT[0], max: AGREEMENT.length }, true)
      : nameFault(question, part, questionnaire),
  )
}

function fileFault(question: Question, value: unknown): AnswerFault | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'wrongType'
  const { id, name, type, bytes, ...more } = value as Record<string, unknown>
  const texts = [id, name, type].every((text) => isText(text) && text.length > 0 && text.length <= 255)
  if (!texts || !Number.isSafeInteger(bytes) || (bytes as number) < 0 || Object.keys(more).length) return 'wrongType'
  if (question.accept?.length && !question.accept.some((accepted) => isOfType(type as string, accepted)))
    return 'fileType'
  const most = Math.min(question.maxBytes ?? QUESTIONNAIRE_LIMITS.fileBytes, QUESTIONNAIRE_LIMITS.fileBytes)
  return (bytes as number) > most ? 'fileSize' : undefined
}

/** Whether a media type is one accepted: `image/*` takes all pictures. */
const isOfType = (type: string, accepted: string) =>
  accepted.endsWith('/*') ? type.startsWith(accepted.slice(0, -1)) : type === accepted
