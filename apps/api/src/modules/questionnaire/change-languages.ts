import { QUESTIONNAIRE_LIMITS } from '@vises/questionnaire/model.ts'
import { marksForBase, textsIn, withBaseLanguage, withoutLanguage } from '@vises/questionnaire/translation.ts'
import { BadInput } from '../../platform/errors.ts'
import type { Db } from '../../platform/tenant.ts'
import type { Actor } from '../access/actor.ts'
import { openDesign, writeDraft } from './design.ts'
import type { Design } from './design.ts'
import { questionnaire } from './read-questionnaire.ts'
import type { QuestionnaireLanguageInput, RemoveLanguageInput } from './questionnaire.inputs.ts'
import type { QuestionnairePayload } from './questionnaire.types.ts'
import { conflictOf } from './save-draft.ts'

type Change = Pick<Design, 'draft' | 'marks'> | Pick<QuestionnairePayload, 'problem' | 'textsLost'>

/** Adds a language to ask in; its texts come later. */
export function addLanguage(db: Db, actor: Actor, input: QuestionnaireLanguageInput): Promise<QuestionnairePayload> {
  const language = canonical(input.language)
  return change(db, actor, input, ({ draft, marks }) => {
    if (draft.languages.includes(language)) return { problem: 'languageAlreadyThere' }
    if (draft.languages.length >= QUESTIONNAIRE_LIMITS.languages) return { problem: 'tooManyLanguages' }
    return { draft: { ...draft, languages: [...draft.languages, language] }, marks }
  })
}

/** Takes a language out, with its texts once the person has said that they may go. */
export function removeLanguage(db: Db, actor: Actor, input: RemoveLanguageInput): Promise<QuestionnairePayload> {
  return change(db, actor, input, ({ draft, marks }) => {
    if (!draft.languages.includes(input.language)) return { problem: 'languageNotThere' }
    if (draft.baseLanguage === input.language) return { problem: 'isBaseLanguage' }
    const textsLost = textsIn(draft, input.language)
    if (textsLost && !input.confirmed) return { problem: 'textsWouldBeLost', textsLost }
    const left = withoutLanguage(draft, marks, input.language)
    return { draft: left.questionnaire, marks: left.marks }
  })
}

/** Makes another of its languages the base; every text stays. */
export function setBaseLanguage(
  db: Db,
  actor: Actor,
  input: QuestionnaireLanguageInput,
): Promise<QuestionnairePayload> {
  return change(db, actor, input, ({ draft, marks }) => {
    if (!draft.languages.includes(input.language)) return { problem: 'languageNotThere' }
    if (draft.baseLanguage === input.language) return { problem: 'isBaseLanguage' }
    return { draft: withBaseLanguage(draft, input.language), marks: marksForBase(draft, marks, input.language) }
  })
}

async function change(
  db: Db,
  actor: Actor,
  { questionnaireId, revision }: QuestionnaireLanguageInput,
  make: (design: Design) => Change,
): Promise<QuestionnairePayload> {
  const design = await openDesign(db, actor, 'write', questionnaireId)
  if (design.archivedAt) return { problem: 'archived' }
  if (design.draftRevision !== revision) return { conflict: conflictOf(design) }
  const made = make(design)
  if (!('draft' in made)) return made
  await writeDraft(db, actor, design, made)
  return { questionnaire: await questionnaire(db, actor, questionnaireId) }
}

/** `FR-be` -> `fr-BE`. */
function canonical(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? tag
  } catch {
    throw new BadInput([{ field: 'language', code: 'invalid' }])
  }
}
