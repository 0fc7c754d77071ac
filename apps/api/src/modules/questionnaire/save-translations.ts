import type { Questionnaire } from '@vises/questionnaire/model.ts'
import { textsOf, written } from '@vises/questionnaire/texts.ts'
import { applyTranslations, hashOf } from '@vises/questionnaire/translation.ts'
import type { TranslatedText } from '@vises/questionnaire/translation.ts'
import type { Db } from '../../platform/tenant.ts'
import type { Actor } from '../access/actor.ts'
import { openDesign, writeDraft } from './design.ts'
import type { Save } from './design.ts'
import { questionnaire } from './read-questionnaire.ts'
import type { SaveTranslationsInput } from './questionnaire.inputs.ts'
import type { SaveTranslationsPayload } from './questionnaire.types.ts'

/** Texts of one save that the row remembers, so that a draft written meanwhile can take them up. */
const MOST_REMEMBERED = 300

/** Saves translated texts one by one; what somebody else translated meanwhile is not overwritten. */
export async function saveTranslations(
  db: Db,
  actor: Actor,
  { questionnaireId, language, texts }: SaveTranslationsInput,
): Promise<SaveTranslationsPayload> {
  return translate(db, actor, questionnaireId, language, texts)
}

/** The same for texts from anywhere, also from a translator's file. */
export async function translate(
  db: Db,
  actor: Actor,
  questionnaireId: string,
  language: string,
  texts: readonly TranslatedText[],
): Promise<SaveTranslationsPayload> {
  const design = await openDesign(db, actor, 'write', questionnaireId)
  if (design.archivedAt) return { saved: 0, problems: [], problem: 'archived' }
  if (!design.draft.languages.includes(language)) return { saved: 0, problems: [], problem: 'languageNotThere' }
  const { questionnaire: draft, marks, saved, faults } = applyTranslations(design.draft, design.marks, language, texts)
  if (saved) await writeDraft(db, actor, design, { draft, marks }, remembered(design.draft, draft, language))
  return { questionnaire: await questionnaire(db, actor, questionnaireId), saved, problems: faults }
}

/** Which texts a save translated, each with the hash of what stood there before. */
export function remembered(before: Questionnaire, after: Questionnaire, language: string): Omit<Save, 'revision'> {
  const now = new Map(textsOf(after).map(([{ path }, texts]) => [path, written(texts, language)]))
  const texts = textsOf(before).flatMap(([{ path }, old]): [string, string][] => {
    const was = written(old, language)
    return was === now.get(path) ? [] : [[path, hashOf(was)]]
  })
  return texts.length > MOST_REMEMBERED ? {} : { translated: { language, texts } }
}
