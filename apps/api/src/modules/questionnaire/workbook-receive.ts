import type { Questionnaire } from '@vises/questionnaire/model.ts'
import { marksAfter } from '@vises/questionnaire/translation.ts'
import type { Db } from '../../platform/tenant.ts'
import { demand } from '../access/actor.ts'
import type { Actor } from '../access/actor.ts'
import { audit } from '../access/audit.ts'
import { demandForEnterprise } from '../enterprise/subject.ts'
import { demandEvaluation, insertQuestionnaire, insertTemplate } from './create-questionnaire.ts'
import type { NewDraft } from './create-questionnaire.ts'
import { openDesign, problemsOf } from './design.ts'
import { readDraft, write } from './save-draft.ts'
import { withTerritories } from './with-territories.ts'

/** Where a workbook goes: a new questionnaire of an enterprise, a new template, or over a draft as the person saw it. */
export type WorkbookTarget =
  | { enterpriseId: string; evaluationId?: string }
  | { template: true }
  | { questionnaireId: string; revision: number }

/** What became of it: the questionnaire, or why the draft was left as it is. */
export type ReceivedWorkbook =
  | { id: string; revision: number; problems: ReturnType<typeof problemsOf> }
  | { refused: 'archived' | 'conflict'; revision: number }

/** Takes in a questionnaire that came as a file. What is wrong with its logic is told; it is mended in the editor. */
export async function receiveWorkbook(
  db: Db,
  actor: Actor,
  target: WorkbookTarget,
  fileName: string,
  content: unknown,
): Promise<ReceivedWorkbook> {
  if ('questionnaireId' in target) return replaceDraft(db, actor, target, fileName, readDraft(content, 'questionnaire'))
  const enterpriseId = 'enterpriseId' in target ? await demandTarget(db, actor, target) : undefined
  if (!enterpriseId) demand(actor, 'template:write')
  const draft = readDraft(content, 'questionnaire')
  const made: NewDraft = {
    draft,
    marks: marksAfter(undefined, draft, {}),
    origin: { kind: 'workbook', source: fileName, title: draft.title[draft.baseLanguage] ?? fileName },
  }
  const evaluationId = 'evaluationId' in target ? target.evaluationId : undefined
  const id = enterpriseId
    ? await insertQuestionnaire(db, actor, { ...made, enterpriseId, evaluationId })
    : await insertTemplate(db, actor, made)
  await auditImport(db, actor, { id, enterpriseId, title: made.origin!.title, fileName })
  return { id, revision: 1, problems: problemsOf(await withTerritories(db, draft), {}) }
}

async function demandTarget(
  db: Db,
  actor: Actor,
  target: { enterpriseId: string; evaluationId?: string },
): Promise<string> {
  const { enterpriseId } = await demandForEnterprise(db, actor, 'questionnaire:write', target.enterpriseId)
  if (target.evaluationId) await demandEvaluation(db, actor, enterpriseId, target.evaluationId)
  return enterpriseId
}

/** Nobody's newer draft is written over unseen. */
async function replaceDraft(
  db: Db,
  actor: Actor,
  target: { questionnaireId: string; revision: number },
  fileName: string,
  draft: Questionnaire,
): Promise<ReceivedWorkbook> {
  const design = await openDesign(db, actor, 'write', target.questionnaireId)
  const { id, draftRevision: revision, enterpriseId, title } = design
  if (design.archivedAt) return { refused: 'archived', revision }
  if (revision !== target.revision) return { refused: 'conflict', revision }
  await write(db, actor, design, draft)
  await auditImport(db, actor, { id, enterpriseId, title, fileName })
  return { id, revision: revision + 1, problems: problemsOf(await withTerritories(db, draft), design.publishedKeys) }
}

async function auditImport(
  db: Db,
  actor: Actor,
  { id, enterpriseId, title, fileName }: { id: string; enterpriseId?: string | null; title: string; fileName: string },
): Promise<void> {
  const objectType = enterpriseId ? 'questionnaire' : 'template'
  await audit(db, actor, {
    action: `${objectType}.imported`,
    objectType,
    objectId: id,
    objectName: title,
    enterpriseId: enterpriseId ?? null,
    new: { file: fileName },
  })
}
