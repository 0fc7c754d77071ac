import { checkQuestionnaire } from '../src/check.ts'
import { compile, compileDraft } from '../src/compile.ts'
import { createForm } from '../src/form.ts'
import { type Item, QUESTIONNAIRE_LIMITS, type Questionnaire } from '../src/model.ts'
import { validateSubmission } from '../src/validate.ts'

const label = { fr: 'Question' }
const questionnaireOf = (items: Item[], more: Partial<Questionnaire> = {}): Questionnaire => ({
  title: label,
  baseLanguage: 'fr',
  languages: ['fr'],
  choiceLists: {},
  items,
  ...more,
})
const calculated = (calculation: string): Item => ({ key: 'probe', kind: 'calculated', label, calculation })
const options = { now: new Date('2018-03-14T12:00:00Z'), language: 'fr' }
const codesOf = (items: Item[]) =>
  checkQuestionnaire(questionnaireOf(items)).map(({ key, place, code }) => `${key}.${place}: ${code}`)

describe('a hostile questionnaire', () => {
  it.each([
    ['a thousand parentheses', `${'('.repeat(1900)}1${')'.repeat(1900)}`],
    ['a thousand signs', `${'-'.repeat(3900)}1`],
    ['a thousand functions', `${'not('.repeat(700)}1${')'.repeat(700)}`],
    ['a thousand terms', Array.from({ length: 900 }, () => '1').join(' + ')],
  ])('is refused for nesting of %s', (_, calculation) => {
    expect(codesOf([calculated(calculation)])).toEqual(['probe.calculation: tooDeep'])
  })

  it('may join two hundred conditions', () => {
    const items: Item[] = [{ key: 'a', kind: 'integer', label }]
    const relevant = Array.from({ length: 200 }, (_, index) => `\${a} = ${index}`).join(' or ')
    expect(codesOf([...items, { key: 'probe', kind: 'integer', label, relevant }])).toEqual([])
  })

  it('is refused for an expression that is too long', () => {
    expect(codesOf([calculated(`'${'x'.repeat(QUESTIONNAIRE_LIMITS.expressionLength)}'`)])).toEqual([
      'probe.calculation: tooLong',
    ])
  })

  it('is refused for a number that no machine holds', () => {
    expect(codesOf([calculated('9'.repeat(400))])).toEqual(['probe.calculation: syntax'])
  })

  it('compiles a chain of a thousand questions and evaluates it', () => {
    const items = Array.from({ length: 1000 }, (_, index): Item => ({
      key: `q${index}`,
      kind: index ? 'calculated' : 'integer',
      label,
      ...(index && { calculation: `\${q${index - 1}} + 1` }),
    }))
    const form = createForm(compile(questionnaireOf(items.reverse())), { language: 'fr' })
    form.set('q0', 0)
    expect(form.view('q999').value).toBe(999)
  })

  it('names every question of a circle, and nobody outside it', () => {
    const items: Item[] = [
      { key: 'a', kind: 'integer', label, relevant: '${c} > 1' },
      { key: 'b', kind: 'calculated', label, calculation: '${a} + 1' },
      { key: 'g', kind: 'group', items: [{ key: 'c', kind: 'integer', label }], relevant: '${b} > 1' },
      { key: 'd', kind: 'integer', label, relevant: '${c} > 1' },
    ]
    const problems = checkQuestionnaire(questionnaireOf(items))
    expect(problems.map(({ key, place, code }) => `${key}.${place}: ${code}`)).toEqual([
      'a.relevant: cycle',
      'b.calculation: cycle',
      'g.relevant: cycle',
    ])
    expect(problems[0]!.detail).toEqual({ through: 'a, b, c, g' })
  })

  it('still opens as a draft, without its wrong expressions', () => {
    const items: Item[] = [
      { key: 'a', kind: 'integer', label, relevant: '${b} > ' },
      { key: 'b', kind: 'integer', label, relevant: '${b} > 1' },
      { key: 'c', kind: 'calculated', calculation: '1 + 1' },
    ]
    const { compiled, problems } = compileDraft(questionnaireOf(items))
    expect(problems.map(({ code }) => code)).toEqual(['syntax', 'cycle'])
    expect(createForm(compiled, { language: 'fr' }).answers()).toEqual({ c: 2 })
    expect(() => compile(questionnaireOf(items))).toThrow('a.relevant: syntax, b.relevant: cycle')
  })

  it('cannot fill the memory with texts that double', () => {
    const items = Array.from({ length: 60 }, (_, index): Item => ({
      key: `t${index}`,
      kind: 'calculated',
      calculation: index ? `concat(\${t${index - 1}}, \${t${index - 1}})` : "'ab'",
    }))
    const { answers } = validateSubmission(compile(questionnaireOf(items)), {}, options)
    expect((answers!.t59 as string).length).toBe(QUESTIONNAIRE_LIMITS.textAnswerLength)
  })

  it('cannot make millions of rows with repeats in repeats', () => {
    const nested = (depth: number): Item[] =>
      depth
        ? [{ key: `r${depth}`, kind: 'repeat', count: '200', items: nested(depth - 1) }]
        : [{ key: 'leaf', kind: 'integer' }]
    const form = createForm(compile(questionnaireOf(nested(4))), { language: 'fr' })
    expect(form.paths().length).toBeLessThan(10_000)
  })

  it('is stopped when its rows look at all rows again and again', () => {
    const inner = Array.from({ length: 50 }, (_, index): Item => ({
      key: `c${index}`,
      kind: 'calculated',
      calculation: 'sum(${other})',
    }))
    const items: Item[] = [
      { key: 'others', kind: 'repeat', items: [{ key: 'other', kind: 'integer' }] },
      { key: 'rows', kind: 'repeat', count: '200', items: inner },
    ]
    const answers = { others: Array.from({ length: 200 }, () => ({ other: 1 })) }
    expect(validateSubmission(compile(questionnaireOf(items)), answers, options).answers).toBeDefined()
    const worse: Item[] = [
      items[0]!,
      {
        ...(items[1] as Item & { kind: 'repeat' }),
        items: [...inner, ...inner.map((item) => ({ ...item, key: `${item.key}x` }))].map((item) => ({
          ...item,
          calculation: Array.from({ length: 40 }, () => 'sum(${other})').join('+'),
        })),
      },
    ]
    expect(validateSubmission(compile(questionnaireOf(worse)), answers, options)).toEqual({
      problems: [{ path: '', code: 'tooMuch' }],
    })
  })

  it('is stopped when its patterns look at long texts again and again', () => {
    const items = [
      { key: 'text', kind: 'longText' } as Item,
      ...Array.from({ length: 100 }, (_, index): Item => ({
        key: `c${index}`,
        kind: 'calculated',
        calculation: `regex(\${text}, '(.{1,30}){1,30}${index}')`,
      })),
    ]
    const submission = { text: 'x'.repeat(QUESTIONNAIRE_LIMITS.textAnswerLength) }
    expect(validateSubmission(compile(questionnaireOf(items)), submission, options)).toEqual({
      problems: [{ path: '', code: 'tooMuch' }],
    })
  })
})

