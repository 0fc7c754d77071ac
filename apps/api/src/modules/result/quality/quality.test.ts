import { checkQuality, holds } from './check-quality.ts'
import type { FactSources, SubjectFacts } from './check-quality.ts'
import { QUALITY_RULES } from './quality-rules.ts'
import type { Facts, QualityRule } from './quality-rules.ts'

/** Facts with which no rule finds anything: each just on the right side. */
const calm = (rules: readonly QualityRule[], about: QualityRule['about']): Facts =>
  Object.fromEntries(
    rules
      .filter((rule) => rule.about === about)
      .flatMap((rule) => [
        ...rule.tells.map((fact): [string, null] => [fact, null]),
        ...rule.when.map(([fact]): [string, null] => [fact, null]),
      ]),
  )
const SUBJECTS = ['wave', 'group', 'question', 'language', 'population', 'breakdown'] as const
const sources = (change: Partial<Record<(typeof SUBJECTS)[number], () => SubjectFacts[]>> = {}): FactSources =>
  Object.fromEntries(
    SUBJECTS.map((about) => [about, change[about] ?? (() => [{ about: 'x', facts: calm(QUALITY_RULES, about) }])]),
  ) as unknown as FactSources

describe('the rules of quality', () => {
  it('are at least twelve, in three severities, each with its own name and a place for the fix', () => {
    expect(QUALITY_RULES.length).toBeGreaterThanOrEqual(12)
    expect(new Set(QUALITY_RULES.map(({ severity }) => severity)).size).toBe(3)
    expect(new Set(QUALITY_RULES.map(({ rule }) => rule)).size).toBe(QUALITY_RULES.length)
    for (const { target, when } of QUALITY_RULES) expect([Boolean(target), when.length > 0]).toEqual([true, true])
  })

  it.each(QUALITY_RULES.map((rule) => [rule.rule, rule] as const))(
    '%s is found when all its conditions hold, and only then',
    (name, rule) => {
      const limits = rule.when.map(([fact, is, limit]): [string, number | boolean] => [
        fact,
        is === '=' ? limit : Number(limit) + (is === '<' ? -0.01 : 0.01),
      ])
      const found = (facts: Facts) =>
        checkQuality(
          sources({ [rule.about]: () => [{ about: 'x', facts: { ...calm(QUALITY_RULES, rule.about), ...facts } }] }),
        ).findings.filter((one) => one.rule === name)
      expect(found(Object.fromEntries(limits))).toHaveLength(1)
      for (const [fact, is, limit] of rule.when) {
        const other = is === '=' ? !limit : Number(limit)
        expect(found({ ...Object.fromEntries(limits), [fact]: other })).toHaveLength(0)
        expect(found({ ...Object.fromEntries(limits), [fact]: null })).toHaveLength(0)
      }
    },
  )

  it('find nothing where nothing is the matter, and say how many were checked', () => {
    expect(checkQuality(sources())).toEqual({ findings: [], unchecked: [], checked: QUALITY_RULES.length })
  })

  it('say which of them could not be checked: that is not the same as nothing found', () => {
    const broken = checkQuality(
      sources({
        question: () => {
          throw new Error('timeout')
        },
      }),
    )
    const about = QUALITY_RULES.filter((rule) => rule.about === 'question').map(({ rule }) => rule)
    expect(broken).toEqual({ findings: [], unchecked: about, checked: QUALITY_RULES.length - about.length })
    const incomplete = checkQuality(sources({ group: () => [{ about: 'x', facts: { few: false } }] }))
    expect(incomplete.unchecked).toEqual(expect.arrayContaining(['groupAbsent', 'groupLow']))
  })

  it('compare numbers with numbers only', () => {
    expect(holds(['a', '<', 5], { a: 'text' })).toBe(false)
    expect(holds(['a', '=', true], { a: true })).toBe(true)
  })
})
