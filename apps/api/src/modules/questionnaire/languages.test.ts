import { textsOf } from '@vises/questionnaire/texts.ts'
import { translationUnits } from '@vises/questionnaire/translation.ts'
import { ask, aWorld, codeOf, must } from '../../../test/world.ts'
import type { World } from '../../../test/world.ts'
import { anEnterprise } from '../evaluation/test-builders.ts'
import type { EnterpriseOfTest } from '../evaluation/test-builders.ts'
import { aDraft, aQuestion, aQuestionnaire, DESIGN, look, save } from './test-builders.ts'
import type { Shown } from './test-builders.ts'

let world: World
let enterprise: EnterpriseOfTest
beforeAll(async () => {
  world = await aWorld()
  enterprise = await anEnterprise(world)
})
afterAll(() => world.close())

const TRANSLATE = `mutation ($input: SaveTranslationsInput!) { saveTranslations(input: $input) { saved problem
  problems { path code current } questionnaire { ...Design } } } ${DESIGN}`

/** Everything there is to translate, as the translator's page shows it. */
const units = (shown: Shown, language: string) => translationUnits(shown.draft, shown['translatedFrom'], language)

async function translate(
  shown: Shown,
  language: string,
  texts: Record<string, string>,
  more: Record<string, unknown> = {},
) {
  const sources = new Map(units(shown, language).map(({ path, sourceHash }) => [path, sourceHash]))
  const input = {
    questionnaireId: shown.id,
    language,
    texts: Object.entries(texts).map(([path, text]) => ({ path, text, sourceHash: sources.get(path) ?? 'x', ...more })),
  }
  return (await must(world, enterprise.contributor, TRANSLATE, { input })).saveTranslations
}

async function change(verb: 'add' | 'remove', shown: Shown, language: string, confirmed?: boolean): Promise<any> {
  const [name, type] =
    verb === 'add' ? ['addLanguage', 'QuestionnaireLanguageInput'] : ['removeLanguage', 'RemoveLanguageInput']
  const input = { questionnaireId: shown.id, revision: shown.draftRevision, language, ...(confirmed && { confirmed }) }
  const source = `mutation ($input: ${type}!) { ${name}(input: $input) { questionnaire { ...Design } problem textsLost conflict { revision } } } ${DESIGN}`
  return (await must(world, enterprise.manager, source, { input }))[name]
}

async function setBase(shown: Shown, language: string): Promise<any> {
  const input = { questionnaireId: shown.id, revision: shown.draftRevision, language }
  const source = `mutation ($input: QuestionnaireLanguageInput!) { setBaseLanguage(input: $input) { questionnaire { ...Design } problem } } ${DESIGN}`
  return (await must(world, enterprise.manager, source, { input })).setBaseLanguage
}

const inFrench = () =>
  aDraft([aQuestion('a', { label: { fr: 'A' } }), aQuestion('b', { label: { fr: 'B' } })], { title: { fr: 'T' } })

describe('a team translates a questionnaire', () => {
  test('text by text, until the language is there', async () => {
    const made = await aQuestionnaire(world, enterprise, inFrench())
    expect(made['coverage'][1]).toEqual({ language: 'nl', total: 3, translated: 0, stale: 0 })
    const { saved, problems, questionnaire } = await translate(made, 'nl', {
      'item/a/label': 'A nl',
      'form/title': 'T nl',
    })
    expect([saved, problems]).toEqual([2, []])
    expect(questionnaire.coverage[1]).toEqual({ language: 'nl', total: 3, translated: 2, stale: 0 })
    expect(questionnaire.draft.items[0].label).toEqual({ fr: 'A', nl: 'A nl' })
  })

  test('a source that changes marks its translation stale, and the translator settles it', async () => {
    const made = await aQuestionnaire(world, enterprise, aDraft([aQuestion('a'), aQuestion('b')]))
    const { questionnaire } = await save(
      world,
      enterprise.manager,
      made,
      aDraft([aQuestion('a', { label: { fr: 'neuf', nl: 'nl a' } }), aQuestion('b')]),
    )
    expect(
      units(questionnaire, 'nl')
        .filter(({ state }) => state === 'stale')
        .map(({ path }) => path),
    ).toEqual(['item/a/label'])
    const settled = await translate(questionnaire, 'nl', { 'item/a/label': 'nl a' })
    expect(settled.questionnaire.coverage[1]).toMatchObject({ stale: 0 })
  })

  test('plain language is a language of its own, made from its mother', async () => {
    const made = await aQuestionnaire(
      world,
      enterprise,
      aDraft([aQuestion('a')], { languages: ['fr', 'nl', 'nl-x-plain'] }),
    )
    const [, unit] = units(made, 'nl-x-plain')
    expect(unit).toMatchObject({ sourceLanguage: 'nl', source: 'nl a', state: 'missing' })
    const { questionnaire } = await translate(made, 'nl-x-plain', { 'item/a/label': 'simpel' })
    expect(questionnaire.translatedFrom['item/a/label']['nl-x-plain']).toMatch(/^nl:/)
    const changed = await translate(questionnaire, 'nl', { 'item/a/label': 'anders' })
    expect(changed.questionnaire.coverage[2]).toMatchObject({ language: 'nl-x-plain', stale: 1 })
  })

  test('what someone else wrote meanwhile is shown, not overwritten', async () => {
    const made = await aQuestionnaire(world, enterprise, inFrench())
    await translate(made, 'nl', { 'item/a/label': 'eerst' })
    const { saved, problems } = await translate(made, 'nl', { 'item/a/label': 'later' }, { was: '' })
    expect([saved, problems]).toEqual([0, [{ path: 'item/a/label', code: 'changedMeanwhile', current: 'eerst' }]])
  })

  test('of eight who translate different texts at once none is lost', async () => {
    const keys = Array.from({ length: 8 }, (_, n) => `q${n}`)
    const made = await aQuestionnaire(
      world,
      enterprise,
      aDraft(keys.map((key) => aQuestion(key, { label: { fr: key } }))),
    )
    await Promise.all(keys.map((key) => translate(made, 'nl', { [`item/${key}/label`]: `nl ${key}` }, { was: '' })))
    const { draft } = await look(world, enterprise.manager, made.id)
    expect(draft.items.map((item) => item.label?.['nl'])).toEqual(keys.map((key) => `nl ${key}`))
  })

  test('a text that is gone is reported; the others are saved', async () => {
    const made = await aQuestionnaire(world, enterprise, inFrench())
    const { saved, problems } = await translate(made, 'nl', { 'item/gone/label': 'x', 'item/a/label': 'A nl' })
    expect([saved, problems]).toEqual([1, [{ path: 'item/gone/label', code: 'unknownPath', current: null }]])
  })

  test('not into a language that it does not have', async () => {
    const made = await aQuestionnaire(world, enterprise, inFrench())
    expect((await translate(made, 'de', { 'item/a/label': 'A de' })).problem).toBe('languageNotThere')
  })
})

