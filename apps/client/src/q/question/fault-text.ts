import { QUESTIONNAIRE_LIMITS } from '@vises/questionnaire/model.ts'
import type { Path } from '@vises/questionnaire/form.ts'
import type { Question } from '@vises/questionnaire/model.ts'
import { sizeInWords } from '../asking/answer-words.ts'
import type { Fault, Session } from '../asking/session.ts'
import { sayIn } from '../language.ts'
import type { Words } from '../words.ts'

/** What is wrong with an answer and what to do, in the questionnaire's own words where it has some. */
export function faultText({
  question,
  path,
  fault,
  session,
  t,
}: {
  question: Question
  path: Path
  fault: Fault
  session: Session
  t: Words
}): string {
  const written = { required: question.requiredMessage, constraint: question.constraintMessage }[fault as 'required']
  const own = sayIn(written, session.tag, session.questionnaire.baseLanguage)?.text
  if (own) return session.form.fill(own, path)
  const { speech } = session.reading
  switch (fault) {
    case 'required':
      if (question.kind === 'consent') return t('fault.consent')
      return question.declinable === false ? t('fault.required') : t('fault.requiredOrDecline')
    case 'unreadable':
    case 'wrongType':
      return question.kind === 'integer'
        ? t('fault.integer')
        : question.kind === 'decimal'
          ? t('fault.decimal')
          : t('fault.unreadable')
    case 'belowMin':
      return t('fault.belowMin', { min: question.min ?? 0 })
    case 'aboveMax':
      return t('fault.aboveMax', { max: question.max ?? 10 })
    case 'tooShort':
      return t('fault.tooShort', { min: question.min ?? 1 })
    case 'tooLong':
      return t('fault.tooLong', { max: question.max ?? QUESTIONNAIRE_LIMITS.textAnswerLength })
    case 'tooFew':
      return t('fault.tooFew', { min: question.min ?? 1 })
    case 'tooMany':
      return t('fault.tooMany', { max: question.max ?? 1 })
    case 'fileSize':
      return t('fault.fileSize', { size: sizeInWords(question.maxBytes ?? QUESTIONNAIRE_LIMITS.fileBytes, speech) })
    default:
      return t(`fault.${fault}`)
  }
}
