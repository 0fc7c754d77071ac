import { anActor, ask, aWorld, codeOf, must } from '../../../test/world.ts'
import type { World } from '../../../test/world.ts'
import { newId } from '../../platform/id.ts'
import { anEnterprise } from '../cohort/test-builders.ts'

let world: World
beforeAll(async () => void (world = await aWorld()))
afterAll(() => world.close())

const CREATE = `mutation ($input: CreateRecordInput!) { createRecord(input: $input) { record { id revision notes columns rows } } }`
const SAVE = `mutation ($input: SaveRecordInput!) { saveRecord(input: $input) { problem record { revision notes } } }`
const RECORD = `query ($id: ID!) { record(recordId: $id) { notes excerptCount archivedAt } }`
const LIST = `query ($id: ID!, $archived: Boolean = false) { records(enterpriseId: $id, archived: $archived) { records { id title rowCount excerptCount } codes { id name excerptCount recordCount } consentsAwaited } }`
const EXCERPT = `mutation ($id: ID!, $input: ExcerptInput!) { addExcerpt(recordId: $id, input: $input) { problem excerpt { id text consent codeIds } } }`
const CHANGE = `mutation ($id: ID!, $input: ExcerptInput!) { changeExcerpt(excerptId: $id, input: $input) { excerpt { text consent consentOn } } }`
const CODE = `mutation ($input: SaveCodeInput!) { saveCode(input: $input) { problem code { id name } } }`
const READ = `query ($id: ID!, $text: String!) { readRegister(enterpriseId: $id, text: $text) { columns rows } }`

async function aTeam() {
  const admin = await anActor(world, 'partnerAdmin')
  const partner = { id: admin.partnerId }
  const coach = await anActor(world, 'coach', { partner })
  const enterprise = await anEnterprise(world, admin, { name: 'Ours', coach, evaluation: { currentStep: '2.7' } })
  const member = await anActor(world, 'contributor', { partner, enterpriseId: enterprise.id })
  const input = { enterpriseId: enterprise.id, kind: 'lifeStory', title: 'Ancien, deux ans', language: 'fr' }
  const create = async (more = {}) =>
    (await must(world, member, CREATE, { input: { ...input, ...more } })).createRecord.record
  return { admin, partner, coach, enterprise, member, create, input }
}

describe('records of an evaluation', () => {
  it('are written and read by the enterprise, read by its coach, and absent for anybody else', async () => {
    const { admin, coach, enterprise, member, create, input, partner } = await aTeam()
    const { id } = await create({ notes: 'On m’a mis en binôme.\r\n' })
    expect((await must(world, member, RECORD, { id })).record.notes).toBe('On m’a mis en binôme.')
    expect((await must(world, coach, RECORD, { id })).record.notes).toBe('On m’a mis en binôme.')
    const neighbour = await anActor(world, 'manager', {
      partner,
      enterpriseId: (await anEnterprise(world, admin, { name: 'Theirs' })).id,
    })
    const absent = JSON.stringify(await ask(world, neighbour, RECORD, { id: newId() }))
    for (const stranger of [
      neighbour,
      admin,
      await anActor(world, 'coach', { partner }),
      await anActor(world, 'coach', {}),
    ])
      expect(JSON.stringify(await ask(world, stranger, RECORD, { id }))).toBe(absent)
    expect(codeOf(await ask(world, coach, CREATE, { input }))).toBe('NOT_FOUND')
    expect((await must(world, member, LIST, { id: enterprise.id })).records.records).toHaveLength(1)
  })

  it('two people who save at once: the second is shown what the first wrote, and nothing is lost', async () => {
    const { member, create, input } = await aTeam()
    const { id, revision } = await create()
    const { enterpriseId: _, ...rest } = input
    const save = (notes: string, from: number) =>
      must(world, member, SAVE, { input: { ...rest, recordId: id, revision: from, notes } }).then(
        ({ saveRecord }) => saveRecord,
      )
    expect(await save('first', revision)).toEqual({ problem: null, record: { revision: 2, notes: 'first' } })
    expect(await save('second', revision)).toEqual({
      problem: 'CHANGED_MEANWHILE',
      record: { revision: 2, notes: 'first' },
    })
    const race = await Promise.all(Array.from({ length: 8 }, (_, index) => save(`race ${index}`, 2)))
    expect(race.filter(({ problem }) => problem === null)).toHaveLength(1)
  })

  it('are put away with their excerpts, and taken back', async () => {
    const { enterprise, member, create } = await aTeam()
    const { id } = await create({ notes: 'Je n’osais rien demander.' })
    await must(world, member, EXCERPT, { id, input: { text: 'Je n’osais rien demander.', consent: 'asked' } })
    const put = (archived: boolean) =>
      must(
        world,
        member,
        `mutation ($id: ID!, $archived: Boolean!) { archiveRecord(recordId: $id, archived: $archived) { record { id } } }`,
        { id, archived },
      )
    await put(true)
    expect((await must(world, member, LIST, { id: enterprise.id })).records).toMatchObject({
      records: [],
      consentsAwaited: 0,
    })
    expect((await must(world, member, LIST, { id: enterprise.id, archived: true })).records.records).toHaveLength(1)
    await put(false)
    expect((await must(world, member, LIST, { id: enterprise.id })).records).toMatchObject({
      records: [{ id, excerptCount: 1 }],
      consentsAwaited: 1,
    })
  })
})

