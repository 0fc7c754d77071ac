import { checkQuestionnaire } from '@vises/questionnaire/check.ts'
import { compile } from '@vises/questionnaire/compile.ts'
import { validateSubmission } from '@vises/questionnaire/validate.ts'
import type { TriText } from '../../platform/tri-text.ts'
import { legalForms } from '../enterprise/legal-forms.ts'
import { methodVersions } from '../method/data/index.ts'
import type { FieldData, StepData } from '../method/method-data.ts'
import { partners, territories } from '../programme/data/index.ts'
import { demoPilots, workedEnterprises } from './data/index.ts'
import type { DemoPilotData, WorkedEnterpriseData } from './demo-data.ts'
import { marelleHours } from './responses/marelle-hours.ts'

/** The day the demo shows as its present. */
const TODAY = '2018-12-15'

const count = <T>(items: T[], keyOf: (item: T) => string): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const item of items) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1
  return counts
}

const versionOf = (pilot: DemoPilotData) => methodVersions.find((version) => version.code === pilot.methodVersion)!

const stepsOf = (pilot: DemoPilotData): StepData[] => versionOf(pilot).phases.flatMap((phase) => phase.steps)

const phaseOf = (pilot: DemoPilotData) => (pilot.at === 'closed' ? 'closed' : `phase ${pilot.at.phase}`)

const luhn = (digits: string) =>
  [...digits].toReversed().reduce((sum, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1)
    return sum + (value > 9 ? value - 9 : value)
  }, 0) %
    10 ===
  0

const isBce = (value: string) =>
  /^[01]\d{9}$/.test(value) && Number(value.slice(8)) === 97 - (Number(value.slice(0, 8)) % 97)

const isSiret = (value: string) => /^\d{14}$/.test(value) && luhn(value.slice(0, 9)) && luhn(value)

describe('the pilots of the demo', () => {
  it('are 56, spread as the end of 2018 was', () => {
    expect(demoPilots).toHaveLength(56)
    expect(count(demoPilots, phaseOf)).toEqual({ 'phase 1': 9, 'phase 2': 31, 'phase 3': 8, closed: 8 })
    expect(count(demoPilots, (pilot) => pilot.platform)).toEqual({ A: 22, B: 19, C: 15 })
    expect(count(demoPilots, (pilot) => pilot.territory)).toEqual({ FR: 24, WA: 27, VL: 4, BRU: 1 })
  })

  it('stand 22 times at the last step of phase 2', () => {
    const last = demoPilots.filter(
      (pilot) => pilot.at !== 'closed' && pilot.at.step === (pilot.route === 'light' ? '2.7' : '2.8'),
    )
    expect(last).toHaveLength(22)
  })

  it('stand at a step of their own method version and route', () => {
    for (const pilot of demoPilots) {
      if (pilot.at === 'closed') continue
      const { phase, step: code } = pilot.at
      const step = versionOf(pilot)
        .phases.find((one) => one.number === phase)!
        .steps.find((one) => one.code === code)
      expect([pilot.name, step?.code]).toEqual([pilot.name, code])
      if (pilot.route === 'light') expect([pilot.name, step?.light]).toEqual([pilot.name, 'own'])
    }
  })

  it('are accompanied by a partner that works in their territory', () => {
    const reach: Record<string, string[]> = {
      FR: ['cress', 'uriopss', 'coorace', 'apes'],
      WA: ['atout-ei', 'saw-b', 'ressources', 'aleap', 'caips', 'unipso'],
      BRU: ['atout-ei', 'saw-b', 'ressources', 'aleap', 'caips', 'unipso'],
      VL: ['4werk'],
    }
    const codes = new Set(partners.map((partner) => partner.code))
    for (const pilot of demoPilots) {
      expect(codes).toContain(pilot.partner)
      expect([pilot.name, reach[pilot.territory]]).toEqual([pilot.name, expect.arrayContaining([pilot.partner])])
    }
    const perPartner = count(demoPilots, (pilot) => pilot.partner)
    for (const code of ['atout-ei', 'uriopss', 'saw-b', 'cress']) expect(perPartner[code]).toBeGreaterThanOrEqual(4)
    expect(perPartner['4werk']).toBe(4)
  })

  it('sit in a territory that we know, at its lowest level', () => {
    for (const pilot of demoPilots) {
      const seat = territories.find((territory) => territory.code === pilot.seat)
      expect([pilot.name, seat?.level, seat?.projectTerritory]).toEqual([pilot.name, 'arrondissement', pilot.territory])
    }
  })

  it('have a legal form of their country', () => {
    for (const pilot of demoPilots) {
      const form = legalForms.find((one) => one.code === pilot.legalForm)
      expect([pilot.name, form?.country]).toEqual([pilot.name, pilot.territory === 'FR' ? 'FR' : 'BE'])
    }
    expect(new Set(legalForms.map((form) => form.code)).size).toBe(legalForms.length)
    for (const { label } of legalForms) for (const text of [label.fr, label.nl, label.en]) expect(text).not.toBe('')
  })

  it("have identifiers that are valid, unique, and nobody else's", () => {
    for (const { name, territory, identifier } of demoPilots) {
      const isValid = territory === 'FR' ? isSiret(identifier) : isBce(identifier)
      expect([name, isValid]).toEqual([name, true])
      expect(identifier).toMatch(territory === 'FR' ? /^999/ : /^0999/)
    }
    expect(new Set(demoPilots.map((pilot) => pilot.identifier)).size).toBe(56)
    expect(new Set(demoPilots.map((pilot) => pilot.name)).size).toBe(56)
  })

  it('started between January 2017 and June 2018, some of them quiet for long', () => {
    for (const pilot of demoPilots) {
      expect(pilot.startedOn >= '2017-01-01' && pilot.startedOn <= '2018-06-30').toBe(true)
      expect(pilot.nace).toMatch(/^\d{2}\.\d{2}$/)
    }
    const quiet = demoPilots.filter((pilot) => pilot.at !== 'closed' && pilot.quietDays > 45)
    expect(quiet.length).toBeGreaterThan(5)
    expect(quiet.length).toBeLessThan(24)
  })
})

