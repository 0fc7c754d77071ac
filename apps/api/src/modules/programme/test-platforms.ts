import { Field, ID, Int, ObjectType } from 'type-graphql'
import { TriTextType } from '../../platform/scalars.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Reference } from '../../platform/tenant.ts'
import { demand } from '../access/actor.ts'
import type { Actor } from '../access/actor.ts'

@ObjectType({ description: 'A partner that accompanies enterprises on a test platform.' })
export class PlatformPartner {
  @Field(() => ID) id!: string
  @Field(() => String) code!: string
  @Field(() => String) name!: string
  @Field(() => String) territory!: string
  @Field(() => Int, { description: 'Enterprises it accompanies on this platform.' }) enterprises!: number
}

@ObjectType({ description: 'How many enterprises of a test platform stand where.' })
export class PlatformCounts {
  @Field(() => Int, {
    description: 'Enterprises that take part, whether they have started or not; who declined is left out.',
  })
  enterprises!: number
  @Field(() => Int, { description: 'Take part, but have not started an evaluation.' }) notStarted!: number
  @Field(() => Int) phase1!: number
  @Field(() => Int) phase2!: number
  @Field(() => Int) phase3!: number
  @Field(() => Int) completed!: number
  @Field(() => Int) stopped!: number
}

@ObjectType({ description: 'A workplace for enterprises with one purpose, and the partners who accompany them.' })
export class TestPlatform {
  @Field(() => String, { description: 'A, B or C' }) code!: string
  @Field(() => TriTextType) name!: TriTextType
  @Field(() => TriTextType, { description: 'Which enterprises find their place here.' }) purpose!: TriTextType
  @Field(() => Int, { description: 'The smallest size the project sheet gives: a guideline, never a limit.' })
  guidelineMin!: number
  @Field(() => Int, { description: 'The largest size the project sheet gives: a guideline, never a limit.' })
  guidelineMax!: number
  @Field(() => Boolean, {
    description: 'More or fewer enterprises than the guideline: worth a look, nothing is blocked.',
  })
  outsideGuideline!: boolean
  @Field(() => PlatformCounts) counts!: PlatformCounts
  @Field(() => [PlatformPartner], { description: 'In the order of the project sheet.' }) partners!: PlatformPartner[]
}

const PLATFORMS = `
  WITH place AS (
    SELECT * FROM shared.cohort_progress WHERE platform_code IS NOT NULL AND recruitment <> 'declined'
  ), counts AS (
    SELECT platform_code, json_build_object(
      'enterprises', count(*), 'notStarted', count(*) FILTER (WHERE status IS NULL),
      'phase1', count(*) FILTER (WHERE status IN ('active', 'paused') AND phase = 1),
      'phase2', count(*) FILTER (WHERE status IN ('active', 'paused') AND phase = 2),
      'phase3', count(*) FILTER (WHERE status IN ('active', 'paused') AND phase = 3),
      'completed', count(*) FILTER (WHERE status = 'completed'), 'stopped', count(*) FILTER (WHERE status = 'stopped')) AS counts
    FROM place GROUP BY platform_code
  ), accompanying AS (
    SELECT platform_code, json_agg(json_build_object('id', p.id, 'code', p.code, 'name', p.name, 'territory', p.territory,
      'enterprises', n.enterprises) ORDER BY p.position, p.code) AS partners
    FROM (SELECT platform_code, partner_id, count(*) AS enterprises FROM place GROUP BY platform_code, partner_id) n
    JOIN partner p ON p.id = n.partner_id GROUP BY platform_code
  )
  SELECT t.code, t.name, t.purpose, t.guideline_min AS "guidelineMin", t.guideline_max AS "guidelineMax", c.counts,
    coalesce(a.partners, '[]'::json) AS partners
  FROM test_platform t LEFT JOIN counts c ON c.platform_code = t.code LEFT JOIN accompanying a ON a.platform_code = t.code
  WHERE $1::text IS NULL OR t.code = $1 ORDER BY t.code`

/** The test platforms, with who works there and how far. */
export async function testPlatforms(reference: Reference, actor: Actor, code?: string): Promise<TestPlatform[]> {
  demand(actor, 'programme:read')
  const rows = await reference.rows<Omit<TestPlatform, 'counts'> & { counts: PlatformCounts | null }>(PLATFORMS, [
    code ?? null,
  ])
  return rows.map((row) => {
    const counts = row.counts ?? {
      enterprises: 0,
      notStarted: 0,
      phase1: 0,
      phase2: 0,
      phase3: 0,
      completed: 0,
      stopped: 0,
    }
    return {
      ...row,
      counts,
      outsideGuideline: counts.enterprises < row.guidelineMin || counts.enterprises > row.guidelineMax,
    }
  })
}

/** @throws NotFound */
export async function testPlatform(reference: Reference, actor: Actor, code: string): Promise<TestPlatform> {
  const [platform] = await testPlatforms(reference, actor, code)
  if (!platform) throw new NotFound()
  return platform
}
