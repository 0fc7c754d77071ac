import { aWorld, must } from '../../../test/world.ts'
import type { World } from '../../../test/world.ts'
import { contextOf } from '../../platform/context.ts'
import type { MembershipRow } from '../../platform/context.ts'
import type { Actor } from '../access/actor.ts'
import { aPage } from '../collection/test-builders.ts'
import { loadDemoWhenEmpty } from './load-demo.ts'

// Every figure that the reports of the three worked enterprises state can be read from the product.
const TODAY = new Date().toISOString().slice(0, 10)
let world: World
beforeAll(async () => {
  world = await aWorld()
  await loadDemoWhenEmpty(
    world.services,
    { appUrl: world.urls.app, workerUrl: world.urls.worker },
    () => undefined,
    TODAY,
  )
}, 60_000)
afterAll(() => world.close())

type Line = {
  by: string
  groups: string[]
  part: string
  n: number | null
  missing: number | null
  mean: number | null
  median: number | null
  cells: { values: string[]; from: number | null; to: number | null; count: number | null }[]
}

const RESULTS = `query ($waveId: ID!, $by: String) { results(waveId: $waveId, by: $by) { shown answers { count atLeast } explanations
  groups { value answers { count } }
  questions { key picture choices { value label } lines { by groups part n missing mean median cells { values from to count } } } } }`

async function actorOf(account: string): Promise<Actor> {
  const user = await world.services.identity.findUserByEmail(`${account}@demo.vises.example`)
  const rows = await world.services.reference.rows<MembershipRow>('SELECT * FROM memberships_of($1)', [user!.id])
  return contextOf(world.services, {} as never, 'fr', user!.id, rows, undefined, 'session', true).actor
}

/** The survey of an enterprise: its newest wave that is over; or the one whose title begins so. */
async function waveOf(actor: Actor, title?: string): Promise<string> {
  const { waves } = await must(world, actor, `query ($id: ID!) { waves(enterpriseId: $id) { id title status } }`, {
    id: actor.enterpriseId,
  })
  return waves.find((wave: { title: string; status: string }) =>
    title ? wave.title.startsWith(title) : wave.status === 'closed',
  ).id
}

/** The results page of a demo account's enterprise, as its manager sees it. */
async function resultsOf(account: string, by?: string, title?: string) {
  const actor = await actorOf(account)
  const waveId = await waveOf(actor, title)
  const { results } = await must(world, actor, RESULTS, { waveId, by: by ?? null })
  const lines = (key: string): Line[] =>
    results.questions.find((question: { key: string }) => question.key === key).lines
  const line = (key: string, part = '', group = '') => lines(key).find((one) => one.part === part && one.by === group)!
  /** How many said one of these values. */
  const said = (key: string, values: string[], part = '', group = '') =>
    line(key, part, group)
      .cells.filter((cell) => cell.values.length > 0 && cell.values.every((value) => values.includes(value)))
      .reduce((sum, cell) => sum + (cell.count ?? 0), 0)
  return { results, line, lines, said }
}

/** The registers of an enterprise: how many rows say what in one column. */
async function counted(account: string, title: string, column: number): Promise<Record<string, number>> {
  const actor = await actorOf(account)
  const { records } = await must(
    world,
    actor,
    `query ($id: ID!) { records(enterpriseId: $id) { records { id title } } }`,
    {
      id: actor.enterpriseId,
    },
  )
  const { id } = records.records.find((one: { title: string }) => one.title.startsWith(title))
  const { record } = await must(world, actor, `query ($id: ID!) { record(recordId: $id) { rows } }`, { id })
  const values = (record.rows as string[][]).map((row) => row[column]!)
  return Object.fromEntries([...new Set(values)].map((value) => [value, values.filter((one) => one === value).length]))
}

const AGREE = ['4', '5']
const tenth = (value: number | null) => Math.round(value! * 10) / 10

