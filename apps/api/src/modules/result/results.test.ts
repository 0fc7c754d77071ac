import { parse } from 'csv-parse/sync'
import { anActor, ask, aWorld, codeOf, must, statementsOf } from '../../../test/world.ts'
import type { World } from '../../../test/world.ts'
import { aSite, aTokenOf, send } from '../../../test/http-bench.ts'
import type { Site } from '../../../test/http-bench.ts'
import type { Actor } from '../access/actor.ts'
import { aCollection, answered, asking, dice, list, times } from './test-builders.ts'
import type { AnswerOfTest, CollectionOfTest } from './test-builders.ts'

let world: World
let site: Site

beforeAll(async () => {
  world = await aWorld()
  site = await aSite(world, [])
})
afterAll(async () => {
  await site?.close()
  await world?.close()
})

const LINE = `by groups part n missing declined notAsked mean median lowerQuartile upperQuartile
  cells { values from to count share largest atLeast } ranks { value meanPlace n } words { word count }`
const RESULTS = `query ($waveId: ID!, $by: String) { results(waveId: $waveId, by: $by) { shown moreToCome asOf answers { count atLeast }
  breakdowns { by } groups { value name answers { count atLeast } } explanations
  questions { key kind picture several repeated hasOpenAnswers comparable lines { ${LINE} } } } }`
const PROGRESS = `query ($waveId: ID!) { collectionProgress(waveId: $waveId) { status answers { count atLeast } expected
  setAside { count } groups { name expected answers { count atLeast } } days { from to answers } languages { values answers { count } }
  channels { values answers { count } } completion medianSeconds reach { key share lost } missing { key missing declined share }
  population { key values answered population } quality { findings { rule severity about target values } unchecked checked } } }`

const read = async (place: CollectionOfTest, by?: string, actor: Actor = place.enterprise.manager): Promise<any> =>
  (await must(world, actor, RESULTS, { waveId: place.waveId, by })).results
const progressOf = async (place: CollectionOfTest, actor: Actor = place.enterprise.manager): Promise<any> =>
  (await must(world, actor, PROGRESS, { waveId: place.waveId })).collectionProgress
const question = (results: any, key: string) => results.questions.find((one: any) => one.key === key)
/** `values=count` of the cells of one line. */
const cells = (results: any, key: string, by = '', part = '') =>
  question(results, key)
    .lines.find((line: any) => line.by === by && line.part === part)
    ?.cells.map(
      ({ values, count, largest, atLeast }: any) =>
        `${values.join('+')}=${count}${largest ? ` ${largest}>=${atLeast}` : ''}`,
    )
const line = (results: any, key: string, by = '', part = '') =>
  question(results, key).lines.find((one: any) => one.by === by && one.part === part)

const families = asking(
  [
    { kind: 'single', key: 'family', choices: 'family' },
    { kind: 'agreement', key: 'heard' },
    { kind: 'integer', key: 'hours' },
    { kind: 'thenNow', key: 'stress' },
    { kind: 'multiple', key: 'when', choices: 'when' },
    { kind: 'yesNo', key: 'problem' },
    { kind: 'longText', key: 'which', relevant: `\${problem} = 'yes'` },
    { kind: 'longText', key: 'first' },
  ],
  { family: list('alone', 'couple', 'shared'), when: list('early', 'day', 'late') },
)

