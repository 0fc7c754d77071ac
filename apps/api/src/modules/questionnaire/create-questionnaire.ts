import { withOrigins } from '@vises/questionnaire/bank.ts'
import type { Questionnaire } from '@vises/questionnaire/model.ts'
import { marksAfter } from '@vises/questionnaire/translation.ts'
import type { Marks } from '@vises/questionnaire/translation.ts'
import { BadInput, NotFound } from '../../platform/errors.ts'
import { newId } from '../../platform/id.ts'
import type { Db } from '../../platform/tenant.ts'
import { demand } from '../access/actor.ts'
import type { Actor } from '../access/actor.ts'
import { demandForEnterprise } from '../enterprise/subject.ts'
import { libraryQuestionnaire } from './data/index.ts'
import { countsOf, openDesign } from './design.ts'
import type { Design } from './design.ts'
import { questionnaire } from './read-questionnaire.ts'
import type { CreateQuestionnaireInput, CreateTemplateInput, QuestionnaireSourceInput } from './questionnaire.inputs.ts'
import type { QuestionnaireOrigin, QuestionnairePayload } from './questionnaire.types.ts'
import { withTerritories } from './with-territories.ts'

/** Makes a questionnaire for an enterprise: blank, or a copy whose questions know where they come from. */
export async function createQuestionnaire(
  db: Db,
  actor: Actor,
  input: CreateQuestionnaireInput,
): Promise<QuestionnairePayload> {
  const { enterpriseId } = await demandForEnterprise(db, actor, 'questionnaire:write', input.enterpriseId)
  if (input.evaluationId) await demandEvaluation(db, actor, enterpriseId, input.evaluationId)
  const made = titled(await fromSource(db, actor, input), input)
  const id = await insertQuestionnaire(db, actor, { ...made, enterpriseId, evaluationId: input.evaluationId })
  return { questionnaire: await questionnaire(db, actor, id) }
}

/** Makes a template of the partner; enterprises see it once it is offered. */
export async function createTemplate(db: Db, actor: Actor, input: CreateTemplateInput): Promise<QuestionnairePayload> {
  demand(actor, 'template:write')
  const id = await insertTemplate(db, actor, titled(await fromSource(db, actor, input), input))
  return { questionnaire: await questionnaire(db, actor, id) }
}

/** Copies the draft of a questionnaire or template beside it. */
export async function duplicateQuestionnaire(
  db: Db,
  actor: Actor,
  questionnaireId: string,
): Promise<QuestionnairePayload> {
  const design = await openDesign(db, actor, 'write', questionnaireId)
  const copy = copyOf(design, design.subject ? 'questionnaire' : 'template')
  const draft = { ...copy.draft, title: withCopyMark(copy.draft.title) }
  const { enterpriseId, evaluationId } = design
  const id = enterpriseId
    ? await insertQuestionnaire(db, actor, { ...copy, draft, enterpriseId, evaluationId })
    : await insertTemplate(db, actor, { ...copy, draft })
  return { questionnaire: await questionnaire(db, actor, id) }
}

/** A draft that is about to become a questionnaire or template. */
export interface NewDraft {
  draft: Questionnaire
  marks: Marks
  origin: QuestionnaireOrigin | null
}

/** Adds a questionnaire to an enterprise; the caller has shown that the actor may. */
export async function insertQuestionnaire(
  db: Db,
  actor: Actor,
  { enterpriseId, evaluationId, ...made }: NewDraft & { enterpriseId: string; evaluationId?: string | null },
): Promise<string> {
  const id = newId()
  await db.rows(
    `INSERT INTO questionnaire (partner_id, id, title, base_language, languages, question_count, problem_count, coverage, draft,
       translated_from, origin, updated_by_name, enterprise_id, evaluation_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [...(await valuesOf(db, actor, id, made)), enterpriseId, evaluationId ?? null],
  )
  return id
}

/** Adds a template to the actor's partner; the caller has shown that the actor may. */
export async function insertTemplate(db: Db, actor: Actor, made: NewDraft): Promise<string> {
  const id = newId()
  await db.rows(
    `INSERT INTO questionnaire_template (partner_id, id, title, base_language, languages, question_count, problem_count, coverage,
       draft, translated_from, origin, updated_by_name)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    await valuesOf(db, actor, id, made),
  )
  return id
}

