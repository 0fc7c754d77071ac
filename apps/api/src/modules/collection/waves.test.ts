import { anActor, aPartner, ask, aWorld, codeOf, must, statementsOf } from '../../../test/world.ts'
import type { World } from '../../../test/world.ts'
import { anEnterprise } from '../evaluation/test-builders.ts'
import {
  aLink,
  aPage,
  aQuestionnaire,
  aSheet,
  aSubmission,
  aVersion,
  aWave,
  responsesOf,
  someGroups,
} from './test-builders.ts'
import type { PageOfTest, WaveOfTest } from './test-builders.ts'

let world: World
let page: PageOfTest
beforeAll(async () => {
  world = await aWorld()
  page = await aPage(world)
}, 60_000)
afterAll(async () => {
  await page?.close()
  await world?.close()
})

const WAVE = `query ($id: ID!) { wave(id: $id) {
  id title status version latestVersion opensOn closesOn languages askedBy quota coachReadsResponses expected answers { count atLeast }
  groups { id name expected quota answers { count atLeast } }
  links { id kind label language groupName links quota revoked used { count atLeast } flaggedOn }
  mailings { kind count } mail { invitees waiting answered { count } remindersLeft } } }`
const read = async ({ enterprise, waveId }: WaveOfTest) =>
  (await must(world, enterprise.manager, WAVE, { id: waveId })).wave
const CHANGE = `mutation ($input: ChangeWaveInput!) { changeWave(input: $input) { wave { title status languages } problem } }`
const change = (wave: WaveOfTest, settings: Record<string, unknown>, more = {}) =>
  ask(world, wave.enterprise.manager, CHANGE, { input: { waveId: wave.waveId, settings, ...more } })
const fieldsOf = (answer: any) =>
  answer.errors?.[0].extensions.problems?.map(({ field, code }: any) => `${field} ${code}`)
const deed = (name: string) => `mutation ($id: ID!) { ${name}(waveId: $id) { wave { status } problem } }`

describe('a wave', () => {
  test('is planned with the name of the enterprise and all languages, opened, closed and reopened', async () => {
    const wave = await aWave(world, { planned: true })
    expect(await read(wave)).toMatchObject({
      title: 'Votre avis',
      status: 'planned',
      version: 1,
      languages: ['fr', 'nl', 'en'],
      askedBy: wave.enterprise.name,
      answers: { count: null, atLeast: 0 },
    })
    const steps = []
    for (const name of ['openWave', 'openWave', 'closeWave', 'reopenWave', 'closeWave'])
      steps.push((await must(world, wave.enterprise.contributor, deed(name), { id: wave.waveId }))[name].wave.status)
    expect(steps).toEqual(['open', 'open', 'closed', 'open', 'closed'])
    const { rows } = await world.root.query(`SELECT action FROM audit_entry WHERE object_id = $1 ORDER BY id`, [
      wave.waveId,
    ])
    expect(rows.map(({ action }) => action)).toEqual([
      'wave.created',
      'wave.opened',
      'wave.opened',
      'wave.closed',
      'wave.reopened',
      'wave.closed',
    ])
  })

  test('whose last day is over is not reopened before that day is moved', async () => {
    const wave = await aWave(world, { settings: { closesOn: '2024-01-31' }, planned: true })
    const { openWave } = await must(world, wave.enterprise.manager, deed('openWave'), { id: wave.waveId })
    expect(openWave).toEqual({ wave: null, problem: 'LAST_DAY_OVER' })
  })

  test.each<[Record<string, unknown>, string]>([
    [{ title: ' ' }, 'title required'],
    [{ languages: ['de'] }, 'languages notOfVersion'],
    [{ languages: [] }, 'languages required'],
    [{ opensOn: '2027-02-02', closesOn: '2027-02-01' }, 'closesOn beforeOpening'],
    [{ timeZone: 'Mars/Olympus' }, 'timeZone unknown'],
    [{ purpose: 'text' }, 'purpose notTexts'],
    [{ purpose: { fr: 'x'.repeat(2001) } }, 'purpose notTexts'],
    [{ breakdowns: ['score'] }, 'breakdowns notAChoice'],
    [{ knownPopulation: { place: { paris: 4 } } }, 'knownPopulation doesNotFit'],
    [{ knownPopulation: { place: { lille: -1 } } }, 'knownPopulation doesNotFit'],
  ])('refuses settings that do not fit its questionnaire: %j', async (settings, fault) => {
    expect(fieldsOf(await change(await aWave(world), settings))).toEqual([fault])
  })

  test('goes on with a newer version, keeping the languages that it offers, and never back', async () => {
    const wave = await aWave(world, { settings: { languages: ['fr', 'en'] } })
    const next = aQuestionnaire({ languages: ['fr', 'nl'] })
    await aVersion(world, wave.enterprise, next, { questionnaireId: wave.questionnaireId, number: 2 })
    const { data } = await change(wave, {}, { version: 2 })
    expect(data!['changeWave'].wave.languages).toEqual(['fr'])
    expect((await change(wave, {}, { version: 1 })).data!['changeWave'].problem).toBe('VERSION_UNKNOWN')
    expect((await change(wave, {}, { version: 3 })).data!['changeWave'].problem).toBe('VERSION_UNKNOWN')
  })

  test('of no published version is not made', async () => {
    const enterprise = await anEnterprise(world)
    const { questionnaireId } = await aVersion(world, enterprise)
    const { createWave } = await must(
      world,
      enterprise.manager,
      `mutation ($input: CreateWaveInput!) { createWave(input: $input) { wave { id } problem } }`,
      {
        input: { questionnaireId, version: 2 },
      },
    )
    expect(createWave).toEqual({ wave: null, problem: 'VERSION_UNKNOWN' })
  })

  test('is read with seven statements, however many groups, links and answers it has', async () => {
    const wave = await aWave(world)
    await someGroups(world, wave, [{ name: 'a' }, { name: 'b' }, { name: 'c' }])
    await aSheet(world, wave, 30)
    for (let n = 0; n < 3; n++) await aLink(world, wave)
    const { statements } = await statementsOf(() => read(wave))
    expect(statements.filter((sql) => /^\s*(SELECT|WITH)/.test(sql) && !sql.includes('memberships_of'))).toHaveLength(7)
  })
})

