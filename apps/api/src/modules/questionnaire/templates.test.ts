import { ask, anActor, aPartner, aWorld, codeOf, must, statementsOf, tenantOf } from '../../../test/world.ts'
import type { World } from '../../../test/world.ts'
import { newId } from '../../platform/id.ts'
import { anEnterprise } from '../evaluation/test-builders.ts'
import type { EnterpriseOfTest } from '../evaluation/test-builders.ts'
import type { Actor } from '../access/actor.ts'
import { aCopy, aDraft, aQuestion, aQuestionnaire, aTemplate, look, publish, QUERY, save } from './test-builders.ts'

let world: World
let enterprise: EnterpriseOfTest
beforeAll(async () => {
  world = await aWorld()
  enterprise = await anEnterprise(world)
})
afterAll(() => world.close())

const offer = async (actor: Actor, templateId: string, verb = 'offer') =>
  must(
    world,
    actor,
    `mutation ($id: ID!) { ${verb}Template(templateId: $id) { questionnaire { offeredAt } problem } }`,
    { id: templateId },
  )

const TEMPLATES = `query ($archived: Boolean! = false) { questionnaireTemplates(first: 100, archived: $archived) { nodes { id title offeredAt } } }`
const titlesOf = async (actor: Actor): Promise<string[]> =>
  (await must(world, actor, TEMPLATES)).questionnaireTemplates.nodes.map(({ title }: any) => title)

const isHidden = async (actor: Actor, id: string) =>
  codeOf(await ask(world, actor, QUERY, { questionnaireId: id })) === 'NOT_FOUND'