describe('the evaluation questions of the demo', () => {
  it('are there for every pilot past phase 1, and only for those', () => {
    for (const pilot of demoPilots) {
      const isPast = pilot.at === 'closed' || pilot.at.phase > 1
      expect([pilot.name, pilot.question !== undefined]).toEqual([pilot.name, isPast])
    }
    const texts = demoPilots.flatMap((pilot) => pilot.question?.text ?? [])
    expect(new Set(texts).size).toBe(47)
  })

  it('are one question each, in the language of the enterprise', () => {
    for (const { name, territory, question } of demoPilots) {
      if (!question) continue
      expect([name, question.text.split('?').length - 1, question.text.endsWith('?')]).toEqual([name, 1, true])
      expect([name, question.language]).toEqual([name, territory === 'VL' ? 'nl' : 'fr'])
    }
  })

  it('use the codes of the method', () => {
    for (const pilot of demoPilots) {
      if (!pilot.question) continue
      const { type, purposes, domains, methods } = pilot.question
      const { questionTypes, purposes: allPurposes, domains: allDomains, collectionMethods } = versionOf(pilot)
      for (const [used, known] of [
        [[type], questionTypes],
        [purposes, allPurposes],
        [domains, allDomains],
        [methods, collectionMethods],
      ] as const) {
        expect(used.length).toBeGreaterThan(0)
        expect(known.map((option) => option.code)).toEqual(expect.arrayContaining([...used]))
      }
    }
  })

  it('are shared at all four levels, widely enough to be compared', () => {
    const levels = count(demoPilots, (pilot) => pilot.sharing)
    expect(Object.keys(levels).toSorted()).toEqual(['crossBorder', 'federation', 'platform', 'private'])
    expect(levels.crossBorder).toBeGreaterThanOrEqual(30)

    const shared = demoPilots.filter((pilot) => pilot.sharing === 'crossBorder')
    for (const [platform, type] of [
      ['A', 'effectOnPeopleSupported'],
      ['B', 'accessAndAbsence'],
      ['C', 'effectOfPractice'],
    ]) {
      const cell = shared.filter((pilot) => pilot.platform === platform && pilot.question?.type === type)
      const perPartner = Object.values(count(cell, (pilot) => pilot.partner))
      expect(cell.length).toBeGreaterThan(5)
      expect(perPartner.length).toBeGreaterThanOrEqual(3)
      expect(Math.max(...perPartner) / cell.length).toBeLessThanOrEqual(0.5)
    }
  })
})