describe('who may see and change a wave', () => {
  test('the coach reads it and changes nothing; strangers find nothing', async () => {
    const wave = await aWave(world)
    const { coach, partner, partnerAdmin } = wave.enterprise
    expect((await must(world, coach, WAVE, { id: wave.waveId })).wave.id).toBe(wave.waveId)
    expect(codeOf(await ask(world, coach, deed('closeWave'), { id: wave.waveId }))).toBe('NOT_FOUND')
    const otherCoach = await anActor(world, 'coach', { partner })
    const neighbour = (await anEnterprise(world, { partner })).manager
    for (const actor of [otherCoach, neighbour, partnerAdmin, (await anEnterprise(world)).manager]) {
      expect(codeOf(await ask(world, actor, WAVE, { id: wave.waveId }))).toBe('NOT_FOUND')
      expect(codeOf(await ask(world, actor, deed('closeWave'), { id: wave.waveId }))).toBe('NOT_FOUND')
    }
  })

  test('only the manager lets the coach read single answers', async () => {
    const wave = await aWave(world)
    const allow = `mutation ($id: ID!, $allowed: Boolean!) { allowCoach(waveId: $id, allowed: $allowed) { wave { coachReadsResponses } } }`
    const variables = { id: wave.waveId, allowed: true }
    expect(codeOf(await ask(world, wave.enterprise.contributor, allow, variables))).toBe('NOT_FOUND')
    expect(codeOf(await ask(world, wave.enterprise.coach, allow, variables))).toBe('NOT_FOUND')
    expect((await must(world, wave.enterprise.manager, allow, variables)).allowCoach.wave.coachReadsResponses).toBe(
      true,
    )
  })
})

