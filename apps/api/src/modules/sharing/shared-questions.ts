import { LIMITS } from '@vises/schema/limits'
import { IsIn, IsOptional, MaxLength } from 'class-validator'
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { PageInfo, pageOf } from '../../platform/connection.ts'
import type { PageArgs } from '../../platform/connection.ts'
import { plainColumn, plainSearch } from '../../platform/find-text.ts'
import { Day } from '../../platform/scalars.ts'
import type { Reference } from '../../platform/tenant.ts'
import { demand } from '../access/actor.ts'
import type { Actor } from '../access/actor.ts'
import type { SharedQuestionContent } from '../evaluation/shared-content.ts'
import { PLATFORM_CODES, PROJECT_TERRITORIES } from './progress-filter.ts'
import { timeCursor } from './time-cursor.ts'

@ObjectType({ description: 'An evaluation question as its enterprise agreed to show it.' })
export class SharedQuestion {
  @Field(() => ID, { description: 'Of the shared copy; says nothing about the enterprise.' }) id!: string
  @Field(() => String, { description: 'How far it is shared: federation, platform or crossBorder.' }) sharing!: string
  @Field(() => String, { nullable: true, description: 'Null for researchers, who read without names.' })
  enterpriseName?: string | null
  @Field(() => String, { nullable: true, description: 'Null for researchers, who read without names.' }) partnerName?:
    | string
    | null
  @Field(() => String, { nullable: true }) platformCode?: string | null
  @Field(() => String, { nullable: true, description: 'Territory of the project: FR, WA, VL or BRU.' }) territory?:
    | string
    | null
  @Field(() => Day, { description: 'The day since when it is shared as it stands.' }) sharedOn!: string
  @Field(() => String) question!: string
  @Field(() => String, { nullable: true, description: 'Code of the method’s question types.' }) questionType?:
    | string
    | null
  @Field(() => [String], { description: 'Codes of the method’s purposes.' }) purposes!: string[]
  @Field(() => [String], { description: 'Codes of the method’s impact domains.' }) domains!: string[]
  @Field(() => [String], { description: 'Codes of the method’s collection methods.' }) methods!: string[]
  @Field(() => Int, { nullable: true, description: 'The phase the evaluation is in, 1 to 3.' }) phase?: number | null
}

@ObjectType({ description: 'A page of shared evaluation questions, the newest first.' })
export class SharedQuestionPage {
  @Field(() => [SharedQuestion]) nodes!: SharedQuestion[]
  @Field(() => PageInfo) pageInfo!: PageInfo
}

@InputType({ description: 'Narrows the shared questions; what is left out does not narrow.' })
export class SharedQuestionFilter {
  @Field(() => String, { nullable: true, description: 'Code of a test platform.' })
  @IsOptional()
  @IsIn(PLATFORM_CODES)
  platform?: string | null

  @Field(() => String, { nullable: true, description: 'FR, WA, VL or BRU' })
  @IsOptional()
  @IsIn(PROJECT_TERRITORIES)
  territory?: string | null

  @Field(() => String, { nullable: true, description: 'Code of the method’s question types.' })
  @IsOptional()
  @MaxLength(60)
  questionType?: string | null

  @Field(() => String, { nullable: true, description: 'Code of the method’s impact domains.' })
  @IsOptional()
  @MaxLength(60)
  domain?: string | null

  @Field(() => String, { nullable: true, description: 'Code of the method’s collection methods.' })
  @IsOptional()
  @MaxLength(60)
  method?: string | null

  @Field(() => String, {
    nullable: true,
    description: 'Part of the question, or of the enterprise’s name for those who read names.',
  })
  @IsOptional()
  @MaxLength(LIMITS.searchText)
  text?: string | null
}

// Who sees what: everyone in the programme what crosses the border; the lead and the partners at work on a platform what
// stays on it; federations of the enterprise what stays with them. $7: partner, $8: the viewer is the programme's lead,
// $9: the viewer is a researcher, who reads cross-border questions only.
const VISIBLE = `(
  a.sharing = 'crossBorder'
  OR (NOT $9 AND a.sharing = 'platform' AND ($8 OR a.partner_id = $7 OR EXISTS (
    SELECT FROM shared.cohort_progress mine WHERE mine.partner_id = $7 AND mine.platform_code = a.platform_code)))
  OR (NOT $9 AND a.sharing IN ('federation', 'platform') AND $7 = ANY(a.federations)))`

