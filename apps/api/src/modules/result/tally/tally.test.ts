import type { Answers } from '@vises/questionnaire/model.ts'
import { aWorld, tenantOf } from '../../../../test/world.ts'
import type { World } from '../../../../test/world.ts'
import { aVersion } from '../../collection/test-builders.ts'
import { aCollection, answered, asking, dice, list, talliesOf, times } from '../test-builders.ts'
import type { AnswerOfTest, CollectionOfTest } from '../test-builders.ts'
import { countAgain, rebuildTally, takeFromTally, tallyAll, tallyPending, tallyState } from './tally-pending.ts'

let world: World

beforeAll(async () => void (world = await aWorld()))
afterAll(() => world?.close())

const content = asking(
  [
    { kind: 'consent', key: 'agree' },
    { kind: 'single', key: 'family', choices: 'family', other: true },
    { kind: 'multiple', key: 'help', choices: 'help' },
    { kind: 'longText', key: 'why', relevant: `\${family} = 'alone'` },
    { kind: 'thenNow', key: 'calm' },
    { kind: 'matrix', key: 'able', rows: 'able' },
    { kind: 'ranking', key: 'order', choices: 'help' },
    { kind: 'integer', key: 'hours' },
    { kind: 'repeat', key: 'children', items: [{ kind: 'single', key: 'school', choices: 'family' }] },
  ],
  { family: list('alone', 'couple'), help: list('pairs', 'talks', 'walks'), able: list('ask', 'speak', 'plan') },
)
const pendingOf = async ({ waveId }: CollectionOfTest): Promise<number> =>
  (await world.root.query('SELECT count(*)::int AS count FROM response_pending WHERE wave_id = $1', [waveId])).rows[0]
    .count
const tenant = (place: CollectionOfTest) => tenantOf(world, place.enterprise.manager)
const countAll = (place: CollectionOfTest) => tallyAll(tenant(place), place, false)

/** What one person says, by dice. */
function anAnswer(roll: (below: number) => number, groups: string[]): AnswerOfTest {
  const pick = <T>(...from: T[]): T => from[roll(from.length)]!
  const maybe = <T>(value: T): T | null | undefined => pick(value, value, value, null, undefined)
  const family = maybe(pick('alone', 'couple', 'other'))
  const answers: Record<string, unknown> = {
    agree: pick('yes', 'no', undefined),
    family,
    family_other: family === 'other' ? '=ma sœur' : undefined,
    help: maybe(['pairs', 'talks', 'walks'].filter(() => roll(2) === 1)),
    why: family === 'alone' ? maybe(pick('Le binôme aide, le binôme écoute', 'La peur', '  ')) : undefined,
    calm: maybe({ then: roll(11), now: roll(11) }),
    able: maybe({ ask: 1 + roll(2), speak: 1 + roll(2), plan: 1 + roll(2) }),
    order: maybe(['walks', 'pairs', 'talks'].slice(roll(3))),
    hours: maybe(roll(30)),
    children: Array.from({ length: roll(3) }, () => ({ school: pick('alone', 'couple', undefined, null) })),
  }
  for (const [key, value] of Object.entries(answers)) if (value === undefined) delete answers[key]
  return {
    answers: answers as Answers,
    groupId: pick(null, ...groups),
    language: pick('fr', 'nl'),
    channel: pick('online', 'paper'),
    receivedOn: pick('2018-03-14', '2018-03-15'),
    seconds: pick(null, 60, 250, 40_000),
  }
}