describe('a partner makes templates for its enterprises', () => {
  test('nobody of an enterprise sees one before it is offered, everybody afterwards, nobody once it is withdrawn', async () => {
    const { partnerAdmin, coach, manager } = enterprise
    const template = await aTemplate(world, coach, aDraft([aQuestion('a')], { title: { fr: 'Accueil' } }))
    expect(template).toMatchObject({ isTemplate: true, enterpriseId: null, offeredAt: null, publication: 'draft' })
    expect([await titlesOf(partnerAdmin), await titlesOf(manager)]).toEqual([['Accueil'], []])
    expect(await isHidden(manager, template.id)).toBe(true)
    await offer(partnerAdmin, template.id)
    expect(await titlesOf(manager)).toEqual(['Accueil'])
    expect((await look(world, manager, template.id))['can']).toEqual(['template:read'])
    await offer(coach, template.id, 'withdraw')
    expect([await titlesOf(manager), await isHidden(manager, template.id)]).toEqual([[], true])
  })

  test('an enterprise copies it; the copy knows each question’s origin and stays when the template goes', async () => {
    const { coach } = enterprise
    const draft = aDraft([aQuestion('a'), { key: 'p', kind: 'page', items: [aQuestion('b')] }], {
      title: { fr: 'Accueil' },
    })
    const template = await aTemplate(world, coach, draft)
    await expect(aCopy(world, enterprise, { templateId: template.id })).rejects.toThrow('NOT_FOUND')
    await offer(coach, template.id)
    const copy = await aCopy(world, enterprise, { templateId: template.id })
    expect(copy).toMatchObject({ isTemplate: false, enterpriseId: enterprise.id })
    expect(copy['origin']).toEqual({ kind: 'template', source: template.id, title: 'Accueil', version: null })
    expect(copy.draft.items[0]).toMatchObject({ origin: { source: template.id, key: 'a' } })
    expect(copy.draft.items[1]).toMatchObject({ items: [{ origin: { source: template.id, key: 'b' } }] })
    await offer(coach, template.id, 'withdraw')
    expect(await look(world, enterprise.manager, copy.id)).toMatchObject({ origin: { source: template.id } })
  })

  test('it is saved, translated and duplicated like a questionnaire, and not published', async () => {
    const { coach, partnerAdmin } = enterprise
    const template = await aTemplate(world, coach, aDraft())
    const { questionnaire } = await save(world, partnerAdmin, template, aDraft([aQuestion('b')]))
    expect(questionnaire).toMatchObject({ draftRevision: 3, updatedByName: partnerAdmin.name })
    const input = {
      questionnaireId: template.id,
      language: 'nl',
      texts: [{ path: 'item/b/label', text: 'ander', sourceHash: 'x' }],
    }
    const translated = await must(
      world,
      coach,
      `mutation ($input: SaveTranslationsInput!) { saveTranslations(input: $input) { saved } }`,
      { input },
    )
    expect(translated.saveTranslations.saved).toBe(1)
    const copied = await must(
      world,
      coach,
      `mutation ($id: ID!) { duplicateQuestionnaire(questionnaireId: $id) { questionnaire { isTemplate offeredAt origin { kind } } } }`,
      { id: template.id },
    )
    expect(copied.duplicateQuestionnaire.questionnaire).toEqual({
      isTemplate: true,
      offeredAt: null,
      origin: { kind: 'template' },
    })
    for (const actor of [coach, enterprise.manager])
      await expect(publish(world, actor, template)).rejects.toThrow('NOT_FOUND')
  })

  test('people of an enterprise change none, also where the use cases would let them', async () => {
    const { coach, manager } = enterprise
    const template = await aTemplate(world, coach, aDraft())
    await offer(coach, template.id)
    await expect(save(world, manager, template, aDraft([aQuestion('x')]))).rejects.toThrow('NOT_FOUND')
    await expect(offer(manager, template.id, 'withdraw')).rejects.toThrow('NOT_FOUND')
    const write = (sql: string, params: unknown[]) => tenantOf(world, manager).write((db) => db.rows(sql, params))
    const [partnerId] = [manager.partnerId]
    expect(
      await write(`UPDATE questionnaire_template SET title = 'x' WHERE partner_id = $1 RETURNING id`, [partnerId]),
    ).toEqual([])
    expect(await write('DELETE FROM questionnaire_template WHERE partner_id = $1 RETURNING id', [partnerId])).toEqual(
      [],
    )
    await expect(
      write(
        `INSERT INTO questionnaire_template (partner_id, id, title, draft, updated_by_name, offered_at) VALUES ($1, $2, 'x', '{}', 'x', now())`,
        [partnerId, newId()],
      ),
    ).rejects.toThrow('row-level security')
  })

  test('an archived one is offered to nobody', async () => {
    const { coach, manager } = enterprise
    const template = await aTemplate(world, coach, aDraft([], { title: { fr: 'Vieux' } }))
    await offer(coach, template.id)
    await must(world, coach, `mutation ($id: ID!) { archiveQuestionnaire(questionnaireId: $id) { problem } }`, {
      id: template.id,
    })
    expect(await titlesOf(manager)).not.toContain('Vieux')
    expect((await must(world, manager, TEMPLATES, { archived: true })).questionnaireTemplates.nodes).not.toContainEqual(
      expect.objectContaining({ title: 'Vieux' }),
    )
    await expect(aCopy(world, enterprise, { templateId: template.id })).rejects.toThrow('NOT_FOUND')
    await offer(coach, template.id, 'withdraw')
    expect((await offer(coach, template.id)).offerTemplate.problem).toBe('archived')
    const { rows } = await world.root.query('SELECT action FROM audit_entry WHERE object_id = $1 ORDER BY at, id', [
      template.id,
    ])
    expect(rows.map(({ action }) => action)).toEqual(['template.offered', 'template.archived', 'template.withdrawn'])
  })
})

describe('whose questionnaires', () => {
  test('the coach reads, the administrator does not, another enterprise and another partner know nothing', async () => {
    const made = await aQuestionnaire(world, enterprise, aDraft())
    expect((await look(world, enterprise.coach, made.id))['can']).not.toContain('questionnaire:write')
    await expect(save(world, enterprise.coach, made, aDraft([aQuestion('x')]))).rejects.toThrow('NOT_FOUND')
    const sister = await anEnterprise(world, { partner: enterprise.partner })
    const stranger = await anEnterprise(world)
    const otherCoach = await anActor(world, 'coach', { partner: enterprise.partner })
    const lead = await anActor(world, 'platformLead', { partner: enterprise.partner })
    for (const actor of [enterprise.partnerAdmin, sister.manager, stranger.manager, stranger.coach, otherCoach, lead])
      expect([actor.role, await isHidden(actor, made.id)]).toEqual([actor.role, true])
  })

  test('templates of another partner are not there', async () => {
    const template = await aTemplate(world, enterprise.coach, aDraft([], { title: { fr: 'Chez nous' } }))
    await offer(enterprise.coach, template.id)
    const stranger = await anActor(world, 'coach', { partner: await aPartner(world) })
    expect([await titlesOf(stranger), await isHidden(stranger, template.id)]).toEqual([[], true])
  })
})