describe('a hostile submission', () => {
  const compiled = compile(
    questionnaireOf([
      { key: 'age', kind: 'integer' },
      {
        key: 'kids',
        kind: 'repeat',
        items: [
          { key: 'name', kind: 'shortText' },
          { key: 'toys', kind: 'repeat', items: [{ key: 'toy', kind: 'shortText' }] },
        ],
      },
    ]),
  )
  const refused = (answers: unknown) => validateSubmission(compiled, answers, options).problems

  it('cannot touch the prototype of objects', () => {
    for (const text of [
      '{"__proto__": {"polluted": 1}}',
      '{"constructor": {"prototype": {"polluted": 1}}}',
      '{"kids": [{"__proto__": {"polluted": 1}}]}',
      '{"kids": [{"toys": [{"__proto__": "x"}]}]}',
    ]) {
      expect(refused(JSON.parse(text))!.map(({ code }) => code)).toEqual(['unknownKey'])
    }
    expect(({} as any).polluted).toBeUndefined()
  })

  it('is refused for too many rows, in one repeat or in all together', () => {
    expect(refused({ kids: Array.from({ length: 201 }, () => ({})) })).toEqual([{ path: 'kids', code: 'tooManyRows' }])
    const kids = Array.from({ length: 100 }, () => ({ toys: Array.from({ length: 100 }, () => ({})) }))
    expect(refused({ kids })!.every(({ code }) => code === 'tooManyRows')).toBe(true)
  })

  it('hears of two hundred mistakes at most', () => {
    const answers = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`x${index}`, 1]))
    expect(refused(answers)).toHaveLength(200)
  })

  it('gets no long name back', () => {
    expect(refused({ ['x'.repeat(100_000)]: 1 })![0]!.path.length).toBe(300)
  })

  it.each([[1], ['x'], [true], [[]], [undefined], [() => 1], [new Date()]])(
    'is refused when it is no record: %s',
    (answers) => {
      expect(refused(answers)).toEqual(answers instanceof Date ? undefined : [{ path: '', code: 'notAnswers' }])
    },
  )
})

describe('a draft kept by an older page', () => {
  it.each([
    [{ age: 'x' }],
    [{ age: { then: 1 } }],
    [{ kids: 'x' }],
    [{ kids: [null, 5, 'x', []] }],
    [{ gone: 5 }],
    [{ kids: { length: 3 } }],
    [JSON.parse('{"__proto__": {"age": 5}}')],
  ])('opens, whatever it holds: %j', (answers) => {
    const compiled = compile(
      questionnaireOf([
        { key: 'age', kind: 'integer' },
        { key: 'kids', kind: 'repeat', items: [{ key: 'name', kind: 'shortText' }] },
        { key: 'sum', kind: 'calculated', calculation: '${age} + count(${kids})' },
      ]),
    )
    const form = createForm(compiled, { language: 'fr', answers: answers as any })
    for (const path of form.paths()) form.view(path)
    form.set('age', 4)
    expect(form.view('age').value).toBe(4)
  })
})
