import { QualitySeverity as Severity, QualityTarget as Target } from '../progress.types.ts'

/** What a rule looks at: the wave, or each of its groups, questions, languages … */
export type Subject = 'wave' | 'group' | 'question' | 'language' | 'population' | 'breakdown'

/** A fact of a subject; null where it is not known, and then a rule that needs it says nothing. */
export type Facts = Readonly<Record<string, number | boolean | string | null>>

/** One thing that must be so: `share > 0.4`. */
export type Condition = readonly [fact: string, is: '<' | '>' | '=', limit: number | boolean]

/** A rule of quality: data, so that all of them can be read, changed and tested alike. */
export interface QualityRule {
  /** For which the apps hold the words. */
  rule: string
  severity: Severity
  about: Subject
  target: Target
  /** All of them must hold. */
  when: readonly Condition[]
  /** The facts that the words need. */
  tells: readonly string[]
}

/** The rules, the gravest first. */
export const QUALITY_RULES: readonly QualityRule[] = [
  // What would mislead
  {
    rule: 'groupAbsent',
    severity: Severity.problem,
    about: 'group',
    target: Target.groups,
    when: [
      ['few', '=', true],
      ['expected', '>', 4],
      ['daysOpen', '>', 6],
    ],
    tells: ['name', 'expected'],
  },
  {
    rule: 'fewAnswers',
    severity: Severity.problem,
    about: 'wave',
    target: Target.reminders,
    when: [
      ['few', '=', true],
      ['closed', '=', true],
    ],
    tells: [],
  },
  {
    rule: 'populationBias',
    severity: Severity.problem,
    about: 'population',
    target: Target.groups,
    when: [['gap', '>', 0.15]],
    tells: ['answered', 'population'],
  },
  {
    rule: 'noOpenLink',
    severity: Severity.problem,
    about: 'wave',
    target: Target.links,
    when: [
      ['open', '=', true],
      ['hasLinks', '=', false],
    ],
    tells: [],
  },
  {
    rule: 'keptTooLong',
    severity: Severity.problem,
    about: 'wave',
    target: Target.settings,
    when: [['daysPastKeeping', '>', 0]],
    tells: ['daysPastKeeping'],
  },
  // What can be done something about
  {
    rule: 'groupLow',
    severity: Severity.warning,
    about: 'group',
    target: Target.reminders,
    when: [
      ['few', '=', false],
      ['rate', '<', 0.3],
      ['daysOpen', '>', 6],
    ],
    tells: ['name', 'rate', 'expected'],
  },
  {
    rule: 'responseLow',
    severity: Severity.warning,
    about: 'wave',
    target: Target.reminders,
    when: [
      ['rate', '<', 0.3],
      ['daysOpen', '>', 6],
    ],
    tells: ['rate', 'expected'],
  },
  {
    rule: 'closingSoon',
    severity: Severity.warning,
    about: 'wave',
    target: Target.reminders,
    when: [
      ['open', '=', true],
      ['daysLeft', '<', 8],
      ['rate', '<', 0.5],
    ],
    tells: ['daysLeft', 'rate'],
  },
  {
    rule: 'questionMissing',
    severity: Severity.warning,
    about: 'question',
    target: Target.question,
    when: [['missingShare', '>', 0.4]],
    tells: ['missingShare'],
  },
  {
    rule: 'dropOff',
    severity: Severity.warning,
    about: 'question',
    target: Target.question,
    when: [['lost', '>', 0.2]],
    tells: ['lost'],
  },
  {
    rule: 'straightLining',
    severity: Severity.warning,
    about: 'question',
    target: Target.question,
    when: [
      ['rowsGiven', '>', 9],
      ['alikeShare', '>', 0.4],
    ],
    tells: ['alikeShare'],
  },
  {
    rule: 'completionLow',
    severity: Severity.warning,
    about: 'wave',
    target: Target.question,
    when: [
      ['begun', '>', 19],
      ['completion', '<', 0.5],
    ],
    tells: ['completion'],
  },
  {
    rule: 'answeredTooFast',
    severity: Severity.warning,
    about: 'wave',
    target: Target.results,
    when: [['secondsPerQuestion', '<', 2]],
    tells: ['medianSeconds'],
  },
  {
    rule: 'manySetAside',
    severity: Severity.warning,
    about: 'wave',
    target: Target.results,
    when: [['setAsideShare', '>', 0.1]],
    tells: ['setAsideShare'],
  },
  {
    rule: 'languageIncomplete',
    severity: Severity.warning,
    about: 'language',
    target: Target.translation,
    when: [['coverage', '<', 1]],
    tells: ['coverage'],
  },
  {
    rule: 'notAnalysed',
    severity: Severity.warning,
    about: 'wave',
    target: Target.results,
    when: [
      ['daysClosed', '>', 60],
      ['phase', '<', 3],
    ],
    tells: ['daysClosed'],
  },
  // Good to know
  {
    rule: 'smallBreakdown',
    severity: Severity.note,
    about: 'breakdown',
    target: Target.settings,
    when: [
      ['answered', '=', true],
      ['shownGroups', '<', 2],
    ],
    tells: [],
  },
  {
    rule: 'questionDeclined',
    severity: Severity.note,
    about: 'question',
    target: Target.question,
    when: [['declinedShare', '>', 0.2]],
    tells: ['declinedShare'],
  },
  {
    rule: 'answersAlike',
    severity: Severity.note,
    about: 'question',
    target: Target.results,
    when: [['alike', '=', true]],
    tells: [],
  },
  {
    rule: 'takesLong',
    severity: Severity.note,
    about: 'wave',
    target: Target.question,
    when: [['medianSeconds', '>', 1200]],
    tells: ['medianSeconds'],
  },
  {
    rule: 'singleChannel',
    severity: Severity.note,
    about: 'wave',
    target: Target.links,
    when: [
      ['channels', '<', 2],
      ['open', '=', true],
    ],
    tells: ['channel'],
  },
  {
    rule: 'languageUnused',
    severity: Severity.note,
    about: 'language',
    target: Target.links,
    when: [
      ['few', '=', true],
      ['daysOpen', '>', 6],
    ],
    tells: [],
  },
  {
    rule: 'noClosingDay',
    severity: Severity.note,
    about: 'wave',
    target: Target.settings,
    when: [
      ['open', '=', true],
      ['hasClosingDay', '=', false],
      ['daysOpen', '>', 90],
    ],
    tells: ['daysOpen'],
  },
  {
    rule: 'smallSample',
    severity: Severity.note,
    about: 'wave',
    target: Target.results,
    when: [
      ['answers', '<', 30],
      ['closed', '=', true],
    ],
    tells: ['answers'],
  },
]
