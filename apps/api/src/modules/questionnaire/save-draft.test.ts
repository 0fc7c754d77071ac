import type { Questionnaire } from '@vises/questionnaire/model.ts'
import { ask, aWorld, codeOf, must, statementsOf } from '../../../test/world.ts'
import type { World } from '../../../test/world.ts'
import { newId } from '../../platform/id.ts'
import type { Actor } from '../access/actor.ts'
import { anEnterprise, anEvaluation } from '../evaluation/test-builders.ts'
import type { EnterpriseOfTest } from '../evaluation/test-builders.ts'
import { aCopy, aDraft, aQuestion, aQuestionnaire, look, save } from './test-builders.ts'

let world: World
let enterprise: EnterpriseOfTest
beforeAll(async () => {
  world = await aWorld()
  enterprise = await anEnterprise(world)
})
afterAll(() => world.close())

const SAVE = `mutation ($input: SaveDraftInput!) { saveDraft(input: $input) { questionnaire { draftRevision draft } conflict { revision } } }`
const TRANSLATE = `mutation ($input: SaveTranslationsInput!) {
  saveTranslations(input: $input) { saved problem problems { path code current } questionnaire { draft draftRevision } } }`

/** Saves one Dutch text, as the contributor. */
const translate = async (id: string, path: string, text: string) => {
  const input = { questionnaireId: id, language: 'nl', texts: [{ path, text, sourceHash: 'x' }] }
  return (await must(world, enterprise.contributor, TRANSLATE, { input })).saveTranslations
}

describe('a team writes a questionnaire', () => {
  test('it begins blank, with its title, in the language that was chosen', async () => {
    const made = await aQuestionnaire(world, enterprise)
    expect(made).toMatchObject({
      title: 'Enquête',
      baseLanguage: 'fr',
      languages: ['fr'],
      questions: 0,
      publication: 'draft',
      draftRevision: 1,
      draft: { title: { fr: 'Enquête' }, items: [], choiceLists: {} },
      origin: null,
    })
  })

  test('a save is the next revision, and what lists show follows', async () => {
    const made = await aQuestionnaire(world, enterprise)
    const { questionnaire } = await save(world, enterprise.contributor, made, aDraft([aQuestion('a'), aQuestion('b')]))
    expect(questionnaire).toMatchObject({
      draftRevision: 2,
      questions: 2,
      languages: ['fr', 'nl'],
      updatedByName: enterprise.contributor.name,
      coverage: [
        { language: 'fr', total: 3, translated: 3, stale: 0 },
        { language: 'nl', total: 3, translated: 3, stale: 0 },
      ],
    })
  })

  test('a draft may be unfinished: it is saved, and what is wrong is told', async () => {
    const draft = aDraft([
      aQuestion('a', { relevant: '${nobody} = 1' }),
      aQuestion('a'),
      { key: 'empty', kind: 'page', items: [] },
      aQuestion('c', { kind: 'single', choices: 'none' }),
    ])
    const { problems } = await aQuestionnaire(world, enterprise, draft)
    const told = problems.map(({ key, place, code }: any) => `${key} ${place} ${code}`)
    expect(told).toEqual(
      expect.arrayContaining(['a relevant unknownReference', 'empty items empty', 'c choices unknownList']),
    )
    expect(told.some((one: string) => one.includes('duplicateKey'))).toBe(true)
  })

  test('the same operation sent eight times at once is one revision', async () => {
    const made = await aQuestionnaire(world, enterprise)
    const operationId = newId()
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => save(world, enterprise.manager, made, aDraft(), { operationId })),
    )
    expect(answers.map(({ questionnaire }) => questionnaire?.draftRevision)).toEqual(Array(8).fill(2))
    expect((await look(world, enterprise.manager, made.id)).draftRevision).toBe(2)
  })

  test('an operation that comes again after others still is the one it was', async () => {
    const made = await aQuestionnaire(world, enterprise)
    const operationId = newId()
    await save(world, enterprise.manager, made, aDraft(), { operationId })
    await save(world, enterprise.contributor, { ...made, draftRevision: 2 }, aDraft([aQuestion('b')]))
    const { questionnaire, conflict } = await save(world, enterprise.manager, made, aDraft(), { operationId })
    expect([conflict, questionnaire.draftRevision, questionnaire.draft.items[0].key]).toEqual([null, 3, 'b'])
  })

  test('an operation is not used for another draft', async () => {
    const made = await aQuestionnaire(world, enterprise)
    const operationId = newId()
    await save(world, enterprise.manager, made, aDraft(), { operationId })
    const input = { questionnaireId: made.id, revision: 2, draft: aDraft([aQuestion('b')]), operationId }
    expect(codeOf(await ask(world, enterprise.manager, SAVE, { input }))).toBe('BAD_INPUT')
  })

  test('of eight people who write on the same revision one is saved, the others see who was faster', async () => {
    const made = await aQuestionnaire(world, enterprise)
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => save(world, enterprise.manager, made, aDraft([aQuestion(`q${n}`)]))),
    )
    const saved = answers.filter(({ questionnaire }) => questionnaire)
    expect(saved).toHaveLength(1)
    for (const { conflict } of answers.filter(({ questionnaire }) => !questionnaire)) {
      expect(conflict).toMatchObject({ revision: 2, savedByName: enterprise.manager.name })
      expect(conflict.draft.items).toEqual(saved[0]!['questionnaire'].draft.items)
      expect(conflict.yours.items).not.toEqual(conflict.draft.items)
    }
    expect((await look(world, enterprise.manager, made.id)).draftRevision).toBe(2)
  })

  test('the same words of two people are no conflict', async () => {
    const made = await aQuestionnaire(world, enterprise)
    await save(world, enterprise.manager, made, aDraft())
    const { conflict, questionnaire } = await save(world, enterprise.contributor, made, aDraft())
    expect([conflict, questionnaire.draftRevision]).toEqual([null, 2])
  })

  test('an autosave asks the database for few things', async () => {
    const made = await aQuestionnaire(world, enterprise)
    const { statements } = await statementsOf(() => save(world, enterprise.manager, made, aDraft()))
    expect(statements.filter((sql) => /SELECT|UPDATE/.test(sql) && !/memberships_of|SET LOCAL/.test(sql))).toHaveLength(
      5,
    )
  })
})

