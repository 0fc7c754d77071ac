import { entriesOf, listsOf, saysText } from '@vises/questionnaire/bank.ts'
import { effortOf } from '@vises/questionnaire/effort.ts'
import type { Choice, Question } from '@vises/questionnaire/model.ts'
import { textIn } from '@vises/questionnaire/texts.ts'
import { fromCursor, pageOf } from '../../platform/connection.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Db } from '../../platform/tenant.ts'
import { demand, wallTwo } from '../access/actor.ts'
import type { Actor } from '../access/actor.ts'
import { demandForEnterprise } from '../enterprise/subject.ts'
import { LIBRARY, LIBRARY_QUESTIONNAIRES } from './data/index.ts'
import { plainColumn, plainSearch } from '../../platform/find-text.ts'
import type { QuestionBankArgs } from './questionnaire.inputs.ts'
import type { BankQuestion, BankQuestionPage, LibraryQuestionnaire } from './questionnaire.types.ts'

/** Questions to copy: of the enterprise's own questionnaires, of its partner's templates, or of the method's library. */
export async function questionBank(db: Db, actor: Actor, args: QuestionBankArgs): Promise<BankQuestionPage> {
  if (args.source === 'own') {
    if (!args.enterpriseId) throw new NotFound()
    await demandForEnterprise(db, actor, 'questionnaire:read', args.enterpriseId)
    return stored(db, actor, args, OWN, args.enterpriseId)
  }
  demand(actor, 'template:read')
  if (args.source === 'library') return ofLibrary(args)
  return stored(db, actor, args, TEMPLATES, wallTwo.up && actor.enterpriseId !== null)
}

/** The questionnaires of the method's library. */
export const questionLibrary = (): LibraryQuestionnaire[] =>
  LIBRARY_QUESTIONNAIRES.map(({ code, content, summary }) => ({
    code,
    title: content.title,
    summary,
    languages: content.languages,
    questions: effortOf(content).questions,
    content,
  }))

const OWN = `SELECT id, title, draft, nullif(published_version, 0) AS version FROM questionnaire
  WHERE partner_id = $1 AND enterprise_id = $2 AND archived_at IS NULL`
const TEMPLATES = `SELECT id, title, draft, NULL::integer AS version FROM questionnaire_template
  WHERE partner_id = $1 AND (NOT $2 OR offered_at IS NOT NULL) AND archived_at IS NULL`

type Row = Omit<BankQuestion, 'source' | 'choiceLists' | 'key' | 'kind' | 'question'> & {
  question: Question
  choiceLists: Record<string, Choice[]>
  place: number
}

/**
 * Questions of drafts, newest questionnaire first, in their order. Looked for in the database, so that drafts of which
 * nothing fits stay there.
 */
async function stored(
  db: Db,
  actor: Actor,
  { source, search, kinds, first, after }: QuestionBankArgs,
  drafts: string,
  narrowed: string | boolean,
): Promise<BankQuestionPage> {
  const [id, place] = after ? fromCursor(after, ['uuid', 'int']) : [null, null]
  const rows = await db.rows<Row>(
    `SELECT d.id AS "sourceId", d.title AS "sourceTitle", d.version, found.question, found.place::int AS place,
       (SELECT coalesce(jsonb_object_agg(list.key, list.value), '{}') FROM jsonb_each(d.draft -> 'choiceLists') list
         WHERE list.key IN (found.question ->> 'choices', found.question ->> 'rows')) AS "choiceLists"
     FROM (${drafts}) d,
       jsonb_path_query(d.draft, 'strict $.items.** ? (@.type() == "object" && exists(@.key) && exists(@.kind) && !exists(@.items))')
         WITH ORDINALITY AS found (question, place)
     WHERE ($3::text[] IS NULL OR found.question ->> 'kind' = ANY($3))
       AND ($4::text IS NULL OR EXISTS (SELECT FROM jsonb_each_text(coalesce(found.question -> 'label', '{}')) words
         WHERE strpos(${plainColumn('words.value')}, $4) > 0))
       AND ($5::uuid IS NULL OR (d.id, -found.place) < ($5, -$6::bigint))
     ORDER BY d.id DESC, found.place LIMIT $7`,
    [actor.partnerId, narrowed, kinds ?? null, plainSearch(search), id, place, first + 1],
  )
  const { nodes, pageInfo } = pageOf(rows, first, (row) => [row.sourceId, row.place])
  return {
    nodes: nodes.map(({ place: _place, question, choiceLists, ...row }) => ({
      ...row,
      source,
      key: question.key,
      kind: question.kind,
      question,
      choiceLists: listsOf(question, choiceLists),
    })),
    pageInfo,
  }
}

function ofLibrary({ search, kinds, first, after }: QuestionBankArgs): BankQuestionPage {
  const [from] = after ? fromCursor(after, ['int']) : [-1]
  const found = LIBRARY.flatMap(({ code, content }) =>
    entriesOf(content, code).map((entry) => ({
      ...entry,
      title: textIn(content.title, content.baseLanguage, content),
    })),
  )
    .map((entry, place) => ({ ...entry, place }))
    .filter(
      ({ question, place }) =>
        place > Number(from) &&
        (!kinds || kinds.includes(question.kind)) &&
        (!search?.trim() || saysText(question, search.trim())),
    )
  const { nodes, pageInfo } = pageOf(found.slice(0, first + 1), first, ({ place }) => [place])
  return {
    nodes: nodes.map(({ question, choiceLists, title, source }) => ({
      source: 'library' as const,
      sourceId: source,
      sourceTitle: title,
      version: null,
      key: question.key,
      kind: question.kind,
      question,
      choiceLists,
    })),
    pageInfo,
  }
}