/** The same counts by counting plainly, without anything of the code under test. */
function recount(all: AnswerOfTest[]): Record<string, number> {
  const counts: Record<string, number> = {}
  const add = (by: string, ...fact: string[]) => {
    const key = [by, ...fact].join('|')
    counts[key] = (counts[key] ?? 0) + 1
  }
  for (const { answers, groupId, language, channel, receivedOn, seconds } of all) {
    const given = answers as Record<string, any>
    const bys = ['|', `@group|${groupId ?? ''}`, `family|${typeof given['family'] === 'string' ? given['family'] : ''}`]
    for (const by of bys) {
      add(by, '@answers', '', '')
      add(by, '@day', '', receivedOn!)
      add(by, '@language', '', language!)
      add(by, '@channel', '', channel!)
      add(by, '@version', '', '1')
      if (seconds) add(by, '@seconds', '', String(Math.min(seconds, 14_400)))
      const state = (key: string, isAnswered: boolean) =>
        add(by, key, '', given[key] === null ? '@declined' : isAnswered ? '@answered' : '@missing')
      for (const key of ['agree', 'family', 'hours']) {
        if (given[key] !== undefined && given[key] !== null) add(by, key, '', String(given[key]))
        state(key, given[key] !== undefined)
      }
      for (const name of given['help'] ?? []) add(by, 'help', '', name)
      state('help', (given['help'] ?? []).length > 0)
      if (given['family'] === 'alone') state('why', (given['why'] ?? '').trim() !== '')
      if (given['calm']) add(by, 'calm', 'pair', `${given['calm'].then}>${given['calm'].now}`)
      state('calm', given['calm'] !== undefined)
      const rows = Object.entries(given['able'] ?? {})
      for (const [row, value] of rows) for (const one of [String(value), '@answered']) add(by, 'able', row, one)
      if (rows.length === 3) add(by, 'able', '', '@rowsGiven')
      if (rows.length === 3 && new Set(rows.map(([, value]) => value)).size === 1) add(by, 'able', '', '@rowsAlike')
      state('able', rows.length > 0)
      for (const [place, name] of (given['order'] ?? []).entries()) add(by, 'order', String(place + 1), name)
      state('order', given['order'] !== undefined)
      const schools = given['children'].map((child: any) => child.school)
      const named = new Set(schools.filter((school: unknown) => typeof school === 'string'))
      for (const name of named) add(by, 'school', '', String(name))
      if (schools.length > 0)
        add(by, 'school', '', named.size > 0 ? '@answered' : schools.includes(null) ? '@declined' : '@missing')
    }
    const words = /binôme/.test(given['why'] ?? '')
      ? ['binôme', 'aide', 'écoute']
      : /peur/.test(given['why'] ?? '')
        ? ['peur']
        : []
    for (const word of words) add('@word|', 'why', '', word)
  }
  return counts
}

test('the counts are those of a plain recount, whatever people say, in any number of lots', async () => {
  const roll = dice(20_181_215)
  for (let round = 0; round < 6; round++) {
    const place = await aCollection(world, content, {
      closed: true,
      groups: [{ name: 'Équipe' }, { name: 'Familles' }],
      breakdowns: ['family', 'help', 'nothing'],
    })
    const all: AnswerOfTest[] = []
    for (let lot = 0; lot < 1 + roll(3); lot++) {
      const people = Array.from({ length: 1 + roll(60) }, () => anAnswer(roll, place.groups))
      await answered(world, place, people)
      all.push(...people)
      await tenant(place).write((db) => tallyPending(db, place, { takesAnswers: false, most: 25 }))
    }
    await countAll(place)
    expect(await talliesOf(world, place.waveId)).toEqual(recount(all))
    expect(await pendingOf(place)).toBe(0)

    // Started anew, they are the same once more.
    await tenant(place).write((db) => rebuildTally(db, place))
    expect(await pendingOf(place)).toBe(all.length)
    await countAll(place)
    expect(await talliesOf(world, place.waveId)).toEqual(recount(all))
  }
}, 60_000)

test('each answer is counted once, though eight readers bring the counts up at the same moment', async () => {
  const place = await aCollection(world, content, { closed: true })
  for (let round = 1; round <= 5; round++) {
    await answered(world, place, times(40, { agree: 'yes', hours: 7, children: [] }))
    await Promise.all(
      Array.from({ length: 8 }, () =>
        tenant(place).write((db) => tallyPending(db, place, { takesAnswers: false, most: 15 })),
      ),
    )
    await countAll(place)
    expect((await talliesOf(world, place.waveId))['||@answers||']).toBe(40 * round)
  }
})

test('a reader that dies while counting leaves everything as it was', async () => {
  const place = await aCollection(world, content, { closed: true })
  await answered(world, place, times(7, { agree: 'yes', children: [] }))
  const dies = tenant(place).write(async (db) => {
    expect(await tallyPending(db, place, { takesAnswers: false })).toBe(7)
    throw new Error('the process died')
  })
  await expect(dies).rejects.toThrow('died')
  expect([await talliesOf(world, place.waveId), await pendingOf(place)]).toEqual([{}, 7])
  await countAll(place)
  expect((await talliesOf(world, place.waveId))['||agree||yes']).toBe(7)
})