describe('the list of an enterprise', () => {
  const LIST = `query ($enterpriseId: ID!, $first: Int!, $after: String, $search: String, $archived: Boolean! = false) {
    questionnaires(enterpriseId: $enterpriseId, first: $first, after: $after, search: $search, archived: $archived) {
      nodes { id title publication questions problemCount coverage { language translated } openWaves } pageInfo { hasNextPage endCursor } } }`

  test('shows them page by page, changed last first, in one statement of its own', async () => {
    const own = await anEnterprise(world)
    for (let n = 0; n < 5; n++)
      await aQuestionnaire(world, own, aDraft([aQuestion('a')], { title: { fr: `Enquête ${n}` } }))
    const page = (after?: string) => must(world, own.manager, LIST, { enterpriseId: own.id, first: 2, after })
    const titles: string[] = []
    let after: string | undefined
    do {
      const { nodes, pageInfo } = (await page(after)).questionnaires
      titles.push(...nodes.map(({ title }: any) => title))
      after = pageInfo.hasNextPage ? pageInfo.endCursor : undefined
    } while (after)
    expect(titles).toEqual([4, 3, 2, 1, 0].map((n) => `Enquête ${n}`))
    const { statements, result } = await statementsOf(() => page())
    expect(statements.filter((sql) => sql.includes('FROM questionnaire q'))).toHaveLength(1)
    expect(statements.filter((sql) => /SELECT/.test(sql) && !/memberships_of/.test(sql))).toHaveLength(2)
    expect(result.questionnaires.nodes[0]).toMatchObject({
      publication: 'draft',
      questions: 1,
      problemCount: 0,
      openWaves: 0,
      coverage: [
        { language: 'fr', translated: 2 },
        { language: 'nl', translated: 1 },
      ],
    })
  })

  test('finds a part of a title, and the archived ones when asked', async () => {
    const own = await anEnterprise(world)
    const [one] = [
      await aQuestionnaire(world, own, aDraft([], { title: { fr: 'Familles 100 %' } })),
      await aQuestionnaire(world, own),
    ]
    const find = async (more: Record<string, unknown>) =>
      (await must(world, own.manager, LIST, { enterpriseId: own.id, first: 10, ...more })).questionnaires.nodes.map(
        ({ title }: any) => title,
      )
    expect(await find({ search: '0 %' })).toEqual(['Familles 100 %'])
    expect(await find({ search: '%' })).toEqual(['Familles 100 %'])
    expect(await find({ search: 'ENQUETE' })).toEqual(['Enquête'])
    await must(world, own.manager, `mutation ($id: ID!) { archiveQuestionnaire(questionnaireId: $id) { problem } }`, {
      id: one!.id,
    })
    expect([await find({}), await find({ archived: true })]).toEqual([['Enquête'], ['Familles 100 %']])
  })
})