describe.each(workedEnterprises.map((enterprise): [string, WorkedEnterpriseData] => [enterprise.code, enterprise]))(
  'the worked enterprise %s',
  (_code, enterprise) => {
    const steps = stepsOf(enterprise)
    const filled = Object.entries(enterprise.steps)

    it('has its texts in three languages', () => {
      for (const text of [enterprise.description, enterprise.questionTexts] satisfies TriText[]) {
        for (const language of ['fr', 'nl', 'en'] as const) expect(text[language].trim()).not.toBe('')
      }
      for (const language of ['fr', 'nl', 'en'] as const) expect(enterprise.questionTexts[language]).toMatch(/\?$/)
    })

    it('asks one and the same question everywhere', () => {
      const { question, questionTexts } = enterprise
      const sheet = enterprise.steps['1.7']!
      expect(question!.text).toBe(questionTexts[question!.language])
      expect(sheet.question).toBe(question!.text)
      expect((sheet.candidates as { text: string }[]).map(({ text }) => text)).toContain(sheet.chosen)
      expect(sheet.questionType).toBe(question!.type)
      expect(sheet.purposes).toEqual(question!.purposes)
      expect(sheet.domains).toEqual(question!.domains)
      expect((enterprise.steps['2.2'] ?? enterprise.steps['1.8'])!.methods).toEqual(question!.methods)
    })

    it('fills in steps of its method version that its route has', () => {
      for (const [code] of filled) {
        const step = steps.find((one) => one.code === code)
        expect([code, step?.code]).toEqual([code, code])
        if (enterprise.route === 'light') expect([code, step!.light === 'leftOut']).toEqual([code, false])
      }
      for (const { step } of enterprise.comments) expect(Object.keys(enterprise.steps)).toContain(step)
    })

    it('fills in every step it has passed', () => {
      const at = enterprise.at === 'closed' ? '9.9' : enterprise.at.step
      const passed = steps.filter(
        (step) => step.code <= at && !(enterprise.route === 'light' && step.light === 'leftOut'),
      )
      expect(filled.map(([code]) => code).toSorted()).toEqual(passed.map((step) => step.code).toSorted())
      for (const step of passed) {
        for (const field of step.fields.filter((one) => one.expected)) {
          expect([step.code, field.key, enterprise.steps[step.code]![field.key] !== undefined]).toEqual([
            step.code,
            field.key,
            true,
          ])
        }
      }
    })

    it('fills in fields as the method describes them', () => {
      for (const [code, answers] of filled) {
        const fields = steps.find((one) => one.code === code)!.fields
        expect(problemsOf(answers, fields, code)).toEqual([])
      }
    })

    it('gives percentages that follow from its counts', () => {
      const shares = [...JSON.stringify(enterprise.steps).matchAll(/(\d+)[^\d()"]* (?:sur|van de) (\d+) \((\d+) %\)/g)]
      expect(shares.length).toBeGreaterThan(4)
      for (const [text, part, whole, percent] of shares) {
        expect([text, Math.round((Number(part) / Number(whole)) * 100)]).toEqual([text, Number(percent)])
      }
    })

    it('keeps its dates in order and its future for what is planned', () => {
      const { startedOn, sessions, gates, comments } = enterprise
      const held = sessions.map((session) => session.heldOn)
      const passed = gates.map((gate) => gate.on)
      expect(held).toEqual(held.toSorted())
      expect(passed).toEqual(passed.toSorted())
      for (const day of [...held, ...passed, ...comments.map((comment) => comment.on)]) {
        expect([day, day >= startedOn && day <= TODAY]).toEqual([day, true])
      }
    })

    it('passed the gates that its place tells of, with known outcomes', () => {
      const known = versionOf(enterprise).phases.map((phase) => phase.gate)
      const expected = enterprise.at === 'closed' ? ['G1', 'G2', 'G3'] : ['G1', 'G2']
      expect(enterprise.gates.map((gate) => gate.gate)).toEqual(expected)
      for (const { gate, outcome } of enterprise.gates) {
        const outcomes = known.find((one) => one.code === gate)!.outcomes.map((one) => one.code)
        expect(outcomes).toContain(outcome)
      }
    })
  },
)

test('the collection that runs asks without faults, and takes every answer that has come in', () => {
  const { content, groups } = marelleHours
  expect(checkQuestionnaire(content)).toEqual([])
  const compiled = compile(content)
  const given = groups.flatMap(({ answers }) => answers())
  const now = new Date('2018-12-15')
  expect(given.flatMap((one) => validateSubmission(compiled, one, { now, language: 'fr' }).problems ?? [])).toEqual([])
})

/** What does not fit between answers and the fields they answer, as readable lines. */
function problemsOf(answers: Record<string, unknown>, fields: FieldData[], path: string): string[] {
  return Object.entries(answers).flatMap(([key, value]) => {
    const here = `${path}.${key}`
    const field = fields.find((one) => one.key === key)
    if (!field) return [`${here} is unknown`]
    const codes = field.options?.map((option) => option.code) ?? []
    const isKnown = (code: unknown) => codes.includes(code as string)
    switch (field.kind) {
      case 'shortText':
      case 'longText':
        return typeof value === 'string' && value.trim() ? [] : [`${here} is no text`]
      case 'number':
        return typeof value === 'number' ? [] : [`${here} is no number`]
      case 'date':
        return /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? [] : [`${here} is no date`]
      case 'choice':
        return isKnown(value) ? [] : [`${here} has no option ${String(value)}`]
      case 'choices': {
        const chosen = value as unknown[]
        const tooMany = field.max !== undefined && chosen.length > field.max ? [`${here} has too many choices`] : []
        return [
          ...tooMany,
          ...chosen.filter((one) => !isKnown(one)).map((one) => `${here} has no option ${String(one)}`),
        ]
      }
      case 'list': {
        const items = value as Record<string, unknown>[]
        const tooMany = field.max !== undefined && items.length > field.max ? [`${here} has too many items`] : []
        return [...tooMany, ...items.flatMap((item, index) => problemsOf(item, field.item ?? [], `${here}[${index}]`))]
      }
    }
  })
}
