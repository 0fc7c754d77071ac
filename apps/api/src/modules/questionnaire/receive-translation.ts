import { BadInput } from '../../platform/errors.ts'
import type { Db } from '../../platform/tenant.ts'
import type { Actor } from '../access/actor.ts'
import { audit } from '../access/audit.ts'
import { openDesign, writeDraft } from './design.ts'
import { remembered } from './save-translations.ts'
import { takeTranslation } from './take-translation.ts'
import type { FileFault } from './take-translation.ts'
import type { TranslationFile } from './translation-file.ts'

/** What came of a translator's file; or why it was not looked at further. */
export type ReceivedTranslation =
  | { language: string; taken: number; unchanged: number; faults: FileFault[]; revision: number }
  | { refused: 'ARCHIVED' | 'WRONG_LANGUAGE' }

/** Faults told of one file; beyond, nobody reads on. */
const MOST_FAULTS = 1000

/** Takes a translator's file in, and tells what was taken, what was not and why. A trial changes nothing. */
export async function receiveTranslation(
  db: Db,
  actor: Actor,
  questionnaireId: string,
  file: TranslationFile,
  asked: string | undefined,
  isTrial: boolean,
): Promise<ReceivedTranslation> {
  const design = await openDesign(db, actor, 'write', questionnaireId)
  const said = design.draft.languages.find((one) => one.toLowerCase() === file.language?.toLowerCase())
  const language = asked ?? said
  if (!language || !design.draft.languages.includes(language))
    throw new BadInput([{ field: 'language', code: 'unknown' }])
  if (design.archivedAt) return { refused: 'ARCHIVED' }
  if (file.language && said !== language) return { refused: 'WRONG_LANGUAGE' }
  const { questionnaire, marks, taken, unchanged, faults } = takeTranslation(
    design.draft,
    design.marks,
    language,
    file.texts,
  )
  const revision = design.draftRevision + (taken && !isTrial ? 1 : 0)
  if (taken && !isTrial) {
    await writeDraft(
      db,
      actor,
      design,
      { draft: questionnaire, marks },
      remembered(design.draft, questionnaire, language),
    )
    const objectType = design.subject ? 'questionnaire' : 'template'
    await audit(db, actor, {
      action: `${objectType}.translationImported`,
      objectType,
      objectId: questionnaireId,
      objectName: design.title,
      enterpriseId: design.enterpriseId,
      new: { language, taken, unchanged, faults: faults.length },
    })
  }
  return { language, taken, unchanged, faults: faults.slice(0, MOST_FAULTS), revision }
}