describe('few answers', () => {
  test('nothing below five is told in any channel, while answers come in one by one', async () => {
    const content = asking([{ kind: 'single', key: 'family', choices: 'f' }], { f: list('a', 'b') })
    const groups = [{ name: 'Équipe', expected: 40 }, { name: 'Familles' }]
    const place = await aCollection(world, content, { groups, breakdowns: ['family'] })
    const seen: any[] = []
    for (let n = 1; n <= 6; n++) {
      await answered(world, place, [{ answers: { family: n % 2 ? 'a' : 'b' }, groupId: place.groups[0] }])
      for (const by of [undefined, '@group', '@wave', 'family']) {
        const results = await read(place, by)
        expect([n, results.shown, results.answers.count]).toEqual(n < 5 ? [n, false, null] : [n, true, 5])
        if (n < 5) expect([results.questions, results.groups]).toEqual([[], []])
        else expect(cells(results, 'family')).toEqual(['a+b=5'])
      }
      const progress = await progressOf(place)
      expect(progress.answers).toEqual(n < 5 ? { count: null, atLeast: 0 } : { count: n, atLeast: n })
      if (n < 5)
        expect([progress.days, progress.channels, progress.languages, progress.missing]).toEqual([[], [], [], []])
      seen.push(await read(place))
    }
    // The sixth answer changes nothing yet: who looked before and after could read it off.
    expect(seen[5]).toEqual({ ...seen[4], moreToCome: true, explanations: ['waitingForFive', ...seen[4].explanations] })
  })

  test('a question that fewer than five answered shows nothing at all', async () => {
    const place = await aCollection(world, families, { closed: true })
    await answered(world, place, [...times(8, { problem: 'no', hours: 3 }), ...times(4, { first: 'Le bruit' })])
    const results = await read(place)
    expect([question(results, 'first').lines, question(results, 'first').hasOpenAnswers]).toEqual([[], false])
    expect(line(results, 'problem')).toMatchObject({ n: 8, missing: 4 })
    expect(results.explanations).toContain('fewAnswered')
  })
})

