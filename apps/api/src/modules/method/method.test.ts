import { ApolloArmor } from '@escape.tech/graphql-armor'
import { parse, validate } from 'graphql'
import { ask, aWorld, anActor, codeOf, must, statementsOf } from '../../../test/world.ts'
import type { World } from '../../../test/world.ts'
import { LIMITS } from '../../platform/graphql-server.ts'
import { compileMethod, fieldOf, isItemId } from './compile-method.ts'
import { method2017 } from './data/method-2017.ts'
import { method2018 } from './data/method-2018.ts'

let world: World
beforeAll(async () => void (world = await aWorld()))
afterAll(() => world.close())

const TRI = '{ fr nl en }'
const FIELD = `key kind label ${TRI} help ${TRI} example ${TRI} options { code label ${TRI} } max maxLength expected`
const WHOLE = `query M($code: String!) { methodVersion(code: $code) {
  code name ${TRI} publishedOn summary ${TRI} changes ${TRI}
  phases { number title ${TRI} summary ${TRI} typicalMonths
    steps { code phase title ${TRI} origin leads joins summary ${TRI} why ${TRI} guidance ${TRI} artefact ${TRI} tool light mergedInto typicalDays
      fields { ${FIELD} item { ${FIELD} } } }
    gate { code title ${TRI} summary ${TRI} criteria { code label ${TRI} help ${TRI} check } outcomes { code label ${TRI} help ${TRI} } signs } }
  questionChecklist { code label ${TRI} hint ${TRI} weak ${TRI} better ${TRI} }
  questionTypes { code label ${TRI} } purposes { code label ${TRI} } domains { code label ${TRI} } collectionMethods { code label ${TRI} } } }`

interface Shown {
  phases: {
    steps: {
      code: string
      light: string
      mergedInto: string | null
      fields: { key: string; kind: string; maxLength: number | null }[]
    }[]
  }[]
}

describe('the method', () => {
  it('is read whole, in three languages, by everyone with a role', async () => {
    for (const role of ['researcher', 'platformLead', 'coach'] as const) {
      const { methodVersion } = await must<{ methodVersion: Shown }>(world, await anActor(world, role), WHOLE, {
        code: '2018',
      })
      const steps = methodVersion.phases.flatMap((phase) => phase.steps)
      expect(steps.map(({ code }) => code)).toEqual(
        method2018.phases.flatMap((phase) => phase.steps.map(({ code }) => code)),
      )
      expect(steps[0]).toMatchObject({ code: '1.0', light: 'merged', mergedInto: '1.1' })
      const question = steps.find(({ code }) => code === '1.7')?.fields.find(({ key }) => key === 'question')
      expect(question).toMatchObject({ kind: 'longText', maxLength: 20_000, expected: true })
    }
    expect(codeOf(await ask(world, undefined, WHOLE, { code: '2018' }))).toBe('UNAUTHENTICATED')
    expect(codeOf(await ask(world, await anActor(world, 'coach'), WHOLE, { code: '1999' }))).toBe('NOT_FOUND')
  })

  it('stays inside the limits of the API when it is read whole', () => {
    const { validationRules } = new ApolloArmor({
      maxDepth: { n: LIMITS.depth },
      costLimit: { maxCost: LIMITS.cost },
      maxAliases: { n: LIMITS.aliases },
      maxTokens: { enabled: false },
    }).protect()
    expect(validate(world.schema, parse(WHOLE, { maxTokens: LIMITS.tokens }), validationRules)).toEqual([])
  })

  it('lists its versions, newest first', async () => {
    const { methodVersions } = await must(
      world,
      await anActor(world, 'coach'),
      '{ methodVersions { code publishedOn } }',
    )
    expect(methodVersions.map(({ code }: { code: string }) => code)).toEqual(['2018', '2017'])
  })

  it('is read from memory after the first time', async () => {
    const actor = await anActor(world, 'coach')
    await must(world, actor, WHOLE, { code: '2018' })
    const { statements } = await statementsOf(() => must(world, actor, WHOLE, { code: '2018' }))
    expect(statements.filter((sql) => sql.includes('method_version'))).toEqual([])
  })

  it('cannot be changed once an evaluation uses it', async () => {
    await world.root.query(`UPDATE method_version SET frozen_at = now() WHERE code = '2017'`)
    await expect(world.root.query(`UPDATE method_version SET data = '{}' WHERE code = '2017'`)).rejects.toThrow(
      'frozen',
    )
    await expect(
      world.services.reference.rows(`UPDATE method_version SET data = '{}' WHERE code = '2018'`),
    ).rejects.toThrow('permission denied')
  })
})

describe('the look-ups of a method', () => {
  it('put every step of the light route on one screen or leave it out', () => {
    const { steps } = compileMethod(method2017)
    expect([...steps.values()].map((step) => [step.code, step.screen.light]).slice(0, 9)).toEqual([
      ['1.0', '1.1'],
      ['1.1', '1.1'],
      ['1.2', undefined],
      ['1.3', '1.3'],
      ['1.4', undefined],
      ['1.5', '1.6'],
      ['1.6', '1.6'],
      ['1.7', '1.7'],
      ['1.8', '1.7'],
    ])
  })

  it.each([
    ['question', 'longText'],
    ['candidates', 'list'],
    ['candidates/c1/text', 'longText'],
    ['candidates/c1', undefined],
    ['candidates/c1/text/more', undefined],
    ['candidates//text', undefined],
    ['question/c1/text', undefined],
    ['list/c1/text', undefined],
    ['', undefined],
    ['constructor', undefined],
  ])('know the key %s as %s', (key, kind) => {
    expect(fieldOf(compileMethod(method2018).steps.get('1.7')!, key)?.kind).toBe(kind)
  })

  it.each([
    ['a', true],
    ['A-b_9', true],
    ['0190f5c2-7a3b-7c11-8d5e-0123456789ab', true],
    ['x'.repeat(40), true],
    ['x'.repeat(41), false],
    ['', false],
    ['a b', false],
    ['é', false],
    [7, false],
  ])('take %s as an item: %s', (id, is) => expect(isItemId(id)).toBe(is))
})
