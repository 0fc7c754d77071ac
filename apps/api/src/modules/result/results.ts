import { BadInput } from '../../platform/errors.ts'
import type { Db, Tenant } from '../../platform/tenant.ts'
import type { Actor } from '../access/actor.ts'
import type { WaveSubject } from '../collection/subject.ts'
import { bringUp } from './bring-up.ts'
import { FEWEST } from './disclosure/coarsen.ts'
import { askedQuestions } from './figures/asked-question.ts'
import type { AskedQuestion } from './figures/asked-question.ts'
import { GroupFigures, readFigures } from './figures/figures.ts'
import type { WaveFigures } from './figures/figures.ts'
import { linesOf } from './figures/question-lines.ts'
import type { ToldGroups } from './figures/question-lines.ts'
import { safeQuestions } from './figures/safe-questions.ts'
import { brokenKeys, readWave, versionsOf } from './read-wave.ts'
import type { WaveHead } from './read-wave.ts'
import { ResultPicture } from './result.types.ts'
import type { QuestionResult, ResultBreakdown, ResultGroup, ResultLine, Results, ResultWord } from './result.types.ts'
import { divides } from './tally/count-response.ts'
import { MOST_INLINE } from './tally/tally-pending.ts'
import type { TallyState } from './tally/tally-pending.ts'
import { toldCount, toldGroupsOf } from './told-groups.ts'

const BY_GROUP = '@group'
const BY_WAVE = '@wave'

/** The results of a wave as they may be told, with those of groups when they are asked for. */
export async function results(
  tenant: Tenant,
  actor: Actor,
  waveId: string,
  by?: string | null,
  now = new Date(),
): Promise<Results> {
  const { wave, state } = await bringUp(tenant, actor, 'result:read', waveId, now)
  return tenant.read(async (db) => {
    const head = await readWave(db, actor.partnerId, wave)
    const siblings = by === BY_WAVE ? await wavesOf(db, actor.partnerId, wave) : []
    const waveIds = [...new Set([waveId, ...siblings.map(({ id }) => id)])]
    const place = { partnerId: actor.partnerId, enterpriseId: wave.enterpriseId }
    const figures = await readFigures(db, place, waveIds, by === BY_WAVE ? null : (by ?? null))
    const { all } = figures.get(waveId)!
    const { numbers, compiled } = await versionsOf(
      db,
      actor.partnerId,
      wave,
      [...figures.values()].map((one) => one.all),
    )
    const asked = askedQuestions(compiled)
    const breakdowns = breakdownsOf(head, asked)
    if (by && !breakdowns.some((one) => one.by === by)) throw new BadInput([{ field: 'by', code: 'unknown' }])
    const shown = all.answers >= FEWEST
    const groups = shown ? groupsOf(by, head, siblings, asked, figures.get(waveId)!, figures) : []
    const told =
      by && by !== BY_WAVE
        ? toldGroupsOf(
            groups.map(({ value }) => value),
            figures.get(waveId)!.groups,
          )
        : undefined
    const listed = new Set(groups.map(({ value }) => value))
    const broken = await brokenKeys(db, actor.partnerId, wave, numbers)
    const words = shown ? await wordsOf(db, place, waveId, asked) : new Map<string, ResultWord[]>()
    const questions = shown
      ? asked.map((one) => questionResult(one, { asked, waveId, figures, told, siblings, words, broken, listed }))
      : []
    return {
      waveId,
      title: wave.title,
      questionnaireId: wave.questionnaireId,
      baseLanguage: compiled[0]?.questionnaire.baseLanguage ?? wave.languages[0] ?? 'fr',
      shown,
      answers: toldCount(all.answers),
      moreToCome: state.pending > 0,
      asOf: state.countedAt,
      breakdowns,
      by: by ?? null,
      groups,
      questions,
      explanations: explanationsOf(shown, questions, groups, state, all),
    }
  })
}

const MOST_WAVES = 12