describe('the figures of a survey of forty-six families', () => {
  let place: CollectionOfTest
  let results: any

  beforeAll(async () => {
    place = await aCollection(world, families, {
      closed: true,
      groups: [
        { name: 'Matin', expected: 40 },
        { name: 'Soir', expected: 24 },
      ],
      breakdowns: ['family'],
      knownPopulation: { family: { alone: 31, couple: 60, shared: 9 } },
    })
    const people: AnswerOfTest[] = Array.from({ length: 46 }, (_, n) => ({
      groupId: place.groups[n % 2],
      receivedOn: `2018-03-${String(10 + (n % 9)).padStart(2, '0')}`,
      seconds: 100 + 10 * n,
      language: n < 30 ? 'fr' : 'nl',
      answers: {
        family: n < 29 ? 'alone' : n < 42 ? 'couple' : 'shared',
        heard: n < 2 ? 1 : n < 9 ? 2 : n < 25 ? 3 : n < 40 ? 4 : 5,
        ...(n < 38 ? { hours: n < 19 ? 6 + (n % 6) : 11 + (n % 9) } : {}),
        ...(n < 44 ? { stress: { then: 6 + (n % 4), now: 3 + (n % 3) } } : {}),
        when: n % 2 ? ['day'] : ['early', 'day'],
        problem: n < 20 ? 'yes' : 'no',
        ...(n < 12 ? { which: 'Les journées sont trop longues pour lui' } : {}),
        first: n < 6 ? 'La fatigue des équipes' : n < 9 ? 'Le bruit' : 'Ok',
      },
    }))
    await answered(world, place, people)
    results = await read(place)
  })

  test('four in shared custody are not told, nor can they be worked out', () => {
    expect(cells(results, 'family')).toEqual(['alone=29', 'couple+shared=17 couple>=13'])
    expect(line(results, 'family')).toMatchObject({ n: 46, missing: 0, declined: 0, notAsked: 0 })
    expect(question(results, 'family').lines[0].cells[0].share).toBe(0.6304)
  })

  test('steps are told in ranges of five at least', () => {
    expect(cells(results, 'heard')).toEqual(['1+2=9', '3=16', '4=15', '5=6'])
    expect(line(results, 'heard')).toMatchObject({ n: 46, mean: 3.3, median: 3 })
  })

  test('numbers have a histogram with open ends, mean, median and quartiles, and n beside them', () => {
    const hours = line(results, 'hours')
    expect(hours).toMatchObject({ n: 38, missing: 8, median: 11, lowerQuartile: 8 })
    expect([hours.cells[0].from, hours.cells.at(-1).to]).toEqual([null, null])
    expect(hours.cells.reduce((sum: number, cell: any) => sum + cell.count, 0)).toBe(38)
    expect(hours.cells.every((cell: any) => cell.count >= 5 && cell.values.length === 0)).toBe(true)
  })

  test('then and now are told of those who gave both', () => {
    expect(line(results, 'stress', '', 'then')).toMatchObject({ n: 44, missing: 2, mean: 7.5 })
    expect(line(results, 'stress', '', 'now')).toMatchObject({ n: 44, mean: 4 })
    expect(line(results, 'stress', '', 'change').mean).toBe(-3.5)
    expect(cells(results, 'stress', '', 'change')).toEqual(['lower+same+higher=44 lower>=40'])
  })

  test('of several choices per person each is told unless fewer than five did not take it', () => {
    expect(cells(results, 'when')).toEqual(['early=23', 'day=null day>=42', 'late=null'])
    expect(question(results, 'when').several).toBe(true)
  })

  test('who was not asked counts apart from who did not answer', () => {
    expect(line(results, 'which')).toMatchObject({ n: 12, missing: 8, notAsked: 26 })
  })

  test('words are told when five people used them', () => {
    expect(line(results, 'first').words).toEqual([
      { word: 'fatigue', count: 6 },
      { word: 'équipes', count: 6 },
    ])
    expect(line(results, 'which').words.map(({ word }: any) => word)).toEqual(['journées', 'longues'])
  })

  test('a breakdown shows groups that can stand alone, in rows that can', async () => {
    const byGroup = await read(place, '@group')
    expect(byGroup.groups.map((group: any) => [group.name, group.answers.count])).toEqual([
      ['Matin', 23],
      ['Soir', 23],
    ])
    const [morning, evening] = place.groups
    expect(cells(byGroup, 'heard', morning)).toEqual(['1+2+3=13', '4+5=10'])
    expect(line(byGroup, 'heard', evening)).toMatchObject({ n: 23, missing: 0 })
    expect(cells(byGroup, 'problem', evening)).toEqual(['yes=10', 'no=13'])
    // Asked by logic: broken down, it would tell of the question that decided.
    expect(question(byGroup, 'which').lines).toHaveLength(1)
  })

  test('a breakdown by a question puts small groups into the rest', async () => {
    const byFamily = await read(place, 'family')
    expect(byFamily.groups.map((group: any) => [group.value, group.answers])).toEqual([
      ['alone', { count: 29, atLeast: 29 }],
      ['couple', { count: null, atLeast: 13 }],
      ['shared', { count: null, atLeast: 0 }],
    ])
    expect(question(byFamily, 'hours').lines.map(({ by, groups, n }: any) => [by, groups, n])).toEqual([
      ['', [], 38],
      ['alone', [], 29],
      ['@rest', ['couple', 'shared'], 9],
    ])
    expect(byFamily.explanations).toEqual(expect.arrayContaining(['countedTogether', 'smallGroups']))
  })

  test('the dashboard tells the same figures', async () => {
    const progress = await progressOf(place)
    expect(progress).toMatchObject({ status: 'closed', answers: { count: 46 }, expected: 64, medianSeconds: 325 })
    expect(progress.groups.map(({ name, expected, answers }: any) => [name, expected, answers.count])).toEqual([
      ['Matin', 40, 23],
      ['Soir', 24, 23],
    ])
    expect(progress.days.reduce((sum: number, { answers }: any) => sum + answers, 0)).toBe(46)
    expect(progress.missing.find(({ key }: any) => key === 'hours')).toMatchObject({ missing: 8, share: 0.1739 })
    expect(
      progress.population.map(({ values, answered: share, population }: any) => [values, share, population]),
    ).toEqual([
      [['alone'], 0.6304, 0.31],
      [['couple', 'shared'], 0.3696, 0.69],
    ])
    expect(progress.quality.findings.filter(({ rule }: any) => rule === 'populationBias')).toHaveLength(2)
    expect(progress.quality.unchecked).toEqual([])
    expect(progress.quality.checked).toBeGreaterThanOrEqual(20)
  })

  test('the file of results holds the figures of the page and no others', async () => {
    const headers = { authorization: `Bearer ${await aTokenOf(world, place.enterprise.manager)}` }
    const get = (query: string) => send(site, `/api/exports/results.csv?lang=fr&${query}`, { headers })
    for (const by of ['', '@group', 'family', '@wave']) {
      const answer = await get(`wave=${place.waveId}&by=${encodeURIComponent(by)}`)
      expect(answer.status).toBe(200)
      const rows: Record<string, string>[] = parse(answer.text, { bom: true, delimiter: ';', columns: true })
      const shown = await read(place, by || undefined)
      const told = shown.questions.flatMap(({ lines }: any) =>
        lines.flatMap(({ cells: some, words }: any) => [
          ...(some.length === 0 ? [''] : some.map(({ count }: any) => String(count ?? ''))),
          ...words.map(({ count }: any) => String(count)),
        ]),
      )
      expect(rows.map((row) => row['Nombre'])).toEqual(told)
      for (const count of rows.flatMap((row) => [row['Nombre'], row['Répondants (n)']]))
        expect(count === '' || Number(count) >= 5).toBe(true)
    }
    expect((await get(`wave=${place.waveId}&by=invented`)).status).toBe(400)
    expect((await get('wave=x')).status).toBe(404)
  })

  test('a page is a few statements, however many questions and groups there are', async () => {
    const { statements } = await statementsOf(() => read(place, '@group'))
    expect(statements.filter((sql) => /^\s*(SELECT|WITH|INSERT|UPDATE|DELETE)/.test(sql)).length).toBeLessThanOrEqual(8)
  })
})

