import { log } from '../../../platform/log.ts'
import type { QualityFinding, QualityReport } from '../progress.types.ts'
import { QUALITY_RULES } from './quality-rules.ts'
import type { Condition, Facts, QualityRule, Subject } from './quality-rules.ts'

/** A thing that rules look at, with its facts. */
export interface SubjectFacts {
  /** Which group, question or language; null for the wave. */
  about: string | null
  facts: Facts
}

/** How the facts of each kind of subject are found. */
export type FactSources = Readonly<Record<Subject, () => SubjectFacts[]>>

/**
 * Checks all rules. Facts that cannot be found leave their rules unchecked, and the report says so: a check that failed
 * must not look like one that found nothing.
 */
export function checkQuality(sources: FactSources, rules: readonly QualityRule[] = QUALITY_RULES): QualityReport {
  const found = new Map<Subject, SubjectFacts[] | undefined>()
  const subjectsOf = (subject: Subject) => {
    if (!found.has(subject)) found.set(subject, attempt(subject, sources[subject]))
    return found.get(subject)
  }
  const findings: QualityFinding[] = []
  const unchecked: string[] = []
  for (const rule of rules) {
    const subjects = subjectsOf(rule.about)
    const missing = subjects?.some(({ facts }) => rule.when.some(([fact]) => !(fact in facts)))
    if (!subjects || missing) unchecked.push(rule.rule)
    else
      for (const one of subjects)
        if (rule.when.every((condition) => holds(condition, one.facts))) findings.push(findingOf(rule, one))
  }
  return { findings, unchecked, checked: rules.length - unchecked.length }
}

function attempt(subject: Subject, source: () => SubjectFacts[]): SubjectFacts[] | undefined {
  try {
    return source()
  } catch (error) {
    log.error({ err: error, subject }, 'rules of quality could not be checked')
    return undefined
  }
}

/** Whether a condition holds; what is not known neither holds nor fails. */
export function holds([fact, is, limit]: Condition, facts: Facts): boolean {
  const value = facts[fact]
  if (value === null || value === undefined) return false
  if (is === '=') return value === limit
  if (typeof value !== 'number' || typeof limit !== 'number') return false
  return is === '<' ? value < limit : value > limit
}

const findingOf = ({ rule, severity, target, tells }: QualityRule, { about, facts }: SubjectFacts): QualityFinding => ({
  rule,
  severity,
  target,
  about,
  values: Object.fromEntries(tells.map((fact) => [fact, facts[fact] ?? null])),
})