test('an enterprise that moves to another partner takes its collection along, and its links go on working', async () => {
  const wave = await aWave(world)
  const [groupId] = await someGroups(world, wave, [{ name: 'Familles' }])
  const { token } = await aLink(world, wave, { groupId })
  const sheet = await aSheet(world, wave, 3, { groupId })
  const body = aSubmission(token)
  await page.call('submit', body)
  const to = await aPartner(world)
  await world.root.query('UPDATE enterprise SET partner_id = $2 WHERE id = $1', [wave.enterprise.id, to.id])
  for (const table of ['wave', 'respondent_group', 'collection_link', 'wave_spent', 'response', 'response_pending']) {
    const { rows } = await world.root.query(`SELECT DISTINCT partner_id FROM ${table} WHERE enterprise_id = $1`, [
      wave.enterprise.id,
    ])
    expect([table, rows]).toEqual([table, [{ partner_id: to.id }]])
  }
  const answers = [await page.submit(token), await page.submit(sheet.tokens[0]!), await page.call('submit', body)]
  expect(answers.map(({ json }) => json)).toEqual(Array.from({ length: 3 }, () => ({ accepted: true })))
  expect(await responsesOf(world, wave.waveId)).toHaveLength(3)
})

describe('groups of a wave', () => {
  const SET = `mutation ($input: SetRespondentGroupsInput!) { setRespondentGroups(input: $input) { wave { expected groups { id name expected } } problem } }`
  const set = (wave: WaveOfTest, groups: unknown[]) =>
    ask(world, wave.enterprise.manager, SET, { input: { waveId: wave.waveId, groups } })

  test('are named, renamed, put in order and taken away as long as nobody uses them', async () => {
    const wave = await aWave(world)
    const [families, team] = await someGroups(world, wave, [
      { name: 'Familles', expected: 60 },
      { name: 'Équipe', expected: 14 },
    ])
    const answer = await set(wave, [{ groupId: team, name: 'Équipe et bénévoles', expected: 20 }, { name: 'Voisins' }])
    expect(answer.data!['setRespondentGroups'].wave).toEqual({
      expected: 20,
      groups: [
        { id: team, name: 'Équipe et bénévoles', expected: 20 },
        { id: expect.any(String), name: 'Voisins', expected: null },
      ],
    })
    expect(codeOf(await set(wave, [{ groupId: families, name: 'Familles' }]))).toBe('NOT_FOUND')
    await aLink(world, wave, { groupId: team })
    expect((await set(wave, [])).data!['setRespondentGroups'].problem).toBe('GROUP_IN_USE')
  })

  test('have one name each', async () => {
    const wave = await aWave(world)
    expect(fieldsOf(await set(wave, [{ name: 'Équipe' }, { name: 'équipe ' }]))).toEqual(['groups.1.name twice'])
  })

  test('count their answers from five on, and not so that a small one can be worked out', async () => {
    const wave = await aWave(world)
    const [families, team] = await someGroups(world, wave, [{ name: 'Familles' }, { name: 'Équipe' }])
    const links = [await aLink(world, wave, { groupId: families }), await aLink(world, wave, { groupId: team })]
    const counts = async () => {
      const { answers, groups } = await read(wave)
      return [answers, ...groups.map((group: any) => group.answers)].map(
        ({ count, atLeast }: any) => count ?? `${atLeast}+`,
      )
    }
    const seen = []
    for (const group of [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1]) {
      await page.submit(links[group]!.token)
      seen.push((await counts()).join(' '))
    }
    expect(seen).toEqual([
      '0+ 0+ 0+',
      '0+ 0+ 0+',
      '0+ 0+ 0+',
      '0+ 0+ 0+',
      '5 0+ 0+',
      '6 0+ 0+',
      '7 0+ 0+',
      '8 0+ 0+',
      '9 5+ 0+',
      '10 6+ 0+',
      '11 6 5',
    ])
    const { waves } = await must(
      world,
      wave.enterprise.manager,
      `query ($id: ID!) { waves(enterpriseId: $id) { id status answers { count } } }`,
      {
        id: wave.enterprise.id,
      },
    )
    expect(waves).toEqual([{ id: wave.waveId, status: 'open', answers: { count: 11 } }])
  })
})