describe('Textura: 41 of 52 people answered', () => {
  it('the figures of its report', async () => {
    const { results, line, said } = await resultsOf('manager.textura')
    expect(results).toMatchObject({ shown: true, answers: { count: 41 } })
    expect([line('confidence', 'then').n, tenth(line('confidence', 'then').mean)]).toEqual([40, 4.6])
    expect(tenth(line('confidence', 'now').mean)).toBe(7.1)
    expect([said('right_to_err', AGREE), line('right_to_err').n]).toEqual([33, 41])
    expect([said('suggested_change', ['yes']), line('suggested_change').n]).toEqual([17, 41])
    expect([said('able_to', AGREE, 'speak_in_meetings'), line('able_to', 'speak_in_meetings').n]).toEqual([22, 41])
    expect([said('next_step_clear', ['7', '8', '9', '10']), line('next_step_clear').n]).toEqual([21, 41])
    expect([said('helps_most', ['pairs']), line('helps_most').n]).toEqual([27, 41])
  })

  it('of the 17 changes suggested, the enterprise reads 17 texts', async () => {
    const actor = await actorOf('manager.textura')
    const { waves } = await must(world, actor, `query ($id: ID!) { waves(enterpriseId: $id) { id } }`, {
      id: actor.enterpriseId,
    })
    const { openAnswers } = await must(
      world,
      actor,
      `query ($waveId: ID!) { openAnswers(waveId: $waveId, questionKey: "suggestion", first: 100) { nodes { text } } }`,
      { waveId: waves[0].id },
    )
    expect(openAnswers.nodes).toHaveLength(17)
  })

  it('by how long people have been there, without cells that are too small', async () => {
    const { line, lines } = await resultsOf('manager.textura', 'tenure')
    const groups = lines('able_to').filter(({ part, by }) => part === 'speak_in_meetings' && by)
    expect(groups.reduce((sum, { n }) => sum + (n ?? 0), 0)).toBe(41)
    expect(line('able_to', 'speak_in_meetings', 'over12months').n).toBe(12)
    for (const { cells } of groups)
      for (const { count } of cells) expect(count === null || count === 0 || count >= 5).toBe(true)
  })

  it('the 47 exits', async () => {
    expect(await counted('manager.textura', 'Sorties de', 1)).toEqual({
      'emploi de plus d’un mois': 19,
      formation: 9,
      'sans solution': 11,
      inconnue: 8,
    })
  })
})

describe('La Marelle: 46 of 64 families answered', () => {
  it('the figures of its report', async () => {
    const { results, line, said } = await resultsOf('manager.marelle')
    expect(results.answers.count).toBe(46)
    expect([said('without_these_hours', ['gaveUp']), line('without_these_hours').n]).toEqual([24, 46])
    expect([line('hours_gained').median, line('hours_gained').n]).toEqual([11, 38])
    expect([line('stress', 'then').n, tenth(line('stress', 'then').mean), tenth(line('stress', 'now').mean)]).toEqual([
      44, 7.4, 4.2,
    ])
    expect([said('creche_enabled', AGREE, 'heard'), line('creche_enabled', 'heard').n]).toEqual([21, 46])
    expect([said('raises_children', ['alone']), line('raises_children').n]).toEqual([29, 46])
  })

  it('four families in shared custody are not shown alone: the others are told together', async () => {
    const { results, said, line, lines } = await resultsOf('manager.marelle', 'raises_children')
    expect([said('without_these_hours', ['gaveUp'], '', 'alone'), line('without_these_hours', '', 'alone').n]).toEqual([
      18, 29,
    ])
    const rest = lines('without_these_hours').find(({ by }) => by === '@rest')!
    expect(rest.groups).toEqual(expect.arrayContaining(['couple', 'sharedCustody']))
    expect([said('without_these_hours', ['gaveUp'], '', '@rest'), rest.n]).toEqual([6, 17])
    expect(JSON.stringify(results.questions)).not.toContain('"by":"sharedCustody"')
    for (const by of ['', 'alone', '@rest'])
      for (const { count } of line('raises_children', '', by)?.cells ?? [])
        expect(count === null || count === 0 || count >= 5).toBe(true)
  })

  it('the waiting list, and two quotes that wait for consent', async () => {
    expect(await counted('manager.marelle', 'Familles de la liste d’attente', 1)).toEqual({ oui: 8, non: 4 })
    const actor = await actorOf('manager.marelle')
    const { records } = await must(
      world,
      actor,
      `query ($id: ID!) { records(enterpriseId: $id) { consentsAwaited } }`,
      {
        id: actor.enterpriseId,
      },
    )
    expect(records.consentsAwaited).toBe(2)
  })
})

describe('De Korenbloem: 212 of 640 members answered', () => {
  it('the figures of its report', async () => {
    const { results, line, said } = await resultsOf('manager.korenbloem')
    expect(results.answers.count).toBe(212)
    expect([said('attended_or_voted', ['yes']), line('attended_or_voted').n]).toEqual([61, 212])
    expect([said('vote_counts', AGREE), line('vote_counts').n]).toEqual([118, 212])
    expect([said('increased_reimbursement', ['yes']), line('increased_reimbursement').n]).toEqual([13, 212])
    expect([line('pick_up_km').median, line('pick_up_km').n, line('pick_up_km').missing]).toEqual([6, 127, 85])
    expect([said('willing_to_pay_more', ['7', '8', '9', '10']), line('willing_to_pay_more').n]).toEqual([97, 212])
    expect(said('member_since', ['left'])).toBe(9)
  })

  it('a short poll before shows where members live: six territories, and those with fewer than five together', async () => {
    const { results, line } = await resultsOf('manager.korenbloem', undefined, 'Afhaalpunten')
    const home = results.questions.find(({ key }: { key: string }) => key === 'lives_in')
    expect([home.picture, line('lives_in').n, line('lives_in').missing]).toEqual(['map', 115, 3])
    expect(Object.fromEntries(line('lives_in').cells.map(({ values, count }) => [values.join('+'), count]))).toEqual({
      'BE-33': 9,
      'BE-34': 47,
      'BE-36': 18,
      'BE-37': 11,
      'BE-57': 13,
      'FR-595': 8,
      '@others': 9,
    })
    // Every territory that could be said has its name, so that nobody reads off which were said.
    expect(home.choices.length).toBeGreaterThan(40)
    expect(home.choices).toContainEqual({
      value: 'FR-595',
      label: expect.objectContaining({ nl: 'Arrondissement Rijsel' }),
    })
  })

  it('what fifteen farmers say', async () => {
    expect(await counted('manager.korenbloem', 'Gesprekken met 15 boeren', 2)).toEqual({ nee: 3, ja: 12 })
    const shares = await counted('manager.korenbloem', 'Gesprekken met 15 boeren', 1)
    expect(
      Object.keys(shares)
        .map(Number)
        .sort((a, b) => a - b)[7],
    ).toBe(22)
  })
})