test('a place in one’s own words is named from five answers on, and never by the groups that are too small', async () => {
  const content = asking([
    { kind: 'place', key: 'village', level: 'municipality' },
    { kind: 'yesNo', key: 'comes' },
  ])
  const place = await aCollection(world, content, { closed: true, breakdowns: ['village'] })
  await answered(world, place, [
    ...times(9, { village: 'Liévin', comes: 'yes' }),
    ...times(6, { village: 'Lens', comes: 'no' }),
    ...times(3, { village: 'Avion', comes: 'yes' }),
    ...times(2, { village: 'Vimy', comes: 'no' }),
  ])
  for (const by of [undefined, 'village']) {
    const results = await read(place, by)
    expect(cells(results, 'village')).toEqual(['Lens=6', 'Liévin=9', '@others=5'])
    expect(JSON.stringify(results)).not.toMatch(/Avion|Vimy/)
  }
  expect((await read(place, 'village')).questions[1].lines.map(({ by, n }: any) => [by, n])).toEqual([
    ['', 20],
    ['Lens', 6],
    ['Liévin', 9],
    ['@rest', 5],
  ])
})

describe('what follows from one question to the next', () => {
  const followed = asking(
    [
      { kind: 'single', key: 'family', choices: 'f' },
      { kind: 'yesNo', key: 'of_b', relevant: `\${family} = 'b'`, required: true },
      { kind: 'yesNo', key: 'of_all', relevant: `\${family} != 'd'` },
    ],
    { f: list('a', 'b', 'c') },
  )

  test('how many were asked a question does not give away an answer that is not told', async () => {
    const place = await aCollection(world, followed, { closed: true })
    await answered(world, place, [
      ...times(20, { family: 'a', of_all: 'yes' }),
      ...times(13, { family: 'b', of_b: 'yes', of_all: 'no' }),
      ...times(4, { family: 'c', of_all: 'no' }),
    ])
    const results = await read(place)
    expect(cells(results, 'family')).toEqual(['a=20', 'b+c=17 b>=13'])
    // Thirteen were asked: 17 less 13 would be the four.
    expect(question(results, 'of_b').lines).toEqual([])
  })

  test('where all but a few were asked, the few stay hidden', async () => {
    const place = await aCollection(world, followed, { closed: true })
    await answered(world, place, [
      ...times(20, { family: 'a', of_all: 'yes' }),
      ...times(18, { family: 'b', of_b: 'yes', of_all: 'no' }),
      ...times(3, { family: 'c' }),
    ])
    const results = await read(place)
    expect(line(results, 'of_all')).toMatchObject({ n: null, missing: null, notAsked: null })
    expect(cells(results, 'of_all')).toEqual(['yes=20', 'no+@none=21 no>=17'])
  })
})

