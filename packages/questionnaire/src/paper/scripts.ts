import type { LanguageTag, Questionnaire } from '../model.ts'
import { textsOf } from '../texts.ts'
import { wordsIn } from '../words.ts'

/** A letter of a script that the font of our files cannot write: neither Latin, Greek nor Cyrillic. */
const FOREIGN = /[^\P{L}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]/u

/** Whether a questionnaire in a language can be put into a file by the server; else its page is printed by the browser. */
export const isWritable = (questionnaire: Questionnaire, language: LanguageTag): boolean =>
  textsOf(questionnaire).every(([, texts]) => !FOREIGN.test(wordsIn(texts, language, questionnaire.baseLanguage)))