/** The waves in which the same questionnaire was asked, oldest first. */
const wavesOf = (db: Db, partnerId: string, { enterpriseId, questionnaireId }: WaveSubject) =>
  db.rows<{ id: string; title: string }>(
    `SELECT id, title FROM (
       SELECT id, title, created_at FROM wave WHERE partner_id = $1 AND enterprise_id = $2 AND questionnaire_id = $3
       ORDER BY created_at DESC, id LIMIT ${MOST_WAVES}) newest ORDER BY created_at, id`,
    [partnerId, enterpriseId, questionnaireId],
  )

function breakdownsOf({ breakdowns, groups }: WaveHead, asked: readonly AskedQuestion[]): ResultBreakdown[] {
  const questions = asked.filter(
    ({ question, repeated }) => breakdowns.includes(question.key) && !repeated && divides(question),
  )
  return [
    ...(groups.length > 0 ? [{ by: BY_GROUP, label: null }] : []),
    ...questions.map(({ question }) => ({ by: question.key, label: question.label ?? {} })),
    { by: BY_WAVE, label: null },
  ]
}

function groupsOf(
  by: string | null | undefined,
  head: WaveHead,
  siblings: readonly { id: string; title: string }[],
  asked: readonly AskedQuestion[],
  { groups: figures }: WaveFigures,
  waves: ReadonlyMap<string, WaveFigures>,
): ResultGroup[] {
  if (!by) return []
  if (by === BY_WAVE) {
    return siblings.map(({ id, title }) => ({
      value: id,
      name: title,
      label: null,
      answers: toldCount(waves.get(id)!.all.answers),
    }))
  }
  const listed =
    by === BY_GROUP
      ? head.groups.map(({ id, name }) => ({ value: id, name, label: null as unknown }))
      : asked
          .find(({ question }) => question.key === by)!
          .choices.map(({ name, label }) => ({ value: String(name), name: null, label: label as unknown }))
  const { counts } = toldGroupsOf(
    listed.map(({ value }) => value),
    figures,
  )
  return listed.map((group) => ({ ...group, answers: counts.get(group.value)! }))
}

interface Sources {
  asked: readonly AskedQuestion[]
  waveId: string
  figures: ReadonlyMap<string, WaveFigures>
  told: ToldGroups | undefined
  siblings: readonly { id: string }[]
  words: ReadonlyMap<string, ResultWord[]>
  broken: ReadonlySet<string>
  /** Groups that are known before anyone answers. */
  listed: ReadonlySet<string>
}

function questionResult(one: AskedQuestion, sources: Sources): QuestionResult {
  const { question, section, repeated, choices, parts } = one
  const { waveId, figures, words, broken } = sources
  const isText = question.kind === 'shortText' || question.kind === 'longText'
  const lines = linesIn(one, sources)
  const [first] = lines
  if (first && isText) first.words = words.get(question.key) ?? []
  return {
    key: question.key,
    kind: question.kind,
    picture: pictureOf(one),
    label: question.label ?? {},
    section,
    choices: choices.map(({ name, label }) => ({ value: String(name), label })),
    parts: parts.map(({ name, label }) => ({ value: String(name), label })),
    lowLabel: question.lowLabel ?? null,
    highLabel: question.highLabel ?? null,
    several: question.kind === 'multiple' || repeated,
    repeated,
    hasOpenAnswers:
      (isText || question.other === true) &&
      (figures.get(waveId)!.all.questions.get(question.key)?.answered ?? 0) >= FEWEST,
    comparable: !broken.has(question.key),
    lines,
  }
}