describe('two people at once, one designs and one translates', () => {
  test('the design takes up what was translated meanwhile', async () => {
    const made = await aQuestionnaire(world, enterprise, aDraft([aQuestion('a'), aQuestion('b')]))
    await translate(made.id, 'item/a/label', 'vertaald')
    await translate(made.id, 'item/b/label', 'ook vertaald')
    const draft = structuredClone(made.draft)
    draft.items.reverse()
    draft.items.push(aQuestion('c'))
    const { questionnaire, conflict } = await save(world, enterprise.manager, made, draft)
    expect(conflict).toBeNull()
    expect(questionnaire.draft.items.map(({ key, label }: any) => [key, label.nl])).toEqual([
      ['b', 'ook vertaald'],
      ['a', 'vertaald'],
      ['c', 'nl c'],
    ])
    expect(questionnaire.draftRevision).toBe(made.draftRevision + 3)
  })

  test('a translation of a question that goes meanwhile goes with it', async () => {
    const made = await aQuestionnaire(world, enterprise, aDraft([aQuestion('a'), aQuestion('b')]))
    await translate(made.id, 'item/b/label', 'vertaald')
    const { questionnaire } = await save(world, enterprise.manager, made, aDraft([aQuestion('a')]))
    expect(questionnaire.draft.items.map(({ key }: any) => key)).toEqual(['a'])
  })

  test('the same text written by both is a conflict', async () => {
    const made = await aQuestionnaire(world, enterprise, aDraft([aQuestion('a')]))
    await translate(made.id, 'item/a/label', 'vertaald')
    const { conflict } = await save(
      world,
      enterprise.manager,
      made,
      aDraft([aQuestion('a', { label: { fr: 'fr a', nl: 'anders' } })]),
    )
    expect(conflict).toMatchObject({ savedByName: enterprise.contributor.name })
    expect((await look(world, enterprise.manager, made.id)).draft.items[0]!.label).toEqual({
      fr: 'fr a',
      nl: 'vertaald',
    })
  })

  test('a design that changed meanwhile is a conflict, also when a translation came after it', async () => {
    const made = await aQuestionnaire(world, enterprise, aDraft([aQuestion('a')]))
    await save(world, enterprise.contributor, made, aDraft([aQuestion('a'), aQuestion('b')]))
    await translate(made.id, 'item/a/label', 'vertaald')
    const { conflict } = await save(world, enterprise.manager, made, aDraft([aQuestion('a'), aQuestion('c')]))
    expect(conflict.revision).toBe(made.draftRevision + 2)
  })
})

