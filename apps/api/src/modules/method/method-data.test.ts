import type { FieldData, MethodVersionData, StepData } from './method-data.ts'
import { method2017 } from './data/method-2017.ts'
import { method2018 } from './data/method-2018.ts'
import { methodVersions } from './data/index.ts'

type Texts = Record<'fr' | 'nl' | 'en', string | string[]>

const stepsOf = (version: MethodVersionData): StepData[] => version.phases.flatMap((phase) => phase.steps)

const fieldsOf = (step: StepData): FieldData[] => step.fields.flatMap((field) => [field, ...(field.item ?? [])])

const stepNamed = (version: MethodVersionData, code: string): StepData => {
  const step = stepsOf(version).find((candidate) => candidate.code === code)
  if (!step) throw new Error(`No step ${code} in ${version.code}`)
  return step
}

/** Every text in three languages inside a value, with the path to it. */
const textsIn = (value: unknown, path: string): { path: string; texts: Texts }[] => {
  if (typeof value !== 'object' || value === null) return []
  if ('fr' in value || 'nl' in value || 'en' in value) return [{ path, texts: value as Texts }]
  return Object.entries(value).flatMap(([key, part]) => textsIn(part, `${path}.${key}`))
}

const duplicates = (codes: string[]): string[] => codes.filter((code, index) => codes.indexOf(code) !== index)

describe('the method of 2018', () => {
  it('has 25 steps in three phases, in order', () => {
    expect(method2018.phases.map((phase) => phase.steps.length)).toEqual([8, 8, 9])
    expect(stepsOf(method2018).map((step) => step.code)).toEqual([
      ...Array.from({ length: 8 }, (_, index) => `1.${index}`),
      ...Array.from({ length: 8 }, (_, index) => `2.${index + 1}`),
      ...Array.from({ length: 9 }, (_, index) => `3.${index + 1}`),
    ])
  })

  it('has 12 screens of their own in the light route', () => {
    const own = stepsOf(method2018).filter((step) => step.light === 'own')
    expect(own.map((step) => step.code)).toEqual([
      '1.1',
      '1.3',
      '1.6',
      '1.7',
      '2.1',
      '2.4',
      '2.7',
      '3.2',
      '3.3',
      '3.4',
      '3.6',
      '3.9',
    ])
  })

  it('has the question sheet that the software knows', () => {
    const step = stepNamed(method2018, '1.7')
    expect(step.tool).toBe('question')
    expect(step.fields.map((field) => field.key)).toEqual([
      'candidates',
      'chosen',
      'question',
      'whyChosen',
      'questionType',
      'purposes',
      'intendedUse',
      'audience',
      'scope',
      'meansDays',
      'domains',
      'subQuestions',
      'consulted',
    ])
    const candidates = step.fields.find((field) => field.key === 'candidates')
    expect(candidates?.max).toBe(5)
    expect(candidates?.item?.map((field) => field.key)).toEqual(['text', 'checks', 'whyNot'])
    expect(candidates?.item?.[1]?.options?.map((option) => option.code)).toEqual(
      method2018.questionChecklist.map((check) => check.code),
    )
    expect(step.fields.find((field) => field.key === 'subQuestions')?.max).toBe(4)
  })

  it('offers every collection method where methods are chosen', () => {
    const methods = stepNamed(method2018, '2.2').fields.find((field) => field.key === 'methods')
    expect(methods?.options).toEqual(method2018.collectionMethods)
  })
})

describe('the method of 2017', () => {
  it('chooses methods at the end of phase 1, after the question', () => {
    expect(method2017.phases[0]?.steps.map((step) => step.code).slice(-2)).toEqual(['1.7', '1.8'])
    expect(stepNamed(method2017, '1.8').fields).toBe(stepNamed(method2018, '2.2').fields)
    expect(stepsOf(method2017).map((step) => step.code)).not.toContain('2.2')
    expect(stepsOf(method2017)).toHaveLength(25)
  })

  it('names phase 2 after the collection of data', () => {
    expect(method2017.phases[1]?.title).toEqual({
      fr: 'Collecte des données',
      nl: 'Gegevens verzamelen',
      en: 'Data collection',
    })
  })
})