test('while a wave takes answers they enter by five at least; once it is closed, all of them', async () => {
  const place = await aCollection(world, content)
  const count = (takesAnswers: boolean) => tenant(place).write((db) => tallyPending(db, place, { takesAnswers }))
  await answered(world, place, times(4, { agree: 'yes', children: [] }))
  expect([await count(true), await talliesOf(world, place.waveId)]).toEqual([0, {}])
  await answered(world, place, times(1, { agree: 'no', children: [] }))
  expect(await count(true)).toBe(5)
  await answered(world, place, times(3, { agree: 'no', children: [] }))
  expect(await count(true)).toBe(0)
  expect((await tenant(place).read((db) => tallyState(db, place))).pending).toBe(3)
  expect(await count(false)).toBe(3)
  expect((await talliesOf(world, place.waveId))['||agree||no']).toBe(4)
})

describe('an answer set aside', () => {
  const setAside = (place: CollectionOfTest, id: string, reason: string | null) =>
    tenant(place).write(async (db) => {
      await db.rows('UPDATE response SET set_aside_reason = $3 WHERE partner_id = $1 AND id = $2', [
        place.partnerId,
        id,
        reason,
      ])
      await (reason ? takeFromTally(db, place, [id]) : countAgain(db, place, [id]))
    })

  test('leaves the counts, whether it was counted or not, and comes back', async () => {
    const roll = dice(7)
    const place = await aCollection(world, content, { closed: true, breakdowns: ['family'] })
    const people = Array.from({ length: 30 }, () => anAnswer(roll, []))
    const ids = await answered(world, place, people)
    await setAside(place, ids[0]!, 'Essai')
    await countAll(place)
    await setAside(place, ids[1]!, 'Doublon')
    const kept = recount(people.slice(2))
    expect(await talliesOf(world, place.waveId)).toEqual({ ...kept, '||@setAside||': 2 })
    await setAside(place, ids[0]!, null)
    await setAside(place, ids[1]!, null)
    await countAll(place)
    expect(await talliesOf(world, place.waveId)).toEqual(recount(people))
  })

  test('is taken away once, though readers count at the same moment', async () => {
    const place = await aCollection(world, content, { closed: true })
    const ids = await answered(world, place, times(40, { agree: 'yes', children: [] }))
    await Promise.all([
      ...Array.from({ length: 4 }, () =>
        tenant(place).write((db) => tallyPending(db, place, { takesAnswers: false, most: 9 })),
      ),
      ...ids.slice(0, 8).map((id) => setAside(place, id, 'Essai')),
    ])
    await countAll(place)
    const counts = await talliesOf(world, place.waveId)
    expect([counts['||@answers||'], counts['||agree||yes'], counts['||@setAside||']]).toEqual([32, 32, 8])
  })
})

test('answers to an older version are counted by what was asked then', async () => {
  const place = await aCollection(world, content, { closed: true })
  await aVersion(world, place.enterprise, asking([{ kind: 'yesNo', key: 'again' }]), {
    questionnaireId: place.questionnaireId,
    number: 2,
  })
  await answered(world, place, [
    ...times(5, { agree: 'yes', children: [] }),
    ...times(6, { again: 'no' }, { version: 2 }),
  ])
  await countAll(place)
  const counts = await talliesOf(world, place.waveId)
  expect([
    counts['||again||no'],
    counts['||again||@missing'],
    counts['||agree||yes'],
    counts['||agree||@missing'],
  ]).toEqual([6, undefined, 5, undefined])
})

test('a choice named like one of our own words stays a choice', async () => {
  const sly = asking([{ kind: 'single', key: 'q', choices: 'sly' }], { sly: list('@missing', '@answered', 'plain') })
  const place = await aCollection(world, sly, { closed: true })
  await answered(world, place, [...times(5, { q: '@missing' }), ...times(6, { q: 'plain' }), ...times(7, {})])
  await countAll(place)
  expect(await talliesOf(world, place.waveId)).toMatchObject({
    '||q||@@missing': 5,
    '||q||plain': 6,
    '||q||@missing': 7,
    '||q||@answered': 11,
  })
})