describe('a draft is read strictly', () => {
  const bad: [string, unknown, string][] = [
    ['a text', 'x', 'draft'],
    ['a list', [], 'draft'],
    ['an unknown property', { ...aDraft(), script: 'x' }, 'draft.script'],
    ['a prototype', JSON.parse(`{"__proto__": {}, ${JSON.stringify(aDraft()).slice(1)}`), 'draft.__proto__'],
    [
      'a prototype among the lists',
      aDraft([], { choiceLists: JSON.parse('{"__proto__": []}') }),
      'draft.choiceLists.__proto__',
    ],
    ['an unknown kind', aDraft([{ ...aQuestion('a'), kind: 'poem' as never }]), 'draft.items[0].kind'],
    ['a label that is no text', aDraft([aQuestion('a', { label: { fr: 1 as never } })]), 'draft.items[0].label.fr'],
    ['a label without end', aDraft([aQuestion('a', { label: { fr: 'x'.repeat(2001) } })]), 'draft.items[0].label.fr'],
    ['a base language that it does not have', aDraft([], { baseLanguage: 'de' }), 'draft.baseLanguage'],
    ['a language twice', aDraft([], { languages: ['fr', 'fr'] }), 'draft.languages'],
    ['too many questions', aDraft(Array.from({ length: 1001 }, (_, n) => aQuestion(`q${n}`))), 'draft.items'],
    [
      'too many choices',
      aDraft([], { choiceLists: { x: Array.from({ length: 10_001 }, (_, n) => ({ name: `c${n}`, label: {} })) } }),
      'draft.choiceLists.x',
    ],
    ['an expression without end', aDraft([aQuestion('a', { relevant: '1'.repeat(4001) })]), 'draft.items[0].relevant'],
  ]
  test.each(bad)('%s is refused, and the place is named', async (_what, draft, field) => {
    const made = await aQuestionnaire(world, enterprise)
    const input = { questionnaireId: made.id, revision: 1, draft, operationId: newId() }
    const answer = await ask(world, enterprise.manager, SAVE, { input })
    expect(codeOf(answer)).toBe('BAD_INPUT')
    const fields = (answer.errors![0]!.extensions['problems'] as { field: string }[]).map((one) => one.field)
    expect(fields.some((one) => one.startsWith(field))).toBe(true)
    expect((await look(world, enterprise.manager, made.id)).draftRevision).toBe(1)
  })

  test('groups within groups to the limit are taken, one more is not', async () => {
    const nested = (depth: number): Questionnaire['items'][number] =>
      depth
        ? { key: `g${depth}`, kind: 'group', items: [nested(depth - 1)] }
        : aQuestion('deep', { media: { image: { fr: 'a.png' } } })
    const made = await aQuestionnaire(world, enterprise, aDraft([nested(8)]))
    expect(made.problems).toMatchObject([{ code: 'missingFile', key: 'deep' }])
    const input = { questionnaireId: made.id, revision: 2, draft: aDraft([nested(9)]), operationId: newId() }
    expect(codeOf(await ask(world, enterprise.manager, SAVE, { input }))).toBe('BAD_INPUT')
  })
})