/** The lines of a question: of everybody, then of the groups, or of each wave as its own page tells them. */
function linesIn(one: AskedQuestion, { asked, waveId, figures, told, siblings, listed }: Sources): ResultLine[] {
  const own = figures.get(waveId)!.all
  // The name of a place that nobody listed says by itself that somebody comes from there.
  const mayBeNamed = (value: string) =>
    value === '' || listed.has(value) || (told?.figures.get(value)?.answers ?? 0) >= FEWEST
  const lines = safeQuestions(asked, own).has(one.question.key)
    ? linesOf(one, own, told).map((line) => ({ ...line, groups: line.groups.filter((value) => mayBeNamed(value)) }))
    : []
  const ofWaves = siblings.flatMap(({ id }) => {
    const { all } = figures.get(id) ?? { all: new GroupFigures() }
    const isSafe = safeQuestions(asked, all).has(one.question.key)
    return isSafe ? linesOf(one, all).map((line) => ({ ...line, by: id })) : []
  })
  return [...lines, ...ofWaves]
}

function pictureOf({ question: { kind }, repeated }: AskedQuestion): ResultPicture {
  switch (kind) {
    case 'agreement':
      return ResultPicture.agreement
    case 'matrix':
      return ResultPicture.matrix
    case 'thenNow':
      return repeated ? ResultPicture.count : ResultPicture.thenNow
    case 'ranking':
      return repeated ? ResultPicture.count : ResultPicture.ranking
    case 'place':
      return ResultPicture.map
    case 'shortText':
    case 'longText':
      return ResultPicture.words
    case 'file':
      return ResultPicture.count
    case 'single':
    case 'multiple':
    case 'yesNo':
    case 'consent':
    case 'hidden':
      return ResultPicture.bars
    default:
      return repeated && kind !== 'scale' ? ResultPicture.count : ResultPicture.histogram
  }
}

const MOST_WORDS = 40

/** The words of texts that five people or more used, by question. */
async function wordsOf(
  db: Db,
  { partnerId, enterpriseId }: { partnerId: string; enterpriseId: string },
  waveId: string,
  asked: readonly AskedQuestion[],
): Promise<Map<string, ResultWord[]>> {
  const keys = asked
    .filter(({ question: { kind } }) => kind === 'shortText' || kind === 'longText')
    .map(({ question }) => question.key)
  const words = new Map<string, ResultWord[]>(keys.map((key) => [key, []]))
  if (keys.length === 0) return words
  const rows = await db.rows<{ key: string; word: string; count: string }>(
    `SELECT asked.key, used.value AS word, used.count FROM unnest($4::text[]) AS asked (key) CROSS JOIN LATERAL (
       SELECT value, count FROM tally
       WHERE partner_id = $1 AND enterprise_id = $2 AND wave_id = $3 AND by_key = '@word' AND question_key = asked.key
         AND count >= ${FEWEST} ORDER BY count DESC LIMIT ${MOST_WORDS}) AS used`,
    [partnerId, enterpriseId, waveId, keys],
  )
  for (const { key, word, count } of rows) words.get(key)!.push({ word, count: Number(count) })
  for (const list of words.values()) list.sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1))
  return words
}

/** What a reader has to be told so that nothing in these figures is taken for what it is not. */
function explanationsOf(
  shown: boolean,
  questions: readonly QuestionResult[],
  groups: readonly ResultGroup[],
  { pending, outdated }: TallyState,
  all: GroupFigures,
): string[] {
  const counting = outdated || pending > MOST_INLINE
  const lines = questions.flatMap((question) => question.lines)
  const reasons: [string, boolean][] = [
    ['counting', counting],
    ['fewAnswers', !shown && !counting],
    ['waitingForFive', pending > 0 && !counting],
    [
      'countedTogether',
      lines.some(({ cells }) => cells.some(({ values, count }) => values.length > 1 || count === null)),
    ],
    ['fewAnswered', shown && questions.some((question) => question.lines.length === 0)],
    ['smallGroups', groups.some(({ answers }) => answers.count === null) || lines.some(({ by }) => by === '@rest')],
    ['setAside', all.fact('@setAside').size > 0],
  ]
  return reasons.filter(([, holds]) => holds).map(([reason]) => reason)
}