describe('languages come and go', () => {
  test('a new one begins with nothing', async () => {
    const made = await aQuestionnaire(world, enterprise, aDraft())
    const { questionnaire } = await change('add', made, 'en')
    expect(questionnaire.languages).toEqual(['fr', 'nl', 'en'])
    expect(questionnaire.coverage[2]).toEqual({ language: 'en', total: 2, translated: 0, stale: 0 })
    expect((await change('add', questionnaire, 'EN')).problem).toBe('languageAlreadyThere')
  })

  test.each(['f', 'fr_BE', 'français', 'fr-', '../x'])('%s is no language', async (language) => {
    const made = await aQuestionnaire(world, enterprise)
    const input = { questionnaireId: made.id, revision: 1, language }
    const answer = await ask(
      world,
      enterprise.manager,
      `mutation ($input: QuestionnaireLanguageInput!) { addLanguage(input: $input) { problem } }`,
      { input },
    )
    expect(codeOf(answer)).toMatch(/^BAD_/)
  })

  test('one that goes takes its texts along only when that was said', async () => {
    const made = await aQuestionnaire(world, enterprise, aDraft())
    expect(await change('remove', made, 'nl')).toMatchObject({
      problem: 'textsWouldBeLost',
      textsLost: 2,
      questionnaire: null,
    })
    const { questionnaire } = await change('remove', made, 'nl', true)
    expect(questionnaire.languages).toEqual(['fr'])
    expect(textsOf(questionnaire.draft).map(([, texts]) => texts)).toEqual([{ fr: 'Enquête' }, { fr: 'fr first' }])
  })

  test('an empty one goes at once, the base never', async () => {
    const made = await aQuestionnaire(world, enterprise, inFrench())
    expect((await change('remove', made, 'fr')).problem).toBe('isBaseLanguage')
    expect((await change('remove', made, 'de')).problem).toBe('languageNotThere')
    expect((await change('remove', made, 'nl')).questionnaire.languages).toEqual(['fr'])
  })

  test('not on a draft that nobody has seen', async () => {
    const made = await aQuestionnaire(world, enterprise, aDraft())
    await save(world, enterprise.contributor, made, aDraft([aQuestion('b')]))
    expect((await change('add', made, 'en')).conflict).toEqual({ revision: made.draftRevision + 1 })
  })
})

describe('another base language', () => {
  test('loses nothing, and the way back leads to where it was', async () => {
    const draft = aDraft([aQuestion('a'), aQuestion('b', { label: { fr: 'B' } }), aQuestion('c')], {
      languages: ['fr', 'nl', 'en'],
    })
    const first = await aQuestionnaire(world, enterprise, draft)
    const stale = structuredClone(first.draft)
    stale.items[2]!.label = { fr: 'nouveau', nl: 'nl c' }
    const made = (await save(world, enterprise.manager, first, stale))['questionnaire']
    const turned = (await setBase(made, 'nl')).questionnaire
    expect(turned).toMatchObject({ baseLanguage: 'nl', languages: ['nl', 'fr', 'en'], title: 'Bevraging' })
    expect(textsOf(turned.draft)).toEqual(textsOf(made.draft))
    const states = units(turned, 'fr').map(({ path, state }) => [path, state])
    expect(states).toEqual([
      ['form/title', 'translated'],
      ['item/a/label', 'translated'],
      ['item/b/label', 'translated'],
      ['item/c/label', 'stale'],
    ])
    const back = (await setBase(turned, 'fr')).questionnaire
    expect(back.draft).toEqual({ ...made.draft, languages: ['fr', 'nl', 'en'] })
    expect(back.coverage).toEqual(made.coverage)
  })

  test('is one of its languages, and not the one it is', async () => {
    const made = await aQuestionnaire(world, enterprise, aDraft())
    expect((await setBase(made, 'de')).problem).toBe('languageNotThere')
    expect((await setBase(made, 'fr')).problem).toBe('isBaseLanguage')
  })
})
