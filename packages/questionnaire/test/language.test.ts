import { readFileSync } from 'node:fs'
import path from 'node:path'
import { OPERATIONS } from '../src/expression/functions.ts'
import { AGGREGATES, FUNCTIONS, OPERATORS } from '../src/expression/signatures.ts'
import { compile } from '../src/compile.ts'
import { createForm } from '../src/form.ts'
import type { Questionnaire } from '../src/model.ts'

/** What is evaluated by itself, since it does not reckon all its operands. */
const BY_ITSELF = ['and', 'or', 'if', 'coalesce', 'once', 'position', 'indexed-repeat']

/** The functions of XLSForm that every questionnaire may count on. */
const PROMISED = `selected count-selected if coalesce jr:choice-name indexed-repeat position count sum min max round int
  number string concat substr string-length regex contains starts-with not true false today now date format-date
  decimal-date-time once`.split(/\s+/)

describe('the language of expressions', () => {
  it('can do all that it accepts, and accepts all that it can do', () => {
    const accepted = [...Object.keys(FUNCTIONS), ...OPERATORS].sort()
    expect([...new Set([...Object.keys(OPERATIONS), ...BY_ITSELF])].sort()).toEqual(accepted)
    expect(Object.keys(FUNCTIONS)).toEqual(expect.arrayContaining([...AGGREGATES]))
  })

  it('is documented function by function', () => {
    const page = readFileSync(path.join(import.meta.dirname, '../../../docs/expressions.md'), 'utf8')
    const table = page.slice(page.indexOf('## Functions'), page.indexOf('`sum(${age})`'))
    const named = [...table.matchAll(/`([a-z:0-9-]+)`/g)].map(([, name]) => name)
    expect([...new Set(named)].sort()).toEqual(Object.keys(FUNCTIONS).sort())
  })

  it.each(PROMISED)('knows %s', (name) => {
    expect(Object.hasOwn(FUNCTIONS, name)).toBe(true)
  })

  it('compiles to plain data: what went through JSON works the same', () => {
    const questionnaire: Questionnaire = {
      title: { fr: 'Q' },
      baseLanguage: 'fr',
      languages: ['fr'],
      choiceLists: {},
      items: [
        { key: 'a', kind: 'integer' },
        { key: 'b', kind: 'calculated', calculation: 'if(${a} > 1, concat("x", ${a}), -1.5)' },
      ],
    }
    const compiled = compile(questionnaire)
    expect(JSON.parse(JSON.stringify(compiled))).toEqual(compiled)
    const form = createForm(JSON.parse(JSON.stringify(compiled)), { language: 'fr' })
    form.set('a', 7)
    expect(form.answers()).toEqual({ a: 7, b: 'x7' })
  })

  it('refuses data that another engine compiled', () => {
    const compiled = { engine: 2, questionnaire: { items: [] }, logic: [], order: [], readers: {} } as any
    expect(() => createForm(compiled, { language: 'fr' })).toThrow('another engine')
  })
})