describe('the question bank', () => {
  const BANK = `query ($source: BankSource!, $enterpriseId: ID, $search: String, $kinds: [String!], $first: Int!, $after: String) {
    questionBank(source: $source, enterpriseId: $enterpriseId, search: $search, kinds: $kinds, first: $first, after: $after) {
      nodes { source sourceId sourceTitle version key kind question choiceLists } pageInfo { hasNextPage endCursor } } }`
  const bank = async (actor: Actor, more: Record<string, unknown>) =>
    (await must(world, actor, BANK, { first: 100, ...more })).questionBank

  const LISTS = { x: [{ name: 'y', label: { fr: 'Oui' } }], z: [{ name: 'n', label: { fr: 'Non' } }] }
  const draft = () =>
    aDraft(
      [
        aQuestion('age', { kind: 'integer', label: { fr: 'Quel âge ?', nl: 'Hoe oud?' } }),
        {
          key: 'p',
          kind: 'page',
          label: { fr: 'Quelle page' },
          items: [aQuestion('one', { kind: 'single', choices: 'x' })],
        },
        { key: 'r', kind: 'repeat', items: [{ key: 'g', kind: 'group', items: [aQuestion('deep')] }] },
      ],
      { choiceLists: LISTS, title: { fr: 'Nous' } },
    )

  test('holds every question of the enterprise’s own questionnaires, wherever it stands, with its lists', async () => {
    const own = await anEnterprise(world)
    const made = await aQuestionnaire(world, own, draft())
    const { nodes } = await bank(own.contributor, { source: 'own', enterpriseId: own.id })
    expect(nodes.map(({ key }: any) => key)).toEqual(['age', 'one', 'deep'])
    expect(nodes[1]).toEqual({
      source: 'own',
      sourceId: made.id,
      sourceTitle: 'Nous',
      version: null,
      key: 'one',
      kind: 'single',
      question: aQuestion('one', { kind: 'single', choices: 'x' }),
      choiceLists: { x: LISTS.x },
    })
  })

  test('is searched in every language and by kind, page by page', async () => {
    const own = await anEnterprise(world)
    for (let n = 0; n < 3; n++) await aQuestionnaire(world, own, draft())
    const found = async (more: Record<string, unknown>) =>
      (await bank(own.manager, { source: 'own', enterpriseId: own.id, ...more })).nodes.map(({ key }: any) => key)
    expect(await found({ search: 'HOE OUD' })).toEqual(['age', 'age', 'age'])
    expect(await found({ search: 'QUEL AGE' })).toEqual(['age', 'age', 'age'])
    expect(await found({ search: 'âgé' })).toEqual(['age', 'age', 'age'])
    expect(await found({ search: 'page' })).toEqual([])
    expect(await found({ kinds: ['single', 'integer'] })).toEqual(['age', 'one', 'age', 'one', 'age', 'one'])
    const seen: string[] = []
    let after: string | undefined
    do {
      const { nodes, pageInfo } = await bank(own.manager, { source: 'own', enterpriseId: own.id, first: 2, after })
      seen.push(...nodes.map(({ sourceId, key }: any) => `${sourceId} ${key}`))
      after = pageInfo.hasNextPage ? pageInfo.endCursor : undefined
    } while (after)
    expect([seen.length, new Set(seen).size]).toEqual([9, 9])
  })

  test('of another enterprise is shut', async () => {
    const other = await anEnterprise(world, { partner: enterprise.partner })
    const answer = await ask(world, enterprise.manager, BANK, { source: 'own', enterpriseId: other.id, first: 5 })
    expect(codeOf(answer)).toBe('NOT_FOUND')
    expect(codeOf(await ask(world, enterprise.manager, BANK, { source: 'own', first: 5 }))).toBe('NOT_FOUND')
  })

  test('shows an enterprise the questions of templates once they are offered', async () => {
    const own = await anEnterprise(world)
    const template = await aTemplate(world, own.coach, draft())
    const seen = async (actor: Actor) => (await bank(actor, { source: 'template' })).nodes.length
    expect([await seen(own.coach), await seen(own.manager)]).toEqual([3, 0])
    await offer(own.coach, template.id)
    expect(await seen(own.manager)).toBe(3)
  })

  test('holds the method’s library, page by page', async () => {
    const all = await bank(enterprise.manager, { source: 'library' })
    expect(all.nodes.length).toBeGreaterThan(60)
    expect(new Set(all.nodes.map(({ sourceId }: any) => sourceId)).size).toBe(10)
    const first = await bank(enterprise.coach, { source: 'library', first: 7 })
    const next = await bank(enterprise.coach, { source: 'library', first: 7, after: first.pageInfo.endCursor })
    expect([...first.nodes, ...next.nodes]).toEqual(all.nodes.slice(0, 14))
    const found = await bank(enterprise.manager, { source: 'library', search: 'zelfvertrouwen', kinds: ['thenNow'] })
    expect(found.nodes.map(({ sourceId }: any) => sourceId)).toEqual(['effectOnPeopleSupported', 'textura'])
  })

  test('the worked questionnaires are there to look at', async () => {
    const { questionLibrary } = await must(
      world,
      enterprise.manager,
      '{ questionLibrary { code title languages questions content } }',
    )
    expect(questionLibrary.map(({ code, questions }: any) => [code, questions])).toEqual([
      ['textura', 11],
      ['marelle', 11],
      ['korenbloem', 11],
    ])
  })
})