describe('where a questionnaire comes from', () => {
  const duplicate = (actor: Actor, id: string) =>
    ask(
      world,
      actor,
      `mutation ($id: ID!) { duplicateQuestionnaire(questionnaireId: $id) { questionnaire { id draft origin { kind source title version } } } }`,
      { id },
    )

  test('a duplicate keeps its texts, stands beside it, and says of each question where it was', async () => {
    const source = await aQuestionnaire(
      world,
      enterprise,
      aDraft([aQuestion('a'), { key: 'p', kind: 'page', items: [aQuestion('b')] }], {
        languages: ['fr', 'nl', 'en'],
        title: { fr: 'A', nl: 'B', en: 'C' },
      }),
    )
    const copy = (await duplicate(enterprise.contributor, source.id)).data?.['duplicateQuestionnaire'].questionnaire
    expect(copy.id).not.toBe(source.id)
    expect(copy.origin).toEqual({ kind: 'questionnaire', source: source.id, title: 'A', version: null })
    expect(copy.draft.title).toEqual({ fr: 'A (copie)', nl: 'B (kopie)', en: 'C (copy)' })
    expect(copy.draft.items[0]).toMatchObject({
      key: 'a',
      label: aQuestion('a').label,
      origin: { source: source.id, key: 'a' },
    })
    expect(copy.draft.items[1]).toMatchObject({ items: [{ origin: { source: source.id, key: 'b' } }] })
  })

  test('a questionnaire of the library is there to start from', async () => {
    const copy = await aCopy(world, enterprise, { libraryCode: 'textura' })
    expect(copy).toMatchObject({ questions: 11, problems: [], origin: { kind: 'library', source: 'textura' } })
  })

  test('it belongs to an evaluation of the enterprise, and to no other', async () => {
    const evaluationId = await anEvaluation(world, enterprise)
    expect((await aCopy(world, enterprise, { libraryCode: 'marelle' }, { evaluationId })).evaluationId).toBe(
      evaluationId,
    )
    const other = await anEnterprise(world, { partner: enterprise.partner })
    const theirs = await anEvaluation(world, other)
    await expect(aCopy(world, enterprise, { libraryCode: 'marelle' }, { evaluationId: theirs })).rejects.toThrow(
      'NOT_FOUND',
    )
  })

  test('of another enterprise nothing is copied', async () => {
    const other = await anEnterprise(world, { partner: enterprise.partner })
    const theirs = await aQuestionnaire(world, other, aDraft())
    expect(codeOf(await duplicate(enterprise.manager, theirs.id))).toBe('NOT_FOUND')
  })

  test('nothing is copied from two places, and a blank one needs a title', async () => {
    await expect(aCopy(world, enterprise, { libraryCode: 'marelle', templateId: newId() })).rejects.toThrow('onlyOne')
    await expect(aCopy(world, enterprise, {})).rejects.toThrow('empty')
  })

  test('what is archived is not changed, until it is restored', async () => {
    const made = await aQuestionnaire(world, enterprise, aDraft())
    const set = (verb: string) =>
      must(
        world,
        enterprise.manager,
        `mutation ($id: ID!) { ${verb}Questionnaire(questionnaireId: $id) { questionnaire { archivedAt } } }`,
        { id: made.id },
      )
    await set('archive')
    expect((await save(world, enterprise.manager, made, aDraft([aQuestion('b')])))['problem']).toBe('archived')
    expect((await translate(made.id, 'form/title', 'x')).problem).toBe('archived')
    await set('restore')
    expect((await save(world, enterprise.manager, made, aDraft([aQuestion('b')])))['problem']).toBeNull()
    const { rows } = await world.root.query(`SELECT action FROM audit_entry WHERE object_id = $1 ORDER BY at, id`, [
      made.id,
    ])
    expect(rows.map(({ action }) => action)).toEqual(['questionnaire.archived', 'questionnaire.restored'])
  })
})
