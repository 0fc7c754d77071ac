import { layoutOf } from '@vises/questionnaire/layout.ts'
import type { Compiled } from '@vises/questionnaire/compiled.ts'
import type { Tenant } from '../../platform/tenant.ts'
import type { Actor } from '../access/actor.ts'
import { answersByGroup } from '../collection/count-answers.ts'
import { statusOf } from '../collection/wave-window.ts'
import type { AnswerCount } from '../collection/wave.types.ts'
import { bringUp } from './bring-up.ts'
import { coarsenChoices, coarsenSteps, FEWEST } from './disclosure/coarsen.ts'
import { askedQuestions } from './figures/asked-question.ts'
import type { AskedQuestion } from './figures/asked-question.ts'
import { readFigures, readGroupSizes } from './figures/figures.ts'
import type { GroupFigures } from './figures/figures.ts'
import { countOf, medianOf, numbersOf, rounded } from './figures/number-figures.ts'
import { linesOf } from './figures/question-lines.ts'
import { safeQuestions } from './figures/safe-questions.ts'
import type {
  CollectionProgress,
  DayProgress,
  PopulationLine,
  QuestionMissing,
  QuestionReach,
  ShareProgress,
} from './progress.types.ts'
import { checkQuality } from './quality/check-quality.ts'
import { factSources } from './quality/facts.ts'
import { readWave, versionsOf } from './read-wave.ts'
import type { WaveHead } from './read-wave.ts'
import type { ResultLine } from './result.types.ts'
import { toldCount, toldCounts } from './told-groups.ts'

/** How a collection goes, as it may be told: under the same rules as the results. */
export async function collectionProgress(
  tenant: Tenant,
  actor: Actor,
  waveId: string,
  now = new Date(),
): Promise<CollectionProgress> {
  const { wave, state } = await bringUp(tenant, actor, 'collection:read', waveId, now)
  const { enterpriseId } = wave
  return tenant.read(async (db) => {
    const head = await readWave(db, actor.partnerId, wave)
    // How many came in is told as they come; what they say only in lots.
    const arrived = (await answersByGroup(db, actor.partnerId, enterpriseId, [waveId])).get(waveId)!
    const { all } = (await readFigures(db, { partnerId: actor.partnerId, enterpriseId }, [waveId], null)).get(waveId)!
    const ways = [...(head.groups.length > 0 ? ['@group'] : []), ...head.breakdowns]
    const sizes = await readGroupSizes(db, { partnerId: actor.partnerId, enterpriseId }, waveId, ways)
    const { compiled } = await versionsOf(db, actor.partnerId, wave, [all])
    const asked = askedQuestions(compiled)
    const safe = safeQuestions(asked, all)
    const questions = asked
      .filter(({ question }) => safe.has(question.key))
      .map((one) => ({ key: one.question.key, asked: one, lines: linesOf(one, all) }))
    const answers = toldCount([...arrived.values()].reduce((sum, count) => sum + count, 0))
    const shown = answers.count !== null && all.answers >= FEWEST
    const progress: Omit<CollectionProgress, 'quality'> = {
      waveId,
      status: statusOf(wave, now),
      asOf: state.countedAt,
      answers,
      expected: expectedOf(head),
      setAside: toldCount(all.fact('@setAside').get('') ?? 0),
      groups: groupsOf(head, arrived),
      days: daysOf(all),
      languages: sharesOf(all.fact('@language')),
      channels: sharesOf(all.fact('@channel')),
      completion: completionOf(all),
      medianSeconds: medianSecondsOf(all),
      reach: shown ? reachOf(compiled[0], all) : [],
      missing: questions.flatMap(({ asked: one, lines }) => missingOf(one, lines)),
      population: questions.flatMap(({ asked: one, lines }) => populationOf(one, lines, head)),
    }
    const known = {
      wave,
      head,
      progress,
      compiled: compiled[0]!,
      all,
      questions,
      shownGroups: shownGroupsOf(sizes),
      now,
    }
    return { ...progress, quality: checkQuality(factSources(known)) }
  })
}

/** How many groups each breakdown shows by themselves. */
const shownGroupsOf = (sizes: ReadonlyMap<string, ReadonlyMap<string, number>>): Map<string, number> =>
  new Map(
    [...sizes].map(([by, counts]) => [
      by,
      [...toldCounts(counts)].filter(([value, { count }]) => value && count !== null).length,
    ]),
  )