// What the words of $12 are looked for in. For a researcher the names are taken out before, as they are from what is read:
// else a search for a name would tell which question is whose.
const name = (column: string) => `CASE WHEN length(${column}) > 2 THEN ${plainColumn(column)} ELSE '' END`
const SEARCHED = `CASE WHEN $9
  THEN replace(replace(${plainColumn("a.content ->> 'question'")}, ${name('a.enterprise_name')}, '[…]'),
    ${name('p.name')}, '[…]')
  ELSE ${plainColumn("concat_ws(' ', a.content ->> 'question', a.enterprise_name)")} END`

/** Evaluation questions that were shared with the viewer; researchers read them without the names. */
export async function sharedQuestions(
  reference: Reference,
  actor: Actor,
  filter: SharedQuestionFilter | null | undefined,
  page: PageArgs,
): Promise<SharedQuestionPage> {
  demand(actor, 'sharedArtefact:read')
  const [on, id] = timeCursor(page.after)
  const researcher = actor.role === 'researcher'
  const rows = await reference.rows<SharedRow>(
    `SELECT a.pseudonym AS id, a.sharing, a.enterprise_name AS "enterpriseName", p.name AS "partnerName",
       a.platform_code AS "platformCode", a.project_territory AS territory, a.shared_on::text AS "sharedOn", a.content
     FROM shared.artefact a JOIN partner p ON p.id = a.partner_id
     WHERE a.kind = 'evaluationQuestion' AND ${VISIBLE}
       AND ($1::text IS NULL OR a.platform_code = $1) AND ($2::text IS NULL OR a.project_territory = $2)
       AND ($3::text IS NULL OR a.content ->> 'questionType' = $3)
       AND ($4::text IS NULL OR a.content -> 'domains' ? $4) AND ($5::text IS NULL OR a.content -> 'methods' ? $5)
       AND ($12::text IS NULL OR strpos(${SEARCHED}, $12) > 0)
       AND ($6::date IS NULL OR a.shared_on < $6 OR (a.shared_on = $6 AND a.pseudonym > $10::uuid))
     ORDER BY a.shared_on DESC, a.pseudonym LIMIT $11`,
    [
      filter?.platform ?? null,
      filter?.territory ?? null,
      filter?.questionType ?? null,
      filter?.domain ?? null,
      filter?.method ?? null,
      on,
      actor.partnerId,
      actor.role === 'platformLead',
      researcher,
      id,
      page.first + 1,
      plainSearch(filter?.text),
    ],
  )
  const result = pageOf(rows, page.first, (row) => [row.sharedOn, row.id])
  return { nodes: result.nodes.map((row) => (researcher ? withoutNames(row) : shown(row))), pageInfo: result.pageInfo }
}

type SharedRow = Omit<SharedQuestion, keyof Content | 'enterpriseName' | 'partnerName'> & {
  enterpriseName: string
  partnerName: string
  content: Partial<Content>
}
type Content = Pick<SharedQuestionContent, 'question' | 'questionType' | 'purposes' | 'domains' | 'methods' | 'phase'>

function shown({ content, ...row }: SharedRow): SharedQuestion {
  return {
    ...row,
    question: content.question ?? '',
    questionType: content.questionType,
    purposes: content.purposes ?? [],
    domains: content.domains ?? [],
    methods: content.methods ?? [],
    phase: content.phase,
  }
}

/** What a researcher reads: no names, also where the question mentions the enterprise or its partner. */
function withoutNames(row: SharedRow): SharedQuestion {
  const { enterpriseName, partnerName, ...rest } = shown(row)
  const names = [enterpriseName, partnerName].filter((name): name is string => !!name && name.length > 2)
  const literal = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/['’]/g, "['’]")
  const question = names.reduce((text, name) => text.replace(new RegExp(literal(name), 'giu'), '[…]'), rest.question)
  return { ...rest, question }
}