describe('whatever people say', () => {
  test('no number of any page is below five, and the groups add up to everybody', async () => {
    const roll = dice(4711)
    const content = asking(
      [
        { kind: 'single', key: 'a', choices: 'c' },
        { kind: 'agreement', key: 'b' },
        { kind: 'multiple', key: 'c', choices: 'c' },
        { kind: 'matrix', key: 'd', rows: 'c' },
        { kind: 'ranking', key: 'e', choices: 'c' },
        { kind: 'scale', key: 'f' },
        { kind: 'decimal', key: 'g' },
        { kind: 'date', key: 'h' },
        { kind: 'place', key: 'i' },
        { kind: 'yesNo', key: 'j', relevant: `\${a} = 'one'` },
        {
          kind: 'repeat',
          key: 'r',
          items: [
            { kind: 'yesNo', key: 'k' },
            { kind: 'integer', key: 'l' },
          ],
        },
      ],
      { c: list('one', 'two', 'three', 'four') },
    )
    const names = ['one', 'two', 'three', 'four']
    let told = 0
    for (let round = 0; round < 12; round++) {
      const groups = [{ name: 'A' }, { name: 'B' }, { name: 'C' }]
      const place = await aCollection(world, content, { closed: true, groups, breakdowns: ['a', 'b', 'j'] })
      const maybe = <T>(value: T) => (roll(6) === 0 ? undefined : roll(9) === 0 ? null : value)
      const people = Array.from({ length: 5 + roll(round * 12) }, () => {
        const a = maybe(names[Math.min(roll(4), roll(4))]!)
        const answers: Record<string, any> = {
          a,
          b: maybe(1 + roll(5)),
          c: maybe(names.filter(() => roll(2) === 0)),
          d: maybe({ one: 1 + roll(5), two: 3 + roll(2) }),
          e: maybe(names.slice(roll(3))),
          f: maybe(roll(11)),
          g: maybe(roll(400) / 10),
          h: maybe(`201${roll(9)}-0${1 + roll(9)}-11`),
          i: maybe(`BE${roll(4)}`),
          j: a === 'one' ? maybe(roll(4) ? 'yes' : 'no') : undefined,
          r: Array.from({ length: roll(4) }, () => ({ k: roll(2) ? 'yes' : 'no', l: roll(20) })),
        }
        for (const key of Object.keys(answers)) if (answers[key] === undefined) delete answers[key]
        return { answers, groupId: [...place.groups, null][Math.min(roll(4), roll(4))]! }
      })
      await answered(world, place, people)
      for (const by of [undefined, '@group', 'a', 'b', 'j', '@wave']) {
        const results = await read(place, by)
        for (const { lines } of results.questions) {
          for (const one of lines) {
            const numbers = [one.n, ...one.cells.flatMap(({ count, atLeast }: any) => [count, atLeast])]
            for (const number of [...numbers, ...one.ranks.map(({ n }: any) => n)]) {
              if (number !== null) told++
              expect(number === null || number >= 5).toBe(true)
            }
          }
          const all = lines.find((one: any) => one.by === '')
          const ofGroups = lines.filter((one: any) => one.by !== '' && one.part === all.part && one.n !== null)
          if (by && by !== '@wave' && ofGroups.length > 0)
            expect(ofGroups.reduce((sum: number, one: any) => sum + one.n, 0)).toBe(all.n)
        }
      }
    }
    expect(told).toBeGreaterThan(1000)
  }, 60_000)
})

