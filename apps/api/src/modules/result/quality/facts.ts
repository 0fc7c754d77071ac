import { coverageOf } from '@vises/questionnaire/translation.ts'
import type { Compiled } from '@vises/questionnaire/compiled.ts'
import { WaveStatus } from '../../collection/wave.types.ts'
import type { WaveSubject } from '../../collection/subject.ts'
import { dayIn } from '../../collection/wave-window.ts'
import { FEWEST } from '../disclosure/coarsen.ts'
import type { GroupFigures } from '../figures/figures.ts'
import type { CollectionProgress } from '../progress.types.ts'
import type { WaveHead } from '../read-wave.ts'
import type { QuestionResult } from '../result.types.ts'
import { toldCounts } from '../told-groups.ts'
import type { FactSources, SubjectFacts } from './check-quality.ts'

/** Everything that facts are found in. */
export interface Known {
  wave: WaveSubject
  head: WaveHead
  progress: Omit<CollectionProgress, 'quality'>
  compiled: Compiled
  all: GroupFigures
  questions: { key: string; lines: QuestionResult['lines'] }[]
  /** How many groups each breakdown shows by themselves. */
  shownGroups: ReadonlyMap<string, number>
  now: Date
}

/** The facts for the rules, made of what may be told: the findings are read by everybody who may read the counts. */
export function factSources(known: Known): FactSources {
  return {
    wave: () => [waveFacts(known)],
    group: () => groupFacts(known),
    question: () => questionFacts(known),
    language: () => languageFacts(known),
    population: () => populationFacts(known),
    breakdown: () =>
      [...known.shownGroups].map(([about, shownGroups]) => ({
        about,
        facts: { answered: known.progress.answers.count !== null, shownGroups },
      })),
  }
}

const DAY = 86_400_000

/** Whole days from one calendar day to another. */
const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY)

/** How many days it has been open, as long as it was. */
function daysOpen({ wave, now }: Known): number | null {
  const opened = wave.openedAt && dayIn(wave.timeZone, wave.openedAt)
  if (!opened) return null
  const from = wave.opensOn && wave.opensOn > opened ? wave.opensOn : opened
  return Math.max(0, daysBetween(from, closedOn(wave) ?? dayIn(wave.timeZone, now)))
}

/** The day on which it was closed, or that was its last. */
function closedOn({ closedAt, closesOn, timeZone }: WaveSubject): string | null {
  const byHand = closedAt && dayIn(timeZone, closedAt)
  return byHand && closesOn ? (byHand < closesOn ? byHand : closesOn) : (byHand ?? closesOn)
}

function waveFacts(known: Known): SubjectFacts {
  const { wave, head, progress, all, now, compiled } = known
  const today = dayIn(wave.timeZone, now)
  const closed = progress.status === WaveStatus.closed
  const { count } = progress.answers
  const questions = compiled.questionnaire.items.length > 0 ? known.questions.length : 0
  const setAside = progress.setAside.count
  const begun = all.fact('@reach').get('@start') ?? 0
  const [onlyChannel] = progress.channels
  const lastDay = closedOn(wave)
  return {
    about: null,
    facts: {
      few: count === null,
      answers: count,
      closed,
      open: progress.status === WaveStatus.open,
      expected: progress.expected,
      rate: count !== null && progress.expected ? count / progress.expected : null,
      daysOpen: daysOpen(known),
      daysLeft: wave.closesOn && !closed ? daysBetween(today, wave.closesOn) : null,
      daysClosed: closed && lastDay ? daysBetween(lastDay, today) : null,
      hasClosingDay: wave.closesOn !== null,
      hasLinks: head.hasLinks,
      daysPastKeeping: head.keepUntil && count !== null ? daysBetween(head.keepUntil, today) : null,
      phase: head.phase,
      begun: begun >= FEWEST ? begun : null,
      completion: progress.completion,
      medianSeconds: progress.medianSeconds,
      secondsPerQuestion: progress.medianSeconds !== null && questions > 0 ? progress.medianSeconds / questions : null,
      setAsideShare: setAside !== null && count !== null ? setAside / (setAside + count) : null,
      channels: progress.channels.length > 0 ? progress.channels.flatMap(({ values }) => values).length : null,
      channel: onlyChannel?.values[0] ?? null,
    },
  }
}

const groupFacts = (known: Known): SubjectFacts[] =>
  known.progress.groups
    .filter(({ groupId }) => groupId !== null)
    .map(({ groupId, name, expected, answers }) => ({
      about: groupId,
      facts: {
        name,
        expected,
        few: answers.count === null && answers.atLeast < FEWEST,
        rate: answers.count !== null && expected ? answers.count / expected : null,
        daysOpen: daysOpen(known),
      },
    }))

function questionFacts({ questions, progress, all }: Known): SubjectFacts[] {
  return questions.map(({ key, lines }) => {
    const [line] = lines
    const { rowsGiven, rowsAlike } = all.of(key)
    const missing = progress.missing.find((one) => one.key === key)
    const asked =
      line && line.n !== null && missing?.missing != null ? line.n + missing.missing + (missing.declined ?? 0) : 0
    // Both those who gave the same everywhere and those who did not must be five, or the share is not told.
    const isTold = rowsAlike >= FEWEST && rowsGiven - rowsAlike >= FEWEST
    return {
      about: key,
      facts: {
        missingShare: asked > 0 && missing!.missing !== null ? missing!.missing / asked : null,
        declinedShare: asked > 0 && missing!.declined !== null ? missing!.declined / asked : null,
        lost: progress.reach.find((one) => one.key === key)?.lost ?? null,
        rowsGiven: isTold ? rowsGiven : null,
        alikeShare: isTold ? rowsAlike / rowsGiven : null,
        alike: lines.some(({ by, cells }) => by === '' && cells.length === 1 && cells[0]!.largest !== null),
      },
    }
  })
}

function languageFacts(known: Known): SubjectFacts[] {
  const { wave, all, compiled, progress } = known
  const coverage = new Map(
    coverageOf(compiled.questionnaire, {}).map(({ language, total, translated }) => [
      language,
      total > 0 ? translated / total : 1,
    ]),
  )
  const counts = new Map(wave.languages.map((language) => [language, all.fact('@language').get(language) ?? 0]))
  const told = toldCounts(counts)
  return wave.languages.map((language) => {
    const answers = told.get(language)!
    return {
      about: language,
      facts: {
        coverage: coverage.get(language) ?? null,
        few: progress.answers.count === null ? null : answers.count === null && answers.atLeast < FEWEST,
        daysOpen: daysOpen(known),
      },
    }
  })
}

const populationFacts = ({ progress }: Known): SubjectFacts[] =>
  progress.population.map(({ key, values, answered, population }) => ({
    about: `${key}/${values.join(' ')}`,
    facts: { answered, population, gap: answered === null ? null : Math.abs(answered - population) },
  }))