describe.each(methodVersions.map((version) => [version.code, version] as const))('version %s', (_code, version) => {
  it('has unique codes', () => {
    expect(duplicates(stepsOf(version).map((step) => step.code))).toEqual([])
    expect(duplicates(version.questionChecklist.map((check) => check.code))).toEqual([])
    for (const phase of version.phases) {
      expect(duplicates(phase.gate.criteria.map((criterion) => criterion.code))).toEqual([])
      expect(duplicates(phase.gate.outcomes.map((outcome) => outcome.code))).toEqual([])
    }
    for (const field of stepsOf(version).flatMap(fieldsOf)) {
      expect(duplicates((field.options ?? []).map((option) => option.code))).toEqual([])
    }
  })

  it('has unique field keys in every step and every list', () => {
    for (const step of stepsOf(version)) {
      expect(duplicates(step.fields.map((field) => field.key))).toEqual([])
      for (const field of step.fields) expect(duplicates((field.item ?? []).map((part) => part.key))).toEqual([])
    }
  })

  it('has lists with items that are not lists, and choices with options', () => {
    for (const field of stepsOf(version).flatMap(fieldsOf)) {
      expect([field.key, field.item !== undefined]).toEqual([field.key, field.kind === 'list'])
      expect([field.key, field.options !== undefined]).toEqual([
        field.key,
        field.kind === 'choice' || field.kind === 'choices',
      ])
    }
    for (const field of stepsOf(version).flatMap((step) => step.fields)) {
      expect(field.item?.some((part) => part.kind === 'list') ?? false).toBe(false)
    }
  })

  it('keeps steps short', () => {
    const most = (code: string): number => (code === '1.3' ? 12 : code === '1.7' ? 13 : 7)
    for (const step of stepsOf(version)) {
      expect(step.fields.length).toBeGreaterThanOrEqual(2)
      expect([step.code, step.fields.length <= most(step.code)]).toEqual([step.code, true])
      expect(step.fields.some((field) => field.expected)).toBe(true)
    }
  })

  it('merges a step only into one that has a screen of its own in the same phase', () => {
    for (const phase of version.phases) {
      const own = phase.steps.filter((step) => step.light === 'own').map((step) => step.code)
      for (const { light } of phase.steps) {
        if (typeof light === 'object') expect(own).toContain(light.mergedInto)
      }
    }
  })

  it('has guidance of three to six lines, as many in each language', () => {
    for (const { code, guidance } of stepsOf(version)) {
      expect([code, guidance.nl.length, guidance.en.length]).toEqual([code, guidance.fr.length, guidance.fr.length])
      expect([code, guidance.fr.length >= 3 && guidance.fr.length <= 6]).toEqual([code, true])
    }
  })

  it('has a gate per phase with its outcomes', () => {
    expect(version.phases.map(({ gate }) => [gate.code, gate.outcomes.map((outcome) => outcome.code)])).toEqual([
      ['G1', ['pass', 'passWithRemarks', 'rework', 'stop']],
      ['G2', ['pass', 'extend', 'narrowQuestion', 'stop']],
      ['G3', ['close', 'reopenLater', 'newCycle']],
    ])
    expect(version.phases.map(({ gate }) => gate.criteria.flatMap(({ check }) => check ?? []))).toEqual([
      ['questionComplete', 'stakeholderConsulted', 'purposeAndAudienceNamed', 'meansStated'],
      ['consentRecorded', 'gapsWritten'],
      [],
    ])
  })

  it('has every text in three languages', () => {
    const lines = textsIn(version, version.code).flatMap(({ path, texts }) => {
      const each = [texts.fr, texts.nl, texts.en].map((text) => (Array.isArray(text) ? text : [text]))
      return (each[0] ?? []).map((_, index) => ({ path, line: each.map((language) => language[index] ?? '') }))
    })
    expect(lines.length).toBeGreaterThan(500)
    const wrong = lines.filter(
      ({ line }) =>
        line.some((text) => text === '' || text !== text.trim()) ||
        line.some((text, index) => text.length > 25 && line.indexOf(text) !== index),
    )
    expect(wrong).toEqual([])
  })

  it('speaks calmly', () => {
    expect(JSON.stringify(version)).not.toContain('!')
  })
})