it.each([
  ['manager.textura', 'tenure', 4],
  ['manager.marelle', 'raises_children', 2],
  ['manager.korenbloem', 'increased_reimbursement', 3],
])('the follow-up page of %s has every picture: who is missing and where people stop', async (account, key, rows) => {
  const actor = await actorOf(account)
  const { collectionProgress: progress } = await must(
    world,
    actor,
    `query ($id: ID!) { collectionProgress(waveId: $id) { completion days { answers } reach { key share lost }
       population { key answered population } quality { findings { rule } } } }`,
    { id: await waveOf(actor) },
  )
  expect(progress.completion).toBeGreaterThan(0.5)
  expect(progress.completion).toBeLessThan(1)
  const shares = progress.reach.map(({ share }: { share: number }) => share)
  expect(shares).toEqual(shares.toSorted((a: number, b: number) => b - a))
  expect(progress.reach.some(({ lost }: { lost: number }) => lost > 0)).toBe(true)
  expect(progress.population.map((one: { key: string }) => one.key)).toEqual(Array(rows).fill(key))
})

it('one collection runs: answers up to today, a group that nobody sees yet, a reminder sent, and a link that works', async () => {
  const actor = await actorOf('manager.marelle')
  const id = await waveOf(actor, 'Places à l’heure')
  const { collectionProgress: progress, wave } = await must(
    world,
    actor,
    `query ($id: ID!) { collectionProgress(waveId: $id) { status answers { count } expected 
         groups { name expected answers { count } } quality { findings { rule target values } } }
       wave(id: $id) { links { id label kind } mailings { kind count } } }`,
    { id },
  )
  expect(progress).toMatchObject({ status: 'open', answers: { count: 39 }, expected: 100 })
  const { rows } = await world.root.query('SELECT max(received_on)::text AS day FROM response WHERE wave_id = $1', [id])
  expect(rows[0].day).toBe(TODAY)
  expect(progress.groups.at(-1)).toMatchObject({ expected: 15, answers: { count: null } })
  expect(progress.quality.findings).toContainEqual({
    rule: 'groupAbsent',
    target: 'groups',
    values: { name: 'Personnes orientées par la mission locale', expected: 15 },
  })
  expect(wave.mailings).toEqual(expect.arrayContaining([{ kind: 'reminder', count: 29 }]))
  const page = await aPage(world)
  try {
    const { linkAddresses } = await must(
      world,
      actor,
      `query ($id: ID!, $linkIds: [ID!]!) { linkAddresses(waveId: $id, linkIds: $linkIds) { address } }`,
      { id, linkIds: [wave.links.find(({ kind }: { kind: string }) => kind === 'open').id] },
    )
    const token = linkAddresses[0].address.split('#')[1]
    expect((await page.submit(token, { answers: { consent: 'yes', situation: 'seeking' } })).status).toBe(200)
  } finally {
    await page.close()
  }
})

it('a coach reads results and no single answers, until the enterprise agrees', async () => {
  const manager = await actorOf('manager.textura')
  const coach = await actorOf('coach.atout-ei')
  const { waves } = await must(world, manager, `query ($id: ID!) { waves(enterpriseId: $id) { id } }`, {
    id: manager.enterpriseId,
  })
  const { results } = await must(world, coach, RESULTS, { waveId: waves[0].id })
  expect(results.answers.count).toBe(41)
  const read = () =>
    must(
      world,
      coach,
      `query ($id: ID!) { openAnswers(waveId: $id, questionKey: "moment", first: 10) { nodes { text } } }`,
      {
        id: waves[0].id,
      },
    ).then(
      ({ openAnswers }) => openAnswers.nodes.length,
      () => 'refused',
    )
  expect(await read()).toBe('refused')
  await must(world, manager, `mutation ($id: ID!) { allowCoach(waveId: $id, allowed: true) { problem } }`, {
    id: waves[0].id,
  })
  expect(await read()).toBeGreaterThan(0)
})