const expectedOf = ({ groups }: WaveHead): number | null =>
  groups.some(({ expected }) => expected !== null)
    ? groups.reduce((sum, { expected }) => sum + (expected ?? 0), 0)
    : null

function groupsOf({ groups }: WaveHead, arrived: ReadonlyMap<string, number>): CollectionProgress['groups'] {
  const counts = new Map(groups.map(({ id }) => [id, arrived.get(id) ?? 0]))
  if (arrived.has('')) counts.set('', arrived.get('')!)
  const told = toldCounts(counts)
  const named = groups.map(({ id, name, expected }) => ({ groupId: id, name, expected, answers: told.get(id)! }))
  const without: AnswerCount | undefined = groups.length > 0 ? told.get('') : undefined
  return without ? [...named, { groupId: null, name: null, expected: null, answers: without }] : named
}

/** Days one after the other, told together until each range holds five answers. */
function daysOf(all: GroupFigures): DayProgress[] {
  const days = [...all.fact('@day')].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return coarsenSteps(days.map(([value, count]) => ({ value, count }))).map(({ values, count }) => ({
    from: values[0]!,
    to: values.at(-1)!,
    answers: count!,
  }))
}

function sharesOf(counts: ReadonlyMap<string, number>): ShareProgress[] {
  const counted = [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([value, count]) => ({ value, count }))
  return coarsenChoices(counted).map(({ values, count }) => ({ values, answers: { count, atLeast: count ?? 0 } }))
}

/** Sent among begun; of the answers that come by the page. */
function completionOf(all: GroupFigures): number | null {
  const begun = all.fact('@reach').get('@start') ?? 0
  const sent = all.fact('@channel').get('online') ?? 0
  return begun < FEWEST || sent < FEWEST ? null : rounded(Math.min(1, sent / begun), 2)
}

function medianSecondsOf(all: GroupFigures): number | null {
  const seconds = numbersOf(all.fact('@seconds'))
  return countOf(seconds) < FEWEST ? null : medianOf(seconds)
}

/** How far visits come; a question on a page is reached when its page is. */
function reachOf(compiled: Compiled | undefined, all: GroupFigures): QuestionReach[] {
  const reached = all.fact('@reach')
  const begun = reached.get('@start') ?? 0
  if (!compiled || begun < FEWEST) return []
  const lines: QuestionReach[] = []
  let now = begun
  let before = 1
  for (const { item } of layoutOf(compiled.questionnaire).entries) {
    now = Math.min(begun, reached.get(item.key) ?? now)
    if ('items' in item || item.kind === 'note' || item.kind === 'hidden' || item.kind === 'calculated') continue
    const share = rounded(now / begun, 2)
    lines.push({ key: item.key, label: item.label ?? {}, share, lost: rounded(Math.max(0, before - share), 2) })
    before = share
  }
  return lines
}

/** How often a question was left empty; of a matrix its emptiest row. */
function missingOf({ question }: AskedQuestion, lines: readonly ResultLine[]): QuestionMissing[] {
  const told = lines.filter(({ n, missing }) => n !== null && missing !== null)
  if (told.length === 0) return []
  const { n, missing, declined } = told.reduce((most, line) => (line.missing! > most.missing! ? line : most))
  const without = missing! + (declined ?? 0)
  const label = question.label ?? {}
  return [{ key: question.key, label, missing, declined, share: rounded(without / (n! + without), 4) }]
}

/** Those who answered beside everyone who could, by the choices of a question of which the wave knows that. */
function populationOf(
  { question, choices }: AskedQuestion,
  [line]: readonly ResultLine[],
  head: WaveHead,
): PopulationLine[] {
  const known = head.knownPopulation[question.key]
  const everyone = Object.values(known ?? {}).reduce((sum, count) => sum + count, 0)
  if (!known || !line || everyone === 0 || line.part !== '') return []
  return line.cells.map(({ values, share }) => ({
    key: question.key,
    label: question.label ?? {},
    values,
    valueLabels: values.map((value) => choices.find(({ name }) => String(name) === value)?.label ?? {}),
    answered: share,
    population: rounded(values.reduce((sum, value) => sum + (known[value] ?? 0), 0) / everyone, 4),
  }))
}