async function valuesOf(db: Db, actor: Actor, id: string, { draft, marks, origin }: NewDraft): Promise<unknown[]> {
  const counts = countsOf(await withTerritories(db, draft), marks, {})
  return [
    actor.partnerId,
    id,
    counts.title,
    counts.baseLanguage,
    counts.languages,
    counts.questionCount,
    counts.problemCount,
    JSON.stringify(counts.coverage),
    JSON.stringify(draft),
    JSON.stringify(marks),
    origin && JSON.stringify(origin),
    actor.name,
  ]
}

/** Refuses an evaluation that is not the enterprise’s. */
export async function demandEvaluation(
  db: Db,
  actor: Actor,
  enterpriseId: string,
  evaluationId: string,
): Promise<void> {
  const found = await db.row('SELECT FROM evaluation WHERE partner_id = $1 AND enterprise_id = $2 AND id = $3', [
    actor.partnerId,
    enterpriseId,
    evaluationId,
  ])
  if (!found) throw new NotFound()
}

interface Source {
  from?: QuestionnaireSourceInput
  title?: string
  baseLanguage?: string
}

/** What the new questionnaire begins with. */
async function fromSource(db: Db, actor: Actor, source: Source): Promise<NewDraft> {
  const { templateId, libraryCode } = source.from ?? {}
  if (templateId && libraryCode) throw new BadInput([{ field: 'from', code: 'onlyOne' }])
  if (templateId) {
    const template = await openDesign(db, actor, 'read', templateId)
    if (template.subject || template.archivedAt) throw new NotFound()
    return copyOf(template, 'template')
  }
  if (libraryCode) {
    const content = libraryQuestionnaire(libraryCode)
    if (!content) throw new BadInput([{ field: 'from.libraryCode', code: 'unknown' }])
    const draft = withOrigins(content, libraryCode)
    const title = draft.title[draft.baseLanguage] ?? libraryCode
    return { draft, marks: marksAfter(undefined, draft, {}), origin: { kind: 'library', source: libraryCode, title } }
  }
  return { draft: blank(actor, source), marks: {}, origin: null }
}

function blank(actor: Actor, { title, baseLanguage }: Source): Questionnaire {
  if (!title?.trim()) throw new BadInput([{ field: 'title', code: 'empty' }])
  const base = baseLanguage ?? actor.language
  return { title: { [base]: title.trim() }, baseLanguage: base, languages: [base], choiceLists: {}, items: [] }
}

function titled(made: NewDraft, { title, from }: Source): NewDraft {
  if (!title?.trim() || !from) return made
  const { draft } = made
  const renamed = { ...draft, title: { ...draft.title, [draft.baseLanguage]: title.trim() } }
  return { ...made, draft: renamed, marks: marksAfter(draft, renamed, made.marks) }
}

function copyOf(design: Design, kind: 'template' | 'questionnaire'): NewDraft {
  // Of a draft that has moved on, no published version says what was copied.
  const version = design.publishedVersion && !design.changed ? design.publishedVersion : undefined
  return {
    draft: withOrigins(design.draft, design.id, version),
    marks: design.marks,
    origin: { kind, source: design.id, title: design.title, version: version ?? null },
  }
}

const COPY_MARKS: Record<string, string> = { fr: 'copie', nl: 'kopie', en: 'copy' }

const withCopyMark = (title: Questionnaire['title']): Questionnaire['title'] =>
  Object.fromEntries(
    Object.entries(title).map(([language, text]) => {
      const mark = COPY_MARKS[language.slice(0, 2)]
      return [language, mark ? `${text.slice(0, 280)} (${mark})` : text]
    }),
  )