describe('who may see results', () => {
  test('the team and the coach who accompanies; nobody else, and no other enterprise', async () => {
    const place = await aCollection(world, families, { closed: true })
    await answered(world, place, times(9, { problem: 'no' }))
    const { partner, coach } = place.enterprise
    expect((await read(place, undefined, coach)).shown).toBe(true)
    const strangers = await Promise.all([
      anActor(world, 'coach', { partner }),
      anActor(world, 'partnerAdmin', { partner }),
      anActor(world, 'researcher', { partner }),
      aCollection(world, families).then(({ enterprise }) => enterprise.manager),
    ])
    for (const actor of strangers) {
      for (const text of [RESULTS, PROGRESS])
        expect(codeOf(await ask(world, actor, text, { waveId: place.waveId }))).toBe('NOT_FOUND')
    }
  })

  test('open answers are read by the team, and by the coach once the enterprise lets them; from five on', async () => {
    const OPEN = `query ($waveId: ID!, $after: String) { openAnswers(waveId: $waveId, questionKey: "first", first: 4, after: $after) {
      nodes { text language } pageInfo { hasNextPage endCursor } } }`
    const silent = await aCollection(world, families, { closed: true })
    const open = await aCollection(world, families, { closed: true, coachReads: true })
    for (const place of [silent, open]) {
      await answered(world, place, times(4, { first: 'Le bruit' }))
      const none = await must(world, place.enterprise.manager, OPEN, { waveId: place.waveId })
      expect(none.openAnswers.nodes).toEqual([])
      await answered(world, place, [...times(3, { first: 'Le temps' }, { language: 'nl' }), ...times(2, {})])
    }
    const { enterprise, waveId } = open
    const first = (await must(world, enterprise.coach, OPEN, { waveId })).openAnswers
    const rest = (await must(world, enterprise.manager, OPEN, { waveId, after: first.pageInfo.endCursor })).openAnswers
    const texts = [...first.nodes, ...rest.nodes].map(({ text }: any) => text)
    expect(texts.toSorted()).toEqual([...Array(4).fill('Le bruit'), ...Array(3).fill('Le temps')])
    expect(rest.pageInfo.hasNextPage).toBe(false)
    expect(codeOf(await ask(world, silent.enterprise.coach, OPEN, { waveId: silent.waveId }))).toBe('NOT_FOUND')
  })
})

test('waves of one questionnaire stand side by side, each by its own page', async () => {
  const first = await aCollection(world, families, { closed: true, title: '2017' })
  const second = await aCollection(world, families, {
    closed: true,
    title: '2018',
    enterprise: first.enterprise,
    questionnaireId: first.questionnaireId,
  })
  await answered(world, first, [...times(10, { problem: 'yes' }), ...times(6, { problem: 'no' })])
  await answered(world, second, [...times(20, { problem: 'yes' }), ...times(2, { problem: 'no' })])
  await read(first)
  const results = await read(second, '@wave')
  expect(results.groups.map(({ name, answers }: any) => [name, answers.count])).toEqual([
    ['2017', 16],
    ['2018', 22],
  ])
  expect(cells(results, 'problem', first.waveId)).toEqual(['yes=10', 'no=6'])
  expect(cells(results, 'problem', second.waveId)).toEqual(cells(await read(second), 'problem'))
})

test('another way of breaking down is counted anew by a job', async () => {
  const place = await aCollection(world, families, { closed: true })
  await answered(world, place, [
    ...times(9, { family: 'alone', heard: 4 }),
    ...times(8, { family: 'couple', heard: 2 }),
  ])
  await read(place)
  await world.root.query(`UPDATE wave SET breakdowns = '{family}' WHERE id = $1`, [place.waveId])
  expect((await read(place, 'family')).explanations).toContain('counting')
  await world.runJobs()
  const results = await read(place, 'family')
  expect(question(results, 'heard').lines.map(({ by, n }: any) => [by, n])).toEqual([
    ['', 17],
    ['alone', 9],
    // With shared custody, of which nobody answered: none and few look the same.
    ['@rest', 8],
  ])
})
