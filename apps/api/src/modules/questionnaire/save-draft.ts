import { createHash } from 'node:crypto'
import type { Questionnaire } from '@vises/questionnaire/model.ts'
import { sorted } from '@vises/questionnaire/sorted.ts'
import { readQuestionnaire } from '@vises/questionnaire/strict.ts'
import { marksAfter } from '@vises/questionnaire/translation.ts'
import { BadInput } from '../../platform/errors.ts'
import type { Db } from '../../platform/tenant.ts'
import type { Actor } from '../access/actor.ts'
import { openDesign, writeDraft } from './design.ts'
import type { Design } from './design.ts'
import { withTranslationsSince } from './merge-translations.ts'
import { questionnaire } from './read-questionnaire.ts'
import type { SaveDraftInput } from './questionnaire.inputs.ts'
import type { DraftConflict, QuestionnairePayload } from './questionnaire.types.ts'

/** The largest draft, as JSON: a thousand questions in ten languages come to less. */
export const MOST_DRAFT_CHARACTERS = 4_000_000

/**
 * The autosave of a whole draft.
 * - The same operation sent twice is one revision, with the same result.
 * - Who wrote on an older revision gets the draft that stands beside theirs, and overwrites nothing. Only translations
 *   saved meanwhile are put into it, where the texts they stand in were left alone: people design and translate at once.
 */
export async function saveDraft(db: Db, actor: Actor, input: SaveDraftInput): Promise<QuestionnairePayload> {
  const design = await openDesign(db, actor, 'write', input.questionnaireId)
  const draft = readDraft(input.draft)
  const digest = createHash('sha256').update(sorted(draft)).digest('base64url')
  const done = design.saves.find(({ operationId }) => operationId === input.operationId)
  if (done && done.digest !== digest) throw new BadInput([{ field: 'operationId', code: 'usedForAnotherValue' }])
  if (!done) {
    if (design.archivedAt) return { problem: 'archived' }
    const merged =
      design.draftRevision === input.revision ? draft : withTranslationsSince(design, input.revision, draft)
    // The same words twice are no conflict, whoever wrote them first.
    const same = sorted(merged ?? draft) === sorted(design.draft)
    if (!merged && !same) return { conflict: conflictOf(design, draft) }
    if (!same) await write(db, actor, design, merged ?? draft, { operationId: input.operationId, digest })
  }
  return { questionnaire: await questionnaire(db, actor, input.questionnaireId) }
}

/** Replaces the draft, with the marks of its translations following. */
export const write = (
  db: Db,
  actor: Actor,
  design: Design,
  draft: Questionnaire,
  save: { operationId?: string; digest?: string } = {},
): Promise<void> => writeDraft(db, actor, design, { draft, marks: marksAfter(design.draft, draft, design.marks) }, save)

/** What stands, and what was sent. */
export function conflictOf(design: Design, yours?: Questionnaire): DraftConflict {
  const { draftRevision, draft, updatedByName, updatedAt } = design
  return { revision: draftRevision, draft, yours, savedByName: updatedByName, savedAt: updatedAt }
}

/**
 * Takes any JSON for a draft.
 * @throws BadInput that names the places, when it is not shaped as a questionnaire
 */
export function readDraft(value: unknown, field = 'draft'): Questionnaire {
  const read = readQuestionnaire(value)
  if ('problems' in read) {
    throw new BadInput(
      read.problems.slice(0, 50).map(({ path, code }) => ({ field: path ? `${field}.${path}` : field, code })),
    )
  }
  const { questionnaire: draft } = read
  const problems = [
    ...(draft.languages.includes(draft.baseLanguage) ? [] : [{ field: `${field}.baseLanguage`, code: 'notAllowed' }]),
    ...(new Set(draft.languages).size === draft.languages.length
      ? []
      : [{ field: `${field}.languages`, code: 'notAllowed' }]),
    ...(JSON.stringify(draft).length > MOST_DRAFT_CHARACTERS ? [{ field, code: 'tooLong' }] : []),
  ]
  if (problems.length) throw new BadInput(problems)
  return draft
}