describe('links of a wave', () => {
  test('a sheet numbers its links, all different, and counts the used ones from five on without saying which', async () => {
    const wave = await aWave(world)
    const sheet = await aSheet(world, wave, 8)
    expect(new Set(sheet.tokens).size).toBe(8)
    const used = async () => (await read(wave)).links[0]
    for (const token of sheet.tokens.slice(0, 4)) await page.submit(token)
    expect(await used()).toMatchObject({
      id: sheet.id,
      kind: 'singleUse',
      links: 8,
      used: { count: null, atLeast: 0 },
      revoked: false,
    })
    await page.submit(sheet.tokens[4]!)
    expect((await used()).used).toEqual({ count: 5, atLeast: 5 })
    const { linkAddresses } = await must(
      world,
      wave.enterprise.manager,
      `query ($w: ID!, $l: [ID!]!) { linkAddresses(waveId: $w, linkIds: $l) { __typename id linkId number label language groupName address } }`,
      { w: wave.waveId, l: [sheet.id] },
    )
    // The spent ones are still there, and look like the others.
    expect(linkAddresses.map(({ number }: any) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(new Set(linkAddresses.map((address: object) => Object.keys(address).join())).size).toBe(1)
  })

  test('a second sheet takes bits of its own', async () => {
    const wave = await aWave(world)
    const [one, other] = [await aSheet(world, wave, 3), await aSheet(world, wave, 3)]
    await page.submit(one.tokens[0]!)
    expect((await page.submit(other.tokens[0]!)).json).toEqual({ accepted: true })
    const { rows } = await world.root.query('SELECT spent::text FROM wave_spent WHERE wave_id = $1', [wave.waveId])
    expect(rows[0].spent.replace(/0/g, '')).toBe('11')
  })

  test('eight sheets made at once share no bit', async () => {
    const wave = await aWave(world)
    const SHEET = `mutation ($input: CreateLinkInput!) { createSingleUseLinks(input: $input, count: 5) { problem } }`
    await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        must(world, wave.enterprise.manager, SHEET, { input: { waveId: wave.waveId, label: `${n}` } }),
      ),
    )
    const { rows } = await world.root.query(
      'SELECT position FROM collection_link WHERE wave_id = $1 ORDER BY position',
      [wave.waveId],
    )
    expect(rows.map(({ position }) => position)).toEqual(Array.from({ length: 40 }, (_, n) => n))
  })

  test.each([
    [{ language: 'de' }, 1, 'language notOffered'],
    [{}, 0, 'count outOfRange'],
    [{}, 1001, 'count outOfRange'],
  ])('a sheet that cannot be is refused: %j × %i', async (overrides, count, fault) => {
    const wave = await aWave(world)
    const answer = await ask(
      world,
      wave.enterprise.manager,
      `mutation ($input: CreateLinkInput!, $count: Int!) {
      createSingleUseLinks(input: $input, count: $count) { problem } }`,
      { input: { waveId: wave.waveId, label: 'x', ...overrides }, count },
    )
    expect(fieldsOf(answer)).toEqual([fault])
  })

  test('a revoked sheet is revoked whole, and one lost sheet of paper alone', async () => {
    const wave = await aWave(world)
    const sheet = await aSheet(world, wave, 3)
    const REVOKE = `mutation ($w: ID!, $l: ID!) { revokeLink(waveId: $w, linkId: $l) { wave { links { revoked } } } }`
    const { rows } = await world.root.query('SELECT id FROM collection_link WHERE wave_id = $1 AND position = 1', [
      wave.waveId,
    ])
    const alone = await must(world, wave.enterprise.manager, REVOKE, { w: wave.waveId, l: rows[0].id })
    expect(alone.revokeLink.wave.links).toEqual([{ revoked: false }])
    expect((await Promise.all(sheet.tokens.map((token) => page.submit(token)))).map(({ status }) => status)).toEqual([
      200, 404, 200,
    ])
    const whole = await must(world, wave.enterprise.manager, REVOKE, { w: wave.waveId, l: sheet.id })
    expect(whole.revokeLink.wave.links).toEqual([{ revoked: true }])
  })

  test('a group of another wave is not found', async () => {
    const [wave, other] = [await aWave(world), await aWave(world)]
    const [groupId] = await someGroups(world, other, [{ name: 'Familles' }])
    const answer = await ask(
      world,
      wave.enterprise.manager,
      `mutation ($input: CreateLinkInput!) { createLink(input: $input) { problem } }`,
      {
        input: { waveId: wave.waveId, label: 'x', groupId },
      },
    )
    expect(codeOf(answer)).toBe('NOT_FOUND')
  })
})
