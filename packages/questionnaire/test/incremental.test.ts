import { compileDraft } from '../src/compile.ts'
import { createForm } from '../src/form.ts'
import type { Form } from '../src/form-types.ts'
import type { AnswerValue, Item, Questionnaire } from '../src/model.ts'
import { validateSubmission } from '../src/validate.ts'
import { walk } from '../src/walk.ts'
import { type Random, randomFrom } from './random.ts'

const label = { fr: 'L' }
const LISTS = {
  towns: ['ath', 'mons', 'namur', 'huy'].map((name, index) => ({
    name,
    label,
    columns: { zone: index % 2 ? 'b' : 'a' },
    ...(index === 3 && { exclusive: true }),
  })),
}

/** A questionnaire made by chance: groups, repeats in repeats, rules and calculations about anything there is. */
function aQuestionnaire(random: Random): Questionnaire {
  const names: { key: string; kind: string }[] = []
  const plan = (depth: number): Item[] =>
    Array.from({ length: 3 + random.below(5) }, (): Item => {
      const key = `k${names.length}`
      const kind = random.oneOf([
        'integer',
        'integer',
        'yesNo',
        'single',
        'multiple',
        'calculated',
        'shortText',
        'group',
        'repeat',
      ] as const)
      names.push({ key, kind })
      if (kind === 'group')
        return { key, kind, items: depth < 2 ? plan(depth + 1) : [{ key: `${key}x`, kind: 'integer' }] }
      if (kind !== 'repeat')
        return {
          key,
          kind,
          ...((kind === 'single' || kind === 'multiple') && { choices: 'towns', other: random.chance(0.3) }),
        }
      return {
        key,
        kind,
        items: depth < 2 ? plan(depth + 1) : [{ key: `${key}x`, kind: 'integer' }],
        ...(random.chance(0.4) && { count: '' }),
      }
    })
  const items = plan(0)

  const read = () => `\${${random.oneOf(names).key}}`
  const number = (): string =>
    random.oneOf([
      () => String(random.below(4)),
      () => `coalesce(${read()}, 1)`,
      () => `sum(${read()})`,
      () => `count(${read()})`,
      () => `max(${read()}, 2)`,
      () => 'position(..)',
      () => `indexed-repeat(${read()}, ${read()}, ${1 + random.below(3)})`,
      () => `${number()} + ${read()}`,
    ])()
  const condition = (): string =>
    random.oneOf([
      () => `${read()} = 'yes'`,
      () => `selected(${read()}, '${random.oneOf(LISTS.towns).name}')`,
      () => `${number()} > ${number()}`,
      () => `${read()} != ''`,
      () => `not(${condition()})`,
      () => `(${condition()}) or ${condition()}`,
    ])()
  const dress = (item: Item): Item => {
    const dressed = { ...item, ...(random.chance(0.4) && { relevant: condition() }) } as any
    if ('items' in dressed) dressed.items = dressed.items.map(dress)
    if (dressed.kind === 'repeat' && dressed.count === '') dressed.count = number()
    if (dressed.kind === 'calculated') dressed.calculation = random.chance(0.5) ? number() : condition()
    if (dressed.kind === 'integer' && random.chance(0.4)) dressed.constraint = `. < ${number()}`
    if (dressed.kind === 'shortText' && random.chance(0.5)) dressed.required = condition()
    if (dressed.choices && random.chance(0.5))
      dressed.choiceFilter = random.oneOf([
        `zone = ${read()}`,
        `zone = 'a' or ${condition()}`,
        `not(selected(${read()}, name))`,
      ])
    return dressed
  }
  return { title: label, baseLanguage: 'fr', languages: ['fr'], choiceLists: LISTS, items: items.map(dress) }
}

/** An answer, mostly one that the kind of question takes. */
function anAnswer(random: Random, kind: string): AnswerValue | undefined {
  if (random.chance(0.2)) return undefined
  const several = () => ['ath', 'mons', 'other'].filter(() => random.chance(0.5))
  const byKind: Record<string, () => AnswerValue> = {
    integer: () => random.below(5),
    yesNo: () => random.oneOf(['yes', 'no']),
    single: () => random.oneOf(['ath', 'mons', 'huy', 'other']),
    multiple: () => (random.chance(0.2) ? ['huy'] : several()),
    shortText: () => random.oneOf(['a', 'b', 'yes']),
  }
  const fitting = byKind[kind] ?? (() => null)
  return random.chance(0.9) ? fitting() : random.oneOf<AnswerValue>([null, 'yes', 7, ['ath', 'huy']])
}

/** Does something to a form and tells which paths it said had changed; nothing for rows, whose paths shift. */
function doSomething(form: Form, random: Random, kinds: ReadonlyMap<string, string>): string[] | undefined {
  const path = random.oneOf(form.paths())
  const { key, rows, openEnded } = form.view(path)
  if (rows === undefined) return form.set(path, anAnswer(random, kinds.get(key)!))
  if (openEnded && rows && random.chance(0.4)) form.removeRow(`${path}[${random.below(rows)}]`)
  else if (openEnded) form.addRow(path)
  return undefined
}

const viewsOf = (form: Form) => Object.fromEntries(form.paths().map((path) => [path, JSON.stringify(form.view(path))]))

describe('two hundred questionnaires made by chance', () => {
  const rounds = Array.from({ length: 200 }, (_, seed) => {
    const random = randomFrom(seed + 1)
    const { compiled } = compileDraft(aQuestionnaire(random))
    const kinds = new Map([...walk(compiled.questionnaire.items)].map(([item]) => [item.key, item.kind as string]))
    return { seed, random, compiled, kinds, form: createForm(compiled, { language: 'fr' }) }
  })

  it('come to the same state step by step as all at once', () => {
    for (const { seed, random, compiled, kinds, form } of rounds) {
      for (let step = 0; step < 15; step++) {
        doSomething(form, random, kinds)
        const again = createForm(compiled, { language: 'fr', answers: form.draft() })
        expect({ seed, step, views: viewsOf(form) }).toEqual({ seed, step, views: viewsOf(again) })
        expect(form.answers()).toEqual(again.answers())
        expect(form.problems()).toEqual(again.problems())
      }
    }
  })

  it('tell exactly what changed', () => {
    for (const { seed, random, kinds, form } of rounds) {
      for (let step = 0; step < 15; step++) {
        const before = viewsOf(form)
        const changed = doSomething(form, random, kinds)
        const after = viewsOf(form)
        const sameRows = Object.keys(before).length === Object.keys(after).length
        if (!changed || !sameRows) continue
        const differing = Object.keys(after).filter((path) => before[path] !== after[path])
        expect({ seed, step, changed: [...changed].sort() }).toEqual({ seed, step, changed: differing.sort() })
      }
    }
  })

  it('are accepted by the server when nothing is left to correct, and only then', () => {
    let accepted = 0
    for (const { compiled, form } of rounds) {
      const answers = form.answers()
      const validation = validateSubmission(compiled, JSON.parse(JSON.stringify(answers)), {
        now: new Date(),
        language: 'fr',
      })
      const problems = form.problems()
      if (problems.length) expect(validation.problems).toBeDefined()
      else expect(validation).toEqual({ answers })
      accepted += problems.length ? 0 : 1
    }
    expect(accepted).toBeGreaterThan(20)
  })
})