describe('excerpts', () => {
  it('are words that stand in the notes; what they were does not change afterwards', async () => {
    const { member, create } = await aTeam()
    const { id } = await create({ notes: 'Elle m’a montré deux fois, sans soupirer.' })
    const invented = await must(world, member, EXCERPT, { id, input: { text: 'Elle a soupiré.' } })
    expect(invented.addExcerpt).toEqual({ problem: 'NOT_IN_NOTES', excerpt: null })
    const { excerpt } = (await must(world, member, EXCERPT, { id, input: { text: 'sans soupirer' } })).addExcerpt
    expect(excerpt).toMatchObject({ text: 'sans soupirer', consent: 'none' })
    const changed = await must(world, member, CHANGE, {
      id: excerpt.id,
      input: { text: 'autre chose', consent: 'public', consentOn: '2018-05-02' },
    })
    expect(changed.changeExcerpt.excerpt).toEqual({ text: 'sans soupirer', consent: 'public', consentOn: '2018-05-02' })
  })

  it('the audit log tells who recorded a consent, without the words', async () => {
    const { member, create } = await aTeam()
    const { id } = await create({ notes: 'Une phrase très reconnaissable.' })
    await must(world, member, EXCERPT, { id, input: { text: 'très reconnaissable', consent: 'federation' } })
    const { rows } = await world.root.query(
      `SELECT action, new, row_to_json(a)::text AS line FROM audit_entry a WHERE partner_id = $1 AND object_type = 'excerpt'`,
      [member.partnerId],
    )
    expect(rows).toMatchObject([{ action: 'excerpt.consentChanged', new: { consent: 'federation' } }])
    expect(rows[0].line).not.toContain('reconnaissable')
  })

  it('carry codes of their own enterprise only, and codes count them', async () => {
    const { enterprise, member, create, admin, partner } = await aTeam()
    const other = await anEnterprise(world, admin, { name: 'Theirs' })
    const neighbour = await anActor(world, 'manager', { partner, enterpriseId: other.id })
    const codeFor = async (actor: typeof member, enterpriseId: string, name: string) =>
      (await must(world, actor, CODE, { input: { enterpriseId, name } })).saveCode
    const pairing = (await codeFor(member, enterprise.id, 'Binôme')).code
    expect(await codeFor(member, enterprise.id, 'binôme')).toMatchObject({ problem: 'CODE_EXISTS' })
    const foreign = (await codeFor(neighbour, other.id, 'Binôme')).code
    const { id } = await create({ notes: 'En binôme, on ose.' })
    const add = (codeIds: string[]) => ask(world, member, EXCERPT, { id, input: { text: 'on ose', codeIds } })
    expect(codeOf(await add([foreign.id]))).toBe('NOT_FOUND')
    expect(codeOf(await add([pairing.id]))).toBeUndefined()
    expect((await must(world, member, LIST, { id: enterprise.id })).records.codes).toEqual([
      { id: pairing.id, name: 'Binôme', excerptCount: 1, recordCount: 1 },
    ])
  })
})

describe('registers', () => {
  it.each([
    ['copied from a spreadsheet', 'Sortie\tSituation\n2018-01\temploi\n\n2018-02\tinconnue\n'],
    ['a CSV file with semicolons', '\uFEFFSortie;Situation\r\n2018-01;emploi\r\n2018-02;inconnue'],
    ['a CSV file with commas and quotes', '"Sortie","Situation"\n"2018-01","emploi"\n2018-02,inconnue'],
  ])('are read from a table: %s', async (_, text) => {
    const { enterprise, member } = await aTeam()
    expect((await must(world, member, READ, { id: enterprise.id, text })).readRegister).toEqual({
      columns: ['Sortie', 'Situation'],
      rows: [
        ['2018-01', 'emploi'],
        ['2018-02', 'inconnue'],
      ],
    })
  })

  it('a table with two columns of one name, or too many rows, is refused with the reason', async () => {
    const { enterprise, member } = await aTeam()
    const problems = async (text: string) =>
      ((await ask(world, member, READ, { id: enterprise.id, text })) as any).errors[0].extensions.problems
    expect(await problems('A;a\n1;2')).toEqual([{ field: 'columns', code: 'duplicate' }])
    expect(await problems(`A\n${'1\n'.repeat(5001)}`)).toEqual([{ field: 'rows', code: 'tooMany' }])
    expect(await problems('A;B\n1;2;3')).toEqual([{ field: 'rows', code: 'longerThanHead' }])
    expect(await problems('')).toEqual([{ field: 'text', code: 'required' }])
  })

  it('keep their rows; other records have none', async () => {
    const { create } = await aTeam()
    const table = { columns: ['Situation'], rows: [['emploi'], ['']] }
    expect(await create({ kind: 'register', ...table })).toMatchObject({ columns: ['Situation'], rows: [['emploi']] })
    expect(await create({ kind: 'interview', ...table })).toMatchObject({ columns: [], rows: [] })
  })
})
